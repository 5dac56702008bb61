import { BrevierError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { DigestSettings, Subscription } from '../model/subscription.ts';
import { channelKey, type Target } from '../model/target.ts';
import { cronFrom } from '../schedule/plain-words.ts';
import { zoneFrom } from '../schedule/zone.ts';

export interface ScheduleRequest {
  cron: string;
  zone: string;
  holidays: string[];
  quietHours: Subscription['quietHours'];
  settings: Partial<DigestSettings>;
}

export const SCHEDULE_USAGE =
  'Say when and where: /digest schedule weekdays at 8 in Europe/Berlin. More, each after a semicolon: budget 5 minutes; stories 8; per site 2; only battery, solar; mute football; quiet 22:00-07:00; off 12-25, 12-26; as message; when quiet say so.';

/**
 * "weekdays at 8 in Europe/Berlin; budget 5 minutes; mute football". `zone` is used when the words name none.
 * @throws BrevierError `schedule/time`, `schedule/zone`
 */
export function scheduleFrom(words: string, zone: string | null): ScheduleRequest {
  const [when = '', ...clauses] = words.split(/[;\n]/).map((clause) => clause.trim());
  const [, time = when, place] = /^(.*?)\s+(?:in|zone)\s+(.+)$/iu.exec(when) ?? [];
  if (time === '') throw new BrevierError('schedule/time', SCHEDULE_USAGE);
  const request: ScheduleRequest = { cron: cronFrom(time), zone: zoneOf(place, zone), holidays: [], quietHours: null, settings: {} };
  for (const clause of clauses.filter((text) => text !== '')) applyClause(request, clause);
  return request;
}

function zoneOf(place: string | undefined, zone: string | null): string {
  if (place !== undefined) return zoneFrom(place);
  if (zone !== null) return zone;
  throw new BrevierError('schedule/zone', 'Say in which time zone, for example: /digest schedule weekdays at 8 in Europe/Berlin');
}

const CLAUSES: readonly [RegExp, (request: ScheduleRequest, words: RegExpExecArray) => void][] = [
  [
    /^budget\s+(\d+(?:\.\d+)?)\s*(?:m|min|minutes?)?$/iu,
    ({ settings }, [, count]) => (settings.budgetMinutes = within(count, 1, 60, 'budget')),
  ],
  [/^no budget$/iu, ({ settings }) => (settings.budgetMinutes = null)],
  [/^stories\s+(\d+)$/iu, ({ settings }, [, count]) => (settings.maxStories = within(count, 1, 25, 'stories'))],
  [/^per\s+(?:site|source)\s+(\d+)$/iu, ({ settings }, [, count]) => (settings.perSource = within(count, 1, 25, 'per site'))],
  [/^only\s+(.+)$/iu, ({ settings }, [, list]) => (settings.only = listed(list))],
  [/^mute\s+(.+)$/iu, ({ settings }, [, list]) => (settings.mute = listed(list))],
  [
    /^as\s+(thread|message)$/iu,
    ({ settings }, [, layout]) => (settings.layout = layout?.toLowerCase() === 'message' ? 'message' : 'thread'),
  ],
  [/^when quiet\s+(skip|say so)$/iu, ({ settings }, [, what]) => (settings.whenQuiet = what?.toLowerCase() === 'skip' ? 'skip' : 'line')],
  [
    /^quiet\s+(\d{1,2}(?::\d{2})?)\s*(?:-|–|to|until)\s*(\d{1,2}(?::\d{2})?)$/iu,
    (request, [, from, to]) => (request.quietHours = { from: timeOf(from), to: timeOf(to) }),
  ],
  [/^off\s+(.+)$/iu, (request, [, list]) => (request.holidays = listed(list).map(dayOf))],
];

function applyClause(request: ScheduleRequest, clause: string): void {
  for (const [pattern, apply] of CLAUSES) {
    const found = pattern.exec(clause);
    if (found !== null) {
      apply(request, found);
      return;
    }
  }
  throw new BrevierError('schedule/time', `I do not understand “${clause}”. ${SCHEDULE_USAGE}`);
}

function within(words: string | undefined, least: number, most: number, field: string): number {
  const value = Number(words);
  if (!(value >= least && value <= most))
    throw new BrevierError('schedule/time', `${field} takes a number from ${least} to ${most}, not ${words}.`);
  return value;
}

function listed(words: string | undefined): string[] {
  return (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 50);
}

function timeOf(words: string | undefined): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(words ?? '') ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59)
    throw new BrevierError('schedule/time', `quiet takes two times such as 22:00-07:00, not ${words}.`);
  return `${hour.padStart(2, '0')}:${minute}`;
}

function dayOf(words: string): string {
  const day = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(words);
  const isDay = day !== null && !Number.isNaN(Date.parse(`${day[1] ?? '2024'}-${day[2]}-${day[3]}T00:00:00Z`));
  if (!isDay) throw new BrevierError('schedule/time', `off takes days such as 2026-12-25, or 12-25 for every year, not ${words}.`);
  return words;
}

/** The same time in the same channel is the same subscription, so that asking again changes its settings. */
export function subscriptionFrom(request: ScheduleRequest, target: Target, user: string, now: Date): Subscription {
  const place: Target = target.platform === 'slack' ? { ...target, thread: null } : target;
  return Subscription.parse({
    id: sha256('subscription', channelKey(place), request.cron, request.zone).slice(0, 8),
    target: place,
    cron: request.cron,
    zone: request.zone,
    holidays: request.holidays,
    quietHours: request.quietHours,
    settings: DigestSettings.parse(request.settings),
    status: 'active',
    pausedBecause: null,
    createdBy: user,
    createdAt: now.toISOString(),
  });
}
