import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { summarise } from '../../src/brief/summary.ts';
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
  it('is the opening whose verb the grammar takes for a noun', () => {
    const opening = 'Premiership side Norvik United face a trip to Yeading in the third round of the island cup.';
    const text = [
      `${opening} Exeter, who knocked out Doncaster, will travel to Norvik to meet the holders.`,
      'The draw was made on Sunday in the town hall of Elmhaven. The games will be played on the second weekend of January.',
    ].join('\n\n');
    const brief = briefArticle(readArticle({ kind: 'text', content: text, url: null, fetchedAt: null }), BriefOptions.parse({}));
    expect(brief.gist?.text).toBe(opening);
  });
  it('opens neither on what it adds to something nor on a step that the reader is to take', () => {
    const guide = (first: string) =>
      readArticle({
        kind: 'html',
        content: `<html><head><title>Boat truffles</title></head><body><article><h1>Boat truffles</h1><p>You will like them. Boat truffles have a cream of nuts inside a shell of dark chocolate and keep for a week. ${first}</p><p>You need two bowls. You can serve them on a boat. You should not leave them in the sun for an hour.</p></article></body></html>`,
        url: 'https://example.org/truffles',
        fetchedAt: null,
      });
    /** The sentences that are compared. */
    const compared = (first: string) => {
      let some: string[] = [];
      summarise(guide(first), [], BriefOptions.parse({}), {
        pick: (candidates, _rows, ruled) => {
          some = candidates.map(({ text }) => text);
          return ruled;
        },
      });
      return some.join(' ');
    };
    const shell = 'Shells of dark chocolate keep the cream of nuts from the sun for a week or longer.';
    expect(compared(shell)).toContain(shell);
    for (const first of [
      'Plus, shells of dark chocolate keep the cream of nuts from the sun for a week or longer.',
      'Keep the cream of nuts in shells of dark chocolate and away from the sun for a week or longer.',
    ])
      expect(compared(first)).not.toContain(first);
  });
  const plain = (...paragraphs: string[]) =>
    briefArticle(readArticle({ kind: 'text', content: paragraphs.join('\n\n'), url: null, fetchedAt: null }), BriefOptions.parse({}));
  it('is nobody’s boast that the next sentence holds at arm’s length', () => {
    const brief = plain(
      'The merger of the two big ferry lines Norr and Dahl will create a stronger and more viable fleet with deep local roots.',
      'That’s the optimistic view put about by Ole Lind, the head of Norr. There may be just as much reason for doubt. Norr has closed nine of its ten harbours since 2018.',
      'Dahl has not made a profit since 2008, and its crews are half the size they were. The two lines owe the bank 1.1 billion euros.',
    );
    expect([brief.gist, ...brief.points].map((line) => line?.text).join(' ')).not.toContain('more viable fleet');
  });
  it('does not open on a pronoun that nothing explains', () => {
    const brief = plain(
      'When I was ten years old I left the harbour of Norvik with my father and my two sisters.',
      'They are the future of the coast, and they deserve our help. We owe it to them. They have waited long enough.',
      'It may yet be so. They came here with nothing, and they built it all. You should see it.',
    );
    expect(brief.gist?.text ?? '').not.toMatch(/^(?:They|It)\b/u);
  });
  it('does not open on some of nobody knows whom', () => {
    const brief = plain(
      'Three towers fell in Kochi on Sunday, a day after the first two had been brought down by the state.',
      'Some said they felt dejected and had nowhere to go in the morning. They had come with their children. It was hot, and nobody spoke.',
    );
    expect(brief.gist?.text ?? '').not.toMatch(/^Some/u);
  });
  it('is not the headline once more', () => {
    const title = 'Elmhaven harbour board to sell its northern quay to Northwind';
    const sale = 'The Elmhaven harbour board will sell its northern quay to Northwind.';
    const price = 'Northwind pays 40 million euros and takes over all 120 dock workers of the terminal.';
    const content = `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${sale} ${price}</p><p>The ferries to Norvik will land at the southern quay from June, the town said on Monday. Two more berths are dredged there this spring.</p></article></body></html>`;
    const { gist, points } = briefArticle(
      readArticle({ kind: 'html', content, url: 'https://example.org/quay', fetchedAt: null }),
      BriefOptions.parse({}),
    );
    expect([gist, ...points].map((point) => point?.text)).not.toContain(sale);
    expect([gist, ...points].map((point) => point?.text)).toContain(price);
  });
  it('is the first of three verbatim points when the rest of the article is about it', () => {
    const { points } = briefArticle(article, BriefOptions.parse({ points: 3, verbatim: true }));
    expect(points.map(({ text }) => text)[0]).toBe(lead);
  });
});

describe('a sentence that only names what was told before', () => {
  it('does not lead', () => {
    const text = [
      'For months the town had argued. Today, however, there is peace.',
      'The agreement marks a spectacular turnaround for Ines Okafor, who until recently fought the port.',
      'Okafor signed an agreement with the harbour board of Elmhaven to keep the northern terminal open until June.',
      'It runs until June, and the harbour board will pay for the dredging of the northern terminal.',
    ].join('\n\n');
    const brief = briefArticle(readArticle({ kind: 'text', content: text, url: null, fetchedAt: null }), BriefOptions.parse({}));
    expect(brief.gist?.text).toMatch(/^\[Ines Okafor\] signed/u);
  });
});

describe('a point', () => {
  it('is never a question or a bystander’s remark while there is news to tell', () => {
    const { points } = briefArticle(article, BriefOptions.parse({ points: 3, verbatim: true }));
    expect(points.map(({ text }) => text).join(' ')).not.toMatch(/\?|view|grey/);
  });
});

describe('how many points there are', () => {
  const rich = readArticle({
    kind: 'text',
    content: [
      'The port of Elmhaven will close its northern terminal in June, the harbour board said on Monday.',
      'About 120 dock workers at the northern terminal would move to the southern quay in the summer.',
      'The northern terminal lost 4 million euros last year, according to the annual report of the port.',
      'The government of Norvik will pay 9 million euros for a ferry line that takes its place by 2027.',
      'Fishermen protested against the closure on Tuesday and blocked the road to the port for six hours.',
      'The union of dock workers called a strike for Friday and demanded that no worker lose any pay.',
      'Elmhaven council votes on the closure on 3 May, and two parties have said they will reject it.',
      'A study for the harbour board found that 40% of the cargo could move to Norvik within a year.',
    ].join('\n\n'),
    url: null,
    fetchedAt: null,
  });
  /** Sentences too long to share a line with another. */
  const longer = readArticle({
    kind: 'text',
    content: rich.text.replaceAll(/\.(?=\n|$)/gu, ', as people who live and work around the two old quays of the town have long expected.'),
    url: null,
    fetchedAt: null,
  });
  it('is as asked for', () => {
    expect(briefArticle(rich, BriefOptions.parse({ points: 4 })).points).toHaveLength(4);
    expect(briefArticle(rich, BriefOptions.parse({ points: 2 })).points).toHaveLength(2);
  });
  it('is up to six where nobody says how many and the article tells so much that matters', () => {
    const { points } = briefArticle(longer, BriefOptions.parse({}));
    expect(points.length).toBeGreaterThan(4);
    expect(points.length).toBeLessThanOrEqual(6);
  });
});

describe('what stands around the story', () => {
  const told = (...paragraphs: string[]) => {
    const brief = briefArticle(
      readArticle({ kind: 'text', content: paragraphs.join('\n\n'), url: null, fetchedAt: null }),
      BriefOptions.parse({}),
    );
    return [brief.gist?.text ?? '', ...brief.points.map(({ text }) => text)];
  };
  const news = 'The port of Elmhaven will close its northern terminal in June, the harbour board said on Monday.';

  it.each([
    '(HNN)',
    '(Harbour News)',
    '(Sail.com)',
    'Elmhaven (HNN) -- ',
    'NEW NORVIK: ',
    'Feb. 23, 2015 -- ',
    'Norvik, Elmland (Reuters) - ',
    "' ",
    '” ',
  ])('such as where it was filed, %s, is not told', (dateline) => {
    const [first] = told(`${dateline}${news} About 120 dock workers would move to the southern quay.`);
    expect(first).toBe(news);
  });

  it.each([
    'HNN’s Ada Quill and Ben Reed contributed to this report.',
    'READ MORE: Ten ports that closed last year',
    'Harbour Post: Watch the last ship leave in our video',
  ])('such as “%s” is not told', (line) => {
    const points = told(news, 'About 120 dock workers at the northern terminal would move to the southern quay.', line);
    expect(points.join('\n')).not.toContain(line.slice(0, 20));
  });

  it('is not mistaken for a sentence that watches or reads', () => {
    const watched = 'Read the water levels: they fell by 3 metres in the northern basin last year, the harbour board said.';
    expect(told(news, 'Watch officers saw the last ship leave the northern basin at noon.', watched).join('\n')).toContain(
      'Watch officers',
    );
  });

  it('“the company” stands right behind its name or not at all', () => {
    const [, ...points] = told(
      `${news} About 120 dock workers of Northwind would move to the southern quay, Northwind said.`,
      'The company says it wants to keep all of them on the same pay until the summer of next year.',
      'Closing the terminal would free the quay for a ferry line to Norvik, according to the harbour board.',
      'Norvik has asked for the ferry line since 2019, and would pay a third of its cost, the mayor said.',
    );
    for (const point of points) if (point.includes('The company')) expect(point).toMatch(/Northwind said\. The company/u);
  });
});
