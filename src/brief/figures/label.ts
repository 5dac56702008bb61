import { languageFor } from '../../language/tables.ts';
import { hasRelation, headOf, isPart, lowerAt, subtreeOf, textOf, type Reading } from '../../language/reading/reading.ts';
import { isEmptyVerb, piecesOf, type Piece } from './label-pieces.ts';
import type { Place } from './place.ts';

/** A row of the card holds about so many characters. */
const LONGEST = 60;
/** Words of a qualifier. */
const LONGEST_QUALIFIER = 4;
/** Words that compare with something the label does not say. */
const COMPARING = /^(?:more|less|fewer|mehr|weniger|plus|moins|más|menos|mais|più|meno|meer|minder)$/u;

/** What the label has to leave out. */
export interface Taken {
  /** Words of all numbers of the sentence. */
  numbers: ReadonlySet<number>;
  /** Who is shown as answering for the figure anyway. */
  speaker: string | null;
}

/**
 * What the figure is of, whose, and what happened, in words of its sentence, in order, at most 60 characters; empty when
 * nothing sensible can be said.
 */
export function labelOf(place: Place, { numbers, speaker }: Taken): string {
  const { reading } = place;
  const qualifying = qualifiersBefore(place);
  const isFree = (at: number) =>
    !numbers.has(at) &&
    !qualifying.has(at) &&
    lowerAt(reading, at) !== 'than' &&
    !isPart(reading, at, 'NUM') &&
    !/\p{N}/u.test(reading.words[at]?.text ?? '');
  const isOwn = (at: number) => place.number.has(at) || qualifying.has(at);
  const pieces = piecesOf(place, numbers, speaker)
    .map((piece) => whole(reading, piece, isFree, isOwn))
    .filter((piece) => piece.length > 0);
  const [core, ...rest] = pieces;
  const short = core === undefined ? [] : [core, ...rest.map((piece) => shortened(reading, piece))];
  // Without its adjectives a subject may leave room for what happened where.
  const [full, brief] = [fitting(reading, pieces), fitting(reading, short)];
  const kept = trimmed(reading, (brief.count > full.count ? brief : full).words);
  const isNamed = kept.some((at) => isPart(reading, at, 'NOUN', 'PROPN', 'X'));
  const hasContent = isNamed || kept.some((at) => isPart(reading, at, 'VERB', 'ADJ') && !isEmptyVerb(reading, at));
  return hasContent ? cleaned(textOf(reading, kept)) : '';
}

/** As many of the pieces as a row has room for; one that does not fit whole comes in short. */
function fitting(reading: Reading, pieces: readonly Piece[]): { words: number[]; count: number } {
  let words: number[] = [];
  let count = 0;
  for (const piece of pieces) {
    const longer = [piece, shortened(reading, piece)]
      .map((more) => [...words, ...more])
      .find((some) => textOf(reading, some).length <= LONGEST);
    if (longer === undefined) continue;
    words = longer;
    count += 1;
  }
  return { words, count };
}

const qualifierSets = new Map<string, ReadonlySet<string>>();

function qualifiersOf(language: string): ReadonlySet<string> {
  const { code, numbers } = languageFor(language);
  const known = qualifierSets.get(code) ?? new Set(Object.values(numbers.qualifiers).flat());
  qualifierSets.set(code, known);
  return known;
}

/** "up to", "as much as", "rund": they stand with the value already. */
function qualifiersBefore({ reading, number }: Place): ReadonlySet<number> {
  const phrases = qualifiersOf(reading.language);
  const first = Math.min(...number);
  for (let size = Math.min(LONGEST_QUALIFIER, first); size > 0; size -= 1) {
    const words = Array.from({ length: size }, (_, step) => first - size + step);
    if (phrases.has(words.map((at) => lowerAt(reading, at)).join(' '))) return new Set(words);
  }
  return new Set();
}

/** No preposition, conjunction or auxiliary is left hanging at either end. */
function trimmed(reading: Reading, kept: readonly number[]): number[] {
  const words = [...new Set(kept)].toSorted((a, b) => a - b);
  const hangs = (at: number | undefined) =>
    at !== undefined &&
    !hasRelation(reading, at, 'compound') &&
    (isPart(reading, at, 'ADP', 'CCONJ', 'SCONJ', 'DET', 'AUX', 'PUNCT', 'PRON', 'PART') || COMPARING.test(lowerAt(reading, at)));
  while (hangs(words.at(-1))) words.pop();
  // "In der Halle finden Stände Platz": a place at the front belongs to the clause behind it.
  const opensClause = () => hasRelation(reading, headOf(reading, words[0] ?? -1), 'obl') && words.some((at) => isPart(reading, at, 'VERB'));
  while (isPart(reading, words[0] ?? -1, 'ADP', 'CCONJ', 'SCONJ', 'DET', 'PUNCT', 'PART') && !opensClause()) words.shift();
  return words;
}

function cleaned(text: string): string {
  return text.replace(/^[\s,.;:"“”„«»()–—-]+|[\s,.;:"“”„«»(–—-]+$/gu, '');
}

/** Without the parts that hold another number, "in 2024", and without what hangs on the figure's own: "of them" of "four of them". */
function whole(reading: Reading, piece: Piece, isFree: (at: number) => boolean, isOwn: (at: number) => boolean): number[] {
  const inside = new Set(piece);
  const isSpoilt = (at: number): boolean => {
    for (let one = at; inside.has(one); one = headOf(reading, one)) if (!isFree(one)) return true;
    // A preposition whose noun is a number.
    const isPhrase = hasRelation(reading, at, 'nmod', 'obl', 'compound');
    return isPhrase && subtreeOf(reading, at).some((one) => inside.has(one) && !isFree(one) && !isOwn(one));
  };
  return piece.filter(
    (at) => !isSpoilt(at) && !(hasRelation(reading, at, 'case') && inside.has(headOf(reading, at)) && isSpoilt(headOf(reading, at))),
  );
}

/** A phrase that is too long keeps its head, what stands right beside it, and its preposition. */
function shortened(reading: Reading, piece: Piece): number[] {
  const top = piece.find((at) => !piece.includes(headOf(reading, at))) ?? piece[0] ?? 0;
  return piece.filter(
    (at) => at === top || (headOf(reading, at) === top && hasRelation(reading, at, 'compound', 'flat', 'case', 'mark', 'aux')),
  );
}
