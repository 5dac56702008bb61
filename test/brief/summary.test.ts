import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';

const lead = 'The port of Elmhaven will close its northern terminal in June, the harbour board said on Monday.';
const article = readArticle({
  kind: 'text',
  content: [
    `${lead} About 120 dock workers at the northern terminal would move to the southern quay.`,
    'It was a grey morning. "We will miss the view," said one of them.',
    'The harbour board said that the northern terminal lost 4 million euros last year. Is there another way?',
    'Closing the terminal would free the quay for a ferry line to Norvik, according to the harbour board.',
  ].join('\n\n'),
  url: null,
  fetchedAt: null,
});

describe('what a brief leads with', () => {
  it('is the sentence that says who did what', () => {
    expect(briefArticle(article, BriefOptions.parse({})).gist?.text).toBe(lead);
  });
  it('is the first of three verbatim points when the rest of the article is about it', () => {
    const { points } = briefArticle(article, BriefOptions.parse({ points: 3, verbatim: true }));
    expect(points.map(({ text }) => text)[0]).toBe(lead);
  });
});

describe('a point', () => {
  it('is never a question or a bystander’s remark while there is news to tell', () => {
    const { points } = briefArticle(article, BriefOptions.parse({ points: 3, verbatim: true }));
    expect(points.map(({ text }) => text).join(' ')).not.toMatch(/\?|view|grey/);
  });
});
