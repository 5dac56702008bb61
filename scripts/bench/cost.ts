import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DomHandler, Parser } from 'htmlparser2';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';

/** What Brevier costs: start-up, memory, and CPU per article, as ratios of things measured in the same run. `npm run bench` */
const ROOT = new URL('../../', import.meta.url);
const OPTIONS = BriefOptions.parse({});
const paragraph = readdirSync(new URL('briefs/', ROOT))
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readFileSync(new URL(`briefs/${name}`, ROOT), 'utf8').replace(/^---[\s\S]*?---/, ''))
  .join('\n\n');

const words = (count: number) => {
  const all = paragraph.split(/(?<=\s)/);
  let text = '';
  for (let index = 0; index < count; index += 1) text += all[index % all.length] ?? '';
  return text;
};
const page = (text: string) =>
  `<html><body><nav><a href="/">x</a></nav><article><h1>T</h1>${text.replace(/(.+)/g, '<p>$1</p>')}</article></body></html>`;

function milliseconds(work: () => void, rounds = 7): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

const brief = (content: string, kind: 'text' | 'html' = 'text') => {
  const article = readArticle({ kind, content, url: null, fetchedAt: null });
  briefArticle(article, OPTIONS);
  answerQuestion(article, 'How much will the battery cost, and who said so?');
};
const parse = (html: string) => {
  const parser = new Parser(new DomHandler());
  parser.end(html);
};

const thousand = page(words(1000));
const floor = milliseconds(() => parse(thousand));
const whole = milliseconds(() => brief(thousand, 'html'));
const empty = run(['-e', '0']);
const version = run([fileURLToPath(new URL('src/cli.ts', ROOT)), '--version']);
console.table({
  'a page of 1,000 words, extracted, briefed and asked (times one htmlparser2 parse)': (whole / floor).toFixed(1),
  'start-up of the command (times an empty Node)': (version.ms / empty.ms).toFixed(1),
  'memory at start (MB above an empty Node)': ((version.rss - empty.rss) / 1e6).toFixed(0),
});

/** Time for four times the text over time for the text: 4 is linear, 16 quadratic. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  prose: (size) => words(Math.round(size / 6)),
  'one line of digits': (size) => '1 '.repeat(size / 2),
  'one word': (size) => 'a'.repeat(size),
  commas: (size) => 'a, '.repeat(size / 3),
  'quotation marks': (size) => 'a "b '.repeat(size / 5),
  brackets: (size) => '([{ a '.repeat(size / 6),
  'number words': (size) => 'twenty one million and '.repeat(size / 23),
  'nested elements': (size) => `<article>${'<div>'.repeat(size / 5)}text`,
  'open tags': (size) => '<p><b>a '.repeat(size / 8),
};
const rows = Object.entries(SHAPES).map(([name, shape]) => {
  const kind = name === 'nested elements' || name === 'open tags' ? 'html' : 'text';
  const timed = (size: number) => milliseconds(() => attempt(shape(size), kind), 3);
  const [small, large] = [timed(25_000), timed(100_000)];
  return [
    name,
    {
      'growth over 4 times the text': (large / small).toFixed(1),
      '100,000 characters (times the 1,000-word page)': (large / whole).toFixed(1),
    },
  ];
});
console.table(Object.fromEntries(rows));

function attempt(content: string, kind: 'text' | 'html'): void {
  try {
    brief(content, kind);
  } catch {
    // A refusal is an answer too.
  }
}

function run(args: string[]): { ms: number; rss: number } {
  const script = 'process.on("exit", () => process.stderr.write("rss=" + process.resourceUsage().maxRSS * 1024))';
  const times: number[] = [];
  let rss = 0;
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const child = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(script)}`, ...args], {
      encoding: 'utf8',
    });
    times.push(performance.now() - began);
    rss = Number(/rss=(\d+)/.exec(child.stderr)?.[1] ?? 0);
  }
  return { ms: times.toSorted((a, b) => a - b)[2] ?? 0, rss };
}
