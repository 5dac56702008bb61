import { isPredicate } from '../../language/reading/clause.ts';
import {
  dependentsOf,
  hasRelation,
  headOf,
  isPart,
  isUnder,
  lowerAt,
  readingOf,
  subtreeOf,
  wordsIn,
  type Reading,
} from '../../language/reading/reading.ts';
import type { Span } from '../../model/article.ts';
import { findQuantities } from './quantities.ts';

/** Characters of a row's words. */
const MOST = 120;
/** Shorter clauses say too little of their own. */
const LEAST = 30;

/**
 * The words of the sentence around a figure, as they stand there: the whole sentence where it is short, else the largest
 * clause of it that fits with its subject, else as much of the clause as fits. `label` says which words matter. Ellipses
 * stand where the sentence goes on. Null for a long sentence of a language without a grammar.
 */
export function toldAround(sentence: string, figure: Span, label: string, language: string): string | null {
  const text = sentence.trimEnd();
  const others = findQuantities(text, language).filter(
    ({ span, role }) => role === 'quantity' && (span.end <= figure.start || span.start >= figure.end),
  );
  const isShort = text.length <= MOST;
  if (isShort && others.length === 0) return closed(text, 0, text.length);
  const reading = readingOf(text, language);
  if (reading === null) return isShort ? closed(text, 0, text.length) : null;
  const number = wordsIn(reading, figure.start, figure.end);
  const own = ownClause(
    reading,
    number,
    others.map(({ span }) => wordsIn(reading, span.start, span.end)),
  );
  if (own !== null) return closed(text, ...own);
  if (isShort) return closed(text, 0, text.length);
  const clause = clauseAround(reading, number);
  if (clause !== null) return closed(text, ...clause);
  return windowIn(text, figure, edgesOf(reading), weightOf(reading, number, label));
}

/** From the first character to the last, with ellipses where words are left out, without marks that belong to what is left out. */
function closed(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  const opens = /^[\s,.;:–—)\]-]+|^["“„«](?=[^"”»]*$)/u.exec(text.slice(start, end));
  start += opens?.[0].length ?? 0;
  end -= /[\s,;:–—([-]*$|\.$/u.exec(text.slice(start, end))?.[0].length ?? 0;
  const piece = withoutHalves(text.slice(start, end));
  const isWhole = /^[\s"“„«]*$/u.test(text.slice(0, start));
  const isRest = /^[\s"”»'’.!?;,]*$/u.test(text.slice(end));
  return `${isWhole ? '' : '…'}${piece}${isRest ? '' : '…'}`;
}

/** Quotation marks and brackets that have lost the other one. */
function withoutHalves(piece: string): string {
  let rest = piece;
  if ((rest.match(/"/gu)?.length ?? 0) % 2 === 1) rest = rest.replace(/^"|"$|(?<=\s)"|"(?=[\s,.])/u, '');
  for (const [open, close] of [
    ['“', '”'],
    ['„', '“'],
    ['«', '»'],
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    const [opened, shut] = [rest.split(open).length, rest.split(close).length];
    if (opened > shut && open !== '„') rest = rest.replace(open, '');
    if (shut > opened && open !== '„') rest = rest.replace(close, '');
  }
  return rest.replace(/\s{2,}/gu, ' ').trim();
}

/** What a clause can be told without: a second clause, what is said of a noun, what happened beside it; no condition. */
const BESIDE = ['conj', 'acl', 'advcl', 'appos', 'parataxis'] as const;
const HELD =
  /^(?:if|unless|provided|because|although|though|despite|but|not|wenn|falls|weil|obwohl|aber|si|parce|mais|aunque|porque|pero|se|perché|ma|als|omdat|maar)$/u;

/** The figure's own clause without those that tell other figures, as places in the text; null where none parts them. */
function ownClause(reading: Reading, number: readonly number[], others: readonly (readonly number[])[]): [number, number] | null {
  const { words } = reading;
  const isOver = (at: number, some: readonly number[]) => some.some((one) => isUnder(reading, one, at));
  for (let at = number[0] ?? -1, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    if (!isPredicate(reading, at) || !hasSubject(reading, at)) continue;
    const under = subtreeOf(reading, at);
    const beside = under.filter(
      (one) =>
        one !== at &&
        hasRelation(reading, one, ...BESIDE) &&
        !isOver(one, number) &&
        others.some((other) => isOver(one, other)) &&
        !subtreeOf(reading, one).some((word) => HELD.test(lowerAt(reading, word))),
    );
    if (beside.length === 0) continue;
    const gone = new Set(beside.flatMap((one) => subtreeOf(reading, one)));
    const left = under.filter((one) => !gone.has(one) && !isPart(reading, one, 'PUNCT'));
    const [first, until] = trimmedEnds(reading, left[0] ?? at, left.at(-1) ?? at);
    // ", enough": what introduced the other clause.
    const comma = words.findIndex(
      ({ text: word }, one) => word === ',' && one >= until - STUMP && one < until && one > Math.max(at, ...number),
    );
    const last = comma < 0 || !others.some(([other = -1]) => other > until) ? until : comma - 1;
    const isWhole = words.slice(first, last + 1).every(({ part }, step_) => part === 'PUNCT' || left.includes(first + step_));
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    if (isWhole && number.every((one) => one >= first && one <= last) && end - start <= MOST && end - start >= LEAST) return [start, end];
  }
  return null;
}

/** Words behind a comma that say nothing without the clause they introduce. */
const STUMP = 2;

/** Without what joins a clause to another: it says nothing alone. */
function trimmedEnds(reading: Reading, from: number, to: number): [number, number] {
  let [first, last] = [from, to];
  const joins = (at: number) =>
    isPart(reading, at, 'PUNCT', 'CCONJ', 'SCONJ') || hasRelation(reading, at, 'mark', 'cc') || WHEN.test(lowerAt(reading, at));
  while (first < last && joins(first)) first += 1;
  while (last > first && isPart(reading, last, 'PUNCT', 'CCONJ')) last -= 1;
  return [first, last];
}

/** The largest clause over the figure that fits, with its subject, as places in the text. */
function clauseAround(reading: Reading, number: readonly number[]): [number, number] | null {
  const { words } = reading;
  let best: [number, number] | null = null;
  for (let at = number[0] ?? -1, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    if (!isPredicate(reading, at) || !hasSubject(reading, at)) continue;
    const under = subtreeOf(reading, at);
    const [first, last] = trimmedEnds(reading, under[0] ?? at, under.at(-1) ?? at);
    const isWhole = last - first + 1 === under.filter((one) => one >= first && one <= last).length;
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    const isIn = number.every((one) => one >= first && one <= last);
    if (isWhole && isIn && end - start <= MOST && end - start >= LEAST) best = [start, end];
  }
  return best;
}
/** Steps up from a figure. */
const FAR = 12;
const WHEN = /^(?:when|where|while|why|how|als|wo|quand|où|cuando|donde|quando|dove|onde|toen|waar)$/u;
const RELATIVE = /^(?:which|who|that|whose|whom)$/u;

function hasSubject(reading: Reading, at: number): boolean {
  return dependentsOf(reading, at, 'nsubj').some((one) => !RELATIVE.test(lowerAt(reading, one)));
}

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
  const firsts = new Set<number>();
  const lasts = new Set<number>();
  for (const at of reading.words.keys()) {
    const under = subtreeOf(reading, at);
    firsts.add(under.find((one) => !isPart(reading, one, 'PUNCT')) ?? at);
    lasts.add(under.findLast((one) => !isPart(reading, one, 'PUNCT')) ?? at);
  }
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

/** What a word is worth to whoever reads the row: it stands in the label, it is the verb or the subject over the figure. */
function weightOf(reading: Reading, number: readonly number[], label: string): (start: number) => number {
  const wanted = new Set(label.toLowerCase().match(/[\p{L}\p{M}\p{N}’'-]+/gu));
  const above = new Set<number>();
  for (let at = number[0] ?? -1, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    above.add(at);
    if (isPredicate(reading, at)) {
      for (const one of dependentsOf(reading, at, 'nsubj', 'aux', 'obj')) above.add(one);
      if (hasSubject(reading, at)) break;
    }
  }
  const worth = new Map(
    reading.words.map(({ start, text, part }, at) => [
      start,
      (wanted.has(text.toLowerCase()) && part !== 'ADP' && part !== 'DET' ? 1 : 0) + (above.has(at) ? 1 : 0),
    ]),
  );
  return (start) => worth.get(start) ?? 0;
}

/** What every character of a piece costs. */
const CHARACTER = 0.01;

/** The stretch around the figure that is worth most. */
function windowIn(text: string, figure: Span, edges: readonly Edge[], weight: (start: number) => number): string {
  const first = edges.findIndex(({ end }) => end > figure.start);
  const last = edges.findLastIndex(({ start }) => start < figure.end);
  let best: { worth: number; from: number; to: number } | null = null;
  const sums = [0];
  for (const { start } of edges) sums.push((sums.at(-1) ?? 0) + weight(start));
  for (let from = first; from >= 0; from -= 1) {
    for (let to = last; to < edges.length; to += 1) {
      const [a, b] = [edges[from], edges[to]];
      if (a === undefined || b === undefined || b.end - a.start > MOST) break;
      const worth = (sums[to + 1] ?? 0) - (sums[from] ?? 0) + a.opening + b.closing - CHARACTER * (b.end - a.start);
      if (best === null || worth > best.worth) best = { worth, from: a.start, to: b.end };
    }
  }
  return best === null ? text.slice(figure.start, figure.end) : closed(text, best.from, best.to);
}
