import { parse, validateDetailed } from 'node-cron';
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
  [/^(?:sun|su|sundays?|so|sonntags?)$/u, 0],
  [/^(?:mon|mo|mondays?|montags?)$/u, 1],
  [/^(?:tue|tues|tu|tuesdays?|di|dienstags?)$/u, 2],
  [/^(?:wed|we|wednesdays?|mi|mittwochs?)$/u, 3],
  [/^(?:thu|thur|thurs|th|thursdays?|do|donnerstags?)$/u, 4],
  [/^(?:fri|fr|fridays?|freitags?)$/u, 5],
  [/^(?:sat|sa|saturdays?|samstags?|sonnabends?)$/u, 6],
];
const GROUPS: readonly [RegExp, string][] = [
  [/^(?:weekdays?|workdays?|werktags?|werktäglich|wochentags)$/u, '1-5'],
  [/^(?:weekends?|wochenends?|wochenende)$/u, '0,6'],
  [/^(?:daily|days?|täglich|tag|tage)$/u, '*'],
];
const FILLERS = new Set("at on every each and um uhr jeden am und a o’clock o'clock oclock morning mornings twice zweimal".split(' '));
const TIME = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m\.|p\.m\.|uhr|h)?$/u;
const LONGEST_ECHO = 60;
/** Every minute of an hour by number takes 168. */
const LONGEST_WORDS = 256;
/** Between two digests of one schedule. */
const LEAST_MINUTES = 5;

/** `what` names the faulty field. */
function refused(what: string): BrevierError {
  return new BrevierError('schedule/time', `${what} ${EXAMPLES}`);
}

function quoted(words: string): string {
  return `“${words.slice(0, LONGEST_ECHO).toWellFormed()}”`;
}

/**
 * A five-field cron expression from one, or from plain English or German. What one cron line cannot hold is refused
 * rather than guessed at.
 * @throws BrevierError `schedule/time`, naming what is wrong.
 */
export function cronFrom(words: string): string {
  const text = words.trim().toLowerCase().replace(/\s+/gu, ' ');
  if (text.length > LONGEST_WORDS) throw refused(`That is too long for a schedule (${text.length} characters).`);
  if (text.startsWith('@')) throw refused(`I do not take nicknames such as ${quoted(text)}.`);
  if (/^[\d*][^\s:]* [\d*]\S* [\d*?l]\S*(?: \S+)+$/u.test(text) && !/ (?:am|pm|uhr|and|und)\b/u.test(text)) return unhurried(checked(text));
  return unhurried(repeated(text) ?? onDays(text));
}

/** @throws BrevierError `schedule/time` when two digests would come within five minutes. */
function unhurried(cron: string): string {
  const { minute, hour } = parse(cron);
  const minutes = minute.toSorted((a, b) => a - b);
  const hours = new Set(hour);
  const gaps = minutes.slice(1).map((at, index) => at - (minutes[index] ?? 0));
  // Over the full hour, where the next one is meant, too.
  if (hour.some((at) => hours.has((at + 1) % 24))) gaps.push(60 - (minutes.at(-1) ?? 0) + (minutes[0] ?? 0));
  if (gaps.every((gap) => gap >= LEAST_MINUTES)) return cron;
  throw refused(`A digest comes every ${LEAST_MINUTES} minutes at most.`);
}

/** @throws BrevierError `schedule/time` */
function checked(cron: string): string {
  const fields = cron.split(' ');
  if (fields.length === 6) throw refused('Leave out the seconds: a cron expression has five fields here.');
  if (fields.length !== 5) throw refused(`A cron expression has five fields, this one has ${fields.length}.`);
  const backwards = fields.flatMap((field) => field.split(',')).find(isBackwards);
  if (backwards !== undefined) throw refused(`The range ${quoted(backwards)} runs backwards. Name its two parts, such as 22-23,0-5.`);
  const { valid, errors } = validateDetailed(cron);
  if (!valid) throw refused(`The ${FIELDS[errors[0]?.field ?? ''] ?? 'expression'} ${quoted(errors[0]?.value ?? cron)} is not possible.`);
  if (/[lw#]/u.test(fields[2] ?? '') || /l$|#/u.test(fields[4] ?? ''))
    throw refused('L, W and # are not understood in the days. Name them by number.');
  return cron.replaceAll('?', '*');
}

const NAMED: ReadonlyMap<string, number> = new Map(
  ['sun mon tue wed thu fri sat', '- jan feb mar apr may jun jul aug sep oct nov dec'].flatMap((names) =>
    names.split(' ').map((name, index) => [name, index] as const),
  ),
);

/** `5-1`, `fri-mon`. A Sunday at the end is the seventh day. */
function isBackwards(part: string): boolean {
  const [, from = '', to = ''] = /^([a-z]{3}|\d+)-([a-z]{3}|\d+)(?:\/\d+)?$/u.exec(part) ?? [];
  if (from === '' || to === 'sun') return false;
  const value = (word: string) => NAMED.get(word) ?? Number(word);
  return value(from) > value(to);
}

/** "hourly", "every 2 hours", "every 30 minutes"; null when it is none of these. */
function repeated(text: string): string | null {
  if (/^(?:hourly|every hour|stündlich|jede stunde)$/u.test(text)) return '0 * * * *';
  if (/^(?:every|alle) \d+ ?(?:day|week|month|tag|woche|monat|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/u.test(text))
    throw refused('The days: a schedule repeats every day, on days of the week, or on days of the month.');
  const [, count = '', unit = ''] = /^(?:every|alle) (\d+) ?(hours?|minutes?|mins?|stunden?|minuten?)$/u.exec(text) ?? [];
  if (count === '') return null;
  const step = Number(count);
  const isHours = /^[hs]/u.test(unit);
  const [whole, fitting] = isHours
    ? [24, 'hours fit into a day: 1, 2, 3, 4, 6, 8 or 12']
    : [60, 'minutes fit into an hour: 5, 10, 15, 20 or 30'];
  if (step < (isHours ? 1 : 5) || step >= whole || whole % step !== 0)
    throw refused(`Every ${quoted(`${count} ${unit}`)} does not come out even. These ${fitting}.`);
  return isHours ? `0 */${step} * * *` : `*/${step} * * * *`;
}

const MONTHLY =
  /^(?:on )?(?:the )?(?:(?:first|1st) (?:day )?of (?:the|every|each) month|monthly|am ersten(?: des monats)?|monatlich)(?= |$)/u;

/** Days and times, or times and days: "every monday and thursday at 16:00", "at 8 on weekdays", "monthly at 9". */
function onDays(text: string): string {
  const rest = text.replace(MONTHLY, '');
  const days = new Set<string>();
  let order = rest === text ? '' : 'd';
  if (rest !== text && /\d (?:at|um) /u.test(rest))
    throw refused('The day of the month: others than the first are said in cron: 0 9 15 * *.');
  const tokens = tokensOf(rest);
  for (const token of tokens) {
    const found = typeof token === 'string' ? weekdaysOf(token) : null;
    if (found !== null) days.add(found);
    else if (typeof token === 'string' && !FILLERS.has(token)) throw refused(`I do not understand ${quoted(token)}.`);
    const kind = found === null ? (typeof token === 'string' ? '' : 't') : 'd';
    if (!order.endsWith(kind)) order += kind;
  }
  if (order.length > 2 || (rest !== text && days.size > 0))
    throw refused('The days: one schedule takes one list of days and one of times. For other times on other days schedule two digests.');
  const [minute, hours] = clock(tokens, text);
  if (rest !== text) return `${minute} ${hours} 1 * *`;
  return `${minute} ${hours} * * ${days.size === 0 || days.has('*') ? '*' : [...days].toSorted().join(',')}`;
}

/** The cron weekdays of a word; null for another word. */
function weekdaysOf(word: string): string | null {
  const group = GROUPS.find(([pattern]) => pattern.test(word))?.[1];
  if (group !== undefined) return group;
  const [first, last, ...more] = word.split(/[-–]/u).map(dayOf);
  if (/[-–]/u.test(word)) return first === undefined || last === undefined || more.length > 0 ? null : `${first}-${last === 0 ? 7 : last}`;
  return first === undefined ? null : String(first);
}

function dayOf(word: string): number | undefined {
  return DAYS.find(([pattern]) => pattern.test(word))?.[1];
}

interface Clock {
  hour: number;
  minute: number;
}

const HALF = /^(?:am|pm|a\.m\.|p\.m\.)$/u;

/** Times of day, and the words between them. */
function tokensOf(text: string): (Clock | string)[] {
  const words = text
    .replace(/(\d) uhr (\d{2})\b/gu, '$1:$2')
    .split(/[\s,&/]+/u)
    .filter((word) => word !== '');
  return words.flatMap((word, index): (Clock | string)[] => {
    const found = TIME.exec(word);
    if (/^(?:noon|mittags)$/u.test(word)) return [{ hour: 12, minute: 0 }];
    if (/^(?:midnight|mitternachts?)$/u.test(word)) return [{ hour: 0, minute: 0 }];
    if (found === null) return HALF.test(word) && TIME.test(words[index - 1] ?? '') ? [] : [word];
    const next = words[index + 1] ?? '';
    // "um 8 am Montag" is German.
    return [timeOf(found, HALF.test(next) && !words.includes('um') ? next : '')];
  });
}

/** @throws BrevierError `schedule/time` */
function timeOf([raw, hours = '', minutes = '0', suffix]: RegExpExecArray, next: string): Clock {
  const half = (suffix ?? next).replaceAll('.', '');
  let hour = Number(hours);
  const minute = Number(minutes);
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) throw refused(`The hour of “${`${raw} ${next}`.trim()}” has to be 1 to 12.`);
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) throw refused(`The time “${raw}” is not possible. Hours go from 0 to 23, minutes from 00 to 59.`);
  return { hour, minute };
}

/** @throws BrevierError `schedule/time` when there is no time, or times that one cron line cannot hold. */
function clock(tokens: readonly (Clock | string)[], text: string): [minute: string, hours: string] {
  const times = tokens.filter((token) => typeof token !== 'string');
  const [first] = times;
  if (first === undefined) throw refused(`At what time? ${quoted(text)} names none.`);
  if (/\b(?:twice|zweimal)\b/u.test(text) && times.length !== 2) throw refused('Name both times, as in “twice a day at 8 and 16”.');
  if (times.some(({ minute }) => minute !== first.minute))
    throw refused('The minute of several times has to be the same, as in “at 8:30 and 16:30”. Or schedule two digests.');
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
