import { describe, expect, it } from 'vitest';
import { lexiconFor } from '../../src/language/lexicons.ts';
import { stemOf } from '../../src/language/stem.ts';
import { kinOf, kinsOf, standingOf, type Kin } from '../../src/language/thesaurus.ts';
import '../../src/work/grammars.ts';

const kin = (one: string, other: string) => kinOf(stemOf(one, 'en'), stemOf(other, 'en'), 'en');
const standing = (word: string, text: string) =>
  standingOf(
    stemOf(word, 'en'),
    text.split(' ').map((other) => stemOf(other, 'en')),
    'en',
  );

describe('the thesaurus of news English', () => {
  it.each<[string, string, Kin]>([
    ['criticised', 'condemned', 'same'],
    ['vehicle', 'lorry', 'narrower'],
    ['lorry', 'vehicle', 'wider'],
    ['resume', 'suspend', 'opposite'],
    ['lawyer', 'judge', 'rival'],
    ['attended', 'hosted', 'otherSide'],
  ])('%s and %s are %s', (one, other, expected) => {
    expect(kin(one, other)).toBe(expected);
  });

  it('says nothing of words that it does not list, nor in another language', () => {
    expect(kin('vehicle', 'zyzzyva')).toBeNull();
    expect(kinOf('vehicl', 'lorr', 'de')).toBeNull();
  });

  it('says of two words the same from both sides', () => {
    const turned: Partial<Record<Kin, Kin>> = { narrower: 'wider', wider: 'narrower' };
    const stems = (lexiconFor('en', 'thesaurus')?.lines() ?? []).map((line) => line.split(' ', 1)[0] ?? '');
    expect(stems.length).toBeGreaterThan(5000);
    const oneSided = stems.flatMap((stem) =>
      [...kinsOf(stem, 'en')]
        .filter(([other, found]) => kinOf(other, stem, 'en') !== (turned[found] ?? found))
        .map(([other]) => `${stem} ${other}`),
    );
    expect(oneSided).toEqual([]);
  });

  it('knows how a word stands to a text, by the best of its words', () => {
    expect(standing('vehicle', 'the vehicle hit a lorry')).toBe('itself');
    expect(standing('vehicle', 'a lorry hit the quay')).toBe('narrower');
    expect(standing('resume', 'they suspend all flights')).toBe('opposite');
    expect(standing('vehicle', 'the quay was closed')).toBe('nothing');
    expect(standing('zyzzyva', 'the quay was closed')).toBe('unknown');
  });
});
