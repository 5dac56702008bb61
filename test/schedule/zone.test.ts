import { describe, expect, it } from 'vitest';
import { BrevierError } from '../../src/errors.ts';
import { instantsOf, localTime, shifted, zoneFrom } from '../../src/schedule/zone.ts';

/** `2026-03-29 02:30` */
function local(words: string) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = words.split(/[- :]/).map(Number);
  return { year, month, day, hour, minute };
}
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString().replace(':00.000Z', 'Z'));
const codeOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (thrown) {
    return thrown instanceof BrevierError ? thrown.code : thrown;
  }
};

describe('zoneFrom', () => {
  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    [' Europe / Berlin ', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Zürich', 'Europe/Zurich'],
    ['Kolkata', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['us/eastern', 'America/New_York'],
    ['etc/gmt-14', 'Etc/GMT-14'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
  ])('knows %j as %s', (words, zone) => {
    expect(zoneFrom(words)).toBe(zone);
  });
  it('gives back every name that Intl lists', () => {
    const names = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'GMT');
    expect(names.map((name) => zoneFrom(name.toLowerCase()))).toEqual(names);
  });
  it.each([
    ['Berlln', 'Did you mean Europe/Berlin?'],
    ['Europe/Berln', 'Did you mean Europe/Berlin?'],
    ['Katmandoo', 'no time zone'],
    ['CEST', 'Name one such as Europe/Berlin'],
    ['+02:00', 'Name one such as Europe/Berlin'],
    ['Atlantis', 'time zone'],
    ['', 'time zone'],
    ['../etc/passwd', 'time zone'],
  ])('refuses %j and says %j', (words, told) => {
    expect(() => zoneFrom(words)).toThrow(told);
    expect(codeOf(() => zoneFrom(words))).toBe('schedule/zone');
  });
  it('echoes no more than the beginning of a very long name', () => {
    expect(() => zoneFrom('x'.repeat(1_000_000))).toThrow(/^.{1,200}$/u);
  });
});

describe('the wall clock', () => {
  it.each([
    ['a gap of an hour', 'Europe/Berlin', '2026-03-29 02:30', [], '2026-03-29T01:30Z'],
    ['the last minute before a gap', 'Europe/Berlin', '2026-03-29 01:59', ['2026-03-29T00:59Z'], '2026-03-29T00:59Z'],
    ['the first minute after a gap', 'Europe/Berlin', '2026-03-29 03:00', ['2026-03-29T01:00Z'], '2026-03-29T01:00Z'],
    ['an overlap', 'Europe/Berlin', '2026-10-25 02:30', ['2026-10-25T00:30Z', '2026-10-25T01:30Z'], '2026-10-25T00:30Z'],
    ['the minute after an overlap', 'Europe/Berlin', '2026-10-25 03:00', ['2026-10-25T02:00Z'], '2026-10-25T02:00Z'],
    ['a gap', 'America/New_York', '2026-03-08 02:30', [], '2026-03-08T07:30Z'],
    ['an overlap', 'America/New_York', '2026-11-01 01:30', ['2026-11-01T05:30Z', '2026-11-01T06:30Z'], '2026-11-01T05:30Z'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2025-10-05 02:15', [], '2025-10-04T15:45Z'],
    ['half an hour twice', 'Australia/Lord_Howe', '2026-04-05 01:45', ['2026-04-04T14:45Z', '2026-04-04T15:15Z'], '2026-04-04T14:45Z'],
    ['a gap at midnight', 'America/Sao_Paulo', '2018-11-04 00:00', [], '2018-11-04T03:00Z'],
    [
      'an overlap before midnight',
      'America/Sao_Paulo',
      '2018-02-17 23:30',
      ['2018-02-18T01:30Z', '2018-02-18T02:30Z'],
      '2018-02-18T01:30Z',
    ],
    ['a gap over midnight', 'America/Nuuk', '2024-03-30 23:15', [], '2024-03-31T01:15Z'],
    ['a day left out', 'Pacific/Apia', '2011-12-30 08:00', [], '2011-12-30T18:00Z'],
    ['the day before it', 'Pacific/Apia', '2011-12-29 23:59', ['2011-12-30T09:59Z'], '2011-12-30T09:59Z'],
    ['the day after it', 'Pacific/Apia', '2011-12-31 00:00', ['2011-12-30T10:00Z'], '2011-12-30T10:00Z'],
    ['the end of Ramadan', 'Africa/Casablanca', '2025-04-06 02:30', [], '2025-04-06T02:30Z'],
    ['its beginning', 'Africa/Casablanca', '2025-02-23 02:30', ['2025-02-23T01:30Z', '2025-02-23T02:30Z'], '2025-02-23T01:30Z'],
    ['half an hour from UTC', 'Asia/Kolkata', '2026-06-01 08:00', ['2026-06-01T02:30Z'], '2026-06-01T02:30Z'],
    ['a quarter from UTC', 'Asia/Kathmandu', '2026-06-01 08:00', ['2026-06-01T02:15Z'], '2026-06-01T02:15Z'],
    ['the offset before 1986', 'Asia/Kathmandu', '1985-12-31 08:00', ['1985-12-31T02:30Z'], '1985-12-31T02:30Z'],
    ['half a minute from UTC', 'Africa/Monrovia', '1971-06-01 00:00', ['1971-06-01T00:44:30.000Z'], '1971-06-01T00:44:30.000Z'],
    ['no change at all', 'UTC', '1970-01-01 00:00', ['1970-01-01T00:00Z'], '1970-01-01T00:00Z'],
    ['a leap day', 'UTC', '2096-02-29 12:00', ['2096-02-29T12:00Z'], '2096-02-29T12:00Z'],
  ])('reads %s in %s: %s', (_case, zone, words, instants, first) => {
    expect(iso(instantsOf(local(words), zone))).toEqual(instants);
    expect(iso([shifted(local(words), zone)])).toEqual([first]);
  });
  it.each([
    ['2026-10-25T00:30:59.999Z', 'Europe/Berlin', { year: 2026, month: 10, day: 25, hour: 2, minute: 30, weekday: 0 }],
    ['2026-01-01T04:59:00Z', 'America/New_York', { year: 2025, month: 12, day: 31, hour: 23, minute: 59, weekday: 3 }],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', { year: 2011, month: 12, day: 31, hour: 0, minute: 0, weekday: 6 }],
    ['1969-12-31T23:59:59Z', 'UTC', { year: 1969, month: 12, day: 31, hour: 23, minute: 59, weekday: 3 }],
    // Liberia was 44 minutes and 30 seconds behind until 1972.
    ['1971-06-01T00:45:00Z', 'Africa/Monrovia', { year: 1971, month: 6, day: 1, hour: 0, minute: 0, weekday: 2 }],
    ['1971-06-01T00:44:29Z', 'Africa/Monrovia', { year: 1971, month: 5, day: 31, hour: 23, minute: 59, weekday: 1 }],
  ])('shows at %s in %s the local minute and weekday', (at, zone, shown) => {
    expect(localTime(new Date(at), zone)).toEqual(shown);
  });
  it('finds hours of 1970 to 2100 again by their local time', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
      'Asia/Kathmandu',
    ]) {
      for (let at = Date.UTC(1970, 0, 2); at < Date.UTC(2100, 0, 1); at += 977 * 3_600_000) {
        expect(instantsOf(localTime(new Date(at), zone), zone).map(Number), zone).toContain(at);
      }
    }
  });
  it('refuses a zone that nobody knows', () => {
    expect(codeOf(() => localTime(new Date(0), 'Europe/Atlantis'))).toBe('schedule/zone');
  });
});
