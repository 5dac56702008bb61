import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, wordsIn, type Reading } from '../../language/reading/reading.ts';
import type { Span } from '../../model/article.ts';
import { FAR, hasSubject, RELATIVE } from './told-clause.ts';

/** Where a piece may begin and end, and what that is worth. */
interface Edge {
  start: number;
  end: number;
  /** May a piece begin with the word, and end with it? Worth less than 0 where it reads cut off. */
  opening: number;
  closing: number;
}

const OPENS = /^["“„«('‘[]$/u;
const HYPHEN = /^[-‐‑]$/u;

/** What a piece loses that begins or ends inside a phrase. */
const CUT = 3;

function edgesOf(reading: Reading): Edge[] {
  const places = [...reading.words.keys()];
  const [firsts, lasts] = [outermost(reading, places), outermost(reading, places.toReversed())];
  return reading.words.map(({ start, end }, at) => {
    const isMark = isPart(reading, at, 'PUNCT');
    // "pro-Russian": no word begins or ends inside another.
    const isInside = reading.words[at - 1]?.end === start && !OPENS.test(reading.words[at - 1]?.text ?? '');
    const isBefore = reading.words[at + 1]?.start === end && !isPart(reading, at + 1, 'PUNCT');
    const isJoined = reading.words[at + 1]?.start === end && HYPHEN.test(reading.words[at + 1]?.text ?? '');
    const isHeld =
      isPart(reading, at, 'ADP', 'DET', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'NUM') || hasRelation(reading, at, 'amod', 'compound', 'case');
    const isLoose = isPart(reading, at, 'NOUN', 'PROPN', 'DET', 'NUM', 'PRON', 'ADJ');
    const behind = reading.words[at + 1];
    const isEnd = behind === undefined || ['PUNCT', 'ADP', 'SCONJ', 'CCONJ'].includes(behind.part) || RELATIVE.test(behind.text);
    return {
      start,
      end,
      opening:
        isMark || isInside ? -CUT * 2 : at === 0 || reading.words[at - 1]?.part === 'PUNCT' ? 0.5 : firsts.has(at) && isLoose ? 0 : -CUT,
      closing: isMark || isHeld || isBefore || isJoined ? -CUT * 2 : isEnd && lasts.has(at) ? 0.5 : isEnd ? -0.5 : -CUT,
    };
  });
}

/** The words with which a phrase or a clause begins, going through all of them in order; with which one ends, going backwards. */
function outermost(reading: Reading, order: readonly number[]): Set<number> {
  const passed = new Set<number>();
  const edges = new Set<number>();
  for (const word of order) {
    if (isPart(reading, word, 'PUNCT')) continue;
    for (let at = word; at >= 0 && !passed.has(at); at = headOf(reading, at)) {
      passed.add(at);
      edges.add(word);
    }
  }
  return edges;
}

/** What a word is worth to whoever reads the row: it stands in the label, it is the verb or the subject over the figure. */
function weightOf(reading: Reading, number: readonly number[], label: string): (at: number) => number {
  const wanted = new Set(label.toLowerCase().match(/[\p{L}\p{M}\p{N}’'-]+/gu));
  const above = new Set<number>();
  for (let at = number[0] ?? -1, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    above.add(at);
    if (isPredicate(reading, at)) {
      for (const one of dependentsOf(reading, at, 'nsubj', 'aux', 'obj')) above.add(one);
      if (hasSubject(reading, at)) break;
    }
  }
  return (at) => {
    const isWanted = wanted.has(lowerAt(reading, at)) && !isPart(reading, at, 'ADP', 'DET');
    return (isWanted ? 1 : 0) + (above.has(at) ? 1 : 0);
  };
}

/** What every character of a piece costs. */
const CHARACTER = 0.01;

/** A stretch of a sentence, and whether it is the sentence's own beginning with its verb, up to the end of a phrase. */
interface Window {
  from: number;
  to: number;
  isBeginning: boolean;
}

/** Is what stands up to a word a sentence, to which the rest only adds a circumstance or another clause? */
function isClosedAt(reading: Reading, last: number): boolean {
  const root = reading.words.findIndex(({ head }) => head < 0);
  return (
    root <= last &&
    hasSubject(reading, root) &&
    reading.words.every(({ head }, at) =>
      at <= last
        ? head <= last
        : head > last ||
          isPart(reading, at, 'PUNCT') ||
          (isPredicate(reading, head) && hasRelation(reading, at, 'obl', 'advcl', 'conj', 'parataxis', 'advmod')),
    )
  );
}

/** The stretch around the figure that is worth most to a reader, as places in the sentence. */
export function windowAround(reading: Reading, figure: Span, label: string, most: number): Window {
  const number = wordsIn(reading, figure.start, figure.end);
  const weight = weightOf(reading, number, label);
  const edges = edgesOf(reading);
  const [first, last] = [number[0] ?? 0, number.at(-1) ?? 0];
  const sums = [0];
  for (const at of edges.keys()) sums.push((sums.at(-1) ?? 0) + weight(at));
  let best: (Window & { worth: number }) | null = null;
  for (let from = first; from >= 0; from -= 1) {
    for (let to = last; to < edges.length; to += 1) {
      const [a, b] = [edges[from], edges[to]];
      if (a === undefined || b === undefined || b.end - a.start > most) break;
      const worth = (sums[to + 1] ?? 0) - (sums[from] ?? 0) + a.opening + b.closing - CHARACTER * (b.end - a.start);
      const isBeginning = from === 0 && b.closing > 0 && isClosedAt(reading, to);
      if (best === null || worth > best.worth) best = { worth, from: a.start, to: b.end, isBeginning };
    }
    if (figure.end - (edges[from]?.start ?? 0) > most) break;
  }
  return best ?? { from: figure.start, to: figure.end, isBeginning: false };
}
