import { hashOf, placeOf } from './hashes.ts';

/** What was learnt of words: a line of text each, with a row of small numbers. Nothing of it is made before it is asked for. */
export interface Lexicon {
  /** Numbers of a row; 0 where there are none. */
  readonly width: number;
  readonly size: number;
  /** A row after the other, in the order of the lines. */
  readonly values: Int8Array;
  /** Whose work it is, and its licence. */
  readonly notice: string;
  /** Which line begins with the word, from 0; -1 where none does. */
  rowOf(word: string): number;
  /** The line that begins with the word; null where none does. */
  lineOf(word: string): string | null;
  lines(): string[];
}

const MAGIC = 0x4257_4c31;
const HEADER = 6;

/**
 * A lexicon from its bytes, which are looked into and not copied: six 32-bit numbers (a mark, a salt, lines, width, bytes
 * of the lines and of the notice), the sorted hashes of the lines' words, where each of them begins, which line it is, the
 * rows, the lines, the notice. Little-endian, each part begun at a multiple of 4.
 * @throws Error when the bytes are no lexicon
 */
export function readLexicon(bytes: Uint8Array): Lexicon {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const [mark, salt = 0, size = 0, width = 0, textBytes = 0, noticeBytes = 0] =
    bytes.length < HEADER * 4 ? [] : new Uint32Array(buffer, byteOffset, HEADER);
  if (mark !== MAGIC) throw new Error('These bytes are no lexicon.');
  let at = byteOffset + HEADER * 4;
  const take = (length: number) => {
    const from = at;
    at += padded(length);
    return from;
  };
  const hashes = new Uint32Array(buffer, take(size * 4), size);
  const starts = new Uint32Array(buffer, take(size * 4), size);
  const rows = new Uint16Array(buffer, take(size * 2), size);
  const values = new Int8Array(buffer, take(size * width), size * width);
  const text = new TextDecoder().decode(new Uint8Array(buffer, take(textBytes), textBytes));
  const notice = new TextDecoder().decode(new Uint8Array(buffer, take(noticeBytes), noticeBytes));
  const placeAt = (word: string) => {
    const place = placeOf(hashOf(word, salt), hashes);
    const start = starts[place] ?? 0;
    return place >= 0 && text.startsWith(word, start) && ' \n'.includes(text.charAt(start + word.length)) ? place : -1;
  };
  return {
    width,
    size,
    values,
    notice,
    rowOf: (word) => rows[placeAt(word)] ?? -1,
    lineOf(word) {
      const start = starts[placeAt(word)];
      if (start === undefined) return null;
      const end = text.indexOf('\n', start);
      return text.slice(start, end < 0 ? text.length : end);
    },
    lines: () => text.split('\n'),
  };
}

/** The bytes of a lexicon, as `readLexicon` reads them. Each line begins with a word of its own and has no break in it. */
export function writeLexicon({ lines, width, values, notice }: Pick<Lexicon, 'width' | 'values' | 'notice'> & { lines: readonly string[] }) {
  let start = 0;
  const known = lines.map((line, row) => {
    const from = start;
    start += line.length + 1;
    return { word: line.split(' ', 1)[0] ?? '', from, row };
  });
  const salt = saltFor(known.map(({ word }) => word));
  const sorted = known.map((one) => ({ ...one, hash: hashOf(one.word, salt) })).toSorted((a, b) => a.hash - b.hash);
  const [text, told] = [new TextEncoder().encode(lines.join('\n')), new TextEncoder().encode(notice)];
  const parts: ArrayBufferView[] = [
    Uint32Array.of(MAGIC, salt, lines.length, width, text.length, told.length),
    Uint32Array.from(sorted, ({ hash }) => hash),
    Uint32Array.from(sorted, ({ from }) => from),
    Uint16Array.from(sorted, ({ row }) => row),
    values,
    text,
    told,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.byteLength), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  }
  return bytes;
}

/** The first salt under which no two of the words have the same hash. */
function saltFor(words: readonly string[]): number {
  if (new Set(words).size < words.length) throw new Error('A word of a lexicon stands in two lines.');
  let salt = 0;
  while (new Set(words.map((word) => hashOf(word, salt))).size < words.length) salt += 1;
  return salt;
}

const padded = (bytes: number) => (bytes + 3) & ~3;
