import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/brief/figures/figures.ts';
import type { KeyFigure } from '../../../src/model/figure.ts';
import { figureValue } from '../../../src/view/figure-row.ts';
import { textArticle } from '../../articles.ts';

const figuresIn = (text: string) => findFigures(textArticle(text));

describe('a figure in a news sentence', () => {
  it.each<[string, Partial<KeyFigure>]>([
    ['Up to 1.4m workers could take part in the strike.', { raw: '1.4m', value: 1_400_000, unit: 'worker', qualifier: 'up-to' }],
    ['The mast is 1.4m tall and bends in the wind.', { raw: '1.4m', value: 1.4, unit: 'metre' }],
    ['Colombia said 24.2 trillion pesos would go to the poor.', { value: 24.2e12, unit: 'COP', status: 'hedged' }],
    ['Kick It Out (KIO) says there has been a 35% rise in abuse.', { attributedTo: 'Kick It Out', status: 'attributed' }],
    ['The 184 reported incidents covered racial discrimination.', { attributedTo: null, status: 'stated' }],
    [
      'Deutsche Boerse also said profit in the three months to 31 December was 120.7m euros.',
      { label: 'profit', attributedTo: 'Deutsche Boerse' },
    ],
    ['The plant would employ 1,200 people, said the company.', { attributedTo: 'the company', status: 'hedged' }],
    ['Terry was banned for four matches and fined £220,000 by the FA.', { label: 'Terry fined by the FA' }],
    ['Half of the money goes to the rich, a study has found.', { raw: 'Half', value: 0.5, kind: 'ratio', attributedTo: 'a study' }],
    ['Those killed now exceed 6,000 "in spite of the truce," the office said.', { raw: '6,000', value: 6000, unit: null }],
    ['This season 40,000 fans came to the port.', { value: 40_000, unit: 'fan' }],
    ['For the film £20m was paid in advance.', { value: 20e6, unit: 'GBP' }],
    ['In the war 20,000 sailors died.', { value: 20_000, unit: 'sailor' }],
    ['The venture begins with a three-picture deal.', { value: 3, unit: 'picture' }],
    ['The 17-time winner of the cup lost on Sunday.', { value: 17, unit: 'time' }],
    ['Berg ran the 10,000m in Athens.', { raw: '10,000m', value: 10_000, unit: 'metre' }],
    [
      'The operation cut her risk of cancer from 87% to 5%, she wrote.',
      { value: 87, valueMax: 5, change: { from: 87, to: 5, direction: 'down' } },
    ],
    ['The judge sentenced Sharper to nine years in prison.', { raw: 'nine years', value: 9, unit: 'year' }],
  ])('is read as an editor would: %s', (text, figure) => {
    expect(figuresIn(text)[0]).toMatchObject(figure);
  });
  it.each([
    'Ten Hoopen was at the camp to take pictures of a clinic.',
    'The pair meet in Las Vegas on may 2 but Berg is not worried.',
    'Curacao face Cuba in the next round, on June 8 and 16.',
    'Under 21 international Charlton Vicento scored late for the club.',
    'Drivers pulled over on interstate 20 near the harbour.',
  ])('is no figure where the number is a name or a day: %s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
  it('that counts people who were lost went nowhere', () => {
    expect(figuresIn('We mourn after the loss of 16 students in the crash.')[0]?.change).toBeUndefined();
  });
  it('of hours and minutes is shown as it is written', () => {
    const [figure] = figuresIn('Two hours 23 minutes was not one of her best times.');
    expect(figure === undefined ? '' : figureValue(figure)).toBe('two hours 23 minutes');
  });
  it.each([
    ['de', 'Der Hafen hat die Fähre in 20 Jahren dreimal umgebaut.', '20 Jahren'],
    ['de', 'Der Hafen zahlt 14 Millionen Euro für die Fähre.', '14 Millionen Euro'],
    ['es', 'El puerto pagó 14 millones de euros por el barco.', '14 millones de euros'],
  ])('of an article in %s has its unit as it is written there: %s', (language, text, value) => {
    const figures = findFigures({ ...textArticle(text), language });
    expect(figures.map((figure) => figureValue(figure))).toContain(value);
  });
  it('of money keeps its cents', () => {
    const [figure] = figuresIn('In December the firm bid $16.50 per share for the yard.');
    expect(figure === undefined ? '' : figureValue(figure)).toBe('$16.50');
  });
  it('that is compared with another keeps no qualifier of the comparison', () => {
    const figures = figuresIn('Sales rose 3% in December, less than the 4.3% rise seen a year earlier.');
    expect(figures.map(({ raw, qualifier }) => [raw, qualifier])).toEqual([
      ['3%', 'exactly'],
      ['4.3%', 'exactly'],
    ]);
  });
  it('that is a figure of speech is none', () => {
    expect(figuresIn('"I feel 100% again and will put in 200% effort," she said.')).toEqual([]);
  });
  it.each([
    'Berg knows a thing or two about harbours.',
    'Releases for the 3.6 series will follow at regular intervals.',
    'Regarding item# 22222, the quay may be closed for good.',
    'Police spoke to Tom Lind of 3170 W. Harbour Road in the town.',
    'A two-party system keeps its politics fluid.',
    'Lind will not direct films two and three.',
    'The win booked a last four clash with Norvik.',
    'Lind headed the winner shortly before half time.',
    'The harbour has been closed for nearly half a century.',
    'Berg spent a year and a half at the port.',
    'The site removed some pages in the last half of 2013.',
    'Berg said that she will go back one day.',
    'The team failed to score a fourth to kill the tie.',
    'Pupils made an arm with a three-dimensional printer.',
    'The boat is sailed by members of the Four-Kings crew.',
    'The defeat cost his side a place in the last eight of the cup.',
    'The party would raise pensions for over-75s.',
    'He held up a small black .357 revolver.',
    'She has an extra copy of chromosome 21.',
    'The harbour was bombed in World War Two.',
  ])('is none where it counts nothing: %s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
  it.each<[string, Partial<KeyFigure>]>([
    ['The request made Berg turn over 30,490 letters.', { value: 30_490, qualifier: 'exactly' }],
    ['The prizes will be handed out over 12 contests.', { value: 12, qualifier: 'exactly' }],
    ['The prizes drew over 12,000 boats.', { value: 12_000, qualifier: 'more-than' }],
    ['Many asked questions about 300 barrels that were lost.', { value: 300, qualifier: 'exactly' }],
    ['Catches fell by about a fourth.', { value: 0.25, qualifier: 'about' }],
    ['Half of the crew was paid.', { value: 0.5 }],
    ['The tug was bought for €2.6 million two years later.', { raw: '€2.6 million', value: 2_600_000 }],
    ['The work was done in one day.', { value: 1, unit: 'day' }],
  ])('keeps what counts something, and is no more than it says: %s', (text, figure) => {
    expect(figuresIn(text)[0]).toMatchObject(figure);
  });
  it('that is a part of a whole is shown in its own words', () => {
    expect(figuresIn('Spending accounts for about two-thirds of the economy.').map((figure) => figureValue(figure))).toEqual([
      '≈ two-thirds',
    ]);
  });
});

describe('what a sentence says of the time and the way of a figure', () => {
  const only = (text: string, raw: string) => figuresIn(text).find((figure) => figure.raw === raw);
  it('takes what it fell from for no figure of its own, whatever stands between', () => {
    const figures = figuresIn('Profits at the mill fell to 785m euros ($1bn) from 2.4bn euros a year before.');
    expect(figures.map(({ raw, change }) => [raw, change?.from, change?.to])).toEqual([['785m euros', 2.4e9, 7.85e8]]);
  });
  it.each([
    ['The men rounded up 300 residents of Norden.', '300'],
    ['The bank raised its rates five times in May.', 'five times'],
  ])('sees no rise in “%s”', (text, raw) => {
    expect(only(text, raw)?.change).toBeUndefined();
  });
  it.each([
    ['In the 1996 election, Lind won and his party took 52% of the votes.', '52%', '1996'],
    ['The colony grew to 300,000 birds in the 1950s.', '300,000', '1950s'],
    ['The school had a 73% pass rate in 2011 and a 60% rate in 2010.', '73%', '2011'],
  ])('dates it: %s', (text, raw, asOf) => {
    expect(only(text, raw)?.asOf).toBe(asOf);
  });
});
