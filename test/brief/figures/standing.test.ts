import { describe, expect, it } from 'vitest';
import { figureOf } from './figure-of.ts';

describe('whoever expects a figure, fears it or predicts it, is named for it', () => {
  it.each([
    ['The council fears that 300 homes could flood.', '300', 'The council'],
    ['Experts predict that by May the queue will have grown to 9,000.', '9,000', 'Experts'],
    ['Analysts had expected a profit of 34 million euros.', '34', 'Analysts'],
    ['The setback comes a month after Northwind warned that earnings would shrink by 7.6%.', '7.6%', 'Northwind'],
  ])('%s', (text, raw, attributedTo) => {
    expect(figureOf(text, raw)).toMatchObject({ status: 'hedged', attributedTo });
  });
});

describe('what is not there yet is hedged by the word that governs it', () => {
  it.each([
    ['Northwind is to supply the harbour with 50 of its cranes.', '50'],
    ['Northwind has the option to buy 20 more cranes.', '20'],
    ['The yard has set itself a target of 200 orders for the crane.', '200'],
    ['More than 140,000 visitors - a record - were expected to have come by noon.', '140,000'],
  ])('%s', (text, raw) => {
    expect(figureOf(text, raw).status).toBe('hedged');
  });
});

describe('a doubt about something else leaves a figure stated', () => {
  it.each([
    ['Despite seeing profits rise by 44% in May, Northwind had hoped for more.', '44%'],
    ['The index rose 225 points, with many investors hopeful that peace could bring a boom.', '225'],
    ['Michael has spent £7,500 on a hair transplant which he believes will make him happy.', '£7,500'],
    ['Growth was 6.4% last year, ahead of forecasts, while prices fell.', '6.4%'],
    ['The club’s compact 6,000-seat ground may not be the largest.', '6,000'],
    ['Norvik’s current $18 billion loan expires in May, and a new one would follow.', '$18 billion'],
    ['He promised to lower taxes despite a deficit of $6 billion.', '$6 billion'],
  ])('%s', (text, raw) => {
    expect(figureOf(text, raw)).toMatchObject({ status: 'stated', attributedTo: null });
  });
});

describe('what shows a figure is named for it', () => {
  it.each([
    ['Polls showed the Greens taking 24 seats in the assembly.', '24', 'Polls'],
    ['The register shows the former mayor earning £820,000 from speeches.', '£820,000', 'The register'],
    ['In May, the utility quietly announced that it was shaving 70% off the price.', '70%', 'the utility'],
  ])('%s', (text, raw, attributedTo) => {
    expect(figureOf(text, raw)).toMatchObject({ status: 'attributed', attributedTo });
  });
});

describe('what stands beside the words of a speaker is not his', () => {
  it.each([
    ['"I hope for two more titles," added Berg, who is 35 points ahead of her rival.', '35'],
    ['"We are sad," the band said on its page and wrote to its 22 million followers.', '22'],
  ])('%s', (text, raw) => {
    expect(figureOf(text, raw)).toMatchObject({ status: 'stated', attributedTo: null });
  });
});

describe('what is told of the speaker, or before he says anything, is not his word', () => {
  it.each([
    ['"We like it here," said Berg, who with her crew has built more than 100 boats.', '100'],
    ['The yard needs its unions, said Ole Lind, one of two women on its board.', 'two'],
    ['Asked why the yard had bought 40 cranes, Berg said simply: "They are very good."', '40'],
    ['The keeper was at fault for 31 goals, and Berg said: "He needs our help."', '31'],
    ['The yard repaired 120 ferries last year -- help is never far -- but Berg believes that this is part of the charm.', '120'],
    ['Together, the three men are worth an estimated $3 billion.', '$3 billion'],
    ['The deal sees Northwind take 1.9 million shares in the yard.', '1.9 million'],
    [
      'While the loss of both car and $1,200 to the city may seem a matter of choice, the Harbour Department revealed this week a "pattern" of neglect.',
      '$1,200',
    ],
  ])('%s', (text, raw) => {
    expect(figureOf(text, raw).attributedTo).toBeNull();
  });
  it.each([
    ['Profits fell by 12%, Berg said on Monday.', '12%', 'Berg'],
    ['Profits fell by 12%, Berg told reporters at the yard.', '12%', 'Berg'],
    ['This national source said 40 cranes had been sold.', '40', 'This national source'],
  ])('but %s', (text, raw, attributedTo) => {
    expect(figureOf(text, raw)).toMatchObject({ status: 'attributed', attributedTo });
  });
});

describe('a figure in quotation marks is somebody’s word, named or not', () => {
  it('is never told as a fact of the article', () => {
    expect(figureOf('"We sold 1,200 cranes in a single year and still lost money."', '1,200')).toMatchObject({
      status: 'attributed',
      attributedTo: null,
    });
  });
});
