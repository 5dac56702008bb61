import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { sentenceText } from '../../src/view/cite.ts';
import { sharedPath } from '../parts.ts';

const path = sharedPath('articles/colossus-1.txt');

describe.skipIf(path === null)('the real article (needs ../shared)', () => {
  const article = readArticle({
    kind: 'text',
    content: path === null ? 'No article is here to read.' : readFileSync(path, 'utf8'),
    url: null,
    fetchedAt: null,
  });
  const brief = briefArticle(article, BriefOptions.parse({ points: 12 }));
  const said = [brief.gist, ...brief.points].filter((point) => point !== null);

  it('has the GPUs and the power as figures, hedged as they are in the text', () => {
    expect(brief.figures.map(({ raw, value, unit, qualifier, status }) => ({ raw, value, unit, qualifier, status })).slice(0, 2)).toEqual([
      { raw: '220,000', value: 220_000, unit: 'GPU', qualifier: 'more-than', status: 'hedged' },
      { raw: '300 megawatts', value: 300, unit: 'megawatt', qualifier: 'more-than', status: 'hedged' },
    ]);
  });
  it('leads with who did what, and not with a comment on it', () => {
    expect(brief.gist?.text).toMatch(/^Anthropic, despite its ban by the Pentagon, signed a major partnership with SpaceXAI/u);
  });
  it('tells the GPUs, with their hedge, among four points', () => {
    const four = briefArticle(article, BriefOptions.parse({})).points;
    expect(four.map(({ text }) => text).join('\n')).toMatch(/^More than 220,000 Nvidia GPUs would be mobilized/mu);
  });
  it('does not take the 1 of Colossus 1 for a figure', () => {
    expect(brief.figures.map(({ value }) => value)).not.toContain(1);
  });
  it('says nothing of the rewards at the end', () => {
    expect(JSON.stringify(brief)).not.toMatch(/Tremplin|Read to Earn|points and access|benefits/);
  });
  it('says nothing twice', () => {
    const ids = said.map(({ citations }) => citations[0]?.sentenceIds[0]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(said.filter(({ text }) => text.includes('220,000'))).toHaveLength(1);
    expect(said.filter(({ text }) => /significantly increase its computing/.test(text)).length).toBeLessThanOrEqual(1);
  });
  it('keeps every hedge of a sentence that it uses', () => {
    for (const { text, citations } of said) {
      const source = citations.flatMap(({ sentenceIds }) => sentenceIds.map((id) => sentenceText(article, id))).join(' ');
      for (const hedge of ['more than', 'would', 'should', 'reportedly', 'potentially', 'could', 'says']) {
        expect([hedge, text.toLowerCase().includes(` ${hedge}`)]).toEqual([hedge, source.toLowerCase().includes(` ${hedge}`)]);
      }
    }
  });
  it.each([
    ['How many GPUs?', 'More than 220,000 Nvidia GPUs'],
    ['Who owns the data center?', "SpaceX's Colossus 1 data center"],
    ['What did Musk call Anthropic?', 'misanthropic'],
  ])('%s', (question, words) => {
    const answer = answerQuestion(article, question);
    expect(answer.status === 'answered' ? answer.text : '').toContain(words);
  });
  it('does not know what the deal cost, and shows the nearest passage', () => {
    expect(answerQuestion(article, 'What did the deal cost?')).toMatchObject({
      status: 'not-in-article',
      nearest: { sentenceIds: [expect.any(Number), expect.any(Number)] },
    });
  });
});
