import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, wordsIn, type Reading } from '../../language/reading/reading.ts';
import { isSaying } from '../../language/reading/speech.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import type { FigureKind, KeyFigure } from '../../model/figure.ts';
import { definitesIn } from '../definites.ts';
import { pointersIn } from '../leaning.ts';
import { namesIn } from '../names.ts';
import { wordsOf } from '../words.ts';

/** What is read above a row, and where in the article its sentence stands. */
export interface Shown {
  /** The headline and the gist. */
  text: string;
  /** Sentences that the gist cites. */
  gistIds: readonly number[];
  /** Sentences in the article. */
  sentences: number;
  language: string;
}

const KINDS: readonly FigureKind[] = ['money', 'percent', 'count', 'ratio', 'duration', 'score', 'rank', 'length'];
const PARTS = ['PRON', 'DET', 'PROPN', 'NUM', 'NOUN', 'ADP', 'ADV', 'VERB', 'CCONJ', 'SCONJ'] as const;
const RELATIONS = ['nsubj', 'obj', 'obl', 'nmod', 'nummod', 'appos', 'root', 'advcl', 'acl', 'conj', 'compound'] as const;
const SELF = /^(?:i|we|me|us|my|our|mine|ours|myself|ourselves)$/u;
const YOU = /^(?:you|your|yours|yourself)$/u;
const FAR = 12;
const NONE = -1;

/** What is known of a row before it is shown: how it reads, what it takes for known, and what it adds to what stands above. */
export function postableFeatures(figure: KeyFigure, score: number, shown: Shown): number[] {
  const { told = figure.label, raw } = figure;
  const { language } = shown;
  const flag = (is: boolean) => (is ? 1 : 0);
  const text = told.replaceAll(/^…|…$|[[\]]/gu, '');
  const reading = readingOf(text, language);
  const stems = (words: string) => new Set(wordsOf(words, language).flatMap(({ stem, stop }) => (stop ? [] : [stem])));
  const [above, own] = [stems(shown.text), stems(text)];
  const shared = own.intersection(above).size;
  const names = namesIn(text);
  const strange = names.filter(
    (name) => !shown.text.includes(name) && !name.split(' ').some((word) => word.length > 3 && shown.text.includes(word)),
  );
  const sentence = figure.citations[0]?.sentenceIds[0] ?? 0;
  const size = Math.abs(figure.value);
  return [
    score,
    Math.min(20, figure.rank),
    flag(told.startsWith('…')),
    flag(told.endsWith('…')),
    told.length,
    flag(told.includes('[')),
    own.size,
    shared / Math.max(1, own.size),
    shared / Math.max(1, above.size),
    own.size - shared,
    flag(shown.text.includes(raw)),
    flag(shown.gistIds.includes(sentence)),
    Math.min(...shown.gistIds.map((id) => Math.abs(id - sentence)), 20),
    sentence,
    sentence / Math.max(1, shown.sentences),
    shown.sentences,
    names.length,
    strange.length,
    flag(strange.some((name) => text.startsWith(name))),
    ...KINDS.map((kind) => flag(kind === figure.kind)),
    flag(figure.unit !== null),
    Math.min(12, Math.log10(Math.max(size, 0.01))),
    flag(Number.isInteger(size) && size < 10),
    flag(/^\p{L}+$/u.test(raw)),
    flag(figure.qualifier !== 'exactly'),
    flag(figure.status === 'hedged'),
    flag(figure.attributedTo !== null),
    flag(figure.status === 'attributed' && figure.attributedTo === null),
    flag(figure.change !== undefined),
    flag(figure.asOf !== undefined),
    flag(figure.conflict !== undefined),
    figure.citations.length,
    flag(/["“”„«»]|(?:^|\s)['‘]/u.test(text)),
    flag(text.includes('(')),
    flag(/[?!]/u.test(text)),
    flag(/--|–|—|;|:\s/u.test(text)),
    text.split(',').length - 1,
    flag(/^\p{Ll}/u.test(text)),
    text.indexOf(raw) / Math.max(1, text.length),
    ...(reading === null ? [] : readFeatures(reading, raw, above)),
  ];
}

function readFeatures(reading: Reading, raw: string, above: ReadonlySet<string>): number[] {
  const { words, sentence } = reading;
  const flag = (is: boolean) => (is ? 1 : 0);
  const count = (pattern: RegExp) => words.filter((_, at) => pattern.test(lowerAt(reading, at))).length;
  const root = words.findIndex(({ head }) => head < 0);
  const start = sentence.indexOf(raw);
  const number = start < 0 ? [] : wordsIn(reading, start, start + raw.length);
  const at = number.at(-1) ?? NONE;
  const isKnown = (one: number) => {
    const stem = stemOf(lowerAt(reading, one), reading.language);
    return above.has(stem) || [...relativesOf(stem, reading.language).near.keys()].some((other) => above.has(other));
  };
  const definites = definitesIn(reading).filter((one) => !isKnown(one.at));
  const pointers = pointersIn(reading);
  const noun = at < 0 ? NONE : isPart(reading, headOf(reading, at), 'NOUN', 'PROPN') ? headOf(reading, at) : at;
  let [depth, clauses, hasOwnSubject] = [0, 0, false];
  for (let one = at; one >= 0 && depth < FAR; one = headOf(reading, one), depth += 1) {
    if (!isPredicate(reading, one)) continue;
    clauses += 1;
    if (clauses === 1) hasOwnSubject = dependentsOf(reading, one, 'nsubj').length > 0;
  }
  const subject = dependentsOf(reading, root, 'nsubj')[0] ?? NONE;
  return [
    pointers.length,
    flag(pointers.some((one) => one <= 3)),
    count(/^(?:it|its|they|them|their|he|she|his|her|him)$/u),
    count(/^(?:this|that|these|those|such)$/u),
    count(SELF),
    count(YOU),
    definites.length,
    definites.filter(({ isLost }) => isLost).length,
    definites.filter(({ isTopic }) => isTopic).length,
    ...PARTS.map((part) => flag(isPart(reading, 0, part))),
    flag(isPart(reading, root, 'VERB', 'AUX')),
    flag(subject >= 0),
    flag(subject >= 0 && isPart(reading, subject, 'PRON')),
    flag(subject >= 0 && isPart(reading, subject, 'PROPN')),
    flag(subject >= 0 && isKnown(subject)),
    flag(root >= 0 && isSaying(reading, root)),
    depth,
    clauses,
    flag(hasOwnSubject),
    ...RELATIONS.map((relation) => flag(noun >= 0 && hasRelation(reading, noun, relation))),
    flag(noun >= 0 && noun !== at && isKnown(noun)),
    flag(noun >= 0 && dependentsOf(reading, noun, 'det').some((one) => /^(?:the|these|those|all|both)$/u.test(lowerAt(reading, one)))),
    flag(noun >= 0 && subject >= 0 && noun === subject),
    flag(/^-?(?:year|month|week|day|hour|minute|mile|time|way|man|part|point)/u.test(sentence.slice(start + raw.length))),
    flag(/^\s?years?[\s-]old|^[\s-]year[\s-]old/u.test(sentence.slice(start + raw.length))),
    flag(
      /^\s(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:ago|later|earlier|after|before)\b/u.test(sentence.slice(start + raw.length)),
    ),
    words.filter((_, one) => isPart(reading, one, 'NUM')).length,
    words.filter((_, one) => isPart(reading, one, 'VERB')).length,
  ];
}
