import { describe, expect, it } from 'vitest';
import { nameKindsIn } from '../../src/brief/name-kinds.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { textArticle } from '../articles.ts';

const kinds = nameKindsIn(
  passagesOf(
    textArticle(
      'Anna Berg runs the Harbour Board of Norvik. Berg was born on Hollow Island, near London. J. K. Lind and Mr Storm sold her the yard. Zalto paid for it.',
    ),
  ),
  'en',
);

describe('what a name in an article is of', () => {
  it.each([
    ['Anna Berg', 'woman'],
    ['Berg', 'woman'],
    ['J. K. Lind', 'person'],
    ['Mr Storm', 'man'],
    ['London', 'place'],
    ['Hollow Island', 'place'],
    ['Fishermen’s Association', 'body'],
  ] as const)('%s: %s', (name, kind) => {
    expect(kinds(name)).toBe(kind);
  });

  it('is not told where nothing tells it', () => {
    expect(kinds('Zalto')).toBeNull();
  });
});
