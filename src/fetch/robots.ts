import { BrevierError } from '../errors.ts';
import { bytesOf } from './body.ts';
import type { Deadlines } from './deadlines.ts';
import { follow, type Reach } from './http.ts';

/** One `Allow` or `Disallow`. */
interface Rule {
  allows: boolean;
  /** A path prefix, in which `*` stands for anything and a last `$` for the end. */
  path: string;
}

/** The name that sites know this program by in `User-agent` lines. */
const NAME = 'brevier';
/** RFC 9309 section 2.5: at least 500 kibibytes are read. */
const MAX_BYTES = 500 * 1024;
/** Section 2.4: no longer than 24 hours. */
const KEPT_MS = 24 * 3_600_000;
const RULES_KEPT = 1000;
const SITES_KEPT = 500;

/** What sites ask programs that come by themselves not to read, https://www.rfc-editor.org/rfc/rfc9309. */
export function createRobots(now: () => number) {
  const known = new Map<string, { until: number; rules: readonly Rule[] }>();
  return {
    /** @throws BrevierError `source/robots`, and `source/*` when the site cannot be asked. */
    async admit(url: URL, reach: Reach, deadlines: Deadlines): Promise<void> {
      let site = known.get(url.origin);
      if (site === undefined || site.until < now()) {
        site = { until: now() + KEPT_MS, rules: await rulesOf(url, reach, deadlines) };
        known.delete(url.origin);
        known.set(url.origin, site);
        const [oldest] = known.keys();
        if (known.size > SITES_KEPT && oldest !== undefined) known.delete(oldest);
      }
      if (mayRead(site.rules, url)) return;
      throw new BrevierError('source/robots', 'The site asks programs not to read that address (in its robots.txt).');
    },
  };
}

async function rulesOf({ origin }: URL, reach: Reach, deadlines: Deadlines): Promise<readonly Rule[]> {
  const limits = { ...reach.limits, maxBytes: MAX_BYTES };
  const { response } = await follow(`${origin}/robots.txt`, { accept: 'text/plain' }, { ...reach, limits }, deadlines);
  const status = response.statusCode ?? 0;
  if (status >= 400) response.destroy();
  // Section 2.3.1: a site without the file forbids nothing; one that cannot give it now forbids everything for now.
  if (status >= 500) {
    throw new BrevierError('source/status', `The site cannot say what programs may read: its robots.txt answers ${status}.`);
  }
  if (status >= 400) return [];
  return parseRobots(new TextDecoder().decode(await bytesOf(response, limits, deadlines, 'cut')));
}

/** The rules for this program: those that name it, else those for everybody. */
export function parseRobots(text: string): readonly Rule[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n?|\n/u)) {
    const [, key = '', value = ''] = /^\s*([\w-]{1,40})\s*:([^#]*)/u.exec(line) ?? [];
    const field = key.toLowerCase();
    const last = groups.at(-1);
    if (field === 'user-agent') {
      const agent = value.trim().toLowerCase();
      if (isNaming) last?.agents.push(agent);
      else groups.push({ agents: [agent], rules: [] });
      isNaming = true;
    } else if (field === 'allow' || field === 'disallow') {
      isNaming = false;
      const path = value.trim();
      if (path !== '') last?.rules.push({ allows: field === 'allow', path });
    }
  }
  const named = groups.filter(({ agents }) => agents.some((agent) => agent.split(/[/\s]/u)[0] === NAME));
  const chosen = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  return chosen.flatMap(({ rules }) => rules).slice(0, RULES_KEPT);
}

/** The longest rule that fits decides; between two of one length, the one that allows. */
export function mayRead(rules: readonly Rule[], { pathname, search }: URL): boolean {
  const address = pathname + search;
  if (address === '/robots.txt') return true;
  const fitting = rules.filter(({ path }) => fits(path, address));
  const longest = Math.max(0, ...fitting.map(({ path }) => path.length));
  const deciding = fitting.filter(({ path }) => path.length === longest);
  return deciding.length === 0 || deciding.some(({ allows }) => allows);
}

/** Piece by piece and not as a regular expression, which a site could make slow. */
function fits(pattern: string, address: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!address.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    if (isWhole && index === rest.length - 1) return address.endsWith(piece) && address.length - piece.length >= at;
    const found = address.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !isWhole || at === address.length;
}
