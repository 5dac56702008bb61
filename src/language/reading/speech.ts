import { languageFor } from '../tables.ts';
import { isPredicate, subjectOf } from './clause.ts';
import { nounPhrase } from './phrase.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, textOf, type Reading } from './reading.ts';

/** Who says what stands somewhere in a sentence. */
export interface Speech {
  /** Head of the phrase that names the speaker. */
  speaker: number;
  /** The verb of saying; null for "according to". */
  verb: number | null;
}

/** Prepositions, as their first words, that name a source. */
const SOURCE: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:according)$/u],
  ['de', /^(?:laut|zufolge|nach|gemäß)$/u],
  ['fr', /^(?:selon|d['’]après)$/u],
  ['es', /^(?:según)$/u],
  ['pt', /^(?:segundo|conforme|acordo)$/u],
  ['it', /^(?:secondo)$/u],
  ['nl', /^(?:volgens|aldus)$/u],
]);
/** Nouns that stand between a source's preposition and its name: "nach Angaben der Polizei". */
export const STATEMENT = /^(?:angaben?|aussagen?|worten|berechnungen|zahlen|schätzungen|figures|data|estimates)$/u;
/** What a study does where a person would say. */
const FINDING = ['found', 'finds', 'shows', 'showed', 'suggests', 'teilte', 'teilten'];
const sayings = new Map<string, ReadonlySet<string>>();

/** Is the verb one of saying, announcing or estimating? */
export function isSaying(reading: Reading, at: number): boolean {
  const { code, sayingVerbs } = languageFor(reading.language);
  const known = sayings.get(code) ?? new Set([...sayingVerbs.filter((verb) => !verb.includes(' ')), ...FINDING]);
  sayings.set(code, known);
  return known.has(lowerAt(reading, at)) && isPart(reading, at, 'VERB', 'AUX', 'NOUN') && !isTaking(reading, at);
}

/** "claimed responsibility", "claimed the title": taken, and not said. */
function isTaking(reading: Reading, at: number): boolean {
  // "adding 18 titles", "shown her toughness": done, and not said.
  if (/^(?:add(?:s|ed|ing)|show(?:s|ed|n))$/u.test(lowerAt(reading, at)))
    return dependentsOf(reading, at, 'obj').some((one) => isPart(reading, one, 'NOUN')) && dependentsOf(reading, at, 'ccomp').length === 0;
  return lowerAt(reading, at).startsWith('claim') && dependentsOf(reading, at, 'obj').some((one) => TAKEN.test(lowerAt(reading, one)));
}
const TAKEN = /^(?:responsibility|victory|credit|titles?|places?|li(?:fe|ves)|crowns?|medals?|wins?|victims?|asylum|benefits?)$/u;

/** Who says what stands at a word: whoever governs the nearest verb of saying over it, or is named as its source. */
export function speechOver(reading: Reading, word: number): Speech | null {
  let from = -1;
  for (let at = word; at >= 0; from = at, at = headOf(reading, at)) {
    const source = sourceBelow(reading, at, from);
    if (source !== null) return { speaker: source, verb: null };
    const verb = tagBelow(reading, at, from);
    if (verb !== null) return verb;
    if (from < 0 || !isPredicate(reading, at) || !isSaying(reading, at) || hasRelation(reading, from, 'nsubj', 'csubj')) continue;
    if (isSetBefore(reading, from, at)) continue;
    const speaker = speechAt(reading, at);
    if (speaker !== null && speaker !== from) return { speaker, verb: at };
  }
  return null;
}

/** "While the fine may seem small, the council revealed …": what stands in front is told by nobody but the article. */
export function isSetBefore(reading: Reading, clause: number, verb: number): boolean {
  if (clause > verb || !hasRelation(reading, clause, 'advcl')) return false;
  return dependentsOf(reading, clause, 'mark').some((at) => SETTING.test(lowerAt(reading, at)) && at < clause);
}
const SETTING =
  /^(?:while|although|though|whereas|after|before|since|when|während|obwohl|nachdem|bevor|als|alors|bien|après|avant|mientras|aunque|después|mentre|benché|dopo|enquanto|embora|depois|terwijl|hoewel|nadat|toen)$/u;

/** "…, the regulator said on Monday": a verb of saying beside the clause. */
function tagBelow(reading: Reading, at: number, from: number): Speech | null {
  for (const verb of dependentsOf(reading, at, 'parataxis', 'ccomp', 'advcl', 'conj', 'discourse')) {
    if (verb === from || !isSaying(reading, verb)) continue;
    // What a verb of saying governs itself is said by it, and not what stands beside it.
    if (dependentsOf(reading, verb, 'ccomp', 'obj').length > 0) continue;
    const speaker = dependentsOf(reading, verb, 'nsubj')[0];
    if (speaker !== undefined && isNamed(reading, speaker)) return { speaker, verb };
  }
  return null;
}

function sourceBelow(reading: Reading, at: number, from: number): number | null {
  const prepositions = SOURCE.get(languageFor(reading.language).code);
  if (prepositions === undefined) return null;
  for (const noun of dependentsOf(reading, at, 'obl', 'nmod', 'advcl', 'advmod', 'parataxis')) {
    if (noun === from) continue;
    const marker = [...dependentsOf(reading, noun, 'case', 'mark', 'advmod'), noun].find((one) => prepositions.test(lowerAt(reading, one)));
    if (marker === undefined) continue;
    // "nach Angaben der Polizei": the owner of the statement.
    const inner = STATEMENT.test(lowerAt(reading, noun)) ? dependentsOf(reading, noun, 'nmod')[0] : noun;
    if (lowerAt(reading, marker) === 'nach' && inner === noun) continue;
    const named = marker === noun ? dependentsOf(reading, noun, 'obl', 'nmod', 'obj')[0] : inner;
    if (named !== undefined && isNamed(reading, named)) return named;
  }
  return null;
}

/** Who governs a verb of saying, where it is a name, an organisation or a role; null for pronouns and where nobody does. */
export function speechAt(reading: Reading, verb: number): number | null {
  const subject = subjectOf(reading, verb);
  return subject !== null && isNamed(reading, subject) ? subject : null;
}

function isNamed(reading: Reading, at: number): boolean {
  return isPart(reading, at, 'NOUN', 'PROPN', 'X', 'ADJ') && !/^\p{N}/u.test(reading.words[at]?.text ?? '');
}

/** The speaker as a reader is told: the name or the role, without what is said about either; always words side by side. */
export function speakerText(reading: Reading, speaker: number): string {
  const phrase = nounPhrase(reading, speaker).toSorted((a, b) => a - b);
  const place = phrase.indexOf(speaker);
  const isBroken = (at: number) => phrase[at] !== (phrase[at - 1] ?? 0) + 1;
  const from = phrase.findLastIndex((_, at) => at <= place && at > 0 && isBroken(at));
  const until = phrase.findIndex((_, at) => at > place && isBroken(at));
  return textOf(reading, phrase.slice(Math.max(0, from), until < 0 ? phrase.length : until));
}
