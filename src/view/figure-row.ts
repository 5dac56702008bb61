import type { KeyFigure, Qualifier } from '../model/figure.ts';
import { isHearsay } from '../brief/caveats.ts';
import { fill } from '../brief/fill.ts';
import type { Citer } from './cite.ts';
import { en } from './labels/en.ts';
import type { Labels } from './labels/labels.ts';
import type { FigureRow } from './view.ts';

const SIGNS: Readonly<Record<Qualifier, string>> = {
  exactly: '',
  about: '≈ ',
  'more-than': '> ',
  'at-least': '≥ ',
  'less-than': '< ',
  'at-most': '≤ ',
  'up-to': '',
  range: '',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  percent: '%',
  kilowatt: 'kW',
  megawatt: 'MW',
  gigawatt: 'GW',
  watt: 'W',
  'kilowatt-hour': 'kWh',
  'megawatt-hour': 'MWh',
  'gigawatt-hour': 'GWh',
  kilometre: 'km',
  metre: 'm',
  centimetre: 'cm',
  millimetre: 'mm',
  kilogram: 'kg',
  gram: 'g',
  'degree-celsius': '°C',
  'degree-fahrenheit': '°F',
  kilobyte: 'kB',
  megabyte: 'MB',
  gigabyte: 'GB',
  terabyte: 'TB',
  petabyte: 'PB',
};
const COUNTED_DIGITS = 3;
/** From here on numbers have words. */
const SCALES = [1e12, 1e9, 1e6];

/** One line of the card. The value is shown with its qualifier; the hedge and the speaker are tags. */
export function figureRow(figure: KeyFigure, citer: Citer, labels: Labels = en): FigureRow {
  return {
    value: figureValue(figure, labels),
    label: rowWords(figure),
    tags: tagsOf(figure, citer, labels),
    ...levelsOf(figure),
    cites: citer.cite([...figure.citations, ...(figure.conflict?.citations ?? [])]),
  };
}

/** What stands beside the value: the sentence's own words around it, or at least what is counted. */
function rowWords({ told, label, raw }: KeyFigure): string {
  return told ?? (label === '' ? raw : label);
}

/** Before and after, where the article says both. */
function levelsOf({ change }: KeyFigure): Pick<FigureRow, 'change'> {
  const { from = null, to = null } = change ?? {};
  return from === null || to === null ? {} : { change: { from, to } };
}

/** `> 300 MW`, `$1.25 billion`, `8–12%`: short, exact, and never without its qualifier. */
export function figureValue(figure: KeyFigure, labels: Labels = en): string {
  const { value, valueMax, unit, kind, qualifier, raw } = figure;
  // "two-thirds" says more than 0.666667.
  const sign = qualifier === 'up-to' ? labels.upTo : SIGNS[qualifier];
  // "four out of five" says both already.
  if (figure.of !== undefined && /\p{L}\s(?:out of|of|in|von|aus|sur|de|su|em|van)\s\p{L}/u.test(raw))
    return arrowOf(figure) + sign + raw.toLowerCase();
  if (figure.of !== undefined && !raw.includes(String(figure.of)))
    return `${arrowOf(figure)}${sign}${fill(labels.partOf, { part: raw, whole: numbersIn(labels)(figure.of) })}`;
  if (kind === 'ratio' && unit === null && !/^[\p{N}.,]+$/u.test(raw)) return arrowOf(figure) + sign + raw.toLowerCase();
  // "two hours 23 minutes" is no 2.383333 hours.
  if (unit !== null && valueMax === undefined && /\.\d{3}/u.test(String(value)) && !/\.\d{3}/u.test(raw) && /\p{L}/u.test(raw))
    return arrowOf(figure) + sign + raw.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
  // "3-0" and "sixth" are no numbers to count with.
  if (kind === 'score' || kind === 'rank') return raw;
  // Units and scales that are words stand as the article writes them where it is not English.
  const isOther = isWord(unit, kind) ? labels !== en || isForeign(raw, unit) : SCALED.test(raw);
  if (isOther && (figure.change?.from ?? null) === null) return arrowOf(figure) + sign + raw;
  const number = kind === 'money' && value < CENTS_UNTIL && CENTS.test(raw) ? centsIn(labels) : numbersIn(labels);
  const to = figure.change?.from === null ? null : (figure.change?.to ?? null);
  const range = to !== null ? number(to) : valueMax === undefined ? number(value) : `${number(value)}–${number(valueMax)}`;
  return arrowOf(figure) + sign + withUnit(range, unit, kind);
}

/** "$16.50" is no $16.5. */
const CENTS = /[.,]\d\d(?!\d)/u;
const CENTS_UNTIL = 10_000;

function centsIn({ locale }: Labels): Numbers {
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (value) => cents.format(value);
}

/** "▲ 12%": the figure is itself the change. */
function arrowOf({ change }: KeyFigure): string {
  return change?.from === null && change.to === null ? `${ARROWS[change.direction]} ` : '';
}
const ARROWS = { up: '▲', down: '▼', flat: '=' } as const;

function isWord(unit: string | null, kind: KeyFigure['kind']): boolean {
  return unit !== null && kind !== 'count' && !(kind === 'money' && /^[A-Z]{3}$/u.test(unit)) && !Object.hasOwn(SYMBOLS, unit);
}

/** "20 Jahre" is no year of an English text. */
function isForeign(raw: string, unit: string | null): boolean {
  return /^[\p{N}.,\s]+\p{L}/u.test(raw) && unit !== null && !raw.toLowerCase().includes(unit.slice(0, STEM)) && FOREIGN_UNIT.test(raw);
}
const STEM = 3;
const FOREIGN_UNIT =
  /\b(?:Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?|Minuten?|Sekunden?|ans?|années?|mois|semaines?|jours?|heures?|años?|mes(?:es)?|semanas?|días?|horas?|anni|anno|mesi|mese|giorni|settimane|ore|anos?|dias?|jaar|maanden|weken|dagen|uur)\b/u;
/** Scales in other languages than English. */
const SCALED =
  /\b(?:Millionen|Million Euro|Mio|Milliarden?|Mrd|millones|millón|millions? d[e'’]|milliards?|milhões|milhão|bilhões|bilhão|milioni|milione|miliardi|miliardo|miljoen|miljard|mil)\b/u;

function withUnit(text: string, unit: string | null, kind: KeyFigure['kind']): string {
  if (unit === null || kind === 'count') return text;
  if (kind === 'money' && /^[A-Z]{3}$/.test(unit)) {
    const symbol = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' }[unit];
    return symbol === undefined ? `${unit} ${text}` : symbol + text;
  }
  const symbol = Object.hasOwn(SYMBOLS, unit) ? SYMBOLS[unit] : undefined;
  if (symbol === '%') return `${text}%`;
  return `${text} ${symbol ?? (text === '1' ? unit : plural(unit))}`;
}

function plural(unit: string): string {
  if (unit === 'foot') return 'feet';
  if (/^[A-Z]{3}$|^(?:horsepower|hertz|lux)$/u.test(unit)) return unit;
  return unit === 'inch' ? 'inches' : unit.replace(/^(\p{L}+)/u, '$1s').replace(/ss$/u, 's');
}

type Numbers = (value: number) => string;
const numbers = new Map<Labels, Numbers>();

/** How a language writes numbers. A format is made once: that takes longer than using it a hundred times. */
function numbersIn(labels: Labels): Numbers {
  const known = numbers.get(labels) ?? numberIn(labels.locale);
  numbers.set(labels, known);
  return known;
}

/** Large round numbers read as words; a number that words would round keeps its digits. */
function numberIn(locale: string): Numbers {
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const words = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: COUNTED_DIGITS + 1,
  });
  return (value) => {
    const scale = SCALES.find((least) => Math.abs(value) >= least);
    if (scale === undefined) return digits.format(value);
    const rounded = Number((value / scale).toPrecision(COUNTED_DIGITS + 1)) * scale;
    return (Math.abs(rounded - value) < 1e-6 * Math.abs(value) ? words : digits).format(value);
  };
}

function tagsOf({ status, attributedTo, change, asOf, conflict, citations, told }: KeyFigure, citer: Citer, labels: Labels): string[] {
  const tags: string[] = [];
  const number = numbersIn(labels);
  const word = status === 'hedged' ? citer.hedge(citations, told) : null;
  const hedge = status === 'hedged' ? (word ?? (told !== undefined && FUTURE.test(told) ? labels.planned : labels.hedged)) : null;
  if (hedge !== null) tags.push(hedge);
  // Who says it may stand in the row's own words.
  const isNamed = attributedTo !== null && told !== undefined && isNamedIn(told, attributedTo);
  if (attributedTo !== null && !isNamed) tags.push(fill(labels.per, { name: attributedTo.replace(/^The /u, 'the ') }));
  else if (attributedTo === null && status === 'attributed') tags.push(labels.quoted);
  // Who promises or may do something stands beside the word; who says that it is said does not.
  else if (hedge !== null && (told === undefined || (word !== null && isHearsay(word)))) tags.push(labels.notAttributed);
  if (change !== undefined) {
    const { from, to, direction } = change;
    const arrow = ARROWS[direction];
    if (from !== null && to !== null) {
      tags.push(`${arrow} ${bars(from, to)} ${fill(labels.change, { from: number(from), to: number(to) })}`);
    } else if (to !== null) tags.push(arrow);
  }
  if (asOf !== undefined && told?.includes(asOf) !== true) tags.push(asOf);
  if (conflict !== undefined) {
    const { raw, attributedTo: other } = conflict;
    tags.push(other === null ? fill(labels.disputedHere, { raw }) : fill(labels.disputed, { name: other.replace(/^The /u, 'the '), raw }));
  }
  return tags;
}

/** "will start at $44,000" */
const FUTURE = /\b(?:will|plans?|planned|to be|is to|are to|set to|due to|wird|werden|soll|prévoit|va|será|serão|verrà|zal|zullen)\b/iu;

/** Is the speaker named in the row's words? "Mr Bez" is, by "[chief executive Ulrich Bez] said". */
function isNamedIn(told: string, speaker: string): boolean {
  const plain = speaker.replace(/^the /iu, '');
  const last = /\p{Lu}[\p{L}\p{M}’'-]+$/u.exec(plain)?.[0];
  const inside = told.match(/\[[^\]]*\]/gu)?.join(' ') ?? '';
  return told.includes(plain) || (last !== undefined && new RegExp(`(?<!\\p{L})${RegExp.escape(last)}(?!\\p{L})`, 'u').test(inside));
}

const EIGHTHS = '▁▂▃▄▅▆▇█';

/** Before and after as two block characters on one scale. */
function bars(from: number, to: number): string {
  const most = Math.max(Math.abs(from), Math.abs(to), 1e-9);
  return [from, to].map((value) => EIGHTHS[Math.max(0, Math.round((Math.abs(value) / most) * 8) - 1)] ?? '').join('');
}
