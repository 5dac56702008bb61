import { stemOf } from '../../language/stem.ts';
import { relativesOf } from '../../language/relations.ts';
import { languageFor } from '../../language/tables.ts';
import { particlesOf } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt } from '../../language/reading/reading.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantity.ts';

type Direction = 'up' | 'down';

const ways = new Map<string, ReadonlyMap<string, Direction>>();

/** Which way a verb goes, in any of its forms; null for other words. */
function wayOf(word: string, language: string): Direction | null {
  const { code, changes } = languageFor(language);
  let known = ways.get(code);
  if (known === undefined) {
    const all = (['up', 'down'] as const).flatMap((way) =>
      changes[way].flatMap((form) => [form, stemOf(form, code)].map((key) => [key, way] as const)),
    );
    known = new Map(all);
    ways.set(code, known);
  }
  return known.get(word) ?? known.get(stemOf(word, code)) ?? null;
}

const UP_NOUN =
  /^(?:rise|rises|increase|increases|growth|gain|gains|jump|surge|hike|climb|upturn|uplift|anstieg|zuwachs|plus|steigerung|wachstum|erhöhung|zunahme|hausse|augmentation|croissance|progression|bond|aumento|aumentos|alza|subida|crecimiento|incremento|alta|crescimento|crescita|rialzo|incremento|stijging|toename|groei|verhoging)$/u;
const DOWN_NOUN =
  /^(?:fall|falls|drop|drops|decline|declines|decrease|decreases|cut|cuts|reduction|reductions|slump|dip|loss|rückgang|minus|senkung|abnahme|einbruch|verlust|baisse|recul|diminution|chute|réduction|repli|caída|descenso|baja|disminución|reducción|recorte|queda|redução|baixa|diminuição|calo|diminuzione|flessione|riduzione|taglio|daling|afname|verlaging|krimp)$/u;
const MORE = /^(?:up|more|higher|mehr|höher|plus|más|superior|mais|più|meer|hoger)$/u;
const LESS = /^(?:down|less|fewer|lower|weniger|niedriger|moins|menos|inferior|meno|minder|lager)$/u;
/** Verbs that raise or cut the thing itself: "raised $5m" is no rise of $5m. */
const AMOUNT = new Set(['percent', 'ratio']);

/** Which way the figure went, in the words around it; null when the sentence does not say. */
export function directionOf({ reading, number, anchor, noun, top, clause }: Place, { kind, span, unit }: Quantity): Direction | null {
  if (kind === 'score' || kind === 'rank' || kind === 'duration') return null;
  // "to 205 from 142 a year earlier": where it came from went nowhere.
  if (FROM.test(reading.sentence.slice(0, span.start))) return null;
  const first = Math.min(...number);
  const last = Math.max(...number);
  // "down 3.4%", "15 % de plus", "12% higher"
  const [before = '', behind = '', further = ''] = [first - 1, last + 1, last + 2].map((at) => lowerAt(reading, at));
  // "rounded up 300 people" is no rise.
  const verb = hasRelation(reading, first - 1, 'compound') ? headOf(reading, first - 1) : -1;
  const isParticle =
    isPart(reading, verb, 'VERB') && wayOf(lowerAt(reading, verb), reading.language) === null && !GOING.test(lowerAt(reading, verb));
  if (/^(?:up|down)$/u.test(before) && !isParticle && !STAIRS.test(behind)) return before as Direction;
  const later = /^(?:\s\([^()]*\))?,\s(up|down)\s(?!to\s)/u.exec(reading.sentence.slice(span.end))?.[1];
  // "closed at $185.25, up 0.35%"
  if (later !== undefined && kind !== 'count') return later as Direction;
  if (AMOUNT.has(kind)) {
    const isLinked = /^(?:de|di)$/u.test(behind);
    if (MORE.test(isLinked ? further : behind)) return 'up';
    if (LESS.test(isLinked ? further : behind)) return 'down';
  }
  // "raised its rates five times", "climb up three flights", "falling in love"
  if (unit === 'times' || LOVE.test(reading.sentence)) return null;
  // "an 8% rise", "a fall of 3%"
  for (const at of [noun, headOf(reading, anchor), top]) {
    if (at === null || at < 0 || number.has(at) || !isPart(reading, at, 'NOUN', 'PROPN')) continue;
    // "300 cuts" are counted; "a gain of 400 points" went up.
    const below = at === noun ? -1 : stepBelow(reading, at, noun ?? anchor);
    if (kind === 'count' && (below < 0 || !dependentsOf(reading, below, 'case').some((one) => OF.test(lowerAt(reading, one))))) continue;
    if (below >= 0 && dependentsOf(reading, below, 'case').some((one) => BESIDE.test(lowerAt(reading, one)))) continue;
    // "the loss of 16 students": they are counted, and went nowhere.
    if (kind === 'count' && noun !== null && isPerson(reading, noun)) continue;
    if (UP_NOUN.test(lowerAt(reading, at))) return 'up';
    if (DOWN_NOUN.test(lowerAt(reading, at))) return 'down';
  }
  if (clause === null || hasRelation(reading, top, 'nsubj', 'csubj')) return null;
  const isComplement =
    hasRelation(reading, top, 'obl', 'advmod') || (hasRelation(reading, top, 'obj', 'xcomp', 'ccomp') && AMOUNT.has(kind));
  const isBare =
    kind === 'money' && hasRelation(reading, top, 'obj') && dependentsOf(reading, clause.head, 'obl').length > 0 && clause.subject !== null;
  if (!isComplement && !isBare) return null;
  const act = lowerAt(reading, clause.head);
  for (let at = anchor; at >= 0 && at !== clause.head; at = headOf(reading, at)) {
    if (dependentsOf(reading, at, 'case').some((one) => BESIDE.test(lowerAt(reading, one)))) return null;
  }
  if (AMOUNT.has(kind) && LOSING.test(act) && hasRelation(reading, top, 'obj')) return 'down';
  // "to raise up to $12bn from investors"
  if (kind === 'money' && RAISING.test(act) && !/(?<!up )(?:by|to)\s[^\s]*$/iu.test(reading.sentence.slice(0, span.start))) return null;
  // "fielen aus" is no fall.
  if (particlesOf(reading, clause.head).some((at) => OUT.test(lowerAt(reading, at)))) return null;
  // "grew up 130 miles away"
  if (/^gr[eo]w/u.test(act) && particlesOf(reading, clause.head).some((at) => lowerAt(reading, at) === 'up')) return null;
  if (isBare && !INTRANSITIVE.test(act)) return null;
  return wayOf(act, reading.language);
}
function isPerson(reading: Place['reading'], at: number): boolean {
  return relativesOf(stemOf(lowerAt(reading, at), reading.language), reading.language).noun === PEOPLE;
}
/** WordNet's kind of nouns. */
const PEOPLE = 18;

const STAIRS = /^(?:flights?|stairs?|steps|floors?|storeys|stories|blocks?|streets?)$/u;
const LOVE = /\bf(?:all(?:s|ing|en)?|ell) (?:in|out of) love\b/iu;

/** "slipped to second place with $17m": told beside, and not how far. */
const BESIDE = /^(?:with|for|among|during|on|over|against|above|below|past|beyond)$/u;
const OF = /^(?:of|von|de|di|van)$/u;
const FROM =
  /(?<!\p{L})(?:from|von)\s(?:(?:an?|about|around|just|the)\s)?(?:\p{N}{4}\s)?(?:(?:peak|high|low|record|total|level|average)\sof\s)?$/iu;
const LOSING = /^(?:los(?:t|e|es|ing)|shed(?:s|ding)?|shav(?:ed|es|ing)|wip(?:ed|es|ing))$/u;
const RAISING = /^rais(?:e|es|ed|ing)$/u;

/** The word right below `above` on the way down to `word`; -1 where there is none. */
function stepBelow(reading: Place['reading'], above: number, word: number): number {
  let at = word;
  while (at >= 0 && headOf(reading, at) !== above) at = headOf(reading, at);
  return at;
}
const GOING = /^(?:goes|go|going|went|gone|was|is|were|are|closed|ended|finished|traded|opened)$/u;
const OUT = /^(?:aus|auf|weg|off|out|ein|durch|uit)$/u;
const INTRANSITIVE = /^(?:rose|rises|fell|falls|grew|climbed|slid|slipped|tumbled|plunged|dropped|jumped)$/u;
