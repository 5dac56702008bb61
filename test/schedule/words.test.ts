import { describe, expect, it } from 'vitest';
import { cronFrom, spoken } from '../../src/schedule/plain-words.ts';
import { zoneFrom } from '../../src/schedule/zone.ts';

describe('a time in plain words', () => {
  it.each([
    ['weekdays at 8', '0 8 * * 1-5', 'on weekdays at 08:00'],
    ['daily at 7:30', '30 7 * * *', 'every day at 07:30'],
    ['8am', '0 8 * * *', 'every day at 08:00'],
    ['at 12 am', '0 0 * * *', 'every day at 00:00'],
    ['8 pm on mondays', '0 20 * * 1', 'on Mondays at 20:00'],
    ['every monday and thursday at 16:00', '0 16 * * 1,4', 'on Mondays and Thursdays at 16:00'],
    ['mon-fri 8:15', '15 8 * * 1-5', 'on weekdays at 08:15'],
    ['weekends at noon', '0 12 * * 0,6', 'at weekends at 12:00'],
    ['every 2 hours', '0 */2 * * *', 'every 2 hours'],
    ['every 30 minutes', '*/30 * * * *', 'every 30 minutes'],
    ['first of the month at 9', '0 9 1 * *', 'on the first of the month at 09:00'],
    ['daily at 8 and 16', '0 8,16 * * *', 'every day at 08:00 and 16:00'],
    ['werktags um 8', '0 8 * * 1-5', 'on weekdays at 08:00'],
    ['täglich um 7:30 uhr', '30 7 * * *', 'every day at 07:30'],
    ['montags um 9', '0 9 * * 1', 'on Mondays at 09:00'],
    ['0  8 * * MON-FRI', '0 8 * * mon-fri', 'by “0 8 * * mon-fri”'],
  ])('%j is %s', (words, cron, told) => {
    expect([cronFrom(words), spoken(cronFrom(words))]).toEqual([cron, told]);
  });

  it.each([
    ['61 8 * * *', 'The minute “61”'],
    ['0 25 * * *', 'The hour “25”'],
    ['0 8 31 2 *', 'The day of the month'],
    ['0 8 * * 9', 'The weekday “9”'],
    ['0 0 8 * * *', 'Leave out the seconds'],
    ['0 8 L * *', 'L, W and #'],
    ['weekdays', 'At what time?'],
    ['flurbs at 8', 'I do not understand “flurbs”'],
    ['daily at 25', 'The time “25”'],
    ['daily at 8 and 16:30', 'the same'],
    ['every 7 hours', 'does not come out even'],
    ['13 pm', '1 to 12'],
    ['', 'At what time?'],
  ])('%j is refused, with the field and examples', (words, told) => {
    expect(() => cronFrom(words)).toThrow(expect.objectContaining({ code: 'schedule/time', message: expect.stringContaining(told) }));
  });
});

describe('a zone', () => {
  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
  ])('%j is %s', (words, zone) => {
    expect(zoneFrom(words)).toBe(zone);
  });

  it.each([
    ['Berlim', 'Did you mean Europe/Berlin?'],
    ['+02:00', 'Europe/Berlin or America/New_York'],
    ['Middle/Earth', 'no time zone that I know'],
  ])('%j is refused, with what to say instead', (words, told) => {
    expect(() => zoneFrom(words)).toThrow(expect.objectContaining({ code: 'schedule/zone', message: expect.stringContaining(told) }));
  });
});
