import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { textArticle } from '../articles.ts';

const brief = (content: string) => briefArticle(textArticle(content), BriefOptions.parse({}));
const figure = (content: string) => brief(content).figures[0];

describe('a figure', () => {
  it.each([
    [
      'The plant would employ more than 1,200 people.',
      { value: 1200, unit: 'person', qualifier: 'more-than', status: 'hedged', attributedTo: null },
    ],
    ['The plant employs 1,200 people, Northwind said.', { value: 1200, status: 'attributed', attributedTo: 'Northwind' }],
    [
      'According to the ministry, the plant cost about $1.25 billion.',
      { value: 1.25e9, unit: 'USD', qualifier: 'about', status: 'attributed', attributedTo: 'the ministry' },
    ],
    ['The plant reportedly cost up to €90 million.', { value: 9e7, unit: 'EUR', qualifier: 'up-to', status: 'hedged' }],
    ['The plant covers between 3 and 5 million square metres.', { value: 3e6, valueMax: 5e6, qualifier: 'range', kind: 'area' }],
    ['Revenue rose from 8% to 12% in the north.', { value: 8, valueMax: 12, change: { from: 8, to: 12, direction: 'up' } }],
    ['Der Umbau kostet rund 4,2 Millionen Euro.', { value: 4.2e6, unit: 'EUR', qualifier: 'about' }],
    ['Le site emploierait plus de 3 000 personnes dans la région.', { value: 3000, qualifier: 'more-than' }],
    ['La empresa invirtió 20 millones de euros en la planta.', { value: 2e7, unit: 'EUR' }],
    ['At least 300 megawatts of power are needed there.', { value: 300, unit: 'megawatt', kind: 'power', qualifier: 'at-least' }],
  ])('of “%s”', (sentence, expected) => {
    expect(figure(sentence)).toMatchObject(expected);
  });

  it.each([
    'The Colossus 1 data center stands in Memphis.',
    'The Boeing 737 landed at 10:30 on 9 December 2026.',
    'It began in 2019 and ended in the 1990s.',
    'The children died in the 2018 flu season.',
    'Call +46 8 123 456 78 or write to room 404.',
    'Claude 3.5 and GPT-4 are models.',
    '1. Open the door.',
    'See https://example.org/2026/11/22/12345 for more.',
    'One of the two brothers came third.',
  ])('is none of “%s”', (sentence) => {
    expect(brief(sentence).figures).toEqual([]);
  });

  it('is one, with both citations, when two sentences give it, and keeps the hedge', () => {
    const { figures } = brief('It has 220,000 Nvidia GPUs. More than 220,000 Nvidia GPUs would be used under the agreement.');
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({ qualifier: 'more-than', status: 'hedged', citations: [{ sentenceIds: [1] }, { sentenceIds: [0] }] });
  });
});

describe('a quotation', () => {
  it.each([
    ['it points at what is not in it', '"That is not the case at all," said Anna Berg of Northwind.'],
    ['it is half a sentence', 'Anna Berg of Northwind said the plant "is going back to where it began".'],
    ['it begins in the middle', 'Anna Berg of Northwind said "unless the plant opens there is no work".'],
  ])('has no quotation where %s', (_, text) => {
    expect(brief(text).quotes).toEqual([]);
  });
  it.each(['"We were never asked about the harbour," his website said.', '"We were never asked about the harbour," many said.'])(
    'names nobody who is nobody: %s',
    (text) => {
      expect(brief(text).quotes.map(({ speaker }) => speaker)).toEqual([null]);
    },
  );
  it('cites the sentence that names the speaker when its own says only “he”', () => {
    const { quotes } = brief('Tom Adeyemi runs the cooperative. "We were never asked about the harbour," he said on Monday.');
    expect(quotes).toEqual([
      expect.objectContaining({
        speaker: 'Tom Adeyemi',
        text: 'We were never asked about the harbour',
        citation: expect.objectContaining({ sentenceIds: [1, 0] }),
      }),
    ]);
  });
});

describe('a brief', () => {
  it('leaves out where a report was filed', () => {
    const { gist } = brief('NEW YORK (Reuters) - Oil prices fell sharply on Tuesday on oversupply concerns, traders in the city said.');
    expect(gist?.text).toMatch(/^Oil prices fell/);
  });
  it('tells no caption and no scrap of a line', () => {
    const { points } = brief(
      'Image copyright Getty Images\n\nNorthwind opened a plant in the north on Monday. It hired many people from the town. The mayor came to see it.',
    );
    expect(JSON.stringify(points)).not.toContain('Getty');
  });
  it('says so when the text is a book', () => {
    const { caveats } = brief('Northwind opened one more plant in the north of the country. '.repeat(3100));
    expect(caveats).toContain('Only the first 3000 sentences were read.');
  });
  it('of a dump of numbers is made without choking', () => {
    expect(brief('12 '.repeat(50_000)).figures.length).toBeLessThanOrEqual(12);
  });
});
