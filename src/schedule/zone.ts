import { nearestWord } from '../bot/suggest.ts';
import { BrevierError } from '../errors.ts';

/** A wall-clock time. `month` is 1 to 12. */
export interface LocalMinute {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** No zone is further from UTC than 14 hours, and none has moved by more than a day. */
const AROUND_MS = 26 * 3_600_000;

/**
 * The IANA zone for a user's words: its name in any case, or its city alone.
 * @throws BrevierError `schedule/zone`
 */
export function zoneFrom(words: string): string {
  const asked = words.trim().replace(/\s+/gu, '_');
  if (/^(?:utc|gmt|z)$/iu.test(asked)) return 'UTC';
  const names = Intl.supportedValuesOf('timeZone');
  const lower = asked.toLowerCase();
  const known = names.find((name) => name.toLowerCase() === lower) ?? names.find((name) => cityOf(name) === lower);
  if (known !== undefined) return known;
  // Older names (Asia/Kolkata beside Asia/Calcutta) are known to Intl but not in its list.
  if (asked.includes('/') && formatter(asked) !== null) return asked;
  const near =
    nearestWord(lower, names.map(cityOf)) ??
    nearestWord(
      lower,
      names.map((name) => name.toLowerCase()),
    );
  const hint =
    near === null
      ? 'Name one such as Europe/Berlin or America/New_York.'
      : `Did you mean ${names.find((name) => cityOf(name) === near || name.toLowerCase() === near)}?`;
  throw new BrevierError('schedule/zone', `“${words.trim()}” is no time zone that I know. ${hint}`);
}

function cityOf(name: string): string {
  return (name.split('/').at(-1) ?? name).toLowerCase();
}

/** The wall clock of a zone at an instant. `weekday` is 0 for Sunday. */
export function localTime(at: Date, zone: string): LocalMinute & { weekday: number } {
  const local = new Date(at.getTime() + offsetMs(at.getTime(), zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

/** Every instant at which the zone's clocks show this time: none in a gap, two in an overlap, oldest first. */
export function instantsOf(local: LocalMinute, zone: string): Date[] {
  const clock = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  const offsets = new Set([-AROUND_MS, 0, AROUND_MS].map((ms) => offsetMs(clock + ms, zone)));
  return [...offsets]
    .map((offset) => clock - offset)
    .filter((at) => at + offsetMs(at, zone) === clock)
    .toSorted((a, b) => a - b)
    .map((at) => new Date(at));
}

/**
 * The instant of a wall-clock time, as RFC 5545 section 3.3.5 resolves it: the first pass of an overlap, and in a gap
 * read with the offset before it, which shifts the time forward by the length of the gap.
 */
export function shifted(local: LocalMinute, zone: string): Date {
  const [first] = instantsOf(local, zone);
  if (first !== undefined) return first;
  const clock = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  return new Date(clock - offsetMs(clock - AROUND_MS, zone));
}

/** What the zone's clocks are ahead of UTC, in milliseconds. */
function offsetMs(at: number, zone: string): number {
  const format = formatter(zone);
  if (format === null) throw new BrevierError('schedule/zone', `“${zone}” is no time zone that I know.`);
  const minute = Math.floor(at / 60_000) * 60_000;
  const parts = new Map(format.formatToParts(minute).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - minute;
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Null for a zone that Intl does not know. */
function formatter(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    // RangeError: no such zone.
  }
  formatters.set(zone, made);
  return made;
}
