import { peopleOf } from '../../language/peoples.ts';
import { languageFor } from '../../language/tables.ts';
import { relativesOf } from '../../language/relations.ts';
import { synonymsOf } from '../../language/synonyms.ts';
import { kinOf, kinsOf, type Kin } from '../../language/thesaurus.ts';
import { likenessOf, rarityOf } from '../../language/vectors.ts';
import type { Passage } from '../passages.ts';
import { idfOf } from '../passages.ts';
import type { Question } from './question.ts';

/** How one word of the question is met by a passage: 1 by itself, less by a relative, 0 not at all. */
export interface Met {
  /** In the passage itself. */
  own: number;
  /** Literally in the passage. */
  exact: boolean;
  /** In the sentence before or the one behind. */
  nearby: number;
  /** In the headline or in the heading above. */
  above: number;
  /** Index into the passage's words; -1 when it is not there. */
  at: number;
  /** How like the word that is most like it in the passage is, 0 to 1. */
  alike: number;
}

/** Words that begin alike are of one family: "govern", "governor", "government". */
const BY_FAMILY = 0.6;
const FAMILY = 5;
const BY_SYNONYM = 0.75;
const BY_PEOPLE = 0.85;
/** How well what the thesaurus knows stands for a word of the question. */
const BY_KIN: Readonly<Partial<Record<Kin, number>>> = { same: 0.85, near: 0.7, narrower: 0.75, wider: 0.4, otherSide: 0.5 };
/** "Prämie" in "Abschussprämie": languages that write compounds as one word. */
const BY_COMPOUND = 0.6;
const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl']);
/** The weight of the most frequent words, whose absence says little, beside rare ones. */
const COMMONEST = 0.4;
/** Words that are no more alike than this have nothing to do with each other. */
const UNLIKE = 0.3;
/** Only so many words of a passage are compared: a longer one is no sentence. */
const MAX_WORDS = 400;

/** Everything about a question and an article that is worth computing once. */
export interface Search {
  question: Question;
  passages: readonly Passage[];
  title: ReadonlySet<string>;
  language: string;
  /** One weight a term: rare words say more. */
  weights: readonly number[];
  /** Sum of the weights; 0 for a question of function words. */
  total: number;
  /** For each passage, how it meets each term. */
  met: readonly (readonly Met[])[];
  /** Mean words of a passage. */
  meanLength: number;
  /** How well a stem may stand for a term, by its index, 0 to 1; nothing stands for a name. */
  likeness: (term: number, stem: string) => number;
}

/** How well each passage meets each word of the question. */
export function search(question: Question, passages: readonly Passage[], title: ReadonlySet<string>, language: string): Search {
  const idf = idfOf(passages);
  const rarest = Math.log(1 + passages.length / 0.5);
  const relatives = question.terms.map((stem) => relativesFor(stem, question, language));
  const weights = question.terms.map((stem, term) => {
    const known = [stem, ...(relatives[term]?.keys() ?? [])].map((other) => idf.get(other)).filter((value) => value !== undefined);
    const own = idf.get(stem) ?? (known.length === 0 ? rarest : Math.max(...known));
    return question.names.has(stem) ? own : own * (COMMONEST + (1 - COMMONEST) * Math.sqrt(rarityOf(stem, language)));
  });
  const likeness = question.terms.map((stem) => (question.names.has(stem) ? null : new Map<string, number>()));
  const alikeIn = (passage: Passage, term: number): number => {
    const known = likeness[term];
    let best = 0;
    if (known === null || known === undefined) return best;
    for (const stem of passage.stems) {
      let value = known.get(stem);
      if (value === undefined) {
        value = usedAlike(question.terms[term] ?? '', stem, language);
        known.set(stem, value);
      }
      if (value > best) best = value;
    }
    return best;
  };
  const likenessTo = (term: number, stem: string): number => {
    if (stem === question.terms[term]) return 1;
    const known = likeness[term];
    const related = relatives[term]?.get(stem) ?? 0;
    if (known === null || known === undefined) return related;
    let value = known.get(stem);
    if (value === undefined) known.set(stem, (value = usedAlike(question.terms[term] ?? '', stem, language)));
    return Math.max(related, (value - UNLIKE) / (1 - UNLIKE), 0);
  };
  const compounds = COMPOUNDING.has(languageFor(language).code);
  const own = passages.map((passage) => {
    const places = placesOf(passage);
    return question.terms.map((stem, term) => {
      const exact = places.get(stem);
      if (exact !== undefined) return { own: 1, exact: true, at: exact };
      let best = { own: 0, exact: false, at: -1 };
      for (const [other, weight] of relatives[term] ?? []) {
        const at = places.get(other);
        if (at !== undefined && weight > best.own) best = { own: weight, exact: false, at };
      }
      if (best.own < BY_FAMILY && stem.length >= FAMILY && !question.names.has(stem)) {
        const at = places.get(`${stem.slice(0, FAMILY)}…`);
        if (at !== undefined) best = { own: BY_FAMILY, exact: false, at };
      }
      if (best.own < BY_COMPOUND && compounds && stem.length >= FAMILY) {
        const part = [...places].find(([other]) => other.length >= FAMILY && (other.endsWith(stem) || stem.endsWith(other)));
        if (part !== undefined) best = { own: BY_COMPOUND, exact: false, at: part[1] };
      }
      return best;
    });
  });
  const met = passages.map((passage, index) =>
    (own[index] ?? []).map((here, term) => {
      const stem = question.terms[term] ?? '';
      const heading = title.has(stem) || (passage.heading ?? '').toLowerCase().includes(stem);
      return {
        ...here,
        alike: Math.max(here.own, (alikeIn(passage, term) - UNLIKE) / (1 - UNLIKE)),
        nearby: Math.max(own[index - 1]?.[term]?.own ?? 0, 0.8 * (own[index + 1]?.[term]?.own ?? 0)),
        above: heading ? 1 : 0,
      };
    }),
  );
  const meanLength = passages.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, passages.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { question, passages, title, language, weights, total, met, meanLength, likeness: likenessTo };
}

/** Opposites and rivals are used alike, and are not what is asked for. */
function usedAlike(term: string, stem: string, language: string): number {
  const kin = kinOf(term, stem, language);
  return kin === 'opposite' || kin === 'rival' ? 0 : likenessOf(term, stem, language);
}

/** Nothing stands for a name but a country's people for the country. */
function relativesFor(stem: string, question: Question, language: string): ReadonlyMap<string, number> {
  if (question.names.has(stem)) return new Map(peopleOf(stem, language).map((other) => [other, BY_PEOPLE]));
  const near = new Map(relativesOf(stem, language).near);
  for (const [other, kin] of kinsOf(stem, language)) {
    const weight = BY_KIN[kin];
    if (weight === undefined) near.delete(other);
    else near.set(other, Math.max(weight, near.get(other) ?? 0));
  }
  for (const other of synonymsOf(stem, language).slice(1)) near.set(other, Math.max(BY_SYNONYM, near.get(other) ?? 0));
  return near;
}

/** Countries that are no word of their own: "US" is a pronoun in small letters. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['US', 'u.s'],
  ['United States', 'u.s'],
  ['United Kingdom', 'u.k'],
]);

/** Where each stem stands first; its opening as well, marked by an ellipsis. */
function placesOf({ words }: Passage): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  words.slice(0, MAX_WORDS).forEach(({ text, stem, stop }, at) => {
    const country = COUNTRIES.get(text) ?? COUNTRIES.get(`${text} ${words[at + 1]?.text ?? ''}`);
    if (country !== undefined && !places.has(country)) places.set(country, at);
    if (stop) return;
    if (!places.has(stem)) places.set(stem, at);
    const opening = `${stem.slice(0, FAMILY)}…`;
    if (stem.length >= FAMILY && !places.has(opening)) places.set(opening, at);
  });
  return places;
}
