import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexicon, writeLexicon } from '../../src/language/lexicon.ts';

const LINES = ['the', 'mill 4|factory', 'millet', 'tür offen', 'don’t'];
const lexicon = readLexicon(
  writeLexicon({ lines: LINES, width: 2, values: Int8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, -128]), notice: 'Made by hand.' }),
);

describe('a lexicon', () => {
  it('gives back what was written, wherever its bytes stand in memory', () => {
    const written = writeLexicon({ lines: LINES, width: 0, values: new Int8Array(0), notice: '' });
    const shifted = new Uint8Array(written.length + 1);
    shifted.set(written, 1);
    expect(readLexicon(shifted.subarray(1)).lines()).toEqual(LINES);
    expect([lexicon.width, lexicon.size, lexicon.notice]).toEqual([2, 5, 'Made by hand.']);
    expect([...lexicon.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, -128]);
  });

  it('knows the words that lines begin with, whole', () => {
    expect(LINES.map((line) => lexicon.rowOf(line.split(' ')[0] ?? ''))).toEqual([0, 1, 2, 3, 4]);
    expect(lexicon.lineOf('mill')).toBe('mill 4|factory');
    expect(lexicon.lineOf('don’t')).toBe('don’t');
    expect(['mil', 'mille', 'factory', '', 'constructor', '__proto__', 'the\nmill'].map((word) => lexicon.rowOf(word))).toEqual(
      Array.from({ length: 7 }, () => -1),
    );
    expect(lexicon.lineOf('mil')).toBeNull();
  });

  it('finds every one of any words, and no other', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[ \n]/u.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (words, other) => {
        const own = readLexicon(writeLexicon({ lines: words, width: 0, values: new Int8Array(0), notice: '' }));
        expect(words.map((one) => own.rowOf(one))).toEqual(words.map((_, at) => at));
        expect(own.rowOf(other)).toBe(words.indexOf(other));
      }),
    );
  });

  it('refuses bytes that are none, and words that stand in two lines', () => {
    expect(() => readLexicon(new Uint8Array(64))).toThrow('These bytes are no lexicon.');
    expect(() => readLexicon(new Uint8Array(3))).toThrow('These bytes are no lexicon.');
    expect(() => writeLexicon({ lines: ['a', 'a b'], width: 0, values: new Int8Array(0), notice: '' })).toThrow('two lines');
  });
});
