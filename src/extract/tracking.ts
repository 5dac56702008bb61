/** Parameters that say where a click came from and never what it leads to. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|source|custom\d?|link_\w+|format|ptr_\w+|bbc_\w+|variant|creation|general)|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|wt_(?:mc|zmc|ri)\w*|wt\.\w+|xtor|xtref|mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|_hsenc|_hsmi|mkt_tok|ocid|ftag)$/iu;
/** The same behind `#`, as French sites write it. */
const IN_FRAGMENT = /^#(?:xtor|xtref|utm_\w+|at_medium|Echobox|ref)=/iu;

export function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter);
}

/** The address without what counts clicks; every other character stays as it is. */
export function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !isTracking(part.split('=')[0] ?? ''));
  if (kept.length < parts.length) url.search = kept.join('&');
  if (IN_FRAGMENT.test(url.hash)) url.hash = '';
  return kept.length < parts.length || IN_FRAGMENT.test(new URL(address).hash) ? url.href : address;
}
