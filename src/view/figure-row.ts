import type { KeyFigure, Qualifier } from '../model/figure.ts';
import type { Citer } from './cite.ts';
import type { FigureRow } from './view.ts';

const SIGNS: Readonly<Record<Qualifier, string>> = {
  exactly: '',
  about: '≈ ',
  'more-than': '> ',
  'at-least': '≥ ',
  'less-than': '< ',
  'at-most': '≤ ',
  'up-to': 'up to ',
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

/** One line of the card. The value is shown with its qualifier; the hedge and the speaker are tags. */
export function figureRow(figure: KeyFigure, citer: Citer): FigureRow {
  return {
    value: figureValue(figure),
    label: figure.label === '' ? figure.raw : figure.label,
    tags: tagsOf(figure, citer),
    ...(figure.change === undefined ? {} : { change: { from: figure.change.from, to: figure.change.to } }),
    cites: citer.cite([...figure.citations, ...(figure.conflict?.citations ?? [])]),
  };
}

/** `> 300 MW`, `$1.25 billion`, `8–12%`: short, exact, and never without its qualifier. */
export function figureValue(figure: KeyFigure): string {
  const { value, valueMax, unit, kind, qualifier, raw } = figure;
  // "two-thirds" says more than 0.666667.
  if (kind === 'ratio' && unit === null && /^\p{L}/u.test(raw)) return SIGNS[qualifier] + raw.toLowerCase();
  // "3-0" and "sixth" are no numbers to count with.
  if (kind === 'score' || kind === 'rank') return raw;
  const to = figure.change?.to;
  const range = to !== undefined ? number(to) : valueMax === undefined ? number(value) : `${number(value)}–${number(valueMax)}`;
  return SIGNS[qualifier] + withUnit(range, unit, kind);
}

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
  if (/^[A-Z]{3}$/u.test(unit)) return unit;
  return unit === 'inch' ? 'inches' : unit.replace(/^(\p{L}+)/u, '$1s').replace(/ss$/u, 's');
}

const ROUNDED = new Intl.NumberFormat('en');
const EXACT = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** Large round numbers read as words; a number that words would round keeps its digits. */
function number(value: number): string {
  for (const [scale, word] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    const scaled = value / scale;
    const rounded = Number(scaled.toPrecision(COUNTED_DIGITS + 1));
    if (Math.abs(scaled) >= 1 && Math.abs(rounded * scale - value) < 1e-6 * Math.abs(value)) {
      return `${ROUNDED.format(rounded)} ${word}`;
    }
  }
  return EXACT.format(value);
}

function tagsOf({ status, attributedTo, change, asOf, conflict, citations }: KeyFigure, citer: Citer): string[] {
  const tags: string[] = [];
  if (status === 'hedged') tags.push(citer.hedge(citations) ?? 'hedged');
  if (attributedTo !== null) tags.push(`per ${attributedTo.replace(/^The /u, 'the ')}`);
  else if (status === 'hedged') tags.push('not attributed');
  if (change !== undefined) {
    const arrow = { up: '▲', down: '▼', flat: '=' }[change.direction];
    tags.push(`${arrow} ${bars(change.from, change.to)} from ${number(change.from)} to ${number(change.to)}`);
  }
  if (asOf !== undefined) tags.push(asOf);
  if (conflict !== undefined) {
    const who = conflict.attributedTo === null ? 'the article also says' : `${conflict.attributedTo.replace(/^The /u, 'the ')} says`;
    tags.push(`disputed: ${who} ${conflict.raw}`);
  }
  return tags;
}

const EIGHTHS = '▁▂▃▄▅▆▇█';

/** Before and after as two block characters on one scale. */
function bars(from: number, to: number): string {
  const most = Math.max(Math.abs(from), Math.abs(to), 1e-9);
  return [from, to].map((value) => EIGHTHS[Math.max(0, Math.round((Math.abs(value) / most) * 8) - 1)] ?? '').join('');
}
