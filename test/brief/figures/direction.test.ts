import { describe, expect, it } from 'vitest';
import { figureOf } from './figure-of.ts';

describe('which way a figure went', () => {
  it.each([
    ['The firm has lost 80% of its value in a year.', '80%', 'down'],
    ['The utility is shaving 70% off the price of a line.', '70%', 'down'],
    ['The index closed at 6,709 with an overall gain of 400 points.', '400', 'up'],
    ['Costs rose 12% in May.', '12%', 'up'],
  ])('%s', (text, raw, direction) => {
    expect(figureOf(text, raw).change?.direction).toBe(direction);
  });
  it.each([
    ['The film slipped to second place with $17m.', '$17m'],
    ['Despite Berg growing up about 130 miles away in a suburb, she lost.', '130 miles'],
    ['Analysts believe the market will rise above the 25,000 mark.', '25,000'],
    ['Northwind is to raise up to $12bn from its investors.', '$12bn'],
    ['The number of groups fell even faster, to 874 groups from a 2012 peak of 1,360 groups.', '1,360'],
    ['At the school I used to climb up three flights of stairs to my classroom.', 'three'],
    ['The world was falling in love with fast internet, to the tune of 100 million connections.', '100 million'],
    ['The mayor promises an increase of the same size on earnings over £100,000.', '£100,000'],
  ])('but nowhere: %s', (text, raw) => {
    expect(figureOf(text, raw).change).toBeUndefined();
  });
});

describe('when a figure held', () => {
  it.each([
    ['Northwind forecasts 2027 revenue of $4.2bn.', '$4.2bn', '2027'],
    ['The yard hopes to have 50 orders in place by mid-2028.', '50', 'mid-2028'],
  ])('%s', (text, raw, asOf) => {
    expect(figureOf(text, raw).asOf).toContain(asOf);
  });
});
