import { describe, expect, it } from 'vitest';
import { knownName, nameKey } from '../../src/language/named.ts';
import '../../src/work/grammars.ts';

describe('names that a reader of news knows', () => {
  it.each([
    ['Mary', 'woman'],
    ['David', 'man'],
    ['Robin', 'person'],
    ['New York', 'place'],
    ['New  York', 'place'],
    ['U.N.', 'body'],
    ['Google', 'body'],
  ] as const)('%s is a %s', (name, kind) => {
    expect(knownName(name, 'en')).toBe(kind);
  });

  it('says nothing of other names, of a word, or in another language', () => {
    expect(knownName('Norvik', 'en')).toBeNull();
    expect(knownName('', 'en')).toBeNull();
    expect(knownName('Google', 'de')).toBeNull();
  });

  it('reads a name whatever its accents, full stops and apostrophes', () => {
    expect(nameKey('São Paulo')).toBe('sao_paulo');
    expect(nameKey('U.S.')).toBe('us');
    expect(nameKey('People’s Party')).toBe("people's_party");
  });
});
