/** Hosts whose links carry the address that is meant in a parameter: search engines, mail filters, chats. */
const CARRIERS: readonly { host: RegExp; path: RegExp; parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/u, path: /^\/url$/u, parameters: ['url', 'q'] },
  { host: /^lm?\.(?:facebook|instagram)\.com$/u, path: /^\/(?:l\.php)?$/u, parameters: ['u'] },
  { host: /\.safelinks\.protection\.outlook\.com$/u, path: /^\//u, parameters: ['url'] },
  { host: /^slack-redir\.net$/u, path: /^\/link$/u, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/u, path: /^\/redirect$/u, parameters: ['q'] },
  { host: /^out\.reddit\.com$/u, path: /^\//u, parameters: ['url'] },
  { host: /^(?:www\.)?linkedin\.com$/u, path: /^\/(?:redir\/redirect|safety\/go)$/u, parameters: ['url'] },
  { host: /^duckduckgo\.com$/u, path: /^\/l\/$/u, parameters: ['uddg'] },
  { host: /^(?:www\.)?bing\.com$/u, path: /^\/news\/apiclick\.aspx$/u, parameters: ['url'] },
  { host: /^vk\.com$/u, path: /^\/away\.php$/u, parameters: ['to'] },
];
/** "/amp/s/example.org/a" and "/c/s/example.org/a" of the caches of AMP pages; `s` is for https. */
const AMP_PATH = /^\/(?:amp|[acv])\/(s\/)?([\w-]+(?:\.[\w-]+)+(?:\/.*)?)$/u;
const AMP_CACHE = /^(?:www\.)?google\.[a-z.]{2,6}$|\.cdn\.ampproject\.org$/u;
/** One wrapper may be sent through another. */
const LAYERS = 3;

/** The address inside those of wrappers, which lead to it by a script or a notice; others are given back as they are. */
export function unwrapped(address: string): string {
  let plain = address;
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const url = URL.parse(plain);
    const inner = url === null ? null : carriedBy(url);
    if (inner === null) return plain;
    plain = inner;
  }
  return plain;
}

function carriedBy(url: URL): string | null {
  const [, secure, rest] = AMP_CACHE.test(url.hostname) ? (AMP_PATH.exec(url.pathname) ?? []) : [];
  if (rest !== undefined) return web(`${secure === undefined ? 'http' : 'https'}://${rest}${url.search}`);
  const carrier = CARRIERS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  for (const name of carrier?.parameters ?? []) {
    const inner = web(url.searchParams.get(name) ?? '');
    if (inner !== null) return inner;
  }
  return null;
}

function web(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null;
}
