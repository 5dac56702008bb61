import { describe, expect, it } from 'vitest';
import { rankSentences } from '../../src/brief/answer/answer.ts';
import { peopleOf } from '../../src/language/peoples.ts';
import { centreOf, likenessBetween, likenessOf, rarityOf } from '../../src/language/vectors.ts';
import { stemOf } from '../../src/language/stem.ts';
import { synonymsOf } from '../../src/language/synonyms.ts';
import { textArticle } from '../articles.ts';

const like = (a: string, b: string) => likenessOf(stemOf(a, 'en'), stemOf(b, 'en'), 'en');

describe('likenessOf', () => {
  it('is high for words that are used alike', () => {
    expect(like('film', 'movie')).toBeGreaterThan(0.7);
    expect(like('physician', 'doctor')).toBeGreaterThan(0.7);
  });

  it('is low for words that have nothing to do with each other', () => {
    expect(like('film', 'illness')).toBeLessThan(0.3);
  });

  it('is 0 for words that it does not know and in other languages', () => {
    expect(likenessOf('constructor', '__proto__', 'en')).toBe(0);
    expect(likenessOf('film', 'film', 'de')).toBe(0);
  });
});

describe('centreOf', () => {
  it('brings texts about the same thing together', () => {
    const sickness = centreOf(['doctor', 'patient'], 'en');
    const clinic = centreOf(['hospital', 'nurs'], 'en');
    const trade = centreOf(['market', 'profit'], 'en');
    expect(likenessBetween(sickness, clinic)).toBeGreaterThan(likenessBetween(sickness, trade));
  });

  it('is nothing when no word is known', () => {
    expect(centreOf(['qqqq'], 'en')).toBeNull();
    expect(likenessBetween(null, null)).toBe(0);
  });
});

describe('rarityOf', () => {
  it('is lower for everyday words', () => {
    expect(rarityOf('say', 'en')).toBeLessThan(rarityOf('physician', 'en'));
    expect(rarityOf('qqqq', 'en')).toBe(1);
  });
});

describe('peopleOf', () => {
  it('lets a people stand for its country', () => {
    expect(peopleOf(stemOf('belgians', 'en'), 'en')).toContain(stemOf('belgium', 'en'));
    expect(peopleOf(stemOf('norway', 'en'), 'en')).toContain(stemOf('norwegian', 'en'));
  });

  it('knows nothing of other names', () => {
    expect(peopleOf('constructor', 'en')).toEqual([]);
    expect(peopleOf('ital', 'it')).toEqual([]);
  });
});

describe('synonymsOf', () => {
  it('knows word families beyond English', () => {
    expect(synonymsOf(stemOf('auto', 'de'), 'de')).toContain(stemOf('fahrzeug', 'de'));
    expect(synonymsOf(stemOf('coche', 'es'), 'es')).toContain(stemOf('automóvil', 'es'));
  });
});

describe('rankSentences', () => {
  it('finds a compound by its part', () => {
    const article = textArticle(
      'Der Rat tagte am Montag in der Schule. Für jedes Dach zahlt die Stadt eine Bauprämie an die Leute. Der Bus fährt weiter wie bisher.',
    );
    expect(rankSentences(article, 'Wer bekommt die Prämie?')[0]?.text).toContain('Bauprämie');
  });

  it('finds what is said in quite other words', () => {
    const article = textArticle(
      'The ferry left the harbour on Monday. Two physicians looked after the patients on board. The captain had never seen such waves.',
    );
    expect(rankSentences(article, 'Which doctors helped?')[0]?.text).toContain('physicians');
  });
});
