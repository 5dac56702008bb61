import type { FigureKind } from '../../model/figure.ts';
import type { Lexicon } from './number-lexicon.ts';
import { exact, readNumber, type NumberReading } from './numbers.ts';
import { readShare } from './share.ts';
import { attached, type Token } from './tokens.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS } from './units/currencies.ts';
import { unitAt, type FoundUnit } from './units/lexicon.ts';

/** A number with its unit. Indices are of tokens, half-open. */
export interface Measure {
  start: number;
  end: number;
  numberStart: number;
  numberEnd: number;
  value: number;
  /** What a scale multiplied the number by; 1 without one. */
  factor: number;
  unit: string | null;
  kind: FigureKind;
  per: string | null;
  reading: NumberReading;
  /** A unit of one letter behind a bare number: `5 m`, `13 F`. */
  isLoose: boolean;
}

const SIGNS: ReadonlyMap<string, string> = new Map(CURRENCY_SIGNS.map(([sign, code]) => [sign, code]));
/** Signs in small letters, too, but for those that would make "a $48 million contract" Australian. */
const FOLDED_SIGNS: ReadonlyMap<string, string> = new Map(
  CURRENCY_SIGNS.filter(([sign]) => sign.length > 1 && sign.endsWith('$') && !/^[AS]\$/u.test(sign)).map(([sign, code]) => [
    sign.toLowerCase(),
    code,
  ]),
);
/** Codes that are English words in capitals: "TOP 10", "ALL 3". */
const WORDY_CODES = new Set([
  'TOP',
  'ALL',
  'TRY',
  'CUP',
  'PEN',
  'COP',
  'ANG',
  'MOP',
  'MAD',
  'GEL',
  'BAM',
  'LAK',
  'SOS',
  'PAB',
  'STN',
  'MOP',
]);
const MONEY_LETTERS = new Map(Object.entries({ k: 1e3, m: 1e6, mm: 1e6, b: 1e9, bn: 1e9, t: 1e12, tn: 1e12, mil: 1e6 }));
/** Millions of a currency, as annual reports have it: `MEUR 60`, `30 MSEK`. */
const MILLIONS = /^M[A-Z]{3}$/u;
const BRACKETS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);
const MINUS = /^[-−‐–]$/u;
const TIMES = /^(?:x|×|times|times\.|fois|veces|vezes|volte|keer|maal|mal)$/u;
/** What English puts behind `a`: `$15 an hour`. */
const PER_NOUN =
  /^(?:second|minute|hour|day|night|week|month|quarter|year|decade|annum|share|barrel|bushel|ounce|pound|ton|tonne|gallon|litre|liter|kilo|kilogram|person|head|employee|user|customer|seat|ticket|household|unit|piece|pop|vehicle|car|mile|kilometre|kilometer|acre|hectare|night|capita|token|tokens|million|jahr|tag|stunde|woche|monat|aktie|an|année|jour|heure|mois|semaine|action|año|día|hora|mes|semana|acción|ano|dia|mês|ação|anno|giorno|ora|mese|settimana|azione|jaar|dag|uur|maand|aandeel|sekunde|seconde|segundo|secondo|millisecond|milliseconds|ms|h|hr|s|sec|min|kg|kwh|mwh|inch)$/u;
const PER_WORD = /^(?:per|pro|par|por|je|al|all|alla|à|a|an|each|every)$/u;

/** The number with its unit or currency that begins at `at`; null when none does. */
export function readMeasure(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner = false): Measure | null {
  const share = stopAtJoiner ? null : readShare(tokens, at, lexicon);
  if (share !== null) {
    return { ...bareMeasure(at, at, share, 1), kind: 'ratio' };
  }
  const sign = currencyAt(tokens, at);
  const numberStart = sign === null ? at : sign.end;
  const signed = readSigned(tokens, numberStart, lexicon, stopAtJoiner);
  if (signed === null) return null;
  const base = bareMeasure(at, numberStart, signed, signed.factor);
  if (signed.isOrdinal) return sign === null ? { ...base, kind: 'rank' } : null;
  if (sign !== null) return withPer(tokens, moneyBehindSign(tokens, base, sign.code), lexicon);
  return withPer(tokens, withMinor(tokens, withUnit(tokens, base, lexicon), lexicon), lexicon);
}

function bareMeasure(start: number, numberStart: number, reading: NumberReading, factor: number): Measure {
  const { value, end } = reading;
  return { start, end, numberStart, numberEnd: end, value, factor, unit: null, kind: 'count', per: null, reading, isLoose: false };
}

type Signed = NumberReading & { factor: number };

function readSigned(tokens: readonly Token[], at: number, lexicon: Lexicon, stopAtJoiner: boolean): Signed | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const word = lexicon.table.numbers.minus.includes(first.lower);
  const before = tokens[at - 1];
  const free = first.spaced || before === undefined || /^[[({<>=:;,/$€£¥]$/u.test(before.text);
  const mark = MINUS.test(first.text) && free && tokens[at + 1]?.spaced === false;
  const reading = readNumber(tokens, word || mark ? at + 1 : at, lexicon, stopAtJoiner);
  if (reading === null || (reading.isOrdinal && (word || mark))) return null;
  const plain = tokens[word || mark ? at + 1 : at];
  const mantissa = plain?.kind === 'digits' && !reading.isFraction ? readNumberMantissa(tokens, word || mark ? at + 1 : at, reading) : null;
  const factor = mantissa === null || mantissa === 0 ? 1 : exact(reading.value / mantissa);
  if (!word && !mark) return { ...reading, factor };
  return { ...reading, value: -reading.value, isPlain: false, factor };
}

/** What the digits alone say, where a scale followed them. */
function readNumberMantissa(tokens: readonly Token[], at: number, reading: NumberReading): number | null {
  let text = '';
  for (let index = at; index < reading.end; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'word') break;
    text += token.text;
  }
  const value = Number(
    text
      .replace(/,(?=\d{3})/g, '')
      .replace(',', '.')
      .replace(/[^\d.]/g, ''),
  );
  if (!Number.isFinite(value) || value === 0) return null;
  const factor = reading.value / value;
  return factor >= 100 && Number.isInteger(Math.log10(factor)) ? value : null;
}

/** A currency sign or code in front of a number. */
function currencyAt(tokens: readonly Token[], at: number): { code: string; end: number } | null {
  const first = tokens[at];
  if (first === undefined || first.text.length > 5 || first.kind === 'digits') return null;
  let key = '';
  let best: { code: string; end: number } | null = null;
  for (let end = at; end < at + 5; end += 1) {
    const token = tokens[end];
    if (token === undefined || (end > at && token.spaced && token.text !== '$') || (token.broken && end > at)) break;
    key += token.text;
    const code = SIGNS.get(key) ?? FOLDED_SIGNS.get(key.toLowerCase());
    if (code !== undefined) best = { code, end: end + 1 };
  }
  // The s of "Disney’s $6.99" is no Singapore.
  const isTail =
    first.kind === 'word' && attached(first) && (tokens[at - 1]?.kind === 'word' || /^['’]$/u.test(tokens[at - 1]?.text ?? ''));
  if (best !== null && !isTail) return best;
  if (MILLIONS.test(first.text) && CURRENCY_CODES.has(first.text.slice(1))) return { code: first.text, end: at + 1 };
  const isCode = CURRENCY_CODES.has(first.text) && !WORDY_CODES.has(first.text);
  return isCode || /^(?:usd|eur|gbp)$/u.test(first.lower) ? { code: first.text.toUpperCase(), end: at + 1 } : null;
}

function moneyBehindSign(tokens: readonly Token[], base: Measure, code: string): Measure {
  if (MILLIONS.test(code)) return inMillions(base, code);
  const letter = tokens[base.end];
  const factor = MONEY_LETTERS.get(letter?.lower ?? '');
  const isScale = factor !== undefined && base.factor === 1 && !/^['’]$/u.test(tokens[base.end + 1]?.text ?? '');
  const measure = isScale ? { ...base, value: exact(base.value * factor), factor, end: base.end + 1, numberEnd: base.end + 1 } : base;
  // "C$5 CAD", "$5 USD", "$5 US": the code behind says which dollar.
  const behind = tokens[measure.end];
  const named = behind !== undefined && CURRENCY_CODES.has(behind.text) && !WORDY_CODES.has(behind.text) && code === 'USD';
  return named ? { ...measure, unit: behind.text, kind: 'money', end: measure.end + 1 } : { ...measure, unit: code, kind: 'money' };
}

function inMillions(base: Measure, code: string): Measure {
  return { ...base, value: exact(base.value * 1e6), factor: 1e6, unit: code.slice(1), kind: 'money' };
}

function withUnit(tokens: readonly Token[], base: Measure, lexicon: Lexicon): Measure {
  const { code } = lexicon.table;
  const next = tokens[base.end];
  if (next === undefined || next.broken) return base;
  const bracketed = BRACKETS.get(next.text);
  const hyphen = /^[-‐‑]$/u.test(next.text) && attached(next) && attached(tokens[base.end + 1]);
  const from = bracketed !== undefined || hyphen ? base.end + 1 : base.end;
  if (TIMES.test(tokens[from]?.lower ?? '') && bracketed === undefined && !/^\d/.test(tokens[from + 1]?.text ?? '')) {
    return { ...base, end: from + 1, unit: 'times', kind: 'ratio' };
  }
  const suffix = tokens[from];
  const signCode = suffix === undefined || suffix.kind === 'digits' ? undefined : SIGNS.get(suffix.text);
  if (
    signCode !== undefined &&
    bracketed === undefined &&
    !hyphen &&
    !(tokens[from + 1]?.kind === 'digits' && attached(tokens[from + 1]))
  ) {
    return moneyScaleBehind(tokens, { ...base, end: from + 1, unit: signCode, kind: 'money' }, lexicon);
  }
  if (suffix !== undefined && MILLIONS.test(suffix.text) && CURRENCY_CODES.has(suffix.text.slice(1)) && base.factor === 1) {
    return { ...inMillions(base, suffix.text), end: from + 1 };
  }
  const found = unitAt(tokens, from, code);
  if (found === null) return elided(tokens, base, from, code);
  if (bracketed !== undefined) {
    const closes = tokens[found.end]?.text === bracketed;
    return closes ? { ...base, end: found.end + 1, unit: found.unit.id, kind: found.unit.kind } : base;
  }
  if (!isUnitHere(tokens, base, from, found)) return base;
  const unit =
    found.unit.id === 'GBP' && /^pounds?$/u.test(tokens[found.end - 1]?.lower ?? '') && found.end - from === 1 ? found.unit : found.unit;
  const kind = unit.id === 'degree' && isAngle(tokens, base.start, found.end) ? 'other' : unit.kind;
  const measure: Measure = { ...base, end: found.end, unit: unit.id, kind, isLoose: found.isLetter };
  return unit.kind === 'money' ? moneyScaleBehind(tokens, measure, lexicon) : pounds(tokens, measure, found, lexicon);
}

/** "10 millions d'euros", "5 milhões de dólares", "20 milioni di euro": a little word between number and unit. */
function elided(tokens: readonly Token[], base: Measure, from: number, code: string): Measure {
  const word = tokens[from];
  if (word === undefined || !/^(?:d|de|di|of)$/u.test(word.lower) || base.reading.isFraction) return base;
  if (code === 'en' && word.lower !== 'of') return base;
  const next = /^['’]$/u.test(tokens[from + 1]?.text ?? '') ? from + 2 : from + 1;
  const scaled = base.value >= 1000 || base.reading.isWords;
  const sign = scaled ? SIGNS.get(tokens[next]?.text ?? '') : undefined;
  if (sign !== undefined) return { ...base, end: next + 1, unit: sign, kind: 'money' };
  const found = unitAt(tokens, next, code);
  if (found === null || !scaled || found.isLetter || found.unit.id === 'percent') return base;
  return { ...base, end: found.end, unit: found.unit.id, kind: found.unit.kind };
}

/** "75 USD million": the scale behind the currency. */
function moneyScaleBehind(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Measure {
  const word = tokens[measure.end];
  const { scales } = lexicon.table.numbers;
  const factor = word !== undefined && Object.hasOwn(scales, word.lower) ? scales[word.lower] : undefined;
  if (factor === undefined || factor < 1e6 || measure.factor !== 1 || measure.reading.isWords) return measure;
  return { ...measure, value: exact(measure.value * factor), factor, end: measure.end + 1 };
}

const MONEY_CONTEXT =
  /^(?:£|sterling|profit|profits|cost|costs|price|priced|worth|paid|pay|revenue|turnover|sales|loan|debt|bank|deficit|budget|fund|funding|shares?|earned|salary|sold|bid|invest|invested|investment|spent|spend|raised|fined|fine|tax|market|livres?|libras?|coste?|costó|cuesta|precio|preço|prix|banco|banque|million|millones|millions|milhões|milioni)$/u;

/** "361 million pounds" are sterling, "two pounds" a weight: the size and the words around decide. */
function pounds(tokens: readonly Token[], measure: Measure, found: FoundUnit, lexicon: Lexicon): Measure {
  if (measure.unit !== 'pound' || !/^(?:pounds?|livres?|libras?|libbr[ae]|pfund|pond)$/u.test(tokens[found.end - 1]?.lower ?? ''))
    return measure;
  let money = measure.value >= 1e6;
  for (let index = Math.max(0, measure.start - 12); index < Math.min(tokens.length, measure.end + 12) && !money; index += 1) {
    if (index < measure.numberStart || index >= measure.end) money = MONEY_CONTEXT.test(tokens[index]?.lower ?? '');
  }
  return money && lexicon.table.code !== 'und' ? { ...measure, unit: 'GBP', kind: 'money' } : measure;
}

const ANGLE =
  /^(?:angles?|turn(?:ed|ing|s)?|rotat(?:e[ds]?|ing|ion)|tilt(?:ed|s)?|slopes?|incline[ds]?|latitude|longitude|winkel|neigung|gedreht|drehen|drehung|ángulos?|angolo|angoli|ângulos?|girar|giro|girare|gira|tourner|tourne|rotation|rotación|rotação|rotar|hoek|draai|draaien)$/u;

/** Degrees with no scale are an angle where the words around them turn or tilt. */
function isAngle(tokens: readonly Token[], start: number, end: number): boolean {
  for (let index = Math.max(0, start - 4); index < Math.min(tokens.length, end + 3); index += 1) {
    if (ANGLE.test(tokens[index]?.lower ?? '')) return true;
  }
  return false;
}

/** Symbols that are words, initials or time of day as often as units are believed only where nothing speaks against. */
function isUnitHere(tokens: readonly Token[], base: Measure, from: number, found: FoundUnit): boolean {
  const word = tokens[from];
  const next = tokens[found.end];
  if (word === undefined) return false;
  const text = word.text;
  if (found.end - from === 1 && /^["”″]$/u.test(text)) return isInchMark(tokens, from) && !base.reading.isWords;
  if (found.isLetter || text.length <= 2) {
    const isSymbol = word.kind === 'word' && found.end - from === 1;
    if (isSymbol && base.reading.isWords) return false;
    if (isSymbol && next !== undefined && attached(next) && /^(?:['’]|\p{N})$/u.test(next.text)) return false;
    if (isSymbol && attached(next) && /^[-&]$/u.test(next.text)) return false;
  }
  if (text === 'in')
    return (
      next === undefined ||
      (/^[.,;)x]$/u.test(next.text) && !(next.text === ',' && base.reading.isPlain && base.value > 1900)) ||
      /^(?:long|wide|tall|high|deep|by|x)$/u.test(next.lower)
    );
  // "the 1980s" and "in their 30s" are no seconds.
  if (text === 's' && attached(word)) return !(base.reading.isPlain && base.value >= 20 && base.value % 10 === 0);
  if (text === 'C' || text === 'F' || text === 'K') return word.spaced || text === 'C';
  if (text === 'won' || text === 'second')
    return text === 'second' ? !/^(?:place|half|time|largest|biggest)$/u.test(next?.lower ?? '') : base.value >= 1000;
  if (/^(?:am|pm)$/u.test(text))
    return (
      !base.reading.isPlain &&
      !/^\d{1,2}[.:][0-5]\d$/u.test(
        tokens
          .slice(base.numberStart, base.numberEnd)
          .map((token) => token.text)
          .join(''),
      )
    );
  if (found.unit.kind === 'money' && CURRENCY_CODES.has(text) && word.spaced && attached(next) && next.kind === 'digits') return false;
  if (found.unit.kind === 'money' && CURRENCY_CODES.has(text)) return !WORDY_CODES.has(text) || tokens[from + 1] === undefined;
  return true;
}

/** A straight quote closes more quotations than it marks inches. */
function isInchMark(tokens: readonly Token[], at: number): boolean {
  let quotes = 0;
  for (let index = Math.max(0, at - 200); index < at; index += 1) if (/^["“”]$/u.test(tokens[index]?.text ?? '')) quotes += 1;
  return quotes % 2 === 0;
}

/** Units that are given together, and how many of the smaller make one of the larger. */
const MINORS: ReadonlyMap<string, readonly [unit: string, size: number]> = new Map([
  ['foot', ['inch', 12]],
  ['pound', ['ounce', 16]],
  ['hour', ['minute', 60]],
  ['minute', ['second', 60]],
  ['GBP', ['penny', 100]],
  ['metre', ['centimetre', 100]],
]);

/** "5 ft 2 in", "two hours and 30 minutes", "15 dollars 50": one quantity in two units. */
function withMinor(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Measure {
  const { unit, kind, end, value } = measure;
  const isMoney = kind === 'money' && unit !== 'cent' && unit !== 'penny';
  const [minor, size] = MINORS.get(unit ?? '') ?? (isMoney ? ['cent', 100] : []);
  const link = tokens[end];
  if (minor === undefined || size === undefined || link === undefined || link.broken || !Number.isInteger(value)) return measure;
  const isJoined = lexicon.table.numbers.joiners.includes(link.lower);
  const rest = readMeasure(tokens, isJoined ? end + 1 : end, lexicon);
  if (rest === null || rest.reading.isOrdinal || rest.value < 0 || rest.value >= size) return measure;
  const next = tokens[rest.end];
  // Bare cents close the clause: "15 dollars and 20 people" are two numbers.
  const isBareCents =
    isMoney &&
    rest.unit === null &&
    Number.isInteger(rest.value) &&
    rest.value >= 10 &&
    (next === undefined || /^[.,;!?)]$/u.test(next.text));
  if (rest.unit !== minor && !isBareCents) return measure;
  return { ...measure, value: exact(value + rest.value / size), end: rest.end };
}

/** "$15.4/hour", "20 barrels a day", "20 Euro pro Stunde". */
function withPer(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Measure {
  if (measure.unit === null) return measure;
  const link = tokens[measure.end];
  const noun = tokens[measure.end + 1];
  if (link === undefined || noun === undefined || noun.kind !== 'word' || noun.broken) return measure;
  const slash = link.text === '/' && attached(noun);
  if (!slash && !(PER_WORD.test(link.lower) && (PER_NOUN.test(noun.lower) || link.lower === 'per'))) return measure;
  if (slash && !PER_NOUN.test(noun.lower)) return measure;
  const unit = unitAt(tokens, measure.end + 1, lexicon.table.code)?.unit.id ?? noun.lower;
  if (
    ['length', 'data'].includes(measure.kind) &&
    (slash || link.lower === 'per') &&
    /^(?:hour|minute|second|day|millisecond)$/u.test(unit)
  ) {
    return { ...measure, unit: `${measure.unit}-per-${unit}`, kind: measure.kind === 'data' ? 'data' : 'other', end: measure.end + 2 };
  }
  return { ...measure, per: unit, end: measure.end + 2 };
}
