import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasGrammar, parseSentence } from '../../../src/language/grammar/grammar.ts';
import { readModel } from '../../../src/language/grammar/model.ts';
import { MOST_WORDS } from '../../../src/language/grammar/network.ts';
import { piecesOf } from '../../../src/language/grammar/split.ts';
import type { ParsedWord } from '../../../src/language/grammar/universal.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'];

function wordsOf(sentence: string, language: string): readonly ParsedWord[] {
  return parseSentence(sentence, language)?.words ?? [];
}

/** `rose ← nsubj prices`: who hangs on whom. */
function arcsOf(sentence: string, language: string): string[] {
  const words = wordsOf(sentence, language);
  return words.map(({ head, relation, text }) => `${words[head]?.text ?? ''} ← ${relation} ${text}`);
}

describe('a sentence', () => {
  it.each([
    ['en', 'The council bought two ferries for the island.', ['bought ← nsubj council', 'bought ← obj ferries', 'ferries ← nummod two']],
    ['de', 'Der Rat kaufte zwei Fähren für die Insel.', ['kaufte ← nsubj Rat', 'kaufte ← obj Fähren', 'Fähren ← nummod zwei']],
    ['fr', 'Le conseil a acheté deux navires.', ['acheté ← nsubj conseil', 'acheté ← obj navires', 'navires ← nummod deux']],
    ['es', 'El consejo compró dos barcos.', ['compró ← nsubj consejo', 'compró ← obj barcos', 'barcos ← nummod dos']],
    ['pt', 'O conselho comprou dois navios.', ['comprou ← nsubj conselho', 'comprou ← obj navios', 'navios ← nummod dois']],
    ['it', 'Il consiglio ha comprato due navi.', ['comprato ← nsubj consiglio', 'comprato ← obj navi', 'navi ← nummod due']],
    ['nl', 'De raad kocht twee schepen.', ['kocht ← nsubj raad', 'kocht ← obj schepen', 'schepen ← nummod twee']],
  ])('is read as who did what in %s: %s', (language, sentence, arcs) => {
    expect(arcsOf(sentence, language)).toEqual(expect.arrayContaining(arcs));
  });
  it('in a language without a grammar is not read', () => {
    expect(hasGrammar('fi')).toBe(false);
    expect(parseSentence('Neuvosto osti kaksi lauttaa.', 'fi')).toBeNull();
  });
  it('without a word has no words', () => {
    expect(parseSentence('', 'en')).toEqual({ words: [], isCut: false });
  });
  it('of ten thousand words is read in pieces, which is said, as one tree', () => {
    const parse = parseSentence('ships and '.repeat(5000), 'en');
    expect(parse?.isCut).toBe(true);
    expect(parse?.words).toHaveLength(10_000);
    expect(parse?.words.filter(({ head }) => head < 0)).toHaveLength(1);
  });
  it('of as many words as fit is read whole', () => {
    expect(parseSentence('ships '.repeat(MOST_WORDS), 'en')?.isCut).toBe(false);
  });
});

describe('words', () => {
  it.each([
    ['en', "She didn't pay the firm's $3.4bn.", "She did n't pay the firm 's $ 3.4 bn ."],
    [
      'en',
      'Mr. Lee cannot come at 10:30, e.g. on 1,200 well-known days.',
      'Mr. Lee can not come at 10:30 , e.g. on 1,200 well - known days .',
    ],
    ['fr', "L'homme du port qu'il connaît a-t-il payé ?", "L' homme de le port qu' il connaît a -t-il payé ?"],
    ['de', 'Im Hafen stieg der Preis um 12,5 Prozent.', 'in dem Hafen stieg der Preis um 12,5 Prozent .'],
    ['es', 'El precio del puerto subió al 5 %.', 'El precio de el puerto subió a el 5 % .'],
    ['pt', 'A receita do porto caiu na ilha.', 'A receita de o porto caiu em a ilha .'],
    ['it', 'Il prezzo dell’acqua del porto.', 'Il prezzo di l’ acqua di il porto .'],
    ['nl', 'De raad-Jansen betaalde 5,5 miljoen.', 'De raad-Jansen betaalde 5,5 miljoen .'],
  ])('are parted as the treebanks part them in %s: %s', (language, sentence, words) => {
    const pieces = piecesOf(sentence, language).map(({ text }) => text);
    expect(pieces.join(' ')).toBe(words);
  });
});

describe('any text', () => {
  it('gives the same tree each time: one root, no circle, every word a span of the sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.oneof(fc.string({ maxLength: 200 }), fc.lorem({ maxCount: 30 })),
        (language, sentence) => {
          const words = wordsOf(sentence, language);
          expect(wordsOf(sentence, language)).toEqual(words);
          let last = 0;
          for (const { start, end } of words) {
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThanOrEqual(Math.min(last, start));
            expect(sentence.slice(start, end)).not.toMatch(/^\s|\s$/u);
            last = end;
          }
          expect(words.filter(({ head }) => head < 0)).toHaveLength(words.length === 0 ? 0 : 1);
          words.forEach((_, at) => {
            let steps = 0;
            for (let one = at; one >= 0 && steps <= words.length; one = words[one]?.head ?? -1) steps += 1;
            expect(steps).toBeLessThanOrEqual(words.length);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a model', () => {
  it('is refused when its bytes are none', () => {
    expect(() => readModel(new Uint8Array(64))).toThrow('These bytes are no grammar.');
  });
});
