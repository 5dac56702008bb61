import { describe, expect, it } from 'vitest';
import { chooseBullets, type Choice } from '../../src/brief/bullets.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { leansOn, unnamedIn } from '../../src/brief/ties.ts';
import { readArticle } from '../../src/extract/article.ts';
import '../../src/work/grammars.ts';

function choiceOf(sentences: readonly string[], title: readonly string[] = []): Choice {
  const article = readArticle({ kind: 'text', content: sentences.join(' '), url: null, fetchedAt: null });
  return {
    passages: passagesOf(article),
    language: 'en',
    textOf: ({ text }) => text,
    isUnfit: () => false,
    weight: () => 1,
    unclear: (passage, shown, context) => ({ leans: leansOn(passage, shown, context), risk: 0 }),
    isTopic: () => false,
    titleStems: new Set(title),
    // One sentence a point.
    holds: (bullet) => bullet.length === 1,
  };
}

const LAW = 'A law on harbours was passed in March.';
const NEWS = 'Elmhaven will close its terminal.';
const KNOWING = 'Ines Okafor voted against the law.';

describe('what a sentence takes for known', () => {
  it('counts where only a sentence that is not shown names it', () => {
    const choice = choiceOf([LAW, NEWS, KNOWING]);
    const [law, news, knowing] = choice.passages;
    if (law === undefined || news === undefined || knowing === undefined) throw new Error('three sentences');
    expect(unnamedIn(knowing, [news], choice)).toBe(1);
    expect(unnamedIn(knowing, [law], choice)).toBe(0);
  });
  it('is known from the headline above the points, and from a word of the same kind', () => {
    for (const choice of [
      choiceOf([LAW, NEWS, KNOWING], ['law']),
      choiceOf(['A ship left Norvik.', 'A vessel was lost in March.', 'Ines Okafor saw the ship.']),
    ]) {
      const [, shown, knowing] = choice.passages;
      if (shown === undefined || knowing === undefined) throw new Error('three sentences');
      expect(unnamedIn(knowing, [shown], choice)).toBe(0);
    }
  });
  it('is nothing in the first sentence, which nothing stands before', () => {
    const choice = choiceOf(['The airline will close two routes.', NEWS]);
    const [first] = choice.passages;
    if (first === undefined) throw new Error('two sentences');
    expect(leansOn(first, [], choice)).toBe(false);
    expect(unnamedIn(first, [], choice)).toBe(0);
  });
  it.each([
    'Two days before, three girls boarded a plane in Norvik.',
    'The next day Ines Okafor left Norvik.',
    'Since then Elmhaven has bought a boat.',
    'In other words, buy a boat.',
  ])('is the time of another sentence: %s', (timed) => {
    const choice = choiceOf([NEWS, LAW, timed]);
    const [news, , later] = choice.passages;
    if (news === undefined || later === undefined) throw new Error('three sentences');
    expect(leansOn(later, [news], choice)).toBe(true);
  });
  it.each(['Two days before the vote, three girls boarded a plane in Norvik.', 'The next five days will be spent in Norvik.'])(
    'is no time where the sentence says it: %s',
    (timed) => {
      const choice = choiceOf([NEWS, LAW, timed]);
      const [news, , later] = choice.passages;
      if (news === undefined || later === undefined) throw new Error('three sentences');
      expect(leansOn(later, [news], choice)).toBe(false);
    },
  );
  it('is whoever is called by an age alone, but right behind the sentence that names him', () => {
    const choice = choiceOf([NEWS, 'Ole Lind has won a race in Norvik.', 'The 32-year-old will row again in March.']);
    const [news, named, aged] = choice.passages;
    if (news === undefined || named === undefined || aged === undefined) throw new Error('three sentences');
    expect(leansOn(aged, [news], choice)).toBe(true);
    expect(leansOn(aged, [named], choice)).toBe(false);
  });
  it('is nobody in the first sentence of an article, which names him later', () => {
    const choice = choiceOf(['He may be hurt, but Ole Lind has promised a race in Norvik.', NEWS]);
    const [first] = choice.passages;
    if (first === undefined) throw new Error('two sentences');
    expect(leansOn(first, [], choice)).toBe(false);
  });
  it('costs a sentence its place where another is worth nearly as much', () => {
    const choice = choiceOf([LAW, NEWS, KNOWING, 'Ines Okafor bought a boat in Norvik.']);
    const worths = choice.passages
      .map((passage, at) => ({ passage, figure: 0, known: [], worth: [0, 0.9, 0.5, 0.4][at] ?? 0 }))
      .toSorted((a, b) => b.worth - a.worth);
    expect(chooseBullets(worths, 2, null, choice).map(([one]) => one?.id)).toEqual([1, 3]);
    expect(chooseBullets(worths, 3, null, choice, [], 0.38).map(([one]) => one?.id)).toEqual([1, 3]);
  });
});
