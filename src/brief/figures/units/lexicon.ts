import type { FigureKind } from '../../../model/figure.ts';
import type { Token } from '../tokens.ts';
import { CURRENCY_CODES, CURRENCY_NAMES } from './currencies.ts';
import { LOCAL, NAMES, POWERS } from './names.ts';
import { KINDS, METRIC, PREFIXES, SYMBOLS, type Unit } from './unit.ts';

export interface FoundUnit {
  unit: Unit;
  /** Index of the first token behind the unit. */
  end: number;
  /** Written as a symbol of one letter, which is a word or an initial as often. */
  isLetter: boolean;
}

interface UnitLexicon {
  names: ReadonlyMap<string, Unit>;
  symbols: ReadonlyMap<string, Unit>;
  /** The first tokens of all of them. */
  starts: ReadonlySet<string>;
  longest: number;
}

/** Words of one language that are units in another. */
const NOT_UNITS: Readonly<Record<string, string>> = {
  en: 'an ans ano anos anni once onces pie pies ore ora oras grad giro giri tour volta voltas vat mes mese dia dias tag tage dag turn turns franken caballos livre minuti degree-c on pinte peso',
  fr: 'ton tons once an-c minute-c pinta ore turn as mes dollar-c pie',
  es: 'once an ans on ton pie-c tour media hora-c as mes-c ore ora grad mil',
  pt: 'an ans on ton once tour mes-c ore ora grad as',
  it: 'an ans on ton tour once-c hora mes grad as ore-c',
  de: 'an ans on once tour ore ora mes dia',
  nl: 'an ans on once tour ore mes dia',
};
const SQUARABLE = ['inch', 'foot', 'yard', 'mile'];
const SQUARED_PREFIXES = new Set(['kilo', 'centi', 'milli', 'deci']);
/** Most tokens in the name of a unit. */
const LONGEST_MAX = 9;

/** As tokens.ts cuts a text. */
const FIRST_TOKEN = /^(?:[\p{L}\p{M}]+|\p{Nd}+|[\s\S])/u;

const lexicons = new Map<string, UnitLexicon>();

/** The longest unit that begins at `at`, symbols before names; null when none does. */
export function unitAt(tokens: readonly Token[], at: number, language: string): FoundUnit | null {
  const lexicon = lexiconFor(language);
  const first = tokens[at];
  if (first === undefined || !(lexicon.starts.has(first.text) || lexicon.starts.has(first.lower))) return null;
  let exact = '';
  let folded = '';
  let best: FoundUnit | null = null;
  for (let end = at; end < at + lexicon.longest; end += 1) {
    const token = tokens[end];
    if (token === undefined || (end > at && token.broken) || token.text.length > 40) break;
    const gap = end > at && token.spaced ? ' ' : '';
    exact += gap + token.text;
    folded += gap + (token.kind === 'word' ? token.lower : token.text);
    const unit = lexicon.symbols.get(exact) ?? lexicon.names.get(folded);
    // "5 km.": the dot of the sentence is no part of the symbol, but that of "5 oz. of gold" is.
    if (unit !== undefined && !tokens[end + 1]?.text.startsWith('²')) best = { unit, end: end + 1, isLetter: exact.length === 1 && token.kind === 'word' };
    if (unit !== undefined && tokens[end + 1]?.text === '²') best = null;
  }
  return best;
}

function lexiconFor(language: string): UnitLexicon {
  const code = language.toLowerCase().slice(0, 2);
  const key = Object.hasOwn(LOCAL, code) ? code : 'en';
  let lexicon = lexicons.get(key);
  if (lexicon === undefined) {
    lexicon = buildLexicon(key);
    lexicons.set(key, lexicon);
  }
  return lexicon;
}

function buildLexicon(code: string): UnitLexicon {
  const names = new Map<string, Unit>();
  const symbols = new Map<string, Unit>();
  for (const [id, list] of Object.entries(SYMBOLS)) {
    for (const symbol of list.split(/ (?=\S)/)) if (symbol !== '') symbols.set(symbol, unitOf(id));
  }
  symbols.set('° C', unitOf('degree-celsius')).set('° F', unitOf('degree-fahrenheit'));
  for (const [id, list] of Object.entries(NAMES)) for (const name of list.split('|')) names.set(name, unitOf(id));
  for (const [base, baseSymbols, baseNames, prefixes] of METRIC) {
    if (baseSymbols.length > 0) addMetric(base, baseSymbols, baseNames, prefixes, names, symbols);
  }
  addPowers(names, symbols);
  for (const [id, list] of Object.entries(CURRENCY_NAMES)) {
    for (const name of list.split('|')) if (!names.has(name)) names.set(name, { id, kind: 'money' });
  }
  for (const currency of CURRENCY_CODES) symbols.set(currency, { id: currency, kind: 'money' });
  for (const word of (NOT_UNITS[code] ?? '').split(' ')) names.delete(word);
  for (const [name, id] of Object.entries(LOCAL[code] ?? {})) {
    if (id === '') names.delete(name);
    else names.set(name, unitOf(id));
  }
  const starts = new Set([...names.keys(), ...symbols.keys()].map((key) => FIRST_TOKEN.exec(key)?.[0] ?? ''));
  return { names, symbols, starts, longest: LONGEST_MAX };
}

function unitOf(id: string): Unit {
  return { id, kind: KINDS[id] ?? 'other' };
}

function addMetric(base: string, baseSymbols: readonly string[], baseNames: readonly string[], prefixes: string, names: Map<string, Unit>, symbols: Map<string, Unit>): void {
  const kind: FigureKind = KINDS[base] ?? 'other';
  for (const name of baseNames) names.set(name, { id: base, kind });
  // A lone "b" or "d" is hardly ever a unit in an article.
  for (const symbol of baseSymbols) if (symbol !== 'b') symbols.set(symbol, { id: base, kind });
  for (const [prefix, english, words] of PREFIXES) {
    if (!prefixes.includes(prefix) && !(english === 'nano' || english === 'kilo')) continue;
    const unit = { id: english + base, kind };
    for (const symbol of baseSymbols) if (!symbols.has(prefix + symbol)) symbols.set(prefix + symbol, unit);
    for (const word of words) {
      for (const name of baseNames) names.set(word + name, unit).set(`${word}-${name}`, unit);
    }
  }
  if (base === 'gram') names.set('kilo', unitOf('kilogram')).set('kilos', { id: 'kilogram', kind }).set('kilogr', { id: 'kilogram', kind });
}

function addPowers(names: Map<string, Unit>, symbols: Map<string, Unit>): void {
  const lengths = [...names].filter(([name, unit]) => isSquarable(unit.id) && !name.includes(' '));
  for (const power of ['square', 'cubic'] as const) {
    const { before, glued, behind } = POWERS[power];
    for (const [name, { id }] of lengths) {
      const unit: Unit = { id: `${power}-${id}`, kind: power === 'square' ? 'area' : 'other' };
      for (const word of before) names.set(`${word} ${name}`, unit);
      for (const word of glued) names.set(word + name, unit);
      for (const word of behind) names.set(`${name} ${word}`, unit);
    }
    for (const [symbol, { id }] of symbols.entries().toArray()) {
      if (!isSquarable(id) || !/^[a-z]+$/u.test(symbol)) continue;
      const unit: Unit = { id: `${power}-${id}`, kind: power === 'square' ? 'area' : 'other' };
      const [digit, superscript] = power === 'square' ? ['2', '²'] : ['3', '³'];
      for (const form of [digit, superscript, `^${digit}`, `^{${digit}}`]) symbols.set(symbol + form, unit);
      const [sq, cu] = [`sq ${symbol}`, `cu ${symbol}`];
      symbols.set(power === 'square' ? sq : cu, unit).set(power === 'square' ? `sq. ${symbol}` : `cu. ${symbol}`, unit);
      symbols.set(`${symbol} ${power === 'square' ? 'squared' : 'cubed'}`, unit);
    }
  }
}

function isSquarable(id: string): boolean {
  if (SQUARABLE.includes(id) || id === 'metre') return true;
  return id.endsWith('metre') && SQUARED_PREFIXES.has(id.slice(0, -'metre'.length));
}
