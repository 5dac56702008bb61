import type { Head } from './head.ts';

const SEPARATOR = /\s+(?:[|–—·•»«:~-]|::|>|<|\/{1,2})\s+|\s?[|»]\s?/u;
const EDGES = /^[\s|–—·•»«:~></-]+(?=[\p{L}\p{N}"'“‘„«¿¡(])|[\s|–—·•»«:~></-]+$/gu;
/** How many messages wait for whoever looks. */
const COUNTER = /^\(\d{1,3}\+?\)\s/u;
/** Longer titles are cut: they are markup gone wrong. */
const LONGEST = 500;
const TITLE_METAS = ['og:title', 'twitter:title', 'dc.title', 'citation_title', 'parsely-title', 'sailthru.title', 'headline'];

/**
 * The headline of the article: what stands over the text when the page's own data agree with it, or when it is the only
 * one, else those data. `isLink` tells whether a block is a link as a whole, as the name of a site on its pages is.
 */
export function titleOf(head: Head, linked: string | null, site: string | null, isLink: (block: number) => boolean): string | null {
  const names = siteNames(site);
  const declared = [linked, ...TITLE_METAS.map((key) => head.metas.get(key)?.[0] ?? null), head.titles[0] ?? null]
    .map((text) => (text === null ? '' : text.slice(0, LONGEST).replace(/\s+/gu, ' ').trim().replace(COUNTER, '')))
    .filter((text) => text !== '');
  const stripped = declared.map((text) => withoutSite(text, site)).filter((text) => !names.has(folded(text)) && text !== '');
  const headings = withoutSiteHeading(
    head.headings.filter(({ text }) => folded(text) !== '' && !names.has(folded(text))),
    declared,
  );
  const top = headings.filter(({ level, block }) => level === 1 && !isLink(block));
  const agreed =
    likest(
      headings.filter(({ level }) => level === 1).map(({ text }) => text),
      declared,
      0.9,
    ) ??
    likest(
      top.map(({ text }) => text),
      declared,
      0.5,
    ) ??
    likest(
      headings.filter(({ level }) => level === 2).map(({ text }) => text),
      declared,
      0.8,
    );
  const only = top.length === 1 && top[0]?.text.endsWith(':') === false ? top[0].text : null;
  const heading = agreed ?? only;
  if (heading === null) return stripped[0] ?? headings[0]?.text ?? declared[0] ?? null;
  // A kicker may stand in the same element as the headline.
  const plain = folded(heading);
  if (declared.some((text) => folded(text).includes(plain))) return heading;
  const bare = stripped.find((text) => plain.endsWith(folded(text)) && folded(text).length * 2 > plain.length);
  return bare ?? heading;
}

/** "Headline — Site" in the data, and on the page a heading for each, the site's above: that one is no headline. */
function withoutSiteHeading(headings: Head['headings'], declared: readonly string[]): Head['headings'] {
  const plain = headings.map(({ text }) => folded(text));
  const titles = declared.map(folded);
  return headings.filter((_, at) => {
    const own = plain[at] ?? '';
    const below = plain.slice(at + 1);
    return !titles.some(
      (title) => title !== own && title.endsWith(own) && below.some((other) => title !== other && title.startsWith(other)),
    );
  });
}

function likest(headings: readonly string[], declared: readonly string[], floor: number): string | null {
  let best: { text: string; score: number } | null = null;
  for (const text of headings) {
    const score = Math.max(0, ...declared.map((other) => likeness(text, other)));
    if (score >= floor && score > (best?.score ?? 0)) best = { text, score };
  }
  return best?.text ?? null;
}

/** Share of the words of a heading that a declared title has too, and the other way round, whichever is worse for a short heading. */
function likeness(heading: string, declared: string): number {
  const [left, right] = [tokensOf(heading), tokensOf(declared)];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const token of left) if (right.has(token)) common += 1;
  return Math.min(common / left.size, (common / right.size) * 2);
}

function withoutSite(title: string, site: string | null): string {
  const colon = afterColon(title, site);
  if (colon !== null) return colon;
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  const last = parts.at(-1);
  const first = parts[0];
  if (last === undefined || first === undefined || parts.length < 2) return title;
  const name = folded(site ?? '');
  const isSite = (part: string): boolean => {
    const plain = folded(part);
    return plain !== '' && name !== '' && (name.includes(plain) || plain.includes(name) || part === initialsOf(site ?? ''));
  };
  if (isSite(first) && !isSite(last)) return title.slice(title.indexOf(first) + first.length).replace(EDGES, '');
  const head = title.slice(0, title.lastIndexOf(last)).replace(EDGES, '');
  if (isSite(last)) return withoutSection(withoutSite(head, site));
  return last.split(' ').length <= 4 && head.split(' ').length >= 3 && /[|»·]|::/u.test(title) ? head : title;
}

/** "Street Papers: A bakery in new hands" and the other way round, with the name as the site writes it. */
function afterColon(title: string, site: string | null): string | null {
  const name = site?.trim() ?? '';
  if (name.length < 3) return null;
  const rest = title.startsWith(`${name}: `)
    ? title.slice(name.length + 2)
    : title.endsWith(`: ${name}`)
      ? title.slice(0, -name.length - 2)
      : '';
  return rest.split(' ').length > 2 ? rest.replace(EDGES, '') : null;
}

/** Before the name of the site may stand that of its section. */
function withoutSection(title: string): string {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !/^\p{Lu}\p{L}+$/u.test(last)) return title;
  const head = title.slice(0, title.lastIndexOf(last)).replace(EDGES, '');
  return (head.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 4 ? head : title;
}

function initialsOf(site: string): string {
  const words = site.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}

/** The name of a site, and of a host also what stands before its last dot. */
function siteNames(site: string | null): Set<string> {
  const names = [site ?? '', (site ?? '').replace(/(?:\.(?:com?|org|net|ac|gov))?\.[a-z]{2,6}$/u, '')].map(folded);
  return new Set(names.filter((name) => name !== ''));
}

export function tokensOf(text: string): Set<string> {
  return new Set(
    text
      .slice(0, 500)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

export function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
