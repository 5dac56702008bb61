import { dateIn } from './date.ts';

const UTC = /T(\d\d:\d\d).*(?:Z|[+-]00:?00)$/u;
const ELSEWHERE = /T.*[+-](?!00:?00$)\d\d:?\d\d$/u;
const TIME = /(?<!\d)(\d\d?)[:h](\d\d)(?:\s?([ap])\.?m\.?)?(?!\d)/iu;
const MINUTE = 60_000;
/** Clocks differ by whole quarters of an hour, at most by so many. */
const QUARTER = 15;
const FARTHEST = 14 * 60;

/**
 * An instant as the clock of its place tells it: told in UTC by the data, and with the day of the place by other data of
 * the page (`claims`) or where a reader sees it (`lines`). Other instants stay as they are.
 */
export function localInstant(instant: string, claims: readonly string[], lines: readonly string[], monthFirst: boolean): string {
  if (!UTC.test(instant)) return instant;
  const at = Date.parse(instant);
  const same = claims.find((claim) => ELSEWHERE.test(claim) && Date.parse(claim) === at);
  if (same !== undefined) return same;
  for (const line of lines) {
    const local = clockIn(line, monthFirst);
    if (local === null) continue;
    const ahead = (Date.parse(`${local}Z`) - Math.floor(at / MINUTE) * MINUTE) / MINUTE;
    if (ahead !== 0 && ahead % QUARTER === 0 && Math.abs(ahead) <= FARTHEST) return `${local}${offsetOf(ahead)}`;
  }
  return instant;
}

/** `2026-05-03T22:41` where a line holds a day and a time. */
function clockIn(line: string, monthFirst: boolean): string | null {
  const day = dateIn(line, monthFirst)?.slice(0, 10);
  const [, hours, minutes, half] = TIME.exec(line) ?? [];
  if (day === undefined || hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour > 23 ? null : `${day}T${String(hour).padStart(2, '0')}:${minutes}`;
}

function offsetOf(ahead: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60].map((part) => String(part).padStart(2, '0'));
  return `${ahead < 0 ? '-' : '+'}${hours}:${minutes}`;
}
