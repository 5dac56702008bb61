/** A run of letters, a run of digits, or one other character. White space makes no token. */
export interface Token {
  kind: 'word' | 'digits' | 'symbol';
  text: string;
  /** Lower case, NFC. */
  lower: string;
  start: number;
  end: number;
  /** White space stands in front of it, or it is the first. */
  spaced: boolean;
  /** A line break stands in front of it. */
  broken: boolean;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /[\s\u200b\ufeff]/u;
/** First digits of the scripts whose digits articles use; NFKC folds the full-width ones. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xc66, 0xe50, 0xff10];

/** The tokens of a text in order. Linear; never throws. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  let broken = true;
  while (at < text.length) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (char === ' ' || SPACE.test(char)) {
      spaced = true;
      broken ||= char === '\n';
      at += char.length;
      continue;
    }
    const kind = isLetter(char) ? 'word' : DIGIT.test(char) && digitOf(char) !== null ? 'digits' : 'symbol';
    let end = at + char.length;
    if (kind !== 'symbol') end = runEnd(text, end, kind === 'word' ? LETTER : DIGIT);
    const raw = text.slice(at, end);
    const plain = kind === 'digits' ? asciiDigits(raw) : raw;
    tokens.push({ kind, text: plain, lower: kind === 'word' ? lowerCase(raw) : plain, start: at, end, spaced, broken });
    spaced = false;
    broken = false;
    at = end;
  }
  return tokens;
}

/** Most letters are the plain small ones, for which no pattern has to be asked. */
function isLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z' && char.length === 1) || LETTER.test(char);
}

function runEnd(text: string, from: number, pattern: RegExp): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (pattern === LETTER && code >= 0x61 && code <= 0x7a) {
      end += 1;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (!pattern.test(char)) break;
    end += char.length;
  }
  return end;
}

function lowerCase(word: string): string {
  // A word of this length is no number word; folding it would cost memory for nothing.
  return word.length > 200 ? word : word.toLowerCase().normalize('NFC');
}

function asciiDigits(digits: string): string {
  if (/^[0-9]*$/.test(digits)) return digits;
  return Array.from(digits, (char) => String(digitOf(char) ?? 0)).join('');
}

function digitOf(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? null : code - zero;
}

/** Nothing stands between this token and the one before it. */
export function attached(token: Token | undefined): token is Token {
  return token !== undefined && !token.spaced;
}
