import { describe, expect, it } from 'vitest';
import { en } from '../../src/view/labels/en.ts';
import { headlineOf } from '../../src/view/headline.ts';

const point = (text: string) => ({ text, citations: [{ sentenceIds: [0] }] });
const LONG = 'The harbour board said on Monday that the northern terminal of Elmhaven, which opened in 1904, would close for good in June.';

describe('what stands on top of a brief', () => {
  it('is the headline, or else the gist', () => {
    expect(headlineOf('Terminal closes', { gist: point('It closes.'), points: [] }, en)).toBe('Terminal closes');
    expect(headlineOf(null, { gist: point('It closes.'), points: [point('It opened.')] }, en)).toBe('It closes.');
  });
  it('is how the first point begins where neither is known, cut where a clause ends, or between two words', () => {
    expect(headlineOf(null, { gist: null, points: [point('It opened.')] }, en)).toBe('It opened.');
    const told = (text: string) => headlineOf(null, { gist: null, points: [point(text)] }, en);
    expect(told(LONG)).toBe('The harbour board said on Monday that the northern terminal of Elmhaven, which opened in 1904…');
    expect(told(LONG.replaceAll(',', ''))).toBe(
      'The harbour board said on Monday that the northern terminal of Elmhaven which opened in 1904 would…',
    );
  });
  it('says that there is none where nothing is told', () => {
    expect(headlineOf(null, { gist: null, points: [] }, en)).toBe(en.untitled);
  });
});
