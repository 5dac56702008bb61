import { findQuantities } from '../figures/quantities.ts';
import type { Quantity } from '../figures/quantity.ts';
import { wordsOf } from '../words.ts';
import type { Fault, Held } from './fault.ts';

/** A value that the claim itself calls rounded may be off by this share. */
const ROUNDED = 0.05;
const DIGITS = /\p{Nd}+(?:[.,:  ]\p{Nd}+)*/gu;
/** Content words behind a number that may name what it counts. */
const NOUN_REACH = 3;

interface Placed extends Quantity {
  sentence: number;
}

/** Numbers by value, unit, what they are per, qualifier, and what they count. */
export function numberFaults({ claim, sentences, language }: Held): Fault[] {
  const said = findQuantities(claim, language);
  const given = sentences.flatMap((text, sentence) =>
    findQuantities(text, language).map((quantity): Placed => ({ ...quantity, sentence })),
  );
  const faults = said.flatMap((quantity) => quantityFault(quantity, given) ?? []);
  if (faults.length > 0) return faults;
  return [...strayDigits(claim, said, sentences), ...swapped(claim, said, given, sentences, language)];
}

function quantityFault(quantity: Quantity, given: readonly Placed[]): Fault | null {
  const words = quantity.raw;
  const equal = given.filter((other) => sameValue(quantity, other));
  if (equal.length === 0) {
    const isRounded =
      quantity.qualifier === 'about' && given.some((other) => sameUnit(quantity, other) && isRounding(quantity.value, other.value));
    return isRounded ? null : { kind: 'number', words };
  }
  const alike = equal.filter((other) => sameUnit(quantity, other));
  if (alike.length === 0) return { kind: 'unit', words };
  return alike.some(({ qualifier }) => qualifier === quantity.qualifier) ? null : { kind: 'qualifier', words };
}

function sameValue(a: Quantity, b: Quantity): boolean {
  const close = (x: number, y: number) => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
  if (!close(a.value, b.value) || a.isOrdinal !== b.isOrdinal) return false;
  return a.valueMax === undefined || b.valueMax === undefined ? a.valueMax === b.valueMax : close(a.valueMax, b.valueMax);
}

function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit && a.per === b.per;
}

/** `rounded` is the value to as many digits as it has itself, and not far from it. */
function isRounding(rounded: number, value: number): boolean {
  const digits = Math.abs(rounded).toExponential().replace(/e.*$/, '').replace('.', '').length;
  return Number(value.toPrecision(digits)) === rounded && Math.abs(rounded - value) <= ROUNDED * Math.abs(value);
}

/** Digits that no quantity explains: in names, codes, sections. */
function strayDigits(claim: string, said: readonly Quantity[], sentences: readonly string[]): Fault[] {
  const plain = (digits: string) => digits.replace(/[^\p{Nd}]/gu, '');
  const known = new Set(sentences.flatMap((text) => (text.match(DIGITS) ?? []).map(plain)));
  return [...claim.matchAll(DIGITS)]
    .filter(({ index }) => !said.some(({ span }) => span.start <= index && index < span.end))
    .filter(([digits]) => !known.has(plain(digits)))
    .map(([words]) => ({ kind: 'number', words }));
}

/** Two numbers of one sentence that have changed places: each is there, but not of this. */
function swapped(
  claim: string,
  said: readonly Quantity[],
  given: readonly Placed[],
  sentences: readonly string[],
  language: string,
): Fault[] {
  for (const [index, first] of said.entries()) {
    for (const second of said.slice(index + 1)) {
      if (sameValue(first, second) || !sameUnit(first, second)) continue;
      const pairs = given.flatMap((a) =>
        given.filter((b) => b.sentence === a.sentence && sameValue(first, a) && sameValue(second, b)).map((b) => [a, b] as const),
      );
      if (pairs.length > 0 && pairs.every(([a, b]) => a.span.start > b.span.start)) return [{ kind: 'number', words: first.raw }];
    }
  }
  return said.flatMap((quantity) => {
    const noun = nounsBehind(claim, quantity, language)[0];
    const places = given.filter((other) => sameValue(quantity, other));
    const rivals = given.filter((other) => !sameValue(quantity, other) && sameUnit(quantity, other));
    if (noun === undefined || rivals.length === 0) return [];
    const behind = (other: Placed) => nounsBehind(sentences[other.sentence] ?? '', other, language);
    const isTaken = !places.some((other) => behind(other).includes(noun)) && rivals.some((other) => behind(other)[0] === noun);
    return isTaken ? [{ kind: 'number' as const, words: quantity.raw }] : [];
  });
}

function nounsBehind(text: string, { span }: Quantity, language: string): string[] {
  const rest = /^[^.,;:!?()]*/u.exec(text.slice(span.end))?.[0] ?? '';
  return wordsOf(rest, language)
    .filter(({ stop }) => !stop)
    .slice(0, NOUN_REACH)
    .map(({ stem }) => stem);
}
