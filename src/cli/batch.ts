import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { BrevierError, toBrevierError } from '../errors.ts';
import { readArticle } from '../extract/article.ts';
import type { Answer } from '../model/answer.ts';
import type { Article, Citation } from '../model/article.ts';
import { BriefOptions, type Brief } from '../model/brief.ts';
import { sentenceText } from '../view/cite.ts';
import type { Cli, Command } from './command.ts';
import { linesOf } from './lines.ts';
import { parsed } from './options.ts';

/** One line in. Fields that we do not know are ignored, so that callers may carry their own. */
const Item = z.object({
  id: z.union([z.string(), z.number()]),
  kind: z.enum(['html', 'markdown', 'text']),
  content: z.string(),
  url: z.url().nullish(),
  title: z.string().nullish(),
  questions: z.array(z.string()).max(1000).nullish(),
  points: z.int().min(1).max(20).nullish(),
});
type Item = z.infer<typeof Item>;

/** JSON lines in, JSON lines out, in order; one line in memory at a time. The format is in docs/batch.md. */
export const batch: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, { verbatim: { type: 'boolean', default: false } });
  const [path = '-'] = positionals;
  for await (const line of linesOf(input(path, cli.stdin))) {
    if (line.status === 'line' && line.text.trim() === '') continue;
    const result = line.status === 'line' ? await outcome(cli, line.text, values.verbatim) : tooLong();
    if (!cli.stdout.write(`${JSON.stringify(result)}\n`)) await once(cli.stdout, 'drain');
  }
  return 0;
};

function input(path: string, stdin: Readable): Readable {
  return path === '-' ? stdin : createReadStream(path);
}

async function outcome(cli: Cli, line: string, verbatim: boolean): Promise<unknown> {
  const began = performance.now();
  let id: unknown = null;
  try {
    const raw = jsonFrom(line);
    id = (raw as { id?: unknown } | null)?.id ?? null;
    const item = Item.safeParse(raw);
    if (!item.success) {
      const faults = item.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      throw new BrevierError('command/usage', `This line is not an article to brief. ${faults.join('; ')}`);
    }
    return { ...(await made(cli, item.data, verbatim)), ms: Math.round((performance.now() - began) * 10) / 10 };
  } catch (thrown) {
    const { code, message } = toBrevierError(thrown);
    return { id, error: { code, message } };
  }
}

function jsonFrom(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new BrevierError('command/usage', 'This line is not JSON.', { cause });
  }
}

function tooLong() {
  return { id: null, error: { code: 'source/too-large', message: 'This line is longer than 32 MB. Articles may have 5 MB.' } };
}

async function made(cli: Cli, item: Item, verbatim: boolean) {
  const { id, kind, content, url = null, title = null, questions, points } = item;
  const article = readArticle({ kind, content, url: url ?? null, title, fetchedAt: null });
  const brief = await cli.briefer.brief(article, BriefOptions.parse({ points: points ?? undefined, verbatim }));
  const answers = [];
  for (const question of questions ?? []) answers.push(answerLine(article, await cli.briefer.answer(article, question, { earlier: [] })));
  return {
    id,
    article: {
      title: article.title,
      byline: article.byline,
      publishedAt: article.publishedAt,
      site: article.site,
      language: article.language,
      text: article.text,
      sentences: article.sentences.map((sentence) => sentenceText(article, sentence.id)),
    },
    brief: {
      gist: brief.gist?.text ?? null,
      gistSentences: idsOf(brief.gist?.citations ?? []),
      points: brief.points.map(({ text, citations }) => ({ text, sentences: idsOf(citations) })),
      figures: brief.figures.map((figure) => ({ ...figure, sentences: idsOf(figure.citations) })),
      quotes: brief.quotes.map(({ text, speaker, citation }) => ({ text, speaker, sentences: idsOf([citation]) })),
      caveats: brief.caveats,
      verified: brief.verified,
      engine: brief.engine,
      ...writerOf(brief),
    },
    answers,
  };
}

function answerLine(article: Article, answer: Answer) {
  if (answer.status === 'not-in-article') {
    const sentences = answer.nearest === null ? [] : idsOf([answer.nearest]);
    const { question, status, unsure } = answer;
    return { question, status, unsure, text: null, highlight: null, sentences, ...writerOf(answer) };
  }
  const { question, status, text, highlight, citations } = answer;
  const words = highlight === null ? null : article.text.slice(highlight.start, highlight.end);
  return { question, status, text, highlight: words, sentences: idsOf(citations), ...writerOf(answer) };
}

/** Who wrote it, where that was not the built-in engine by itself. */
function writerOf({ model, sentTo, spent, note }: Pick<Brief, 'model' | 'sentTo' | 'spent' | 'note'>) {
  return { model, sentTo, spent, note };
}

function idsOf(citations: readonly Citation[]): number[] {
  return [...new Set(citations.flatMap(({ sentenceIds }) => sentenceIds))];
}
