import { parse } from 'node-cron';
import { instantsOf, localTime, shifted } from './zone.ts';

export interface SlotRule {
  /** Five cron fields. */
  cron: string;
  /** IANA name. */
  zone: string;
  /** Local dates that are left out: `2026-12-25`, or `12-25` every year. */
  holidays: readonly string[];
}

const DAY_MS = 24 * 3_600_000;
/** Longer spans are cut to their end: nobody catches up on last year. */
const LONGEST_MS = 400 * DAY_MS;
const LISTED = 50;

/**
 * Every instant with `after` < instant <= `until` at which the rule is due, oldest first. Days are the zone's own. A
 * fixed hour fires once on each matching day: shifted across a gap, at the first pass of an overlap; not on a day that
 * the zone left out (Pacific/Apia, 2011-12-30). An hour field that begins with `*` follows real time: both passes of an
 * overlap, none in a gap. Where day of month and weekday are both restricted either will do (POSIX crontab).
 */
export function slotsBetween(rule: SlotRule, after: Date, until: Date): Date[] {
  const from = Math.max(after.getTime(), until.getTime() - LONGEST_MS);
  const found = new Set<number>();
  for (const day of daysBetween(from, until.getTime(), rule.zone)) {
    for (const at of slotsOn(rule, day)) if (at > from && at <= until.getTime()) found.add(at);
  }
  return [...found].toSorted((a, b) => a - b).map((at) => new Date(at));
}

interface Day {
  year: number;
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
}

/** Local calendar days that the span touches, a day more at each end. */
function* daysBetween(from: number, until: number, zone: string): Generator<Day> {
  const first = localTime(new Date(from), zone);
  const last = localTime(new Date(until), zone);
  const end = Date.UTC(last.year, last.month - 1, last.day + 1);
  for (let at = Date.UTC(first.year, first.month - 1, first.day - 1); at <= end; at += DAY_MS) {
    const date = new Date(at);
    yield { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
  }
}

function slotsOn({ cron, zone, holidays }: SlotRule, day: Day): number[] {
  const fields = fieldsOf(cron);
  if (!matchesDay(fields, day) || isHoliday(holidays, day)) return [];
  return fields.hours.flatMap((hour) =>
    fields.minutes.flatMap((minute) => {
      const local = { ...day, hour, minute };
      const instants = instantsOf(local, zone);
      if (!fields.followsRealTime && instants.length !== 1 && isOnCalendar(day, zone)) return [shifted(local, zone).getTime()];
      return instants.map((at) => at.getTime());
    }),
  );
}

/** False for a day that the zone skipped when it crossed the date line. */
function isOnCalendar(day: Day, zone: string): boolean {
  return localTime(shifted({ ...day, hour: 12, minute: 0 }, zone), zone).day === day.day;
}

interface Fields {
  minutes: number[];
  hours: number[];
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  /** Is every day of the month, every weekday allowed? */
  anyDay: boolean;
  anyWeekday: boolean;
  followsRealTime: boolean;
}

const parsed = new Map<string, Fields>();
const REMEMBERED = 1000;

function fieldsOf(cron: string): Fields {
  const known = parsed.get(cron);
  if (known !== undefined) return known;
  const [, hour = '*', day = '*', , weekday = '*'] = cron.trim().split(/\s+/u);
  const { minute, hour: hours, dayOfMonth, month, dayOfWeek } = parse(cron);
  const fields = {
    minutes: minute,
    hours,
    days: new Set(dayOfMonth.map(Number)),
    months: new Set(month),
    weekdays: new Set(dayOfWeek.map(Number)),
    anyDay: /^[*?]/u.test(day),
    anyWeekday: /^[*?]/u.test(weekday),
    followsRealTime: hour.startsWith('*'),
  };
  if (parsed.size >= REMEMBERED) parsed.clear();
  parsed.set(cron, fields);
  return fields;
}

function matchesDay({ days, months, weekdays, anyDay, anyWeekday }: Fields, { month, day, weekday }: Day): boolean {
  if (!months.has(month)) return false;
  const onDay = days.has(day);
  const onWeekday = weekdays.has(weekday);
  return anyDay || anyWeekday ? onDay && onWeekday : onDay || onWeekday;
}

function isHoliday(holidays: readonly string[], { year, month, day }: Day): boolean {
  if (holidays.length === 0) return false;
  const yearly = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return holidays.includes(yearly) || holidays.includes(`${year}-${yearly}`);
}

/** The first slot after an instant; null when there is none within 400 days. */
export function nextSlot(rule: SlotRule, after: Date): Date | null {
  const end = after.getTime() + LONGEST_MS;
  for (let from = after.getTime(), span = 2 * DAY_MS; from < end; from += span, span *= 2) {
    const [first] = slotsBetween(rule, new Date(from), new Date(Math.min(from + span, end)));
    if (first !== undefined) return first;
  }
  return null;
}

/** Is this instant inside the quiet hours, `HH:MM` from `from` (included) to `to` (not included)? They may span midnight. */
export function isQuiet(at: Date, zone: string, quiet: { from: string; to: string } | null): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const { hour, minute } = localTime(at, zone);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
}

export interface DueSlot {
  /** The one to send now; `isLate` for a catch-up. */
  send: { slot: Date; isLate: boolean } | null;
  /** Missed and not sent, oldest first, the last fifty at most. */
  skipped: Date[];
}

/**
 * Of all slots since the last look only the latest is sent: on time when it is at most `freshMs` old, as a catch-up
 * when at most `windowMs`. The others are only listed: their news is in the one that is sent.
 */
export function dueSlot(
  rule: SlotRule,
  { checkedAt, now, windowMs, freshMs }: { checkedAt: Date; now: Date; windowMs: number; freshMs: number },
): DueSlot {
  const slots = slotsBetween(rule, checkedAt, now);
  const last = slots.at(-1);
  if (last === undefined) return { send: null, skipped: [] };
  const age = now.getTime() - last.getTime();
  if (age > windowMs) return { send: null, skipped: slots.slice(-LISTED) };
  return { send: { slot: last, isLate: age > freshMs }, skipped: slots.slice(0, -1).slice(-LISTED) };
}
