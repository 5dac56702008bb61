import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/brief/answer/answer.ts';
import { likelyDoerIn } from '../../src/brief/answer/doer.ts';
import { highlightIn } from '../../src/brief/answer/highlight.ts';
import { readQuestion } from '../../src/brief/answer/question.ts';
import { wholeSpan } from '../../src/brief/answer/whole-span.ts';
import { readArticle } from '../../src/extract/article.ts';
import { textArticle } from '../articles.ts';

const article = textArticle(
  [
    'More than 70 countries took part in the regatta off Norvik in May, the harbour board said.',
    'The film of it was directed by Mara Lindqvist and shown in nearly 300 cinemas.',
    'Anna Berg, 42, won the last race. The yard of Ole Lind, chairman of the sailing club, had built her boat in excess of all rules.',
    'Repairs to the quay cost at least £3.4m.',
  ].join(' '),
);

function highlightOf(question: string): string {
  const answer = answerQuestion(article, question);
  if (answer.status !== 'answered' || answer.highlight === null) return answer.status;
  return article.text.slice(answer.highlight.start, answer.highlight.end);
}

describe('words in bold', () => {
  const words = (text: string, found: string) =>
    highlightIn(
      readQuestion('What did the minister say about the detainees?', 'en'),
      text,
      { candidate: null, found: [{ start: text.indexOf(found), end: text.indexOf(found) + found.length }] },
      'en',
    );
  it('take in what denies them', () => {
    const text = 'The minister said that the detainees will not be freed at present.';
    expect(words(text, 'freed at present')).toEqual({ start: text.indexOf('will not'), end: text.length - 1 });
  });
  it('are none where a verb before them denies them', () => {
    const text = 'The minister denied that the government would pay a ransom.';
    expect(words(text, 'would pay a ransom')).toBeNull();
  });
});

describe('a highlighted number', () => {
  it.each([
    ['How many countries took part in the regatta?', 'More than 70 countries'],
    ['In how many cinemas was the film shown?', 'nearly 300 cinemas'],
    ['How much did the repairs to the quay cost?', 'at least £3.4m'],
    ['What did the repairs to the quay cost?', 'at least £3.4m'],
  ])('keeps its hedge: %s', (question, words) => {
    expect(highlightOf(question)).toBe(words);
  });
  it('is the bare age where an age is asked for', () => {
    expect(highlightOf('How old is Anna Berg?')).toBe('42');
  });
});

describe('a stretch', () => {
  it('is widened to the date, the quantity or the hedge that it cuts through', () => {
    const text = 'An alarm had to last for at least 15 seconds on 3 June.';
    const whole = (words: string) => {
      const start = text.indexOf(words);
      const span = wholeSpan(text, { start, end: start + words.length }, 'en');
      return span === undefined ? null : text.slice(span.start, span.end);
    };
    expect(whole('least 15 seconds')).toBe('at least 15 seconds');
    expect(whole('3')).toBe('3 June');
    expect(whole('An alarm')).toBe('An alarm');
  });
});

describe('who does a thing', () => {
  const doer = (question: string, sentence: string, known: readonly string[] = []) => {
    const span = likelyDoerIn(question, sentence, new Set(known), 'en');
    return span === null ? null : sentence.slice(span.start, span.end);
  };
  it.each([
    ['Who directed the film?', 'The film was directed by Mara Lindqvist.', 'Mara Lindqvist'],
    ['Who is the chairman?', 'Nobody knew, said Ole Lind, the chairman of the club.', 'Ole Lind'],
    ['Who plays the maid?', 'Fabiana, played by Rosa Perle, and her son leave.', 'Rosa Perle'],
  ])('%s is by whom it is done, or whose office it is', (question, sentence, name) => {
    expect(doer(question, sentence)).toBe(name);
  });
  it('is nobody whom the question names, and nobody where the tree finds none', () => {
    expect(doer('Who directed Lindqvist?', 'The film was directed by Lindqvist.', ['lindqvist'])).toBeNull();
    expect(doer('Who directed the film?', 'The film was long.')).toBeNull();
  });
});

describe('a question in a language without a table of senses', () => {
  const market = readArticle({
    kind: 'markdown',
    content: readFileSync(new URL('../../briefs/wochenmarkt.md', import.meta.url), 'utf8'),
    url: null,
    fetchedAt: null,
  });
  it.each([
    ['Was sagt die Bürgermeisterin zum Umzug', 'eine Versicherung gegen das Wetter'],
    ['wird die standmiete teurer?', 'Die Standmiete steigt'],
    ['was kostet der umbau der markthalle', 'rund 4,2 Millionen Euro'],
  ])('is met by the words that stand there: %s', (question, words) => {
    const answer = answerQuestion(market, question);
    expect(answer.status === 'answered' ? answer.text : answer.status).toContain(words);
  });
});
