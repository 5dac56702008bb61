import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readArticle } from '../../../src/extract/article.ts';
import { decodeBytes } from '../../../src/fetch/charset.ts';
import { sha256 } from '../../../src/hash.ts';
import type { Article } from '../../../src/model/article.ts';
import '../../../src/work/grammars.ts';
import { readItems } from './sample.ts';

export const MARKED_SETS = ['cnn', 'bbc', 'realsumm', 'summeval', 'extraction', 'extraction-html', 'pages', 'reader', 'own'] as const;
const MARKS = resolve(import.meta.dirname, '../../../test/marks');
const OWN = join(MARKS, 'texts');

/** A text that somebody marked, as Brevier reads it; null when its set is not here. `id` is its line, key or file. */
export function markedArticle({ set, id }: { set: (typeof MARKED_SETS)[number]; id: string }, data: string): Article | null {
  if (set === 'own') return plainArticle(readFileSync(join(OWN, `${id}.txt`), 'utf8'));
  if (set === 'extraction') {
    const bodies = read(join(data, 'extraction/ground-truth.json')) as Record<string, { articleBody: string }> | null;
    return bodies === null ? null : plainArticle(bodies[id]?.articleBody ?? '');
  }
  if (set === 'pages') {
    const pages = read(join(data, 'pages/evaldata.json')) as Record<string, { file: string }> | null;
    const url = Object.entries(pages ?? {}).find(([, { file }]) => file === id)?.[0];
    return url === undefined ? null : pageArticle(join(data, `pages/html/${id}.gz`), url);
  }
  if (set === 'reader' || set === 'extraction-html') {
    const path = join(data, `${set === 'reader' ? set : 'extraction'}/html/${id}.html.gz`);
    return existsSync(path) ? pageArticle(path, 'https://example.org/x') : null;
  }
  const items = readItems(join(data, 'summaries', `${set}.jsonl`)) as { text: string }[] | null;
  return items === null ? null : plainArticle(items[Number(id)]?.text ?? '');
}

/** Which text somebody judged. */
export const JudgedText = {
  set: z.enum(MARKED_SETS),
  /** Line of the text in its set. */
  id: z.string(),
  /** The first eight digits of the sha256 of the text. */
  text: z.string(),
};
interface Judged {
  set: (typeof MARKED_SETS)[number];
  id: string;
  text: string;
}

/**
 * What was judged of texts of the summaries, in a folder of test/marks, each with its article under its title; texts that are
 * not here, or read differently now, are left out.
 */
export function judgedIn<T extends Judged>(
  folder: string,
  marks: z.ZodType<T>,
  data: string,
): { article: Article; name: string; judged: T }[] {
  return readdirSync(join(MARKS, folder))
    .toSorted()
    .flatMap((file) => {
      const judged = marks.parse(JSON.parse(readFileSync(join(MARKS, folder, file), 'utf8')));
      const article = judgedText(judged, data);
      return article === null ? [] : [{ article, name: file.replace('.json', ''), judged }];
    });
}

function judgedText(judged: Judged, data: string): Article | null {
  const article = markedArticle(judged, data);
  if (article === null || sha256(article.text).slice(0, 8) !== judged.text) return null;
  return titled(article, judged, data);
}

/** A text of the summaries under its title, where its set has titles. */
export function titled(article: Article, { set, id }: Pick<Judged, 'set' | 'id'>, data: string): Article {
  const items = readItems(join(data, 'summaries', `${set}.jsonl`)) as { title?: string }[] | null;
  return { ...article, title: items?.[Number(id)]?.title ?? article.title };
}

function pageArticle(path: string, url: string): Article {
  return readArticle({ kind: 'html', content: decodeBytes(gunzipSync(readFileSync(path)), null), url, fetchedAt: null });
}

function plainArticle(content: string): Article {
  return readArticle({ kind: 'text', content, url: null, fetchedAt: null });
}

const files = new Map<string, unknown>();

function read(path: string): unknown {
  if (!files.has(path)) files.set(path, existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);
  return files.get(path) ?? null;
}
