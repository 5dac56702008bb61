import type { Lexicon } from './number-lexicon.ts';
import type { Measure } from './measured.ts';
import { exact } from './numbers.ts';
import { attached, type Token } from './tokens.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS } from './units/currencies.ts';
import type { FoundUnit } from './units/lexicon.ts';

export const SIGNS: ReadonlyMap<string, string> = new Map(CURRENCY_SIGNS.map(([sign, code]) => [sign, code]));

/** Signs in small letters, too, but for those that would make "a $48 million contract" Australian. */
const FOLDED_SIGNS: ReadonlyMap<string, string> = new Map(
  CURRENCY_SIGNS.filter(([sign]) => sign.length > 1 && sign.endsWith('$') && !/^[AS]\$/u.test(sign)).map(([sign, code]) => [
    sign.toLowerCase(),
    code,
  ]),
);

/** Codes that are English words in capitals: "TOP 10", "ALL 3". */
export const WORDY_CODES = new Set([
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

export const MONEY_LETTERS = new Map(Object.entries({ k: 1e3, m: 1e6, mm: 1e6, b: 1e9, bn: 1e9, t: 1e12, tn: 1e12, mil: 1e6 }));

/** Millions of a currency, as annual reports have it: `MEUR 60`, `30 MSEK`. */
const MILLIONS = /^M[A-Z]{3}$/u;
const MONEY_CONTEXT =
  /^(?:£|sterling|profit|profits|cost|costs|price|priced|worth|paid|pay|revenue|turnover|sales|loan|debt|bank|deficit|budget|fund|funding|shares?|earned|salary|sold|bid|invest|invested|investment|spent|spend|raised|fined|fine|tax|market|livres?|libras?|coste?|costó|cuesta|precio|preço|prix|banco|banque|million|millones|millions|milhões|milioni)$/u;

/** A currency sign or code in front of a number. */
export function currencyAt(tokens: readonly Token[], at: number): { code: string; end: number } | null {
  const first = tokens[at];
  if (first === undefined || first.text.length > 5 || first.kind === 'digits') return null;
  // "Q179 millones" are quetzales; "Q3" is a quarter.
  if (first.text === 'Q' && attached(tokens[at + 1]) && /^(?:mil|millones|millón|million)$/u.test(numberBehind(tokens, at + 1)))
    return { code: 'GTQ', end: at + 1 };
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
  if (isMillions(first.text)) return { code: first.text, end: at + 1 };
  const isCode = CURRENCY_CODES.has(first.text) && !WORDY_CODES.has(first.text);
  return isCode || /^(?:usd|eur|gbp)$/u.test(first.lower) ? { code: first.text.toUpperCase(), end: at + 1 } : null;
}

/** The word behind the digits that begin at `at`. */
function numberBehind(tokens: readonly Token[], at: number): string {
  let end = at;
  while (end < tokens.length && end < at + 8 && (tokens[end]?.kind === 'digits' || /^[.,]$/u.test(tokens[end]?.text ?? ''))) end += 1;
  return tokens[end]?.lower ?? '';
}

export function moneyBehindSign(tokens: readonly Token[], base: Measure, code: string): Measure {
  const millions = inMillions(base, code);
  if (millions !== null) return millions;
  const letter = tokens[base.end];
  const factor = MONEY_LETTERS.get(letter?.lower ?? '');
  const isScale = factor !== undefined && base.factor === 1 && !/^['’]$/u.test(tokens[base.end + 1]?.text ?? '');
  const measure = isScale ? { ...base, value: exact(base.value * factor), factor, end: base.end + 1, numberEnd: base.end + 1 } : base;
  // "C$5 CAD", "$5 USD", "$5 US": the code behind says which dollar.
  const behind = tokens[measure.end];
  const named = behind !== undefined && CURRENCY_CODES.has(behind.text) && !WORDY_CODES.has(behind.text) && code === 'USD';
  return named ? { ...measure, unit: behind.text, kind: 'money', end: measure.end + 1 } : { ...measure, unit: code, kind: 'money' };
}

/** With a code such as `MEUR`; null when it is no such code. */
export function inMillions(base: Measure, code: string): Measure | null {
  return isMillions(code) ? { ...base, value: exact(base.value * 1e6), factor: 1e6, unit: code.slice(1), kind: 'money' } : null;
}

function isMillions(code: string): boolean {
  return MILLIONS.test(code) && CURRENCY_CODES.has(code.slice(1));
}

/** "75 USD million": the scale behind the currency. */
export function moneyScaleBehind(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Measure {
  const word = tokens[measure.end];
  const { scales } = lexicon.table.numbers;
  const factor = word !== undefined && Object.hasOwn(scales, word.lower) ? scales[word.lower] : undefined;
  if (factor === undefined || factor < 1e6 || measure.factor !== 1 || measure.reading.isWords) return measure;
  return { ...measure, value: exact(measure.value * factor), factor, end: measure.end + 1 };
}

/** "361 million pounds" are sterling, "two pounds" a weight: the size and the words around decide. */
export function pounds(tokens: readonly Token[], measure: Measure, found: FoundUnit, lexicon: Lexicon): Measure {
  if (measure.unit !== 'pound' || !/^(?:pounds?|livres?|libras?|libbr[ae]|pfund|pond)$/u.test(tokens[found.end - 1]?.lower ?? ''))
    return measure;
  let money = measure.value >= 1e6;
  for (let index = Math.max(0, measure.start - 12); index < Math.min(tokens.length, measure.end + 12) && !money; index += 1) {
    if (index < measure.numberStart || index >= measure.end) money = MONEY_CONTEXT.test(tokens[index]?.lower ?? '');
  }
  return money && lexicon.table.code !== 'und' ? { ...measure, unit: 'GBP', kind: 'money' } : measure;
}
