import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { faultsOf } from '../../src/brief/lock.ts';
import { readArticle } from '../../src/extract/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import '../../src/work/grammars.ts';

const NEWS = 'The port of Elmhaven will close its northern terminal in June, the harbour board said on Monday.';
const MORE = [
  'About 120 dock workers at the northern terminal would move to the southern quay.',
  'The harbour board said that the northern terminal lost 4 million euros last year.',
  'Closing the terminal would free the quay for a ferry line to Norvik, according to the harbour board.',
];

function briefOf(...sentences: string[]) {
  const article = readArticle({ kind: 'text', content: sentences.join('\n\n'), url: null, fetchedAt: null });
  const { gist, points } = briefArticle(article, BriefOptions.parse({}));
  return { article, gist: gist?.text ?? '', points, text: points.map(({ text }) => text).join('\n') };
}

describe('what no colleague would forward', () => {
  it.each([
    'Is there another way for the northern terminal of Elmhaven?',
    'The harbour board of Elmhaven declined to comment on the northern terminal.',
    'Ole Lind of the northern terminal said: "We will miss the view of Elmhaven.',
    'The northern terminal of Elmhaven: a closer look',
    'Click here for more about the northern terminal of Elmhaven.',
    'Empty quay: the northern terminal of Elmhaven seen from the sea in June.',
    'If you work at the northern terminal of Elmhaven, you can write to the harbour board.',
  ])('is not told: %s', (line) => {
    expect(briefOf(NEWS, ...MORE, line).text).not.toContain(line.slice(0, 25));
  });
});

describe('who writes, and whose views they are,', () => {
  it.each([
    ['in front', (bio: string, views: string) => briefOf(bio, views, NEWS, ...MORE)],
    ['behind', (bio: string, views: string) => briefOf(NEWS, ...MORE, 'The quay of Elmhaven is 400 years old.', bio, views)],
  ])('is no part of the story %s', (_, tell) => {
    const { gist, text } = tell(
      'Ole Lind is professor of harbours at the University of Elmhaven.',
      'The views expressed in this commentary are solely those of the writer.',
    );
    expect(`${gist}\n${text}`).not.toMatch(/Ole Lind|views expressed/u);
    expect(gist).toContain('northern terminal');
  });
});

describe('points', () => {
  it('stand in the order of the article', () => {
    const first = briefOf(NEWS, ...MORE).points.map(({ citations }) => citations[0]?.sentenceIds[0] ?? -1);
    expect(first).toEqual(first.toSorted((a, b) => a - b));
  });
  it('hold a sentence that leans together with the one that explains it, both cited', () => {
    const { points } = briefOf(
      NEWS,
      'Elmhaven has two ferries, the Tern and the Gull, which cost 3 million euros a year.',
      'They will both be sold to Norvik in August for 9 million euros.',
      'The southern quay of Elmhaven will be dredged for 20 million euros from March on.',
    );
    const pair = points.find(({ text }) => text.includes('They will'));
    expect(pair?.text).toMatch(/^Elmhaven has two ferries.*\. They will both be sold/u);
    expect(pair?.citations).toEqual([{ sentenceIds: [1] }, { sentenceIds: [2] }]);
  });
  it('keep a "but" behind the sentence that it answers, and nowhere else', () => {
    const { text } = briefOf(
      NEWS,
      'Elmhaven has two ferries, the Tern and the Gull, which cost 3 million euros a year.',
      'But they will both be sold to Norvik in August for 9 million euros.',
      'But the southern quay of Elmhaven will be dredged for 20 million euros from March on.',
    );
    expect(text).toContain('a year. But they will both be sold');
    expect(text).toContain('The southern quay');
  });
  it('do not lean on what was cut from the point above', () => {
    const { text } = briefOf(
      NEWS,
      'The southern quay of Elmhaven, which the shipping group Tideline has rented for its many ferries, would be dredged for 20 million euros from March on by 40 workers from Norvik, the harbour board said in its plan for the northern terminal of the port and its dock.',
      'The group has paid 9 million euros for the dredging.',
      ...MORE,
    );
    expect(text).toContain('would be dredged');
    expect(text).not.toContain('The group has paid');
  });
  it('do not answer a question that is not shown, whatever else the article answers', () => {
    const { text } = briefOf(
      NEWS,
      ...MORE,
      'Will the northern terminal of Elmhaven ever open again for ships of the harbour board?',
      'As 120 dock workers of the northern terminal prepare to move, the answer seems to be negative for the harbour board.',
    );
    expect(text).not.toContain('the answer');
  });
  it('are let through by the lock, also where two sentences make one', () => {
    const { article, points } = briefOf(NEWS, ...MORE);
    for (const { text, citations } of points) expect(faultsOf(text, citations, article)).toEqual([]);
  });
  it('name somebody in full who is called short before anybody knows him', () => {
    const { points } = briefOf(
      NEWS,
      'Why does Ole Lind, 43, a crane driver, drink his coffee on the quay?',
      ...MORE,
      'Lind said 31 cranes would be sold to a shipyard in Norvik for 9 million euros.',
    );
    const told = points.find(({ text }) => text.includes('31 cranes'));
    expect(told?.text).toContain('[Ole Lind] said 31 cranes');
    expect(told?.citations.flatMap(({ sentenceIds }) => sentenceIds)).toContain(1);
  });
});

describe('the gist beside others as good', () => {
  it('takes nothing for known', () => {
    const { gist } = briefOf(
      'Is a new law on harbours what Elmhaven needs after so many years? Many ask that.',
      'Mayor Ines Okafor of Elmhaven signed the law on Monday after months of talks with dock workers.',
      'Mayor Ines Okafor of Elmhaven sold two ferries on Monday after months of talks with dock workers.',
      ...MORE,
    );
    expect(gist).toContain('sold two ferries');
  });
});

describe('the gist', () => {
  it.each([
    'It was always going to be a hard year for the northern terminal of Elmhaven and its dock workers.',
    'There can be no harbour without cranes, the dock workers of the northern terminal of Elmhaven say.',
  ])('is not the scene that is set before the news: %s', (scene) => {
    expect(briefOf(scene, NEWS, ...MORE).gist).toBe(NEWS);
  });
  it('leaves an aside out where the news is too long for it', () => {
    const long =
      'Ines Okafor, a crane driver who has worked on the quay of Elmhaven for 31 years, will lead the harbour board and its 1,200 dock workers when the northern terminal closes for good in June, the mayor said on Monday.';
    expect(briefOf(long, ...MORE).gist).toBe(
      'Ines Okafor will lead the harbour board and its 1,200 dock workers when the northern terminal closes for good in June, the mayor said on Monday.',
    );
  });
});
