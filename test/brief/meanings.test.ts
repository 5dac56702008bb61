import { describe, expect, it } from 'vitest';
import { meaningFeatures } from '../../src/brief/answer/meanings.ts';
import { search } from '../../src/brief/answer/matching.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { readArticle } from '../../src/extract/article.ts';
import '../../src/work/grammars.ts';

function featuresOf(question: string, text: string, shown: string | null): number[] {
  const article = readArticle({ kind: 'text', content: text, url: null, fetchedAt: null });
  const start = shown === null ? -1 : text.indexOf(shown);
  const span = shown === null ? null : { start, end: start + shown.length };
  return meaningFeatures(search(readQuestion(question, 'en'), passagesOf(article), new Set(), 'en'), text, span);
}

const TOLD = 'Ole Lind, the brother of Ines Okafor, sold the ferry to Norvik in May.';

describe('what the words mean that a sentence does not meet', () => {
  it('is as many numbers whatever is asked, and whatever would be shown', () => {
    const one = featuresOf('Who sold the ferry?', TOLD, 'Ole Lind');
    expect(featuresOf('???', TOLD, null)).toHaveLength(one.length);
    expect(featuresOf('Qui a vendu le bac, et pourquoi, et à qui?', 'No.', null)).toHaveLength(one.length);
    expect(featuresOf('Who sold the ferry?', TOLD, null)).toHaveLength(one.length);
    expect(one.every((value) => Number.isFinite(value))).toBe(true);
  });
  it('tells a missed sister from a missed price', () => {
    const [sister, price] = ['Who is the sister of Ines Okafor?', 'What is the price of the ferry?'].map((question) =>
      featuresOf(question, TOLD, 'Ole Lind'),
    );
    expect(sister).not.toEqual(price);
  });
  it('is the same for the same bytes', () => {
    expect(featuresOf('Who sold the ferry?', TOLD, 'Ole Lind')).toEqual(featuresOf('Who sold the ferry?', TOLD, 'Ole Lind'));
  });
});
