import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetch.ts';
import { articleFromBytes } from '../../src/source/file.ts';
import { textOfPdf } from '../../src/source/pdf.ts';
import { articleFromSource } from '../../src/source/source.ts';
import { engineHere } from '../../src/work/engine.ts';
import { pdfOf } from '../pdf.ts';
import { startOrigin } from '../standins/origin.ts';

const FIRST = [
  'Annual report 2026',
  '',
  'Northwind said on Monday that its new battery plant in Kiruna would employ more',
  'than 1,200 people when it opens in May, and that the hiring would begin in Feb-',
  'ruary with the first hundred.',
  '',
  'The plant is expected to cost $86 million, which the company would borrow from',
];
const SECOND = ['Annual report 2026', '', 'a group of four banks in Stockholm.', '', 'The old plant closed in 2019 after a fire.', '', '2'];
const THIRD = ['Annual report 2026', '', 'Nobody was hurt when the machines were moved.', '', '3'];
const REPORT = pdfOf([FIRST, SECOND, THIRD], 'Battery plant in Kiruna');

const site = await startOrigin(
  (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.from(REPORT)),
);
afterAll(() => site.close());
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };

describe('a PDF', () => {
  it('is read in paragraphs, over lines, hyphens and pages, without running heads and page numbers', async () => {
    const { title, text } = await textOfPdf(REPORT);
    expect(title).toBe('Battery plant in Kiruna');
    expect(text.split('\n\n')).toEqual([
      'Northwind said on Monday that its new battery plant in Kiruna would employ more than 1,200 people when it opens in May, and that the hiring would begin in February with the first hundred.',
      'The plant is expected to cost $86 million, which the company would borrow from a group of four banks in Stockholm.',
      'The old plant closed in 2019 after a fire.',
      'Nobody was hurt when the machines were moved.',
    ]);
  });

  it('is briefed from its address like a page', async () => {
    const tools = { fetcher: createFetcher(new Set([site.host])), clock, extractor: engineHere };
    const article = await articleFromSource({ type: 'url', url: `${site.url}/report.pdf` }, tools, new AbortController().signal);
    expect(article.title).toBe('Battery plant in Kiruna');
    expect(article.sentences.length).toBeGreaterThanOrEqual(4);
  });

  it('is known by its first bytes, whatever the file is called', async () => {
    expect((await articleFromBytes(REPORT, 'report.txt', { clock, extractor: engineHere })).title).toBe('Battery plant in Kiruna');
  });

  it.each([
    ['without text', pdfOf([[]]), 'pictures of text'],
    ['that is damaged', new TextEncoder().encode('%PDF-1.4\nnothing'), 'damaged, or needs a password'],
  ])('%s is refused with what to do', async (_name, bytes, words) => {
    await expect(textOfPdf(bytes)).rejects.toThrow(words);
  });
});
