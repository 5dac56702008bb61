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

/**
 * No zone is further from UTC than 14 hours, and none has moved by more than a day. Since 1970 no zone has changed its
 * offset twice within 80 hours, so that a local day and this margin on both sides hold one change at most.
 */
const AROUND_MS = 26 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const LONGEST_NAME = 64;

/** Names of today for zones that Intl lists under an older name only. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];

/**
 * The IANA zone for a user's words: its name or its city alone, in any case, with or without accents.
 * @throws BrevierError `schedule/zone`
 */
export function zoneFrom(words: string): string {
  const asked = words.length > LONGEST_NAME ? '' : plain(words.trim()).replace(/_?\/_?/gu, '/');
  if (/^(?:utc|gmt|z)$/u.test(asked)) return 'UTC';
  const names = [...RENAMED, ...Intl.supportedValuesOf('timeZone')];
  const known = names.find((name) => plain(name) === asked) ?? names.find((name) => cityOf(name) === asked);
  if (known !== undefined) return known;
  // Links such as US/Eastern are known to Intl but not in its list.
  const linked = asked.includes('/') ? listedName(asked) : null;
  if (linked !== null) return linked;
  // An abbreviation is near to many a city.
  const near = asked.length < 5 ? null : (nearestWord(asked, names.map(cityOf)) ?? nearestWord(asked, names.map(plain)));
  const hint =
    near === null
      ? 'Name one such as Europe/Berlin or America/New_York.'
      : `Did you mean ${names.find((name) => cityOf(name) === near || plain(name) === near)}?`;
  throw new BrevierError('schedule/zone', `“${words.trim().slice(0, LONGEST_NAME).toWellFormed()}” is no time zone that I know. ${hint}`);
}

/** Zones whose name or city holds the words, cities that begin with them first. */
export function zonesLike(words: string, limit: number): string[] {
  const asked = plain(words.trim().slice(0, LONGEST_NAME));
  const names = [...new Set(['UTC', ...RENAMED, ...Intl.supportedValuesOf('timeZone')])];
  const rank = (name: string) => (cityOf(name).startsWith(asked) ? 0 : plain(name).includes(asked) ? 1 : 2);
  return names
    .filter((name) => rank(name) < 2)
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, limit);
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, '_').toLowerCase();
}

function cityOf(name: string): string {
  return plain(name.split('/').at(-1) ?? name);
}

/** The name under which Intl lists a zone; null for none. */
function listedName(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // RangeError: no such zone.
    return null;
  }
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
  const clock = clockOf(local);
  const { before, after } = offsetsAround(clock, zone);
  if (before === after) return [new Date(clock - before)];
  return [before, after]
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
  const clock = clockOf(local);
  return instantsOf(local, zone)[0] ?? new Date(clock - offsetsAround(clock, zone).before);
}

/** A wall-clock time in milliseconds, as if it were UTC. */
function clockOf({ year, month, day, hour, minute }: LocalMinute): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

interface Offsets {
  before: number;
  after: number;
}

const nearby = new Map<string, Offsets>();
const REMEMBERED = 2000;

/** The offsets before and after a local day; the same where no clock is changed near it. */
function offsetsAround(clock: number, zone: string): Offsets {
  const day = Math.floor(clock / DAY_MS);
  const key = `${zone} ${day}`;
  const known = nearby.get(key);
  if (known !== undefined) return known;
  const offsets = { before: offsetMs(day * DAY_MS - AROUND_MS, zone), after: offsetMs((day + 1) * DAY_MS + AROUND_MS, zone) };
  if (nearby.size >= REMEMBERED) nearby.clear();
  nearby.set(key, offsets);
  return offsets;
}

/** What the zone's clocks are ahead of UTC, in milliseconds. */
function offsetMs(at: number, zone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  const parts = new Map(
    formatter(zone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - second;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** @throws BrevierError `schedule/zone` for a zone that Intl does not know. */
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  if (listedName(zone) === null) throw new BrevierError('schedule/zone', `“${zone}” is no time zone that I know.`);
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}
