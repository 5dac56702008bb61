import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readArticle } from '../../../src/extract/article.ts';
import type { Article } from '../../../src/model/article.ts';
import { askedAbout, askedTexts } from '../../bench/support/question-marks.ts';
import { articleOf, squadTitles } from '../../bench/support/squad.ts';
import { SUMMARY_SETS, summaryItems } from '../../bench/support/summary-items.ts';
import { wikiItems } from '../../bench/support/wikiqa.ts';

const [SHORTEST, LONGEST] = [15, 350];

/** English sentences of the public sets and treebanks, but none of a text that colleagues asked about. Nothing of them is kept but how words add up. */
export function corpusOf(data: string, treebanks: string): string[] {
  const sentences = [...newsOf(data), ...encyclopediasOf(data), ...pagesOf(data), ...treebanksOf(treebanks)].map((text) =>
    text.replace(/\s+/gu, ' '),
  );
  return [...new Set(sentences)].filter(({ length }) => length >= SHORTEST && length < LONGEST);
}

function newsOf(data: string): string[] {
  const asked = askedAbout(data);
  return SUMMARY_SETS.flatMap((set) =>
    (summaryItems(data, set) ?? []).flatMap(({ article, refs }, at) =>
      asked.has(`${set} ${at}`) ? [] : [...sentencesOf(article), ...(set === 'bbc' ? [] : refs.flat())],
    ),
  );
}

function encyclopediasOf(data: string): string[] {
  const paragraphs = (squadTitles(join(data, 'questions/squad2.jsonl')) ?? []).flatMap((title) => title.paragraphs);
  return [
    ...paragraphs.flatMap(({ context, qas }) => [...qas.map(({ question }) => question), ...sentencesOf(articleOf([context]))]),
    ...wikiItems(join(data, 'questions')).flatMap(({ article, question }) => [question, ...sentencesOf(article)]),
  ];
}

function pagesOf(data: string): string[] {
  const asked = new Set(askedTexts(data).map(({ article }) => article.text.slice(0, 80)));
  return ['extraction', 'reader'].flatMap((folder) => {
    const file = join(data, folder, 'ground-truth.json');
    if (!existsSync(file)) return [];
    const bodies = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { articleBody?: string }>);
    return bodies.flatMap(({ articleBody }) => {
      const article = readArticle({ kind: 'text', content: articleBody ?? '', url: null, fetchedAt: null });
      return article.language === 'en' && !asked.has(article.text.slice(0, 80)) ? sentencesOf(article) : [];
    });
  });
}

function treebanksOf(folder: string): string[] {
  return ['en-train', 'en-dev'].flatMap((name) => {
    const file = join(folder, `${name}.conllu.gz`);
    if (!existsSync(file)) return [];
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    return lines.flatMap((line) => (line.startsWith('# text = ') ? [line.slice('# text = '.length)] : []));
  });
}

function sentencesOf({ sentences, text }: Article): string[] {
  return sentences.map(({ span }) => text.slice(span.start, span.end));
}
