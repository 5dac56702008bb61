import { dependentsOf, isPart, readingOf, type Reading } from '../../language/reading/reading.ts';
import type { Part } from '../../language/grammar/universal.ts';
import { peopleOf } from '../../language/peoples.ts';
import { oppositesIn } from '../../language/opposites.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import { synonymsOf } from '../../language/synonyms.ts';
import { languageFor } from '../../language/tables.ts';
import { kinOf, type Kin } from '../../language/thesaurus.ts';
import { likenessOf } from '../../language/vectors.ts';

/** A word of a claim or of a sentence, with what it is compared by. */
export interface Token {
  /** Which sentence, and which word of it. */
  sentence: number;
  at: number;
  lower: string;
  stem: string;
  part: Part;
  /** Says something of its own: a noun, a name, a verb, an adjective, a number, an adverb that is no function word. */
  isContent: boolean;
}

/** A word of the source that may be what a word of the claim means. */
export interface Match {
  token: Token;
  /** 1 for the same word to about 0.3 for one that is used alike. */
  kinship: number;
}

/** A claim beside its sentences, word by word. */
export interface Evidence {
  language: string;
  claim: Reading;
  sources: readonly Reading[];
  tokens: readonly Token[];
  given: readonly Token[];
  /** For each word of the claim, what of the source may be it, the best first. */
  matches: readonly (readonly Match[])[];
}

/** Less alike are strangers. */
const ALIKE = 0.38;
/** Letters that words of one family begin with. */
const FAMILY = 5;
const BY = { people: 0.95, synonym: 0.8, family: 0.7, compound: 0.65 };
/** How far what the thesaurus knows of two words lets the first stand for the second. */
const BY_KIN: Readonly<Record<Kin, number>> = { same: 0.9, near: 0.8, narrower: 0.8, wider: 0.5, otherSide: 0.3, opposite: 0, rival: 0 };

/** Null in a language without a grammar. */
export function evidenceOf(claim: string, sentences: readonly string[], language: string): Evidence | null {
  const read = readingOf(claim, language);
  const sources = sentences.map((sentence) => readingOf(sentence, language));
  if (read === null || sources.some((source) => source === null)) return null;
  const readings = sources.filter((source) => source !== null);
  const tokens = tokensIn(read, 0);
  const given = readings.flatMap((reading, sentence) => tokensIn(reading, sentence));
  const matches = tokens.map((token) => (token.isContent ? matchesFor(token, given, language) : []));
  return { language, claim: read, sources: readings, tokens, given, matches };
}

function matchesFor(token: Token, given: readonly Token[], language: string): Match[] {
  return given
    .flatMap((other) => {
      const kinship = other.isContent || other.lower === token.lower ? kinshipOf(token, other, language) : 0;
      return kinship > 0 ? [{ token: other, kinship }] : [];
    })
    .toSorted((a, b) => b.kinship - a.kinship);
}

const stopwords = new Map<string, ReadonlySet<string>>();

/** The words of a sentence as tokens. */
export function tokensIn(reading: Reading, sentence: number): Token[] {
  const { code } = languageFor(reading.language);
  const stops = stopwords.get(code) ?? new Set(languageFor(code).stopwords);
  stopwords.set(code, stops);
  return reading.words.map(({ text, part }, at) => {
    const lower = text.toLowerCase().replace(/['’]s?$/u, '');
    const isWord = /[\p{L}\p{N}]/u.test(text);
    const isLight = stops.has(lower) || isPart(reading, at, 'AUX', 'DET', 'ADP', 'PRON', 'CCONJ', 'SCONJ', 'PART', 'PUNCT', 'INTJ');
    return { sentence, at, lower, stem: stemOf(lower, code), part, isContent: isWord && !isLight };
  });
}

/** Language and one word -> the other word -> their kinship. */
const known = new Map<string, Map<string, number>>();
/** Pairs that are remembered. */
const REMEMBERED = 50_000;
let remembered = 0;

/** How far one word may stand for the other, 0 to 1. */
export function kinshipOf(a: Pick<Token, 'lower' | 'stem'>, b: Pick<Token, 'lower' | 'stem'>, language: string): number {
  if (a.lower === b.lower || a.stem === b.stem) return 1;
  const key = `${language} ${a.lower}`;
  const earlier = known.get(key)?.get(b.lower);
  if (earlier !== undefined) return earlier;
  const kinship = kinshipBetween(a, b, language);
  if (remembered >= REMEMBERED) {
    known.clear();
    remembered = 0;
  }
  remembered += 1;
  const others = known.get(key) ?? new Map<string, number>();
  known.set(key, others.set(b.lower, kinship));
  return kinship;
}

function kinshipBetween(a: Pick<Token, 'lower' | 'stem'>, b: Pick<Token, 'lower' | 'stem'>, language: string): number {
  if (/\p{N}/u.test(a.lower) || /\p{N}/u.test(b.lower)) return 0;
  if (peopleOf(a.stem, language).includes(b.stem)) return BY.people;
  if (isOpposite(a, b, language)) return 0;
  const kin = kinOf(a.stem, b.stem, language);
  if (kin === 'rival') return 0;
  const relatives = Math.max(
    kin === null ? 0 : BY_KIN[kin],
    relativesOf(a.stem, language).near.get(b.stem) ?? 0,
    relativesOf(b.stem, language).near.get(a.stem) ?? 0,
    synonymsOf(a.stem, language).includes(b.stem) ? BY.synonym : 0,
  );
  return Math.max(relatives, spelledAlike(a.lower, b.lower, language), used(likenessOf(a.stem, b.stem, language)));
}

function used(likeness: number): number {
  return likeness >= ALIKE ? likeness : 0;
}

const COMPOUNDING: ReadonlySet<string> = new Set(['de', 'nl']);

/** One family by its letters: "photo", "photographs"; in German "Fotograf" in "Landschaftsfotograf". */
function spelledAlike(a: string, b: string, language: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  if (shared >= FAMILY && shared >= 0.6 * long.length) return BY.family;
  const isInside = COMPOUNDING.has(languageFor(language).code) && short.length >= FAMILY && long.includes(short.slice(0, -1));
  return isInside ? BY.compound : 0;
}

/** Related by a dictionary or by spelling, and not only used alike: supporters and opponents are used alike. */
export function isRelated(a: Pick<Token, 'lower' | 'stem'>, b: Pick<Token, 'lower' | 'stem'>, language: string): boolean {
  if (a.stem === b.stem) return true;
  const relatives = relativesOf(a.stem, language).near.has(b.stem) || relativesOf(b.stem, language).near.has(a.stem);
  const kin = kinOf(a.stem, b.stem, language);
  return (
    relatives ||
    kin === 'same' ||
    kin === 'near' ||
    kin === 'narrower' ||
    synonymsOf(a.stem, language).includes(b.stem) ||
    spelledAlike(a.lower, b.lower, language) > 0
  );
}

/** "unwilling" and "willing", "rise" and "fall". */
export function isOpposite(a: Pick<Token, 'lower' | 'stem'>, b: Pick<Token, 'lower' | 'stem'>, language: string): boolean {
  // A town lies on a bay and sits on it: the dictionary has postures for opposites.
  if (a.stem === b.stem || (POSTURE.test(a.lower) && POSTURE.test(b.lower))) return false;
  const [one, other] = [relativesOf(a.stem, language), relativesOf(b.stem, language)];
  if (one.opposite.has(b.stem) || other.opposite.has(a.stem)) return true;
  if (languageFor(language).code === 'en' && oppositesIn(a.stem).has(b.stem)) return true;
  if (kinOf(a.stem, b.stem, language) === 'opposite') return true;
  const bare = (x: string, y: string) => NEGATING.some((prefix) => x === prefix + y && y.length > 3);
  return bare(a.lower, b.lower) || bare(b.lower, a.lower) || bare(a.stem, b.stem) || bare(b.stem, a.stem);
}
const POSTURE = /^(?:lies?|lying|lay|sits?|sat|sitting|stands?|stood|standing)$/u;
const NEGATING = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'mis'];

/** The source's words that the claim's word most likely is. */
export function bestOf({ matches }: Evidence, at: number, least = 0): Token[] {
  const found = matches[at] ?? [];
  const top = found[0]?.kinship ?? 0;
  return top < least || top === 0 ? [] : found.filter(({ kinship }) => kinship >= top - 0.01).map(({ token }) => token);
}

/** The word with those joined to it: "A, B and C". */
export function withJoined(reading: Reading, at: number): number[] {
  return [at, ...dependentsOf(reading, at, 'conj').flatMap((one) => withJoined(reading, one))];
}

/** How much of the claim is told word by word, in order, by one sentence: 1 for a copy of it or of a part. */
export function closenessOf({ tokens, given, sources }: Evidence): number {
  const own = tokens.filter(({ lower }) => /[\p{L}\p{N}]/u.test(lower)).map(({ lower }) => lower);
  if (own.length === 0) return 0;
  return Math.max(
    0,
    ...sources.map(
      (_, sentence) =>
        inOrder(
          own,
          given.filter((token) => token.sentence === sentence).map(({ lower }) => lower),
        ) / own.length,
    ),
  );
}

/** Length of the longest common subsequence. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1)
      next[at] = word === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    row = next;
  }
  return row[b.length] ?? 0;
}
