import { dirname, join, normalize } from 'node:path/posix';

/** Paths of the tree's source files -> their text. Paths are relative to the root, with forward slashes. */
export type Tree = ReadonlyMap<string, string>;

const PURE = ['src/extract/', 'src/brief/', 'src/view/', 'src/render/', 'src/language/', 'src/model/'];
const CHAT_SDKS = ['@slack/', 'discord.js', '@discordjs/'];
const ENTRIES = ['src/serve.ts', 'src/cli.ts', 'src/cli/chat.ts', 'src/cli/start.ts'];
/** The impure things a pure folder could reach without an import. */
const IMPURE =
  /\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bcrypto\.random|\bperformance\.now\b|\bset(?:Timeout|Interval)\(/u;
const ADAPTER_FILES = ['config.ts', 'events.ts', 'index.ts', 'limits.ts', 'render.ts', 'send.ts'];
const MAX_LINES = { source: 400, test: 500 };

/** Every rule of DESIGN.md section 2 that the tree breaks, as sentences; none when all hold. */
export function brokenRules(tree: Tree): string[] {
  const source = [...tree].filter(([path]) => path.startsWith('src/') || path.startsWith('adapters/'));
  return [
    ...source.flatMap(([path, text]) => importFaults(path, importsOf(path, text))),
    ...source.flatMap(([path, text]) => purityFaults(path, text)),
    ...source
      .filter(([path, text]) => /\bprocess\.env\b/u.test(text) && !path.endsWith('config.ts'))
      .map(([path]) => `${path} reads process.env`),
    ...adapterFaults([...tree.keys()]),
    ...cyclesIn(source),
    ...[...tree].flatMap(([path, text]) => sizeFaults(path, text)),
  ];
}

/** Imported modules: relative ones as paths from the root, packages by name. */
function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|(?:^|[^.\w])import\s*\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/gu,
  );
  return [...found].map(([, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    return name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
  });
}

function importFaults(path: string, imports: readonly string[]): string[] {
  const faults: string[] = [];
  const adapter = /^adapters\/([^/]+)\//u.exec(path)?.[1];
  for (const name of imports) {
    if (path.startsWith('src/') && name.startsWith('adapters/') && !ENTRIES.includes(path))
      faults.push(`${path} imports the adapter file ${name}`);
    if (path.startsWith('src/') && CHAT_SDKS.some((sdk) => name.startsWith(sdk))) faults.push(`${path} imports the chat SDK ${name}`);
    if (path.startsWith('src/model/') && name !== 'zod' && !name.startsWith('src/model/'))
      faults.push(`${path} imports ${name}, but the model knows only zod`);
    if (isPure(path) && name.startsWith('node:')) faults.push(`${path} is pure but imports ${name}`);
    const other = /^adapters\/([^/]+)\//u.exec(name)?.[1];
    if (adapter !== undefined && other !== undefined && other !== adapter) faults.push(`${path} imports the other adapter file ${name}`);
  }
  return faults;
}

function purityFaults(path: string, text: string): string[] {
  const found = isPure(path) ? IMPURE.exec(withoutComments(text)) : null;
  return found === null ? [] : [`${path} is pure but uses ${found[0]}`];
}

function isPure(path: string): boolean {
  return PURE.some((folder) => path.startsWith(folder));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
}

function adapterFaults(paths: readonly string[]): string[] {
  const names = new Set(paths.flatMap((path) => /^adapters\/([^/]+)\//u.exec(path)?.[1] ?? []));
  return [...names].flatMap((name) => {
    const files = paths.flatMap((path) => new RegExp(`^adapters/${name}/([^/]+\\.ts)$`, 'u').exec(path)?.[1] ?? []).toSorted();
    return files.join() === ADAPTER_FILES.join() ? [] : [`adapters/${name} has ${files.join(', ')} and not ${ADAPTER_FILES.join(', ')}`];
  });
}

function cyclesIn(source: readonly (readonly [string, string])[]): string[] {
  const graph = new Map(source.map(([path, text]) => [path, importsOf(path, text).filter((name) => name.endsWith('.ts'))]));
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      faults.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return faults;
}

function sizeFaults(path: string, text: string): string[] {
  const lines = text.split('\n').length - 1;
  const max = path.startsWith('test/') ? MAX_LINES.test : MAX_LINES.source;
  return lines > max ? [`${path} has ${lines} lines, more than ${max}`] : [];
}
