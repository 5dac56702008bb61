import { readingOf, wordsIn } from '../../language/reading/reading.ts';
import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import { shortened } from '../shorten.ts';
import { clauseAround, ownClause } from './told-clause.ts';
import { windowAround } from './told-window.ts';

/** Characters of a part of a sentence. */
const MOST = 140;
/** Characters of a whole sentence, and of one that is not parted, whatever else it tells. */
export const WHOLE = 190;
const BRIEF = 120;

/**
 * The words of the sentence around a figure, as they stand there: the whole sentence where it is short or can be brought
 * under the limit, else the largest clause of it that fits with its subject, else as much of the clause as fits. `label`
 * says which words matter. Ellipses stand where the sentence goes on, but for a clause that can be told as a sentence
 * (`isProven`). Null for a long sentence of a language without a grammar.
 */
export function toldAround(
  sentence: string,
  figure: Span,
  label: string,
  language: string,
  isProven: (told: string) => boolean,
): string | null {
  const text = sentence.trimEnd();
  const others = findQuantities(text, language).filter(
    ({ span, role }) => role === 'quantity' && (span.end <= figure.start || span.start >= figure.end),
  );
  const isShort = text.length <= WHOLE;
  if (text.length <= BRIEF || (isShort && others.length === 0)) return closed(text, 0, text.length);
  const reading = readingOf(text, language);
  if (reading === null) return isShort ? closed(text, 0, text.length) : null;
  const number = wordsIn(reading, figure.start, figure.end);
  const own = ownClause(
    reading,
    number,
    others.map(({ span }) => wordsIn(reading, span.start, span.end)),
    MOST,
  );
  // Only of English is it known which words make a clause depend on what stands before it.
  const asTold = (part: readonly [number, number]) =>
    languageFor(language).code === 'en' ? asSentence(text, part, isProven) : closed(text, ...part);
  const apart = own === null ? null : asTold(own);
  // Rather the whole sentence than a part that needs ellipses.
  if (apart !== null && (!isShort || !/^…|…$/u.test(apart))) return apart;
  if (isShort) return closed(text, 0, text.length);
  const short = shortened(text, WHOLE, language);
  if (short.length <= WHOLE && isProven(short)) return closed(short, 0, short.length);
  const clause = clauseAround(reading, number, MOST);
  if (clause !== null) return asTold(clause);
  const { from, to, isBeginning } = windowAround(reading, figure, label, MOST);
  return isBeginning ? asTold([from, to]) : closed(text, from, to);
}

/** A clause with its subject and its verb needs no ellipses where the lock lets it pass as a sentence. */
function asSentence(text: string, [from, to]: readonly [number, number], isProven: (told: string) => boolean): string {
  const clause = closed(text, from, to);
  const bare = clause.replaceAll(/^…|…$/gu, '');
  const told = bare.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  return bare !== clause && !DEPENDENT.test(text.slice(0, from)) && isProven(told) ? told : clause;
}
/** "the villages where 260,000 people live": what stands before says of which things it is so, or when, or whether. */
const DEPENDENT = /(?:(?<!,\s)\bwhile|\b(?:where|when|whenever|who|whom|whose|which|if|whether|unless|until|how|why|what|than|as))\s*$/iu;

/** From the first character to the last, with ellipses where words are left out, without marks that belong to what is left out. */
function closed(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  // The grammar parts "5h" and "can’t"; a row does not.
  const isInside = (at: number) => /^[\p{L}\p{N}’'][\p{L}\p{N}]$/u.test(text.slice(at - 1, at + 1));
  while (end < text.length && isInside(end)) end += 1;
  while (start > 0 && isInside(start)) start -= 1;
  // The minus of "-5" and the point of ".5" are the number's.
  const opens = /^(?:[\s;:–—)\]]|[,.-](?!\d))+|^["“„«](?=[^"”»]*$)/u.exec(text.slice(start, end));
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
  if ((rest.match(/"/gu)?.length ?? 0) % 2 === 1) rest = rest.replace(/^"|"$|(?<=\s)"|"(?=[\s,.])/u, ' ');
  for (const [open, close] of [
    ['“', '”'],
    ['„', '“'],
    ['«', '»'],
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    const [opened, shut] = [rest.split(open).length, rest.split(close).length];
    // Never two words in one: "4[0" is no 40.
    if (opened > shut && open !== '„') rest = rest.replace(open, ' ');
    if (shut > opened && open !== '„') rest = rest.replace(close, ' ');
  }
  return rest
    .replace(/\s{2,}/gu, ' ')
    .replace(/\s(?=[,.;:](?:\s|$))/gu, '')
    .trim();
}
