import { validateDetailed } from 'node-cron';
import { BrevierError } from '../errors.ts';

const EXAMPLES =
  'Say it like “weekdays at 8”, “daily at 7:30”, “mondays and thursdays at 16:00”, “every 2 hours”, or in cron: 0 8 * * 1-5.';
const FIELDS: Readonly<Record<string, string>> = {
  minute: 'minute',
  hour: 'hour',
  dayOfMonth: 'day of the month',
  month: 'month',
  dayOfWeek: 'weekday',
};
/** English and German, as the first letters that tell them apart. 0 is Sunday. */
const DAYS: readonly [RegExp, number][] = [
  [/^(?:sun|sundays?|sonntags?)$/u, 0],
  [/^(?:mon|mondays?|montags?)$/u, 1],
  [/^(?:tue|tues|tuesdays?|dienstags?)$/u, 2],
  [/^(?:wed|wednesdays?|mittwochs?)$/u, 3],
  [/^(?:thu|thur|thurs|thursdays?|donnerstags?)$/u, 4],
  [/^(?:fri|fridays?|freitags?)$/u, 5],
  [/^(?:sat|saturdays?|samstags?|sonnabends?)$/u, 6],
];
const GROUPS: readonly [RegExp, string][] = [
  [/^(?:weekdays?|workdays?|werktags?|werktäglich)$/u, '1-5'],
  [/^(?:weekends?|wochenends?|wochenende)$/u, '0,6'],
  [/^(?:daily|days?|täglich|tag|tage)$/u, '*'],
];
const FILLERS = new Set('at on every each and the um uhr jeden am und a of o’clock oclock morning mornings the'.split(' '));
const TIME = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m\.|p\.m\.|uhr|h)?$/u;

/**
 * A five-field cron expression from one, or from plain English or German.
 * @throws BrevierError `schedule/time`, naming what is wrong.
 */
export function cronFrom(words: string): string {
  const text = words.trim().toLowerCase().replace(/\s+/gu, ' ');
  if (text.startsWith('@')) throw new BrevierError('schedule/time', `I do not take nicknames such as ${text}. ${EXAMPLES}`);
  if (/^[\d*]\S*(?: [\d*?a-z,/#-]+){3,}$/u.test(text) && !/ (?:am|pm|uhr|and|und)\b/u.test(text)) return checked(text);
  return repeated(text) ?? monthly(text) ?? onDays(text);
}

/** @throws BrevierError `schedule/time` */
function checked(cron: string): string {
  const count = cron.split(' ').length;
  if (count === 6) throw new BrevierError('schedule/time', `Leave out the seconds: a digest goes out on the minute, as in 0 8 * * 1-5.`);
  const { valid, errors } = validateDetailed(cron);
  const [fault] = errors;
  if (!valid || count !== 5) {
    const field = FIELDS[fault?.field ?? ''];
    const what =
      field === undefined ? `A cron expression has five fields, this one has ${count}.` : `The ${field} “${fault?.value}” is not possible.`;
    throw new BrevierError('schedule/time', `${what} ${EXAMPLES}`);
  }
  const [, , day = '', , weekday = ''] = cron.split(' ');
  if (/[lw#]/u.test(day) || /l$|#/u.test(weekday))
    throw new BrevierError('schedule/time', `L, W and # are not understood here. Name the days by number. ${EXAMPLES}`);
  return cron.replaceAll('?', '*');
}

/** "hourly", "every 2 hours", "every 30 minutes"; null when it is none of these. */
function repeated(text: string): string | null {
  if (/^(?:hourly|every hour|stündlich|jede stunde)$/u.test(text)) return '0 * * * *';
  const [, count = '', unit = ''] = /^(?:every|alle) (\d+) ?(hours?|minutes?|mins?|stunden?|minuten?)$/u.exec(text) ?? [];
  if (count === '') return null;
  const step = Number(count);
  if (/^(?:h|s)/u.test(unit)) {
    if (step < 1 || step > 23 || 24 % step !== 0)
      throw new BrevierError('schedule/time', `Every ${step} hours does not fit into a day. Take 1, 2, 3, 4, 6, 8 or 12 hours.`);
    return `0 */${step} * * *`;
  }
  if (step < 5 || step > 59 || 60 % step !== 0)
    throw new BrevierError('schedule/time', `Every ${step} minutes does not fit into an hour. Take 5, 10, 15, 20 or 30 minutes.`);
  return `*/${step} * * * *`;
}

function monthly(text: string): string | null {
  const [, rest] =
    /^(?:on )?(?:the )?(?:first (?:day )?of (?:the|every|each) month|monthly|am ersten(?: des monats)?|monatlich)\b(.*)$/u.exec(text) ?? [];
  if (rest === undefined) return null;
  const [minute, hours] = clock(timesIn(rest.trim().split(' ')).times, text);
  return `${minute} ${hours} 1 * *`;
}

/** Days and times in any order: "every monday and thursday at 16:00", "at 8 on weekdays", "mon-fri 8:15". */
function onDays(text: string): string {
  const { times, left } = timesIn(text.replace(/[,&]/gu, ' ').split(' '));
  const days = new Set<string>();
  for (const word of left) {
    const group = GROUPS.find(([pattern]) => pattern.test(word))?.[1];
    const day = dayOf(word);
    const [first, last] = word.split(/[-–]/u).map(dayOf);
    if (group !== undefined) days.add(group);
    else if (day !== undefined) days.add(String(day));
    else if (first !== undefined && last !== undefined) days.add(`${first}-${last === 0 ? 7 : last}`);
    else if (!FILLERS.has(word)) throw new BrevierError('schedule/time', `I do not understand “${word}”. ${EXAMPLES}`);
  }
  const [minute, hours] = clock(times, text);
  const weekdays = days.size === 0 || days.has('*') ? '*' : [...days].toSorted().join(',');
  return `${minute} ${hours} * * ${weekdays}`;
}

function dayOf(word: string): number | undefined {
  return DAYS.find(([pattern]) => pattern.test(word))?.[1];
}

interface Clock {
  hour: number;
  minute: number;
}

/** The times among the words, and the other words. */
function timesIn(words: readonly string[]): { times: Clock[]; left: string[] } {
  const times: Clock[] = [];
  const left: string[] = [];
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? '';
    const half = /^(?:am|pm|a\.m\.|p\.m\.)$/u.test(next) ? next : undefined;
    const found = TIME.exec(word);
    if (word === 'noon' || word === 'mittags') times.push({ hour: 12, minute: 0 });
    else if (word === 'midnight' || word === 'mitternacht') times.push({ hour: 0, minute: 0 });
    else if (found !== null) times.push(timeOf(found, half));
    else if (!/^(?:am|pm|a\.m\.|p\.m\.)$/u.test(word) || !TIME.test(words[index - 1] ?? '')) {
      if (word !== '') left.push(word);
    }
  }
  return { times, left };
}

/** @throws BrevierError `schedule/time` */
function timeOf([raw, hours = '', minutes = '0', suffix]: RegExpExecArray, next: string | undefined): Clock {
  const half = (suffix ?? next ?? '').replaceAll('.', '');
  let hour = Number(hours);
  const minute = Number(minutes);
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) throw new BrevierError('schedule/time', `The hour of “${raw} ${half}” has to be 1 to 12.`);
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59)
    throw new BrevierError('schedule/time', `“${raw}” is no time of day. Hours go from 0 to 23, minutes from 00 to 59.`);
  return { hour, minute };
}

/** @throws BrevierError `schedule/time` when there is no time, or times that one cron line cannot hold. */
function clock(times: readonly Clock[], text: string): [minute: string, hours: string] {
  const [first] = times;
  if (first === undefined) throw new BrevierError('schedule/time', `At what time? “${text}” names none. ${EXAMPLES}`);
  if (times.some(({ minute }) => minute !== first.minute))
    throw new BrevierError(
      'schedule/time',
      'Several times in one schedule need the same minute, as in “at 8:30 and 16:30”. Or schedule two digests.',
    );
  return [String(first.minute), [...new Set(times.map(({ hour }) => hour))].toSorted((a, b) => a - b).join(',')];
}

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The expression in plain English, "on weekdays at 08:00"; itself in quotes where that has no short words. */
export function spoken(cron: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.split(' ');
  if (month !== '*') return `by “${cron}”`;
  if (day === '*' && weekday === '*') {
    if (minute === '0' && hour === '*') return 'every hour';
    const step = /^\*\/(\d+)$/.exec(hour)?.[1];
    if (minute === '0' && step !== undefined) return `every ${step} hours`;
    const minutes = /^\*\/(\d+)$/.exec(minute)?.[1];
    if (minutes !== undefined && hour === '*') return `every ${minutes} minutes`;
  }
  if (!/^\d+$/.test(minute) || !/^\d+(?:,\d+)*$/.test(hour)) return `by “${cron}”`;
  const times = joined(hour.split(',').map((one) => `${one.padStart(2, '0')}:${minute.padStart(2, '0')}`));
  if (day === '1' && weekday === '*') return `on the first of the month at ${times}`;
  if (day !== '*') return `by “${cron}”`;
  const days = spokenDays(weekday);
  return days === null ? `by “${cron}”` : `${days} at ${times}`;
}

function spokenDays(weekday: string): string | null {
  if (weekday === '*') return 'every day';
  if (weekday === '1-5') return 'on weekdays';
  if (weekday === '0,6') return 'at weekends';
  if (!/^[0-7](?:,[0-7])*$/.test(weekday)) return null;
  return `on ${joined(weekday.split(',').map((day) => `${NAMES[Number(day) % 7] ?? ''}s`))}`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
