import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../src/brief/answer/answer.ts';
import { briefArticle } from '../src/brief/built-in.ts';
import { readArticle } from '../src/extract/article.ts';
import { BriefOptions } from '../src/model/brief.ts';

const Golden = z.strictObject({
  figures: z.array(z.looseObject({ value: z.number() })),
  notFigures: z.array(z.number()),
  answers: z.array(z.strictObject({ question: z.string(), holds: z.string() })),
  refusals: z.array(z.string()),
});
const BRIEFS = new URL('../briefs/', import.meta.url);
const names = readdirSync(new URL('golden/', BRIEFS)).map((name) => name.replace('.json', ''));

describe.each(names)('the sample %s', (name) => {
  const golden = Golden.parse(JSON.parse(readFileSync(new URL(`golden/${name}.json`, BRIEFS), 'utf8')));
  const article = readArticle({
    kind: 'markdown',
    content: readFileSync(new URL(`${name}.md`, BRIEFS), 'utf8'),
    url: null,
    fetchedAt: null,
  });
  const brief = briefArticle(article, BriefOptions.parse({}));

  it.each(golden.figures)('has the figure %o', (figure) => {
    expect(brief.figures).toContainEqual(expect.objectContaining(figure));
  });
  it('takes no date, name or list number for a figure', () => {
    expect(brief.figures.filter(({ value }) => golden.notFigures.includes(value))).toEqual([]);
  });
  it.each(golden.answers)('answers: $question', ({ question, holds }) => {
    const answer = answerQuestion(article, question);
    expect(answer.status === 'answered' ? answer.text : answer.status).toContain(holds);
  });
  it.each(golden.refusals.map((question) => ({ question })))('does not say: $question', ({ question }) => {
    expect(answerQuestion(article, question).status).toBe('not-in-article');
  });
  it('drops nothing at the lock', () => {
    expect(brief.verified.dropped).toBe(0);
    expect(brief.verified.checked).toBeGreaterThan(5);
  });
});
