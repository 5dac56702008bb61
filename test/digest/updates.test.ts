import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { disagreements, newSince, traced } from '../../src/digest/compare.ts';
import { digestName, toldBefore } from '../../src/digest/told.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import type { DigestStory } from '../../src/model/digest.ts';
import { textArticle } from '../articles.ts';

const read = (site: string, text: string) => {
  const article = textArticle(text, `https://${site}/story`);
  return { article, brief: briefArticle(article, BriefOptions.parse({})), site };
};
const PLANT = (workers: string, cost = '$86 million') =>
  `Plant to open in May\n\nNorthwind said that its battery plant in Kiruna would employ ${workers} workers when it opens. The plant costs ${cost}, the company said on Monday.\n\nThe town of Kiruna has 17,000 inhabitants and lost its largest employer in 2019.`;
const ids = ({ article }: ReturnType<typeof read>, raw: string) =>
  article.sentences.filter(({ span }) => article.text.slice(span.start, span.end).includes(raw)).map(({ id }) => id);

describe('a story that was told before', () => {
  const before = read('a.example', PLANT('1,200'));
  const told = { figures: traced(before.brief), article: before.article };

  it('comes back with the figure that has changed, and what it was', () => {
    const now = read('a.example', PLANT('1,500'));
    const facts = newSince(now, told, 'Tuesday’s digest');
    expect(facts[0]?.was).toMatch(/^was 1,200.* in Tuesday’s digest$/);
    expect(facts[0]?.text).toContain('1,500');
    expect(facts[0]?.sentenceIds).toEqual(expect.arrayContaining(ids(now, '1,500')));
  });

  it('has nothing new when its figures and sentences are the old ones', () => {
    const same = read('a.example', PLANT('1,200'));
    expect(newSince(same, told, 'Tuesday’s digest')).toEqual([]);
  });

  it('comes back with a sentence that is new, and what it says', () => {
    const more = read('a.example', `${PLANT('1,200')} The union has called a strike over night shifts for the first week of June.`);
    expect(newSince(more, told, 'Tuesday’s digest').map(({ text, was }) => [text.includes('strike'), was])).toEqual([[true, null]]);
  });

  it('comes back with the new one of two sentences that share a point', () => {
    const more = read('a.example', `${PLANT('1,200')} The union has called a strike over night shifts for the first week of June.`);
    const shared = { text: 'Both', citations: [{ sentenceIds: [2] }, { sentenceIds: [3] }] };
    const facts = newSince({ ...more, brief: { ...more.brief, points: [shared] } }, told, 'Tuesday’s digest');
    expect(facts.map(({ sentenceIds }) => sentenceIds)).toEqual([[3]]);
  });

  it('is known again by its link and by its words', () => {
    const story = {
      url: 'https://a.example/1',
      also: [{ url: 'https://b.example/2', site: 'b.example' }],
      terms: ['plant', 'kiruna', 'northwind', 'battery'],
    } as unknown as DigestStory;
    const earlier = [{ story, slot: '2026-11-22T07:00:00.000Z' }];
    expect(toldBefore(earlier, ['https://b.example/2'], [])).not.toBeNull();
    expect(toldBefore(earlier, [null], ['plant', 'kiruna', 'northwind', 'strike'])).not.toBeNull();
    expect(toldBefore(earlier, ['https://c.example/3'], ['ferry', 'harwich', 'esbjerg', 'quay'])).toBeNull();
  });

  it.each([
    ['2026-11-22T07:00:00Z', 'yesterday’s digest'],
    ['2026-11-23T05:00:00Z', 'today’s earlier digest'],
    ['2026-11-19T07:00:00Z', 'Thursday’s digest'],
  ])('of %s is called %s', (slot, name) => {
    expect(digestName(slot, new Date('2026-11-23T08:00:00Z'), 'Europe/Berlin')).toBe(name);
  });
});

describe('two sources', () => {
  it('that give different values for one thing are shown side by side, each with its sentence', () => {
    const found = disagreements([read('a.example', PLANT('1,200')), read('b.example', PLANT('1,500'))]);
    expect(found.map(({ sides }) => sides.map(({ site, raw }) => `${site} ${raw.match(/[\d,]+/)?.[0]}`))).toEqual([
      ['a.example 1,200', 'b.example 1,500'],
    ]);
    expect(found[0]?.sides.every(({ sentenceIds }) => sentenceIds.length > 0)).toBe(true);
  });

  it.each([
    ['agree', PLANT('1,200'), PLANT('1,200')],
    ['leave room for each other', PLANT('more than 1,200'), PLANT('1,500')],
    [
      'speak of other things',
      PLANT('1,200'),
      'Ferry to sail\n\nThe ferry line has hired 900 sailors for its two ships. Tickets cost $40, the line said on Monday.',
    ],
  ])('that %s do not contradict each other', (_name, first, second) => {
    expect(disagreements([read('a.example', first), read('b.example', second)])).toEqual([]);
  });
});
