import { isSaying } from '../language/reading/speech.ts';
import { TIME } from './leaning.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, subtreeOf, type Reading } from '../language/reading/reading.ts';
import { trimsIn, type Aside } from './trims.ts';

/** Less than so much of a sentence is another sentence. */
const LEAST = 0.45;
const RELATIVE = /^(?:which|who|whose|whom|where)$/u;

/**
 * The sentence without relative clauses, appositions and other asides between commas, dashes or brackets, as few of them
 * as bring it under the limit, the last first; as it is where they do not. English only. Conditions, reasons and whoever
 * says it stay.
 */
export function shortened(text: string, limit: number, language: string): string {
  // "…, finishing fifth and sixth respectively": nothing of it goes without the rest.
  if (text.length <= limit || text.length > limit * 2 || /\brespectively\b/u.test(text)) return text;
  const reading = language.startsWith('en') ? readingOf(text, language) : null;
  const root = reading?.words.findIndex(({ head }) => head < 0) ?? -1;
  // A main clause that opens with "when" is a misread one.
  if (reading === null || dependentsOf(reading, root, 'mark').length > 0) return text;
  // "Garrett, a spokesman of Norvik, said his town would …": which one, goes with it.
  const isFree = ({ start, end }: Aside) => !(OWNED.test(text.slice(end)) && /\p{Lu}/u.test(text.slice(start, end)));
  const asides = asidesIn(reading).filter(isFree).toSorted(backwards);
  return (
    cutTo(text, limit, asides) ??
    cutTo(text, limit, [
      ...asides,
      ...trimsIn(reading)
        .filter((aside) => isFree(aside) && isWhole(text.slice(aside.start, aside.end)))
        .toSorted(backwards),
    ]) ??
    text
  );
}

/** A place or a body that is known by whose it is. */
const OWNED =
  /\b(?:his|her|their|its) (?:own )?(?:state|country|city|town|county|village|island|region|province|district|company|firm|department|agency|ministry|office|party|club|team|union|university|school|hospital|magazine|newspaper|house|ship|boat)\b/iu;

function backwards(a: Aside, b: Aside): number {
  return b.start - a.start;
}

/** The text without the one aside that is enough, or without so many as are; null where they are not, or where little is left. */
function cutTo(text: string, limit: number, asides: readonly Aside[]): string | null {
  const single = asides
    .filter((aside) => isBetween(without(text, [aside]).length, text.length * LEAST, limit))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (single !== undefined) return without(text, [single]);
  const all: Aside[] = [];
  for (const aside of asides) {
    if (all.some((other) => aside.start < other.end && other.start < aside.end)) continue;
    all.push(aside);
    const short = without(text, all);
    if (short.length < text.length * LEAST) break;
    if (short.length <= limit) return short;
  }
  return null;
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function without(text: string, asides: readonly Aside[]): string {
  let rest = text;
  for (const { start, end } of asides.toSorted((a, b) => b.start - a.start)) {
    const before = rest.slice(0, start).trimEnd();
    const behind = rest.slice(end).trimStart();
    // "in the U.S." has its full stop.
    if (before.endsWith('.') && behind === '.') rest = before;
    else rest = /^[.,;:!?]/u.test(behind) ? `${before}${behind}` : `${before} ${behind}`;
  }
  return raised(rest.trim());
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function asidesIn(reading: Reading): Aside[] {
  const { sentence } = reading;
  const clauses = [...reading.words.keys()].filter((at) => isAside(reading, at)).flatMap((at) => stretchOf(reading, at) ?? []);
  const marked = [...sentence.matchAll(/\s\([^()"“”]{3,}\)|\s(?:--?|–|—)\s[^"“”–—]{3,}?(?:\s(?:--?|–|—)(?=\s)|(?=[.!?]$))/gu)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const front = frontOf(reading);
  return [...clauses, ...marked, ...(front === null ? [] : [front])].filter(({ start, end }) => isWhole(sentence.slice(start, end)));
}

/** No quotation is cut through. */
function isWhole(stretch: string): boolean {
  return (
    (stretch.match(/"/gu)?.length ?? 0) % 2 === 0 && (stretch.match(/[“„«]/gu)?.length ?? 0) === (stretch.match(/[”»]/gu)?.length ?? 0)
  );
}

function isAside(reading: Reading, at: number): boolean {
  if (hasRelation(reading, at, 'appos')) return true;
  const isRelative = hasRelation(reading, at, 'acl') && subtreeOf(reading, at).some((one) => RELATIVE.test(lowerAt(reading, one)));
  const isParticiple =
    hasRelation(reading, at, 'advcl', 'acl') &&
    isPart(reading, at, 'VERB') &&
    lowerAt(reading, at).endsWith('ing') &&
    // ", killing seven people": the news of it.
    !subtreeOf(reading, at).some((one) => isPart(reading, one, 'NUM')) &&
    dependentsOf(reading, at, 'mark', 'aux', 'nsubj').length === 0;
  // "…, and the board will meet in May.": a second sentence.
  const isSecond =
    hasRelation(reading, at, 'conj') &&
    headOf(reading, headOf(reading, at)) < 0 &&
    dependentsOf(reading, at, 'nsubj').length > 0 &&
    dependentsOf(reading, at, 'cc').some((one) => lowerAt(reading, one) === 'and') &&
    // "and just two believed it", "and 30 left": what limits the first, or is news itself.
    !subtreeOf(reading, at).some((one) => LIMIT.test(lowerAt(reading, one)) || isPart(reading, one, 'NUM'));
  return isRelative || isParticiple || isSecond || isAdverbial(reading, at);
}

const LIMIT = /^(?:just|only|no|not|none|nobody|never|few|neither|but)$/u;

/** ", in dock since January,": where, when and how, and neither who says it nor on what condition. */
function isAdverbial(reading: Reading, at: number): boolean {
  if (!hasRelation(reading, at, 'obl', 'nmod', 'advcl')) return false;
  return !subtreeOf(reading, at).some((one) => isKept(reading, one));
}

function isKept(reading: Reading, at: number): boolean {
  const word = lowerAt(reading, at);
  return KEPT.test(word) || TIME.test(word) || isPart(reading, at, 'NUM') || isSaying(reading, at);
}
/** Words of conditions, of sources, and of what was not so; when it was is kept as well. */
const KEPT =
  /^(?:if|unless|provided|because|although|though|despite|according|except|without|not|no|never|only|like|unlike|rather|instead|per|by|to)$/u;

/** "While the board met, the ferry sank.": what stands before the main clause, as far as its comma. */
function frontOf(reading: Reading): Aside | null {
  const { words } = reading;
  const root = words.findIndex(({ head }) => head < 0);
  const subject = dependentsOf(reading, root, 'nsubj')[0];
  const front = dependentsOf(reading, root, 'advcl').find((at) => subject !== undefined && at < subject && subtreeOf(reading, at)[0] === 0);
  if (front === undefined || subtreeOf(reading, front).some((one) => isKept(reading, one))) return null;
  const start = Math.min(subject ?? root, ...subtreeOf(reading, subject ?? root));
  const isParted = words[start - 1]?.text === ',' && subtreeOf(reading, front).every((one) => one < start);
  return isParted ? { start: 0, end: words[start]?.start ?? 0 } : null;
}

/** The words under it, where they stand together between commas or at the end; the comma before goes with them. */
function stretchOf(whole: Reading, at: number): Aside | null {
  const { words } = whole;
  const under = subtreeOf(whole, at).filter((one) => !(words[one]?.part === 'PUNCT' && (one === 0 || one === words.length - 1)));
  let [first, last] = [under[0] ?? at, under.at(-1) ?? at];
  while (words[first]?.text === ',') first += 1;
  while (words[last]?.text === ',') last -= 1;
  if (last - first + 1 > under.length + 2 || words[first - 1]?.text !== ',') return null;
  const behind = words[last + 1]?.text;
  const isLast = behind === undefined || /^[.!?]$/u.test(behind);
  if (!isLast && (behind !== ',' || isPart(whole, last + 2, 'CCONJ'))) return null;
  const start = words[first - 1]?.start ?? 0;
  // Only in front of a verb do both commas go: "…, the board said" keeps one.
  // And not where another aside stands before it: "Berg, 51, of Norvik, says".
  const isInside = isPart(whole, last + 2, 'VERB', 'AUX', 'ADV') && !/,\s[^,]{1,30}$/u.test(whole.sentence.slice(0, start));
  const end = isLast || !isInside ? (words[last]?.end ?? 0) : (words[last + 1]?.end ?? 0);
  return start > 2 && last - first >= 2 ? { start, end } : null;
}
