/** What the page's JSON-LD says about the article. */
export interface LinkedData {
  headline: string | null;
  authors: string[];
  published: string | null;
  /** The article's text, plain or as markup. */
  body: string | null;
  publisher: string | null;
  language: string | null;
  isArticle: boolean;
  /** False when the publisher declares the text closed. */
  free: boolean;
}

type Json = Record<string, unknown>;

const MAX_NODES = 20_000;
const MAX_SCRIPT = 1_000_000;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Recipe|Review|NewsItem|SocialMediaPosting|HowTo)$/u;
const PAGE_TYPE = /(?:WebPage|ItemPage|AboutPage|PodcastEpisode|Event|VideoObject)$/u;

/** Reads what can be read; broken scripts are passed over. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap((script) => nodesOf(parseLeniently(script)));
  const byId = new Map<string, Json>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && node['name'] !== undefined) byId.set(id, node);
  }
  const article = nodes.find((node) => isType(node, ARTICLE_TYPE));
  const main = article ?? nodes.find((node) => isType(node, PAGE_TYPE));
  return {
    headline: main === undefined ? null : (textOf(main['headline']) ?? (article === undefined ? null : textOf(main['name']))),
    authors: article === undefined ? [] : namesOf(article['author'] ?? article['creator'], byId),
    published: main === undefined ? null : textOf(main['datePublished'] ?? main['dateCreated']),
    body: article === undefined ? null : textOf(article['articleBody']),
    publisher: main === undefined ? null : (namesOf(main['publisher'], byId)[0] ?? null),
    language: main === undefined ? null : textOf(main['inLanguage']),
    isArticle: article !== undefined,
    free: !nodes.some((node) => /^false$/iu.test(String(node['isAccessibleForFree'] ?? ''))),
  };
}

function parseLeniently(script: string): unknown {
  if (script.length > MAX_SCRIPT) return null;
  const bare = unwrapped(script.trim());
  for (const text of [bare, mended(bare)]) {
    try {
      return JSON.parse(text);
    } catch {
      // The mended text is tried next; after that the script is given up.
    }
  }
  return null;
}

/** Without the comment or CDATA marks that old pages put around scripts. */
function unwrapped(script: string): string {
  const start = /^(?:<!--|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*\/)?)/u.exec(script)?.[0].length ?? 0;
  const end = /(?:-->|(?:\/\/|\/\*)?\s{0,9}\]\]>(?:\s{0,9}\*\/)?)$/u.exec(script.slice(-30))?.[0].length ?? 0;
  return script.slice(start, script.length - end);
}

/** The usual faults: line breaks inside strings, commas before a closing bracket, a semicolon at the end. */
function mended(text: string): string {
  const line = text
    // oxlint-disable-next-line no-control-regex -- raw control characters are the fault
    .replace(/[\u0000-\u001f]+/gu, ' ')
    .replace(/,(?= ?[}\]])/gu, '')
    .trimEnd();
  return line.endsWith(';') ? line.slice(0, -1) : line;
}

function nodesOf(value: unknown): Json[] {
  const nodes: Json[] = [];
  const open: unknown[] = [value];
  for (let at = 0; at < open.length && at < MAX_NODES; at++) {
    const next = open[at];
    if (!isObject(next)) continue;
    if (!Array.isArray(next)) nodes.push(next);
    for (const child of Object.values(next)) if (isObject(child)) open.push(child);
  }
  return nodes;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function isType(node: Json, pattern: RegExp): boolean {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === 'string' && pattern.test(name));
}

function textOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  if (typeof first === 'string') return first.trim() === '' ? null : first.trim();
  return isObject(first) ? textOf(first['@value'] ?? first['name'] ?? null) : null;
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  const names: string[] = [];
  for (const item of (Array.isArray(value) ? value : [value]).slice(0, 10) as unknown[]) {
    if (typeof item === 'string') names.push(item);
    else if (isObject(item)) {
      const node = item['name'] === undefined ? byId.get(String(item['@id'] ?? '')) : item;
      const name = node?.['name'];
      const found: unknown[] = Array.isArray(name) ? name : [name];
      for (const part of found) if (typeof part === 'string') names.push(part);
    }
  }
  return [...new Set(names.map((name) => name.replace(/\s+/gu, ' ').trim()))].filter((name) => name !== '');
}
