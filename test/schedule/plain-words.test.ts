import fc from 'fast-check';
import { validateDetailed } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { BrevierError } from '../../src/errors.ts';
import { cronFrom, spoken } from '../../src/schedule/plain-words.ts';

describe('cronFrom', () => {
  it.each([
    ['weekdays at 8', '0 8 * * 1-5'],
    ['every weekday at 8', '0 8 * * 1-5'],
    ['at 8 on weekdays', '0 8 * * 1-5'],
    ['daily at 7:30', '30 7 * * *'],
    ['every day 18:00', '0 18 * * *'],
    ['Every Day At 8 O’Clock', '0 8 * * *'],
    ["every day at 8 o'clock", '0 8 * * *'],
    ['at 8', '0 8 * * *'],
    ['at 8.30', '30 8 * * *'],
    ['8am', '0 8 * * *'],
    ['8:30 pm', '30 20 * * *'],
    ['12am', '0 0 * * *'],
    ['12 p.m.', '0 12 * * *'],
    ['noon', '0 12 * * *'],
    ['midnight', '0 0 * * *'],
    ['mondays at 9', '0 9 * * 1'],
    ['every monday and thursday at 16:00', '0 16 * * 1,4'],
    ['mondays, wednesdays and fridays at 9', '0 9 * * 1,3,5'],
    ['8:30 on monday wednesday', '30 8 * * 1,3'],
    ['tue/thu 9', '0 9 * * 2,4'],
    ['weekends at 10', '0 10 * * 0,6'],
    ['weekdays and saturday at 8', '0 8 * * 1-5,6'],
    ['mon-fri 8:15', '15 8 * * 1-5'],
    ['mon–fri at 8', '0 8 * * 1-5'],
    ['fri-sun at 8', '0 8 * * 5-7'],
    ['twice a day at 8 and 16', '0 8,16 * * *'],
    ['daily at 16:30 and 8:30', '30 8,16 * * *'],
    ['at 8 am and 4 pm', '0 8,16 * * *'],
    ['8 9 on mondays', '0 8,9 * * 1'],
    ['hourly', '0 * * * *'],
    ['every hour', '0 * * * *'],
    ['every 2 hours', '0 */2 * * *'],
    ['every 30 minutes', '*/30 * * * *'],
    ['first of the month at 9', '0 9 1 * *'],
    ['on the 1st of every month at 8:30', '30 8 1 * *'],
    ['monthly at 9', '0 9 1 * *'],
    ['werktags um 8', '0 8 * * 1-5'],
    ['täglich um 7:30', '30 7 * * *'],
    ['täglich um 8 Uhr 30', '30 8 * * *'],
    ['täglich 8 und 16 Uhr', '0 8,16 * * *'],
    ['montags um 9', '0 9 * * 1'],
    ['jeden Montag um 9 Uhr', '0 9 * * 1'],
    ['um 8 am Montag', '0 8 * * 1'],
    ['um 16 am Montag', '0 16 * * 1'],
    ['Mo-Fr um 8', '0 8 * * 1-5'],
    ['am Wochenende um 10', '0 10 * * 0,6'],
    ['stündlich', '0 * * * *'],
    ['alle 2 Stunden', '0 */2 * * *'],
    ['alle 30 Minuten', '*/30 * * * *'],
    ['am Ersten des Monats um 9', '0 9 1 * *'],
    ['mittags', '0 12 * * *'],
  ])('reads %j as %s', (words, cron) => {
    expect(cronFrom(words)).toBe(cron);
    expect(validateDetailed(cron).valid).toBe(true);
  });

  it.each([
    ['0 8 * * *', '0 8 * * *'],
    ['  0\t8  * * 1-5 ', '0 8 * * 1-5'],
    ['*/15 8-17 * * MON-FRI', '*/15 8-17 * * mon-fri'],
    ['0 8 ? * 1', '0 8 * * 1'],
    ['0 8 1 jan,jul *', '0 8 1 jan,jul *'],
    ['0 8 29 2 *', '0 8 29 2 *'],
  ])('takes the cron expression %j as %j', (words, cron) => {
    expect(cronFrom(words)).toBe(cron);
  });

  it.each([
    ['61 8 * * *', 'minute “61”'],
    ['*/0 8 * * *', 'minute “*/0”'],
    ['0 24 * * *', 'hour “24”'],
    ['0 8 32 * *', 'day of the month “32”'],
    ['0 8 30 2 *', 'day of the month “30”'],
    ['0 8 * 13 *', 'month “13”'],
    ['0 8 * * 8', 'weekday “8”'],
    ['0 8 * *', 'five fields, this one has 4'],
    ['0 0 8 * * *', 'Leave out the seconds'],
    ['0 8 * * * * *', 'five fields, this one has 7'],
    ['1.5 8 * * *', 'expression “1.5 8 * * *”'],
    ['0 8 L * *', 'L, W and #'],
    ['0 8 15W * *', 'L, W and #'],
    ['0 8 * * 5L', 'L, W and #'],
    ['0 8 * * 5#2', 'L, W and #'],
    ['@daily', 'nicknames'],
    ['', 'At what time?'],
    ['daily', 'At what time?'],
    ['monthly', 'At what time?'],
    ['foo at 8', 'understand “foo”'],
    ['mon-wed-fri 8', 'understand “mon-wed-fri”'],
    ['monthly foo at 9', 'understand “foo”'],
    ['at 25', 'time “25”'],
    ['at 8:75', 'time “8:75”'],
    ['13 pm', 'hour of “13 pm”'],
    ['0am', 'hour of “0am”'],
    ['daily at 8 and 16:30', 'minute of several times'],
    ['twice a day at 8', 'both times'],
    ['mondays at 9 and thursdays at 16', 'one list of days and one of times'],
    ['monthly on mondays at 9', 'one list of days'],
    ['monthly 15 at 9', 'day of the month'],
    ['every 2 days at 8', 'The days'],
    ['every 2 mondays at 8', 'The days'],
    ['every 5 hours', '“5 hours” does not come out even'],
    ['every 0 hours', 'does not come out even'],
    ['every 7 minutes', '“7 minutes” does not come out even'],
    ['every 1 minutes', 'does not come out even'],
    ['5-1 * * * *', 'The range “5-1” runs backwards'],
    ['0 8 * * fri-mon', 'The range “fri-mon” runs backwards'],
    ['0 22-5 * * *', 'The range “22-5” runs backwards'],
    ['0 8 * nov-feb *', 'The range “nov-feb” runs backwards'],
    ['5/20 * * * *', 'The minute “5/20” is not possible'],
    ['* * * * *', 'every 5 minutes at most'],
    ['*/4 * * * *', 'every 5 minutes at most'],
    ['*/7 * * * *', 'every 5 minutes at most'],
    ['0,3 8 * * *', 'every 5 minutes at most'],
    ['10-12 8 * * *', 'every 5 minutes at most'],
    ['0,57 * * * *', 'every 5 minutes at most'],
    ['2,58 23,0 * * *', 'every 5 minutes at most'],
    [`${Array.from({ length: 20_001 }, () => '0').join(',')} 8 * * *`, 'too long for a schedule'],
  ])('refuses %j, names %j and shows two ways to say it', (words, told) => {
    expect(() => cronFrom(words)).toThrow(BrevierError);
    expect(() => cronFrom(words)).toThrow(
      expect.objectContaining({ code: 'schedule/time', message: expect.stringContaining(told) as string }),
    );
    expect(() => cronFrom(words)).toThrow(/“weekdays at 8”.*0 8 \* \* 1-5/u);
  });

  it('echoes no more than the beginning of a very long wish', () => {
    for (const words of [
      'x'.repeat(1_000_000),
      `0 8 ${'* '.repeat(100_000)}`,
      `every ${'9'.repeat(100_000)} hours`,
      `@${'x'.repeat(100_000)}`,
    ])
      expect(() => cronFrom(words)).toThrow(/^.{1,400}$/u);
  });

  it('gives an expression that node-cron takes, or one error, for any words', () => {
    const word = fc.constantFrom(
      ...'at on every and um uhr am pm 8 8:30 24 16h noon mon fri-sun weekdays täglich monthly 0 * */2 1-5 ? L # twice hours 2'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        try {
          const cron = cronFrom(words.join(' '));
          expect(validateDetailed(cron).valid).toBe(true);
          expect(cron.split(' ')).toHaveLength(5);
          expect(cronFrom(cron)).toBe(cron);
        } catch (thrown) {
          if (!(thrown instanceof BrevierError)) throw thrown;
          expect(thrown.code).toBe('schedule/time');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  '*/5 * * * *',
  '0,57 8 * * *',
  '0 8 * * fri-sun',
  '0 8 * * 5-7',
  '0 8-17/3 * * 1-5',
  `${Array.from({ length: 12 }, (_, index) => index * 5).join(',')} * * * *`,
])('takes %s', (cron) => {
  expect(cronFrom(cron)).toBe(cron);
});

describe('spoken', () => {
  it.each([
    ['0 8 * * 1-5', 'on weekdays at 08:00'],
    ['30 7 * * *', 'every day at 07:30'],
    ['0 8,12,16 * * *', 'every day at 08:00, 12:00 and 16:00'],
    ['0 16 * * 1,4', 'on Mondays and Thursdays at 16:00'],
    ['0 10 * * 0,6', 'at weekends at 10:00'],
    ['0 10 * * 7', 'on Sundays at 10:00'],
    ['0 9 1 * *', 'on the first of the month at 09:00'],
    ['0 * * * *', 'every hour'],
    ['0 */2 * * *', 'every 2 hours'],
    ['*/30 * * * *', 'every 30 minutes'],
  ])('says %s as %j', (cron, words) => {
    expect(spoken(cron)).toBe(words);
  });
  it.each(['0 8 1 jan *', '0 8 15 * *', '0 8 1 * 1', '*/15 8-17 * * *', '0 8 * * 5-1', '5 * * * *', '* * * * *'])(
    'quotes %s as it stands',
    (cron) => {
      expect(spoken(cron)).toBe(`by “${cron}”`);
    },
  );
});
