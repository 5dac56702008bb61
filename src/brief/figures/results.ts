import { languageFor } from '../../language/tables.ts';
import type { Quantity } from './quantity.ts';

/** `3-0`, `6-2 5-7 6-2`, `82–79`; with a colon where a language writes results so. */
const RESULT =
  /(?<![\p{L}\p{N}.,:/$€£¥+#-])\d{1,3}[-–:]\d{1,3}(?:,?\s\d{1,2}[-–:]\d{1,2}(?:\s?\(\d{1,2}[-–]\d{1,2}\))?){0,4}(?![\p{L}\p{N}%°]|[-–:/.,]\p{N}|[-–]\p{L})/gu;
/** How far the word may be that makes a result of it, in UTF-16 units. */
const REACH = 60;
const COLON = new Set(['de', 'it', 'nl']);

const wordSets = new Map<string, ReadonlySet<string>>();

/** Results of matches and votes: two numbers with a dash beside a word of winning, losing or voting. */
export function resultsIn(text: string, language: string): Quantity[] {
  const { code, contests, calendar } = languageFor(language);
  const words = wordSets.get(code) ?? new Set(contests);
  wordSets.set(code, words);
  const found: Quantity[] = [];
  for (const match of text.matchAll(RESULT)) {
    const raw = match[0];
    const span = { start: match.index, end: match.index + raw.length };
    if (raw.includes(':') && !COLON.has(code)) continue;
    const around = `${text.slice(Math.max(0, span.start - REACH), span.start)} ${text.slice(span.end, span.end + REACH)}`;
    const near = around.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
    if (!near.some((word) => words.has(word))) continue;
    const before = /(\p{L}+)\.?\s?$/u.exec(text.slice(Math.max(0, span.start - 14), span.start))?.[1] ?? '';
    const behind = /^\s(\p{L}+)/u.exec(text.slice(span.end, span.end + 24))?.[1] ?? '';
    const isDate = [before, behind].some((word) => calendar.months.includes(word.toLowerCase()));
    // "won 2-3 games" counts the games.
    if (isDate || (code === 'en' && /^\p{Ll}+[^sui]s$/u.test(behind))) continue;
    found.push({
      span,
      raw,
      numberSpan: span,
      value: Number.parseInt(raw, 10),
      unit: null,
      per: null,
      kind: 'score',
      qualifier: 'exactly',
      isOrdinal: false,
      isWords: false,
      isFromTo: false,
      role: 'quantity',
    });
  }
  return found;
}
