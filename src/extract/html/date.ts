/** Month names as pages write them, by their first letters, in the languages that are read and some of their neighbours. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|jän|ene|gen|янв|sty)/u,
  /^(?:feb|fév|fev|фев|lut)/u,
  /^(?:mar|mär|maa|mrt|mrz|мар)/u,
  /^(?:apr|avr|abr|апр|kwi)/u,
  /^(?:may|mai|mei|mag|maj|ма[йя])/u,
  /^(?:jun|juin|giu|июн|cze)/u,
  /^(?:jul|juil|lug|июл|lip)/u,
  /^(?:aug|aoû|aou|ago|авг|sie)/u,
  /^(?:sep|set|сен|wrz)/u,
  /^(?:oct|okt|ott|out|окт|paź)/u,
  /^(?:nov|ноя|lis)/u,
  /^(?:dec|dez|déc|dic|дек|gru)/u,
];
const ISO = /(?<![\d-])((?:19|20)\d\d)-(\d\d?)-(\d\d?)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?/u;
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)(?!\d)/u;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/u;
const IDEOGRAPHIC = /((?:19|20)\d\d)\s?[年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)/u;
const DOTTED = /(?<![\d.])(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d|\d\d)(?!\d)/u;
const SLASHED = /(?<![\d/])(\d\d?)(?:[/-](\d\d?)[/-]((?:19|20)\d\d)|\/(\d\d?)\/(\d\d))(?![\d/])/u;
const DAY_MONTH = /(?<!\d)(\d\d?)(?:st|nd|rd|th|er|º|°)?\.?\s?(?:de\s|of\s|-)?(\p{L}{3,10})\.?,?[\s-](?:de[l]?\s)?((?:19|20)\d\d)(?!\d)/iu;
const MONTH_DAY = /(\p{L}{3,10})\.?\s(\d\d?)(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)/iu;
/** The time of a date as letters and feeds write it: "Sun, 03 May 2026 22:41:00 GMT". */
const LETTER_TIME = /^\s(\d\d:\d\d(?::\d\d)?)\s(GMT|UTC|Z|[+-]\d\d:?\d\d)(?![\w:])/u;
/** Without one the names of months, which take long to look for, need not be. */
const YEAR = /(?:19|20)\d\d/u;
const LONGEST = 400;

/**
 * The first date in a text as an ISO date, or date-time when it is one already; null when there is none. `monthFirst`:
 * 3/4 is the fourth of March, as where English is written.
 */
export function dateIn(source: string, monthFirst: boolean): string | null {
  const text = source.slice(0, LONGEST).replace(/\s+/gu, ' ').trim();
  const iso = ISO.exec(text);
  if (iso !== null) {
    const day = dayOf(iso[1], iso[2], iso[3]);
    return day === null || iso[4] === undefined ? day : withTime(day, iso[4], iso[5] ?? '');
  }
  for (const pattern of [YEAR_FIRST, COMPACT, IDEOGRAPHIC]) {
    const match = pattern.exec(text);
    if (match !== null) return dayOf(match[1], match[2], match[3]);
  }
  const hasYear = YEAR.test(text);
  const named = hasYear ? DAY_MONTH.exec(text) : null;
  const day = named === null ? null : dayOf(named[3], monthOf(named[2]), named[1]);
  if (named !== null && day !== null) {
    const [, time, zone = ''] = LETTER_TIME.exec(text.slice(named.index + named[0].length)) ?? [];
    return time === undefined ? day : withTime(day, time, /^[+-]/u.test(zone) ? zone : 'Z');
  }
  const american = hasYear ? MONTH_DAY.exec(text) : null;
  const americanDay = american === null ? null : dayOf(american[3], monthOf(american[1]), american[2]);
  if (americanDay !== null) return americanDay;
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return dayOf(dotted[3]?.length === 2 ? `20${dotted[3]}` : dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(text);
  if (slashed === null) return null;
  const [, first, second = slashed[4], year = `20${slashed[5] ?? ''}`] = slashed;
  const straight = dayOf(year, second, first);
  const turned = dayOf(year, first, second);
  return monthFirst ? (turned ?? straight) : (straight ?? turned);
}

/** Seconds or milliseconds since 1970, from September 2001 on. */
const EPOCH = /^[1-9]\d{9}(?:\d{3})?$/u;

/** A date that is told to programs: in words, or as a number of seconds or milliseconds. */
export function dateTold(value: string, monthFirst: boolean): string | null {
  const text = value.trim();
  return EPOCH.test(text) ? new Date(Number(text.padEnd(13, '0'))).toISOString() : dateIn(text, monthFirst);
}

/** A date that an address spells out, such as /2020/02/19/. */
export function dateInAddress(url: string | null): string | null {
  const match = url === null ? null : /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/_.-]|$)/u.exec(url);
  return match === null ? null : dayOf(match[1], match[2], match[3]);
}

function withTime(day: string, time: string, zone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours > 23 || minutes > 59 ? day : `${day}T${time}${zone}`;
}

function monthOf(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase() ?? '';
  const index = MONTHS.findIndex((month) => month.test(lower));
  return index < 0 ? undefined : String(index + 1);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1900 && y < 2100 && m >= 1 && m <= 12 && d >= 1)) return null;
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return d > lastDay ? null : `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
