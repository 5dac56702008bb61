import { describe, expect, it, vi } from 'vitest';
import { nextSlot, type SlotRule, slotsBetween } from '../../src/schedule/slots.ts';

const MINUTE_MS = 60_000;
const rule = (cron: string, zone = 'UTC', holidays: string[] = []): SlotRule => ({ cron, zone, holidays });
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString().replace(':00.000Z', 'Z'));
const between = (given: SlotRule, after: string, until: string) => iso(slotsBetween(given, new Date(after), new Date(until)));

describe('slotsBetween', () => {
  it('leaves out the beginning of the span and takes in its end', () => {
    const daily = rule('0 8 * * *');
    expect(between(daily, '2026-06-01T08:00Z', '2026-06-03T08:00Z')).toEqual(['2026-06-02T08:00Z', '2026-06-03T08:00Z']);
    expect(between(daily, '2026-06-01T07:59:59.999Z', '2026-06-01T08:00Z')).toEqual(['2026-06-01T08:00Z']);
    expect(between(daily, '2026-06-01T08:00Z', '2026-06-01T08:00Z')).toEqual([]);
    expect(between(daily, '2026-06-03T08:00Z', '2026-06-01T08:00Z')).toEqual([]);
  });

  it.each<[string, string, string, string, string, string[]]>([
    ['shifts across a gap', '30 2 * * *', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', ['2026-03-29T01:30Z']],
    ['takes the first pass', '30 2 * * *', 'Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', ['2026-10-25T00:30Z']],
    ['joins times that a gap makes one', '0 2,3 * * *', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', ['2026-03-29T01:00Z']],
    ['shifts across a gap', '30 2 * * *', 'America/New_York', '2026-03-08T05:00Z', '2026-03-09T04:00Z', ['2026-03-08T07:30Z']],
    ['takes the first pass', '30 1 * * *', 'America/New_York', '2026-11-01T04:00Z', '2026-11-02T05:00Z', ['2026-11-01T05:30Z']],
    ['shifts by half an hour', '15 2 * * *', 'Australia/Lord_Howe', '2025-10-04T13:30Z', '2025-10-05T13:00Z', ['2025-10-04T15:45Z']],
    ['takes the first pass', '45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', ['2026-04-04T14:45Z']],
    ['shifts midnight', '0 0 * * *', 'America/Sao_Paulo', '2018-11-04T02:00Z', '2018-11-05T01:00Z', ['2018-11-04T03:00Z']],
    ['takes the first pass', '30 23 * * *', 'America/Sao_Paulo', '2018-02-17T12:00Z', '2018-02-18T12:00Z', ['2018-02-18T01:30Z']],
    ['shifts Saturday night into Sunday', '15 23 * * 6', 'America/Nuuk', '2024-03-29T00:00Z', '2024-04-02T00:00Z', ['2024-03-31T01:15Z']],
    ['finds it from Sunday on', '15 23 * * 6', 'America/Nuuk', '2024-03-31T01:05Z', '2024-04-02T00:00Z', ['2024-03-31T01:15Z']],
    ['is silent on a Friday left out', '0 8 * * 5', 'Pacific/Apia', '2011-12-27T00:00Z', '2012-01-03T00:00Z', []],
    [
      'goes from Thursday to Saturday',
      '0 8 * * 4-6',
      'Pacific/Apia',
      '2011-12-27T00:00Z',
      '2012-01-02T00:00Z',
      ['2011-12-29T18:00Z', '2011-12-30T18:00Z'],
    ],
    [
      'repeats half an hour',
      '45 * * * *',
      'Australia/Lord_Howe',
      '2026-04-04T14:00Z',
      '2026-04-04T16:00Z',
      ['2026-04-04T14:45Z', '2026-04-04T15:15Z'],
    ],
    [
      'leaves out half an hour',
      '15 * * * *',
      'Australia/Lord_Howe',
      '2025-10-04T14:30Z',
      '2025-10-04T16:30Z',
      ['2025-10-04T14:45Z', '2025-10-04T16:15Z'],
    ],
    [
      'leaves out the hour in a gap',
      '0 */2 * * *',
      'Europe/Berlin',
      '2026-03-28T23:00Z',
      '2026-03-29T05:00Z',
      ['2026-03-29T02:00Z', '2026-03-29T04:00Z'],
    ],
    [
      'repeats the hour of an overlap',
      '0 */2 * * *',
      'Europe/Berlin',
      '2026-10-24T22:00Z',
      '2026-10-25T03:00Z',
      ['2026-10-25T00:00Z', '2026-10-25T01:00Z', '2026-10-25T03:00Z'],
    ],
  ])('%s: %s in %s after %s', (_case, cron, zone, after, until, slots) => {
    expect(between(rule(cron, zone), after, until)).toEqual(slots);
  });

  it.each([
    ['2026-03-29', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['2026-06-29', '2026-06-28T22:00Z', '2026-06-29T22:00Z', 24],
    ['2026-10-25', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
  ])('fires every hour of real time on %s in Berlin', (_day, after, until, count) => {
    const slots = between(rule('0 * * * *', 'Europe/Berlin'), after, until);
    expect(slots).toHaveLength(count);
    expect(slots).toEqual(Array.from({ length: count }, (_, hour) => iso([new Date(Date.parse(after) + (hour + 1) * 60 * MINUTE_MS)])[0]));
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Casablanca', 'Asia/Kolkata'])(
    'fires at eight on every local day of 2018 in %s, once',
    (zone) => {
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
      const slots = slotsBetween(rule('0 8 * * *', zone), new Date('2017-12-31T00:00Z'), new Date('2019-01-02T00:00Z'));
      const days = Array.from({ length: 365 }, (_, day) => `${new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10)} 08:00`);
      expect(slots.map((at) => shown.format(at)).filter((words) => words.startsWith('2018'))).toEqual(days);
    },
  );

  it.each<[string, string, string[]]>([
    ['either of two restricted days', '0 8 13 * 5', ['02', '09', '13', '16', '23', '30']],
    ['both where the day of the month starts with a star', '0 8 */2 * 5', ['09', '23']],
    ['both where the weekday starts with a star', '0 8 13-16 * */2', ['13', '15']],
    ['the weekday alone', '0 8 * * 5', ['02', '09', '16', '23', '30']],
    ['the day of the month alone', '0 8 13 * *', ['13']],
    ['Sunday as 7', '0 8 * * 7', ['04', '11', '18', '25']],
    ['a range over the weekend', '0 8 * * sat-sun', ['03', '04', '10', '11', '17', '18', '24', '25', '31']],
    ['no day of another month', '0 8 13 9,11 *', []],
  ])('takes %s: %s', (_case, cron, days) => {
    const slots = between(rule(cron), '2026-10-01T00:00Z', '2026-11-01T00:00Z');
    expect(slots).toEqual(days.map((day) => `2026-10-${day}T08:00Z`));
  });

  it('counts weekdays by the local calendar', () => {
    expect(between(rule('0 8 * * 1', 'Pacific/Kiritimati'), '2026-06-01T00:00Z', '2026-06-08T00:00Z')).toEqual(['2026-06-07T18:00Z']);
    expect(between(rule('0 20 * * 1', 'Pacific/Honolulu'), '2026-06-01T00:00Z', '2026-06-08T00:00Z')).toEqual(['2026-06-02T06:00Z']);
  });

  it('leaves out holidays, of one year or of all, by the local calendar', () => {
    const daily = rule('0 8 * * *', 'Asia/Tokyo', ['2026-12-24', '12-25']);
    expect(between(daily, '2026-12-22T00:00Z', '2026-12-26T00:00Z')).toEqual(['2026-12-22T23:00Z', '2026-12-25T23:00Z']);
    expect(between(daily, '2025-12-23T00:00Z', '2025-12-26T00:00Z')).toEqual(['2025-12-23T23:00Z', '2025-12-25T23:00Z']);
  });

  it('cuts a span to its last 400 days', () => {
    const slots = slotsBetween(rule('0 8 * * *'), new Date('2000-01-01T00:00Z'), new Date('2026-01-01T00:00Z'));
    expect(slots).toHaveLength(400);
    expect(iso(slots.slice(-1))).toEqual(['2025-12-31T08:00Z']);
  });

  it('asks Intl for a tenth of the slots of a busy year at most', () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    const slots = slotsBetween(rule('*/5 * * * *', 'Europe/Vienna'), new Date('2025-01-01'), new Date('2026-01-01'));
    expect(slots).toHaveLength(365 * 24 * 12);
    expect(asked.mock.calls.length).toBeLessThan(slots.length / 10);
    asked.mockRestore();
  });
});

describe('nextSlot', () => {
  it.each([
    ['0 8 * * *', '2026-06-01T08:00Z', '2026-06-02T08:00:00.000Z'],
    ['0 8 * * *', '2026-06-01T07:59:59Z', '2026-06-01T08:00:00.000Z'],
    ['0 8 1 1 *', '2026-01-01T08:00Z', '2027-01-01T08:00:00.000Z'],
    ['0 8 29 2 *', '2027-03-01T00:00Z', '2028-02-29T08:00:00.000Z'],
  ])('of %s after %s is %s', (cron, after, next) => {
    expect(nextSlot(rule(cron), new Date(after))?.toISOString()).toBe(next);
  });
  it('is null when none comes within 400 days', () => {
    expect(nextSlot(rule('0 8 29 2 *'), new Date('2024-03-01T00:00Z'))).toBeNull();
    // 401 days ahead.
    expect(nextSlot(rule('0 8 29 2 *'), new Date('2027-01-24T07:00Z'))).toBeNull();
    expect(nextSlot(rule('0 8 25 12 *', 'UTC', ['12-25']), new Date('2026-01-01T00:00Z'))).toBeNull();
  });
});
