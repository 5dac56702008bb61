import { oppositesIn } from '../../language/opposites.ts';
import { relativesOf } from '../../language/relations.ts';
import { clauseAt, isNegated, isPredicate } from '../../language/reading/clause.ts';
import { nounPhrase } from '../../language/reading/phrase.ts';
import { headOf, isPart, lowerAt, readingOf, type Reading } from '../../language/reading/reading.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import type { Passage } from '../passages.ts';

/**
 * Does the passage tell the opposite of what is asked: "when do flights resume?" of flights that stop? Only where the
 * grammar finds the verb of both, neither is denied, and the passage holds the question's own verb nowhere.
 */
export function tellsOpposite(question: string, { text, stems }: Passage, language: string): boolean {
  const asked = readingOf(question, language);
  const told = asked === null ? null : readingOf(text, language);
  if (asked === null || told === null) return false;
  return asked.words.some((_, at) => {
    const isAct = isPart(asked, at, 'VERB') || headOf(asked, at) < 0;
    if (!isAct || isNegated(asked, at)) return false;
    const verb = stemOf(lowerAt(asked, at), language);
    const own = [verb, ...againOf(verb, lowerAt(asked, at), language)];
    if (own.some((stem) => stems.has(stem))) return false;
    const opposites = oppositesOf(own, language);
    return told.words.some(
      (__, place) =>
        opposites.has(stemOf(lowerAt(told, place), language)) &&
        isPredicate(told, place) &&
        !isNegated(told, place) &&
        isOfSame(asked, told, place),
    );
  });
}

/** Who does it, or to whom it is done, is named in the question too; of "when does it open?" nobody needs to be. */
function isOfSame(asked: Reading, told: Reading, verb: number): boolean {
  const stem = (reading: Reading, at: number) => stemOf(lowerAt(reading, at), reading.language);
  const nouns = new Set([...asked.words.keys()].filter((at) => isPart(asked, at, 'NOUN', 'PROPN')).map((at) => stem(asked, at)));
  const { subject, object } = clauseAt(told, verb);
  const sides = [subject, object].filter((at) => at !== null);
  return (
    nouns.size === 0 ||
    sides.some((side) =>
      // "fire weather" is no fire, "Northwind’s ferries" are Northwind’s.
      nounPhrase(told, side).some((at) => (at === side || isPart(told, at, 'PROPN')) && nouns.has(stem(told, at))),
    )
  );
}

/** "reopen" is to open once more. */
function againOf(stem: string, word: string, language: string): string[] {
  return /^re[a-z]{3}/u.test(word) && languageFor(language).code === 'en' ? [stem.replace(/^re/u, '')] : [];
}

/** Opposites, and what means the same as one of them: of "open" close and shut. */
function oppositesOf(stems: readonly string[], language: string): Set<string> {
  const direct = stems.flatMap((stem) => [
    ...relativesOf(stem, language).opposite,
    ...(languageFor(language).code === 'en' ? oppositesIn(stem) : []),
  ]);
  const alike = direct.flatMap((stem) =>
    [...relativesOf(stem, language).near].flatMap(([other, weight]) => (weight >= SAME ? [other] : [])),
  );
  return new Set([...direct, ...alike]);
}
const SAME = 0.75;

const RANKS = /\b(first|second|third|fourth|fifth)\s(?:\p{Ll}+\s)?(\p{Ll}{3,})/gu;

/** "When does the second half go live?" of a sentence that tells of the first half only. English only. */
export function tellsAnotherRank(question: string, text: string, language: string): boolean {
  if (languageFor(language).code !== 'en') return false;
  const ranksIn = (words: string) =>
    [...words.toLowerCase().matchAll(RANKS)].map(([, rank = '', thing = '']) => ({ rank, thing: stemOf(thing, language) }));
  const told = ranksIn(text);
  return ranksIn(question).some(({ rank, thing }) => told.some((one) => one.thing === thing) && !text.toLowerCase().includes(rank));
}
