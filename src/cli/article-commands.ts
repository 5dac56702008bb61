import { writeFile } from 'node:fs/promises';
import { BrevierError } from '../errors.ts';
import { paintCard } from '../image/paint.ts';
import type { Article } from '../model/article.ts';
import { BriefOptions } from '../model/brief.ts';
import { cardOf } from '../render/card.ts';
import { viewAnswer } from '../view/answer-view.ts';
import { viewBrief } from '../view/brief-view.ts';
import { cardContent } from '../view/card-view.ts';
import { viewFigures } from '../view/figures-view.ts';
import { sentenceText } from '../view/cite.ts';
import type { View } from '../view/view.ts';
import type { Cli, Command, Format } from './command.ts';
import { csvOf } from './csv.ts';
import { formatFrom, parsed, pointsFrom } from './options.ts';
import { withProgress } from './progress.ts';
import { articleFrom } from './source.ts';

export const brief: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, {
    as: { type: 'string' },
    points: { type: 'string' },
    verbatim: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  });
  const format = formatFrom(values.as);
  const options = BriefOptions.parse({ points: pointsFrom(values.points), verbatim: values.verbatim });
  const article = await read(cli, oneSource(positionals, 'brevier brief <url | file | ->'));
  const made = await cli.briefer.brief(article, options);
  print(cli, format, () => viewBrief(article, made, { publicUrl: null, buttons: [] }), { article, brief: made });
  if (values.explain && format === 'terminal') cli.stdout.write(explained(made.refused ?? []));
  return 0;
};

export const ask: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, { as: { type: 'string' }, explain: { type: 'boolean', default: false } });
  const format = formatFrom(values.as);
  const [source, ...rest] = positionals;
  const question = rest.join(' ').trim();
  if (source === undefined || question === '')
    throw new BrevierError('ask/no-question', 'Say what to ask: brevier ask <url | file | -> "<question>"');
  const article = await read(cli, source);
  const answer = await cli.briefer.answer(article, question, { earlier: [] });
  print(cli, format, () => viewAnswer(article, answer, { publicUrl: null, buttons: [] }), { answer });
  const refused = answer.status === 'not-in-article' ? answer.refused : undefined;
  if (values.explain && format === 'terminal') cli.stdout.write(explained(refused === undefined ? [] : [refused]));
  return 0;
};

export const figures: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, {
    as: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
    image: { type: 'string' },
  });
  if (values.json && values.csv) throw new BrevierError('command/usage', 'Choose one of --json and --csv.');
  const format = values.json ? 'json' : formatFrom(values.as);
  const article = await read(cli, oneSource(positionals, 'brevier figures <url | file | -> [--json | --csv | --image card.png]'));
  const made = await cli.briefer.brief(article, BriefOptions.parse({}));
  if (values.image !== undefined) {
    await writeFile(values.image, await paintCard(cardOf(cardContent(article, made))));
    cli.stdout.write(`${values.image}: ${made.figures.length} key figures\n`);
    return 0;
  }
  const rows = made.figures.map((figure) => ({
    ...figure,
    sentences: figure.citations.flatMap(({ sentenceIds }) => sentenceIds.map((id) => sentenceText(article, id))),
  }));
  if (values.csv) cli.stdout.write(csvOf(rows));
  else print(cli, format, () => viewFigures(article, made, { publicUrl: null }), rows);
  return 0;
};

/** What a model wrote and the lock refused. */
function explained(refused: readonly { text: string; why: string }[]): string {
  if (refused.length === 0) return '\nNothing was refused.\n';
  return `\nRefused, and not posted:\n${refused.map(({ text, why }) => `  - ${text.replace(/\s+/gu, ' ')}\n    ${why}\n`).join('')}`;
}

function print(cli: Cli, format: Format, view: () => View, plain: unknown): void {
  cli.stdout.write(format === 'json' ? `${JSON.stringify(plain, null, 2)}\n` : cli.show(view(), format));
}

function oneSource(positionals: readonly string[], usage: string): string {
  const [source] = positionals;
  if (source === undefined) throw new BrevierError('command/usage', `Say what to read: ${usage}`);
  if (positionals.length > 1) throw new BrevierError('command/usage', `One article at a time: ${usage}. For many, use brevier batch.`);
  return source;
}

async function read(cli: Cli, source: string): Promise<Article> {
  return await withProgress(cli, source === '-' ? 'Reading standard input' : `Reading ${source}`, articleFrom(source, cli, cli.signal));
}
