import type { Lexicon } from './number-lexicon.ts';
import type { Measure } from './measured.ts';
import { attached, type Token } from './tokens.ts';
import { unitAt } from './units/lexicon.ts';

/** What English puts behind `a`: `$15 an hour`. */
const PER_NOUN =
  /^(?:second|minute|hour|day|night|week|month|quarter|year|decade|annum|share|barrel|bushel|ounce|pound|ton|tonne|gallon|litre|liter|kilo|kilogram|person|head|employee|user|customer|seat|ticket|household|unit|piece|pop|vehicle|car|mile|kilometre|kilometer|acre|hectare|night|capita|token|tokens|million|jahr|tag|stunde|woche|monat|aktie|an|année|jour|heure|mois|semaine|action|año|día|hora|mes|semana|acción|ano|dia|mês|ação|anno|giorno|ora|mese|settimana|azione|jaar|dag|uur|maand|aandeel|sekunde|seconde|segundo|secondo|millisecond|milliseconds|ms|h|hr|s|sec|min|kg|kwh|mwh|inch)$/u;
const PER_WORD = /^(?:per|pro|par|por|je|al|all|alla|à|a|an|each|every)$/u;

/** "$15.4/hour", "20 barrels a day", "20 Euro pro Stunde". */
export function withPer(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Measure {
  if (measure.unit === null) return measure;
  // "the $1bn-a-year plant"
  const [hyphen, a, tie, each] = tokens.slice(measure.end, measure.end + 4);
  if (hyphen?.text === '-' && /^(?:an?|per)$/u.test(a?.lower ?? '') && tie?.text === '-' && PER_NOUN.test(each?.lower ?? '')) {
    return { ...measure, per: each?.lower ?? null, end: measure.end + 4 };
  }
  const link = tokens[measure.end];
  const noun = tokens[measure.end + 1];
  if (link === undefined || noun === undefined || noun.kind !== 'word' || noun.broken) return measure;
  // "12% a year earlier" is no rate.
  if (/^(?:earlier|ago|later|before|after|old)$/u.test(tokens[measure.end + 2]?.lower ?? '')) return measure;
  const slash = link.text === '/' && attached(noun);
  if (!slash && !(PER_WORD.test(link.lower) && (PER_NOUN.test(noun.lower) || link.lower === 'per'))) return measure;
  if (slash && !PER_NOUN.test(noun.lower)) return measure;
  const found = unitAt(tokens, measure.end + 1, lexicon.table.code);
  const unit = found?.unit.id ?? noun.lower;
  if (
    ['length', 'data'].includes(measure.kind) &&
    (slash || link.lower === 'per') &&
    /^(?:hour|minute|second|day|millisecond)$/u.test(unit)
  ) {
    return { ...measure, unit: `${measure.unit}-per-${unit}`, kind: measure.kind === 'data' ? 'data' : 'other', end: measure.end + 2 };
  }
  if (found !== null) return { ...measure, per: unit, end: found.end };
  // "per diluted share": an adjective stands in between.
  const last = tokens[measure.end + 2];
  if (!PER_NOUN.test(noun.lower) && last !== undefined && last.spaced && PER_NOUN.test(last.lower))
    return { ...measure, per: last.lower, end: measure.end + 3 };
  return { ...measure, per: unit, end: measure.end + 2 };
}
