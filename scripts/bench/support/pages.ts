import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../../src/fetch/charset.ts';
import type { Page } from '../../../src/extract/html/page.ts';
import { f1, overlap, shinglesOf, sizeOf } from './shingles.ts';

export const SETS = ['extraction', 'reader', 'pages'] as const;

/** A page of a public set and what is known of it. */
export interface LabelledPage {
  set: (typeof SETS)[number];
  name: string;
  url: string;
  /** Pages of one site are held out together. */
  site: string;
  html: string;
  /** The whole text, or pieces that must and must not be in it. */
  body: string | null;
  with: string[];
  without: string[];
  /** Absent where the set says nothing; '' where it says that the page has none. */
  title?: string;
  author?: string;
  date?: string;
}

export interface PageScore {
  /** Shares of shingles or of segments. */
  precision: number;
  recall: number;
  f1: number;
  isEmpty: boolean;
  lost: string[];
  extra: string[];
}

interface Body {
  articleBody: string;
  url: string;
  title?: string | null;
  byline?: string | null;
  publishedTime?: string | null;
}

interface Segments {
  file: string;
  with: string[];
  without: string[];
  title?: string;
  author?: string;
  date?: string;
}

/** Every page of the sets that are there. */
export function labelledPages(data: string): LabelledPage[] {
  return SETS.flatMap((set) => (existsSync(join(data, set)) ? pagesOf(set, join(data, set)) : []));
}

function pagesOf(set: LabelledPage['set'], folder: string): LabelledPage[] {
  // The pages of the reader's suite are stored in UTF-8, whatever they once said of themselves.
  const charset = set === 'reader' ? 'utf-8' : null;
  const read = (file: string): string => decodeBytes(gunzipSync(readFileSync(join(folder, 'html', file))), charset);
  if (set === 'pages') {
    const items = JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<string, Segments>;
    return Object.entries(items).map(([url, item]) => ({
      set,
      url,
      name: item.file,
      site: siteOf(url),
      html: read(`${item.file}.gz`),
      body: null,
      with: item.with,
      without: item.without,
      ...(item.title === undefined ? {} : { title: item.title, author: item.author ?? '', date: item.date ?? '' }),
    }));
  }
  const items = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, Body>;
  return Object.entries(items).map(([name, item]) => ({
    set,
    name,
    url: item.url,
    site: set === 'reader' ? name.replace(/-\d+$/u, '') : siteOf(item.url),
    html: read(`${name}.html.gz`),
    body: item.articleBody,
    with: [],
    without: [],
    ...(set === 'reader' && typeof item.title === 'string' ? { title: item.title, author: item.byline ?? '' } : {}),
    ...(set === 'reader' && typeof item.publishedTime === 'string' ? { date: item.publishedTime.slice(0, 10) } : {}),
  }));
}

function siteOf(url: string): string {
  const labels = (URL.parse(url)?.hostname ?? url).split('.');
  return labels.slice(/^(?:co|com|org|ac|gov)$/u.test(labels.at(-2) ?? '') ? -3 : -2).join('.');
}

/** Which of `count` parts a site belongs to, the same every time. */
export function foldOf(site: string, count: number): number {
  let hash = 5381;
  for (const char of site) hash = (hash * 33 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % count;
}

export function scoreText(page: LabelledPage, text: string): PageScore {
  if (page.body === null) {
    const squeezedText = squeezed(text);
    const lost = page.with.filter((segment) => !squeezedText.includes(squeezed(segment)));
    const extra = page.without.filter((segment) => squeezedText.includes(squeezed(segment)));
    const right = page.with.length - lost.length;
    const [precision, recall] = [right / Math.max(1, right + extra.length), right / Math.max(1, page.with.length)];
    return { precision, recall, f1: f1(precision, recall), isEmpty: text === '', lost, extra };
  }
  const wanted = shinglesOf(page.body);
  const found = shinglesOf(text);
  const common = overlap(wanted, found);
  const precision = found.size === 0 ? 0 : common / sizeOf(found);
  const recall = wanted.size === 0 ? 1 : common / sizeOf(wanted);
  return { precision, recall, f1: f1(precision, recall), isEmpty: found.size === 0, lost: [], extra: [] };
}

/** Precision, recall and F1 of a set: means over its pages, or over its segments. */
export function total(scored: readonly { page: LabelledPage; score: PageScore }[]): { precision: number; recall: number; f1: number } {
  const full = scored.filter(({ page }) => page.body !== null);
  if (full.length > 0) {
    const precision = mean(full.filter(({ score }) => !score.isEmpty).map(({ score }) => score.precision));
    const recall = mean(full.map(({ score }) => score.recall));
    return { precision, recall, f1: f1(precision, recall) };
  }
  let [right, lost, extra] = [0, 0, 0];
  for (const { page, score } of scored) {
    right += page.with.length - score.lost.length;
    lost += score.lost.length;
    extra += score.extra.length;
  }
  const [precision, recall] = [right / Math.max(1, right + extra), right / Math.max(1, right + lost)];
  return { precision, recall, f1: f1(precision, recall) };
}

/** The reference texts leave captions out, so they are scored apart from the running text. */
export function textOf(page: Pick<Page, 'blocks'>, withCaptions: boolean): string {
  return page.blocks
    .filter(({ kind }) => withCaptions || kind !== 'caption')
    .map((block) => block.text)
    .join('\n');
}

/** Case, accents on quotes, spacing and punctuation are nobody's mistake. */
export function lettersOf(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/ (?:and|und) /gu, ', ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function squeezed(text: string): string {
  return text
    .replace(/\u00ad/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
