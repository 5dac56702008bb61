import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { faultsOf } from '../../src/brief/lock.ts';
import { ownVoiceOf } from '../../src/brief/own-voice.ts';
import { passagesOf } from '../../src/brief/passages.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { textArticle } from '../articles.ts';

const COLUMN = [
  'As a pilot of forty years, I would advocate for a second look at every captain who steers a ferry in the outer islands.',
  'The ferries of Norvik carry four thousand people a day.',
  'We in the harbour have waited too long for a rule that protects the passengers of the outer islands.',
  'You should come and see it.',
  'My crews are tired, and I have told the council so three times since the storm in May.',
];

const told = (language: string, ...sentences: string[]) => {
  const article = { ...textArticle(sentences.join(' ')), language, byline: 'Ada Berg' };
  const passages = passagesOf(article);
  return passages.map(ownVoiceOf(article, passages));
};

describe('whoever writes of himself throughout', () => {
  it('is told behind his name and in quotation marks, where he speaks neither to the reader nor in somebody else’s words', () => {
    expect(told('en', ...COLUMN)).toEqual([`Ada Berg: “${COLUMN[0]}”`, null, `Ada Berg: “${COLUMN[2]}”`, null, `Ada Berg: “${COLUMN[4]}”`]);
  });
  it('is told in the marks of his language', () => {
    const [first] = told(
      'de',
      'Ich fahre seit vierzig Jahren auf diesen Inseln.',
      'Ich habe den Rat dreimal gewarnt.',
      'Wir haben im Hafen lange genug gewartet.',
    );
    expect(first).toBe('Ada Berg: „Ich fahre seit vierzig Jahren auf diesen Inseln.“');
  });
  it('is told so only where somebody is named above it', () => {
    const article = textArticle(COLUMN.join(' '));
    const passages = passagesOf(article);
    expect(passages.map(ownVoiceOf(article, passages)).every((one) => one === null)).toBe(true);
  });
  it('has no title or country for a pronoun', () => {
    const report = [
      "Ole Lind won I'm a Captain, Get Me Out on Monday.",
      'Why We Sail took the prize of the jury.',
      'The storm hit 24 states in the us .',
      'King Karl I built the quay.',
    ];
    expect(told('en', ...report).every((one) => one === null)).toBe(true);
  });
  it('stays away from a report in which one sentence has a "we"', () => {
    const report = Array.from({ length: 12 }, (_, at) => `The ferry of quay ${at + 1} sailed at noon on Monday.`);
    expect(told('en', ...report, 'We will tell more as the day goes on.').every((one) => one === null)).toBe(true);
  });
  it('can be a point, which is one with its proof', () => {
    const article = { ...textArticle(COLUMN.join(' ')), byline: 'Ada Berg' };
    const { gist, points } = briefArticle(article, BriefOptions.parse({}));
    const own = [...(gist === null ? [] : [gist]), ...points].filter(({ text }) => text.startsWith('Ada Berg: “'));
    expect(own.length).toBeGreaterThan(0);
    for (const { text, citations } of own) expect(faultsOf(text, citations, article)).toEqual([]);
  });
});

describe('a sentence of the article in quotation marks', () => {
  const article = { ...textArticle('We have sold 40 ferries since May, and I may buy more.'), byline: 'Ada Berg' };
  const faults = (claim: string) => faultsOf(claim, [{ sentenceIds: [0] }], article);
  it('holds where it is word for word', () => {
    expect(faults('“We have sold 40 ferries since May, and I may buy more.”')).toEqual([]);
  });
  it('may have its author in front, and nobody else', () => {
    expect(faults('Ada Berg: “We have sold 40 ferries since May, and I may buy more.”')).toEqual([]);
    expect(faults('Ole Lind: “We have sold 40 ferries since May, and I may buy more.”')).not.toEqual([]);
  });
  it.each(['“We have sold 40 ferries since May.”', '“We have sold 40 ferries since May, and I will buy more.”'])(
    'does not hold where it is cut or changed: %s',
    (claim) => {
      expect(faults(claim)).not.toEqual([]);
    },
  );
});
