import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, type Reading } from '../language/reading/reading.ts';
import { stemOf } from '../language/stem.ts';
import { languageFor } from '../language/tables.ts';
import type { Context } from './context.ts';
import type { Passage } from './passages.ts';

/** Articles that say that a thing is known. */
const DEFINITE = /^(?:the|der|die|das|den|dem|des|le|la|les|l['’]|du|au|aux|el|los|las|lo|il|gli|i|o|os|a|as|de|het)$/u;
/** Words at the front of a sentence. */
const OPENING = 3;
/** Where nothing points back. */
const NOWHERE = 30;
/** Noun phrases that say themselves which thing is meant. */
const DESCRIBED = ['nmod', 'acl', 'appos', 'flat', 'compound', 'nummod'] as const;

/** What of a sentence, in any language with a grammar, points back at others, and what of that the lines above name. */
export function pointingFeatures(passage: Passage, text: string, shown: readonly Passage[], context: Context): number[] {
  const reading = readingOf(text, context.language);
  if (reading === null) return Array.from({ length: WIDTH }, () => -1);
  const { persons, these, links } = setsFor(context.language);
  const told = new Set([...shown.flatMap(({ stems }) => [...stems]), ...context.titleStems]);
  const before = context.passages.slice(0, context.passages.indexOf(passage));
  const stemAt = (at: number) => stemOf(lowerAt(reading, at), reading.language);
  const places = [...reading.words.keys()];
  const lone = places.filter((at) => persons.has(lowerAt(reading, at)) && isPart(reading, at, 'PRON', 'DET', 'ADJ'));
  const unled = lone.filter((at) => !places.some((one) => one < at && isPart(reading, one, 'NOUN', 'PROPN')));
  const pointed = places.filter((at) => these.has(lowerAt(reading, at)) && isPart(reading, at, 'PRON', 'DET', 'ADJ'));
  const bare = pointed.filter((at) => !isPart(reading, headOf(reading, at), 'NOUN') || !hasRelation(reading, at, 'det', 'amod'));
  const strange = pointed.filter((at) => !bare.includes(at) && !told.has(stemAt(headOf(reading, at))));
  const tied = places.filter((at) => links.has(lowerAt(reading, at)));
  const definites = places.filter((at) => isKnownThing(reading, at) && !told.has(stemAt(at)));
  const named = definites.filter((at) => before.some(({ stems }) => stems.has(stemAt(at))));
  const first = (some: readonly number[]) => Math.min(some[0] ?? NOWHERE, NOWHERE);
  const root = places.find((at) => headOf(reading, at) < 0) ?? -1;
  const subject = dependentsOf(reading, root, 'nsubj')[0] ?? -1;
  const flag = (is: boolean) => (is ? 1 : 0);
  return [
    lone.length,
    unled.length,
    first(unled),
    flag(unled.includes(subject)),
    pointed.length,
    bare.length,
    first(bare),
    strange.length,
    first(strange),
    tied.length,
    first(tied),
    tied.filter((at) => at < OPENING).length,
    definites.length,
    named.length,
    flag(definites.includes(subject)),
    flag(named.includes(subject)),
    flag(isPart(reading, root, 'VERB', 'AUX')),
    subject < 0 ? 0 : isPart(reading, subject, 'PRON') ? 1 : isPart(reading, subject, 'PROPN') ? 3 : 2,
    places.filter((at) => isPart(reading, at, 'PROPN')).length,
    places.filter((at) => isPart(reading, at, 'NOUN')).length,
    reading.words.length,
    flag(isPart(reading, 0, 'ADV', 'CCONJ', 'SCONJ')),
    flag(isPart(reading, 0, 'PRON')),
    flag(isPart(reading, 0, 'DET')),
  ];
}
const WIDTH = 24;

/** "Dies entspricht 3 Prozent", "Elle coûte 20 millions": what it opens on stands elsewhere, in any language with a grammar. */
export function opensBack(text: string, language: string): boolean {
  const reading = readingOf(text, language);
  const isAlone =
    reading !== null && (isPart(reading, 0, 'PRON') || (isPart(reading, 0, 'DET') && hasRelation(reading, 0, 'nsubj', 'obj')));
  if (!isAlone) return false;
  const { persons, these } = setsFor(language);
  const word = lowerAt(reading, 0);
  return these.has(word) || (persons.has(word) && hasRelation(reading, 0, 'nsubj') && !hasRelation(reading, 0, 'expl'));
}

/** "die Figuren", "the deal": known from somewhere, and by nothing in its own phrase. */
function isKnownThing(reading: Reading, at: number): boolean {
  return (
    isPart(reading, at, 'NOUN') &&
    dependentsOf(reading, at, 'det').some((one) => DEFINITE.test(lowerAt(reading, one))) &&
    dependentsOf(reading, at, ...DESCRIBED).length === 0
  );
}

interface Sets {
  persons: ReadonlySet<string>;
  these: ReadonlySet<string>;
  links: ReadonlySet<string>;
}
const sets = new Map<string, Sets>();

function setsFor(language: string): Sets {
  const { code, back } = languageFor(language);
  const known = sets.get(code);
  if (known !== undefined) return known;
  const made = { persons: new Set(back.persons), these: new Set(back.these), links: new Set(back.links) };
  sets.set(code, made);
  return made;
}
