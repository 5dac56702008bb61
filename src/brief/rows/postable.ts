import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, wordsIn, type Reading } from '../../language/reading/reading.ts';
import type { FigureKind, KeyFigure } from '../../model/figure.ts';
import { legibleFeatures, type Shown } from '../legible.ts';

const KINDS: readonly FigureKind[] = ['money', 'percent', 'count', 'ratio', 'duration', 'score', 'rank', 'length'];
const RELATIONS = ['nsubj', 'obj', 'obl', 'nmod', 'nummod', 'appos', 'root', 'advcl', 'acl', 'conj', 'compound'] as const;
/** Steps up from a figure. */
const FAR = 12;
/** Places on the card, citations, and powers of ten that make no difference any more. */
const [LAST, MOST_DIGITS] = [20, 12];
const SMALL = 10;

/** What is known of a row before it is shown; their weights are fitted to this order. Null in a language without a grammar. */
export function postableFeatures(figure: KeyFigure, score: number, shown: Shown): number[] | null {
  const { told = figure.label, raw } = figure;
  const flag = (is: boolean) => (is ? 1 : 0);
  const text = told.replaceAll(/^…|…$|[[\]]/gu, '');
  const size = Math.abs(figure.value);
  const reading = readingOf(text, shown.language);
  if (reading === null) return null;
  return [
    score,
    Math.min(LAST, figure.rank),
    flag(shown.text.includes(raw)),
    ...KINDS.map((kind) => flag(kind === figure.kind)),
    flag(figure.unit !== null),
    Math.min(MOST_DIGITS, Math.log10(Math.max(size, 0.01))),
    flag(Number.isInteger(size) && size < SMALL),
    flag(/^\p{L}+$/u.test(raw)),
    flag(figure.qualifier !== 'exactly'),
    flag(figure.status === 'hedged'),
    flag(figure.attributedTo !== null),
    flag(figure.status === 'attributed' && figure.attributedTo === null),
    flag(figure.change !== undefined),
    flag(figure.asOf !== undefined),
    flag(figure.conflict !== undefined),
    figure.citations.length,
    text.indexOf(raw) / Math.max(1, text.length),
    ...placeFeatures(reading, raw),
    ...legibleFeatures(told, figure.citations[0]?.sentenceIds[0] ?? 0, shown),
  ];
}

/** Where the number stands in what is told. */
function placeFeatures(reading: Reading, raw: string): number[] {
  const { sentence } = reading;
  const flag = (is: boolean) => (is ? 1 : 0);
  const start = sentence.indexOf(raw);
  const number = start < 0 ? [] : wordsIn(reading, start, start + raw.length);
  const at = number.at(-1) ?? -1;
  const behind = sentence.slice(start + raw.length);
  const noun = at < 0 ? -1 : isPart(reading, headOf(reading, at), 'NOUN', 'PROPN') ? headOf(reading, at) : at;
  let [depth, clauses, hasOwnSubject] = [0, 0, false];
  for (let one = at; one >= 0 && depth < FAR; one = headOf(reading, one), depth += 1) {
    if (!isPredicate(reading, one)) continue;
    clauses += 1;
    if (clauses === 1) hasOwnSubject = dependentsOf(reading, one, 'nsubj').length > 0;
  }
  return [
    depth,
    clauses,
    flag(hasOwnSubject),
    ...RELATIONS.map((relation) => flag(noun >= 0 && hasRelation(reading, noun, relation))),
    flag(noun >= 0 && dependentsOf(reading, noun, 'det').some((one) => /^(?:the|these|those|all|both)$/u.test(lowerAt(reading, one)))),
    flag(/^[-\s]?(?:year|month|week|day|hour|minute|mile|time|way|man|part|point)/u.test(behind)),
    flag(/^\s?years?[\s-]old|^[\s-]year[\s-]old/u.test(behind)),
    flag(/^\s(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:ago|later|earlier|after|before)\b/u.test(behind)),
  ];
}
