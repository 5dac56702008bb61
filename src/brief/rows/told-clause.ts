import { isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, isUnder, lowerAt, subtreeOf, type Reading } from '../../language/reading/reading.ts';

/** Characters: shorter clauses say too little of their own. */
const LEAST = 30;

/** What a clause can be told without: a second clause, what is said of a noun, what happened beside it; no condition, and nothing that limits what is told: "and just two believed it". */
const BESIDE = ['conj', 'acl', 'advcl', 'appos', 'parataxis'] as const;
const HELD =
  /^(?:if|unless|provided|because|although|though|despite|but|not|just|only|none|no|never|few|neither|wenn|falls|weil|obwohl|aber|si|parce|mais|aunque|porque|pero|se|perché|ma|als|omdat|maar)$/u;

/** A clause that stands beside the main one. */
const APART = ['conj', 'advcl', 'parataxis'] as const;

/** The figure's own clause without those that tell other figures, as places in the text; null where none parts them. */
export function ownClause(
  reading: Reading,
  number: readonly number[],
  others: readonly (readonly number[])[],
  most: number,
): [number, number] | null {
  const { words } = reading;
  const isOver = (at: number, some: readonly number[]) => some.some((one) => isUnder(reading, one, at));
  for (let at = number[0] ?? -1, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    if (!isPredicate(reading, at) || !hasSubject(reading, at)) continue;
    const under = subtreeOf(reading, at);
    const beside = under.filter(
      (one) =>
        one !== at &&
        hasRelation(reading, one, ...BESIDE) &&
        // "5,000 patients and 600 nurses": one deed, told once.
        !(hasRelation(reading, one, 'conj') && !isPart(reading, one, 'VERB', 'AUX', 'ADJ')) &&
        !isOver(one, number) &&
        others.some((other) => isOver(one, other)) &&
        !(hasRelation(reading, one, 'acl') && isRestrictive(reading, one)) &&
        !subtreeOf(reading, one).some((word) => HELD.test(lowerAt(reading, word))),
    );
    const isApart = beside.length === 0 && hasRelation(reading, at, ...APART) && !others.some((other) => isOver(at, other));
    const isHeld = dependentsOf(reading, at, 'mark', 'advmod').some((one) => HELD.test(lowerAt(reading, one)));
    if (beside.length === 0 && (!isApart || isHeld)) continue;
    const gone = new Set(beside.flatMap((one) => subtreeOf(reading, one)));
    const left = under.filter((one) => !gone.has(one) && !isPart(reading, one, 'PUNCT'));
    const [first, until] = trimmedEnds(reading, at, left[0] ?? at, left.at(-1) ?? at);
    // ", enough": what introduced the other clause.
    const comma = words.findIndex(
      ({ text: word }, one) => word === ',' && one >= until - STUMP && one < until && one > Math.max(at, ...number),
    );
    const last = comma < 0 || !others.some(([other = -1]) => other > until) ? until : comma - 1;
    const isWhole = words.slice(first, last + 1).every(({ part }, step_) => part === 'PUNCT' || left.includes(first + step_));
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    if (isWhole && number.every((one) => one >= first && one <= last) && end - start <= most && end - start >= LEAST) return [start, end];
  }
  return null;
}

/** Words behind a comma that say nothing without the clause they introduce. */
const STUMP = 2;

/** "jobs that pay at least $45,000": without a comma before it a clause says which ones. */
function isRestrictive(reading: Reading, at: number): boolean {
  const first = subtreeOf(reading, at).find((one) => !isPart(reading, one, 'PUNCT')) ?? at;
  return reading.words[first - 1]?.part !== 'PUNCT';
}

/** Without what joins a clause to another: it says nothing alone. */
function trimmedEnds(reading: Reading, head: number, from: number, to: number): [number, number] {
  let [first, last] = [from, to];
  // "When the mill closed, 30 people left": the "when" is another clause's.
  const joins = (at: number) =>
    isPart(reading, at, 'PUNCT') ||
    (headOf(reading, at) === head &&
      (isPart(reading, at, 'CCONJ', 'SCONJ') ||
        hasRelation(reading, at, 'mark', 'cc') ||
        WHEN.test(lowerAt(reading, at)) ||
        RELATIVE.test(lowerAt(reading, at))));
  while (first < last && joins(first)) first += 1;
  while (last > first && isPart(reading, last, 'PUNCT', 'CCONJ')) last -= 1;
  return [first, last];
}

/** The largest clause over the figure that fits, with its subject, as places in the text. */
export function clauseAround(reading: Reading, number: readonly number[], most: number): [number, number] | null {
  const { words } = reading;
  let best: [number, number] | null = null;
  for (let at = number[0] ?? -1, step = 0; at >= 0 && step < FAR; at = headOf(reading, at), step += 1) {
    if (!isPredicate(reading, at) || !hasSubject(reading, at)) continue;
    const under = subtreeOf(reading, at);
    const [first, last] = trimmedEnds(reading, at, under[0] ?? at, under.at(-1) ?? at);
    const isWhole = last - first + 1 === under.filter((one) => one >= first && one <= last).length;
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    const isIn = number.every((one) => one >= first && one <= last);
    if (isWhole && isIn && end - start <= most && end - start >= LEAST) best = [start, end];
  }
  return best;
}
/** Steps up from a figure. */
export const FAR = 12;
const WHEN = /^(?:when|where|while|why|how|als|wo|quand|où|cuando|donde|quando|dove|onde|toen|waar)$/u;
export const RELATIVE = /^(?:which|who|that|whose|whom)$/u;

export function hasSubject(reading: Reading, at: number): boolean {
  return dependentsOf(reading, at, 'nsubj').some((one) => !RELATIVE.test(lowerAt(reading, one)));
}
