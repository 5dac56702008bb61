import type { NumberWords } from '../../language/language.ts';
import { attached, type Token } from './tokens.ts';

/** A number written in digits; `end` is the index of the first token behind it. */
export interface Numeral {
  value: number;
  end: number;
  /** A whole number without separators, exponent or fraction. */
  isPlain: boolean;
  isFraction: boolean;
}

const VULGAR: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '½': 1 / 2,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '¼': 1 / 4,
    '¾': 3 / 4,
    '⅕': 1 / 5,
    '⅖': 2 / 5,
    '⅗': 3 / 5,
    '⅘': 4 / 5,
    '⅙': 1 / 6,
    '⅚': 5 / 6,
    '⅐': 1 / 7,
    '⅛': 1 / 8,
    '⅜': 3 / 8,
    '⅝': 5 / 8,
    '⅞': 7 / 8,
    '⅑': 1 / 9,
    '⅒': 1 / 10,
  }),
);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** No quantity in an article has more digits; longer runs are account numbers, keys and noise. */
const DIGITS_MAX = 24;
/** Groups looked ahead when the grouping is not plain, as in 12,34,567. */
const GROUPS_MAX = 8;

/** Reads a numeral at `at`, in the notation of the language; null when none stands there. Bounded look-ahead. */
export function readNumeral(tokens: readonly Token[], at: number, numbers: NumberWords): Numeral | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const vulgar = VULGAR.get(first.text);
  if (vulgar !== undefined) return { value: vulgar, end: at + 1, isPlain: false, isFraction: true };
  if (first.text === '.' || first.text === ',') return readBareDecimal(tokens, at);
  if (first.kind !== 'digits' || first.text.length > DIGITS_MAX) return null;
  const whole = readGrouped(tokens, at, numbers);
  return withExponent(tokens, withFraction(tokens, whole));
}

/** `.5`: only where nothing is attached before the point. */
function readBareDecimal(tokens: readonly Token[], at: number): Numeral | null {
  const point = tokens[at];
  const digits = tokens[at + 1];
  const free = point?.spaced === true || /^[[({$€£<>=~-]$/u.test(tokens[at - 1]?.text ?? '');
  if (!free || !attached(digits) || digits.kind !== 'digits' || point?.text !== '.') return null;
  if (digits.text.length > DIGITS_MAX) return null;
  return withExponent(tokens, { value: Number(`0.${digits.text}`), end: at + 2, isPlain: false, isFraction: false });
}

function readGrouped(tokens: readonly Token[], at: number, numbers: NumberWords): Numeral {
  const head = tokens[at]?.text ?? '';
  const plain: Numeral = { value: Number(head), end: at + 1, isPlain: true, isFraction: false };
  const separator = separatorAt(tokens, at + 1);
  // "Core i7 860": what is glued to a word groups nothing.
  if (separator?.mark === ' ' && tokens[at - 1]?.kind === 'word' && attached(tokens[at])) return plain;
  if (separator === null) return spokenApart(tokens, at, plain) ?? plain;
  const groups = groupsBehind(tokens, at, separator);
  if (groups.length > 0 && isGrouping(head, groups, separator, numbers)) {
    const end = at + 1 + groups.length * separator.width;
    const digits = head + groups.join('');
    const decimal = separatorAt(tokens, end);
    const fraction = decimal === null || decimal.mark === separator.mark || decimal.mark === ' ' ? null : digitsAt(tokens, end + 1);
    if (fraction !== null && (decimal?.mark === '.' || decimal?.mark === ',')) {
      const behind = separatorAt(tokens, end + 2);
      const another = behind !== null && behind.mark === decimal.mark;
      if (!another) return { value: Number(`${digits}.${fraction}`), end: end + 2, isPlain: false, isFraction: false };
    }
    return { value: Number(digits), end, isPlain: false, isFraction: false };
  }
  if (
    (separator.mark === '.' || separator.mark === ',') &&
    groups.length === 1 &&
    !isListed(tokens, at, separator.mark) &&
    isDecimal(head, groups[0] ?? '', separator.mark, numbers)
  ) {
    return { value: Number(`${head}.${groups[0]}`), end: at + 3, isPlain: false, isFraction: false };
  }
  return plain;
}

/** The last of "22,24,26,31" and "192.168.1.2": the same mark stands before it, too. */
function isListed(tokens: readonly Token[], at: number, mark: string): boolean {
  return tokens[at - 1]?.text === mark && attached(tokens[at - 1]) && attached(tokens[at]) && tokens[at - 2]?.kind === 'digits';
}

interface Separator {
  mark: string;
  /** Tokens one separator and its group take: a space is no token. */
  width: 1 | 2;
}

/** The separator between the digits before `at` and more digits; null when there is none. */
function separatorAt(tokens: readonly Token[], at: number): Separator | null {
  const next = tokens[at];
  if (next === undefined) return null;
  if (next.kind === 'digits') {
    const gap = next.start - (tokens[at - 1]?.end ?? 0);
    return next.spaced && !next.broken && gap === 1 ? { mark: ' ', width: 1 } : null;
  }
  if (!attached(next) || !/^[.,'’٬٫·]$/u.test(next.text)) return null;
  return digitsAt(tokens, at + 1) === null ? null : { mark: next.text === '٫' ? '.' : next.text === '٬' ? ',' : next.text, width: 2 };
}

function digitsAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  return attached(token) && token.kind === 'digits' && token.text.length <= DIGITS_MAX ? token.text : null;
}

function groupsBehind(tokens: readonly Token[], at: number, separator: Separator): string[] {
  const groups: string[] = [];
  let next = at + 1;
  while (groups.length < GROUPS_MAX) {
    const found = separatorAt(tokens, next);
    if (found === null || found.mark !== separator.mark) break;
    const digits = tokens[next + found.width - 1]?.text ?? '';
    // A space parts groups only as long as they are groups: "12 000 5 times".
    if (separator.mark === ' ' && digits.length !== 3) break;
    groups.push(digits);
    next += found.width;
  }
  return groups;
}

function isGrouping(head: string, groups: readonly string[], { mark }: Separator, numbers: NumberWords): boolean {
  if (head.length > 3 || head.startsWith('0')) return false;
  const threes = groups.every((group) => group.length === 3);
  if (mark === ' ' || mark === "'" || mark === '’') return threes;
  if (threes) return groups.length > 1 || mark !== numbers.decimal;
  // 12,34,567: pairs, and three digits at the end.
  const pairs = groups.slice(0, -1).every((group) => group.length === 2);
  return mark === ',' && groups.length > 1 && pairs && head.length <= 2 && groups.at(-1)?.length === 3;
}

/** One separator that does not group. The other language's mark is accepted when it cannot be a list or a group. */
function isDecimal(head: string, fraction: string, mark: string, numbers: NumberWords): boolean {
  if (mark === numbers.decimal) return true;
  if (mark === '.') return fraction.length !== 3 || head === '0' || head.length > 3;
  return fraction.length <= 2 || head === '0';
}

/** Pre-tokenised text writes "7 . 57 %"; taken as one number only in front of a percent sign or a scale. */
function spokenApart(tokens: readonly Token[], at: number, whole: Numeral): Numeral | null {
  const [point, digits, behind] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (point?.text !== '.' || !point.spaced || digits?.kind !== 'digits' || !digits.spaced || digits.text.length > 3) return null;
  if (behind === undefined || !/^(?:%|percent|per|million|billion|trillion|thousand)$/u.test(behind.lower)) return null;
  return { value: Number(`${whole.value}.${digits.text}`), end: at + 3, isPlain: false, isFraction: false };
}

/** `3/4`, `10 1/2`, `2½`. Not `22/11/2026`. */
function withFraction(tokens: readonly Token[], whole: Numeral): Numeral {
  const next = tokens[whole.end];
  if (next === undefined) return whole;
  const vulgar = VULGAR.get(next.text);
  if (vulgar !== undefined) return { value: whole.value + vulgar, end: whole.end + 1, isPlain: false, isFraction: true };
  if (!whole.isPlain) return whole;
  const own = slashed(tokens, whole.end - 1);
  if (own !== null) return own;
  const behind = next.kind === 'digits' && next.spaced ? slashed(tokens, whole.end) : null;
  if (behind === null || behind.value >= 1) return whole;
  return { value: whole.value + behind.value, end: behind.end, isPlain: false, isFraction: true };
}

function slashed(tokens: readonly Token[], at: number): Numeral | null {
  const [above, slash, below] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (above?.kind !== 'digits' || below?.kind !== 'digits' || !/^[/⁄]$/u.test(slash?.text ?? '')) return null;
  // "3 / 4" as pre-tokenised text has it, or "3/4", not "3/ 4".
  if (slash?.spaced !== below.spaced || above.text.length > 3 || below.text.length > 4) return null;
  if (tokens[at - 1]?.text === '/' && attached(above)) return null;
  const after = tokens[at + 3];
  if (attached(after) && /^[/.,-]$/u.test(after.text) && tokens[at + 4]?.kind === 'digits' && attached(tokens[at + 4])) return null;
  const denominator = Number(below.text);
  if (denominator < 2) return null;
  return { value: Number(above.text) / denominator, end: at + 3, isPlain: false, isFraction: true };
}

/** `4e14`, `10^9`, `10⁹`, `1.5 × 10^9`. */
function withExponent(tokens: readonly Token[], base: Numeral): Numeral {
  const { end } = base;
  const letter = tokens[end];
  if (base.isFraction || letter === undefined) return base;
  // "4e14", but not the aircraft "7E7".
  if (attached(letter) && letter.lower === 'e' && !(letter.text === 'E' && base.isPlain)) {
    const power = signed(tokens, end + 1);
    if (power !== null) return scaled(base, 10 ** power.value, power.end);
  }
  const raised = powerAt(tokens, end);
  if (raised !== null) return { value: base.value ** raised.value, end: raised.end, isPlain: false, isFraction: false };
  if (/^[×x*·⋅]$/u.test(letter.text) && tokens[end + 1]?.text === '10') {
    const ten = powerAt(tokens, end + 2);
    if (ten !== null) return scaled(base, 10 ** ten.value, ten.end);
  }
  return base;
}

function scaled(base: Numeral, factor: number, end: number): Numeral {
  // Through the decimal notation, so that 1.3e6 is 1300000 and not 1300000.0000000002.
  return { value: Number((base.value * factor).toPrecision(15)), end, isPlain: false, isFraction: false };
}

function powerAt(tokens: readonly Token[], at: number): { value: number; end: number } | null {
  const token = tokens[at];
  if (!attached(token)) return null;
  if (token.text === '^') return signed(tokens, at + 1);
  let end = at;
  let digits = '';
  let negative = false;
  while (attached(tokens[end])) {
    const digit = SUPERSCRIPTS.indexOf(tokens[end]?.text ?? ' ');
    if (tokens[end]?.text === '⁻' && digits === '') negative = true;
    else if (digit >= 0 && digits.length < 3) digits += String(digit);
    else break;
    end += 1;
  }
  return digits === '' ? null : { value: Number(digits) * (negative ? -1 : 1), end };
}

function signed(tokens: readonly Token[], at: number): { value: number; end: number } | null {
  const sign = tokens[at];
  if (!attached(sign)) return null;
  const isSign = /^[+−-]$/u.test(sign.text);
  const digits = digitsAt(tokens, isSign ? at + 1 : at);
  if (digits === null || digits.length > 3) return null;
  return { value: Number(digits) * (isSign && sign.text !== '+' ? -1 : 1), end: at + (isSign ? 2 : 1) };
}
