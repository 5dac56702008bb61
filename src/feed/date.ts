import { dateIn } from '../extract/html/date.ts';

/** RFC 822 zones that JavaScript's own parser does not know, or knows only in America. Hours from UTC. */
const ZONES: Readonly<Record<string, string>> = {
  UT: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  WET: '+0000',
  BST: '+0100',
  WEST: '+0100',
  CET: '+0100',
  MEZ: '+0100',
  CEST: '+0200',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  IST: '+0530',
  JST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
};
/** Feeds are younger than this, and dates long after now are typing errors that the caller handles. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

/** "Mon, ", "Montag, " and "lun., " say nothing new; "Nov " before a day does. */
const WEEKDAY = /^(?!\p{L}+\.? \d{1,2},)\p{L}+(?:\.?,|\.) ?(?=\d)|^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,? (?=\d)/iu;
const ZONED = /(?:[A-Z]{1,5}|[+-]\d{1,2}:?\d{0,2}|\([^)]*\))$/u;

/** A feed's date as ISO 8601 in UTC: RFC 822, ISO, and the usual misspellings of both. Null when it makes no sense. */
export function dateFrom(words: unknown): string | null {
  const text = typeof words === 'string' ? words.trim().replace(/\s+/gu, ' ') : '';
  if (text === '' || text.length > 60) return null;
  const named = text.replace(/(?<=[+-]\d{4}) UTC$/u, '').replace(/\b([A-Z]{2,4})$/u, (zone) => ZONES[zone] ?? zone);
  // "2026-11-23 08:00:00" is meant as ISO, and without a zone as UTC.
  const iso = named
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d)/u, '$1T$2')
    .replace(/^(\d{4}-\d{2}-\d{2}T[\d:.]+) ([+-]\d)/u, '$1$2')
    .replace(/^(\d{4}-\d{2}-\d{2}T[\d:.]+)$/u, '$1Z')
    .replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?=Z|[+-]\d|$)/u, '$1-$2-$3T$4:$5:$6');
  const rfc = iso.replace(WEEKDAY, '').replace(/^(\d{1,2} \p{L}{3})\p{L}+\.? /u, '$1 ');
  if (isImpossible(rfc)) return null;
  const isIso = /^\d{4}(?:-\d\d){0,2}(?:T|$)/u.test(rfc);
  return (
    instantOf(isIso || ZONED.test(rfc.replace(/ [AP]M$/iu, '')) ? rfc : `${rfc} UTC`) ??
    instantOf((dateIn(text, true) ?? '').replace(/(?<=T[\d:.]+)$/u, 'Z'))
  );
}

function instantOf(words: string): string | null {
  const at = new Date(words);
  const year = at.getUTCFullYear();
  return Number.isNaN(at.getTime()) || year < FIRST_YEAR || year > LAST_YEAR ? null : at.toISOString();
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** JavaScript takes 31 February for 3 March, and the year 1 for 2001. */
function isImpossible(words: string): boolean {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(words) ?? [];
  const [, day = isoDay, name, year = isoYear] = /^(\d{1,2}) (\p{L}{3})\p{L}* (\d{2,6})\b/u.exec(words) ?? [];
  if (year === undefined) return false;
  const month = name === undefined ? Number(isoMonth) : MONTHS.indexOf(name.toLowerCase()) + 1;
  if (year.length > 2 && Number(year) < FIRST_YEAR) return true;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return month > 0 && (Number(day) < 1 || Number(day) > last);
}
