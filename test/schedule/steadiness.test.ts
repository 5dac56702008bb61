import { describe, expect, it } from 'vitest';
import { steadiness } from '../../src/schedule/ticker.ts';

/** Which of these readings of the clock, a tick apart, are acted upon. */
function believed(...readings: string[]): string[] {
  const isSteady = steadiness();
  return readings.filter((reading) => isSteady(new Date(`2026-11-${reading}:00Z`)));
}

describe('a clock', () => {
  it('that goes on is believed', () => {
    expect(believed('23T07:58', '23T07:59', '23T08:00')).toEqual(['23T07:58', '23T07:59', '23T08:00']);
  });

  it('that jumps a day ahead for one tick and back is not believed in between', () => {
    expect(believed('23T07:58', '24T08:01', '23T08:00', '23T08:01')).toEqual(['23T07:58', '23T08:00', '23T08:01']);
  });

  it('that jumps and stays there is believed a tick later', () => {
    expect(believed('23T07:58', '23T20:00', '23T20:01')).toEqual(['23T07:58', '23T20:01']);
  });

  it('that jumps about is not believed', () => {
    expect(believed('23T07:58', '24T08:00', '25T08:00', '22T08:00')).toEqual(['23T07:58']);
  });
});
