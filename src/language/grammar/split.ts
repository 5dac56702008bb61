import { languageFor } from '../tables.ts';
import { partsOf } from './contractions.ts';

/** A word as the treebanks part it, with its place in the sentence. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

/** An address, a word with what holds it together, a number with its marks, a run of one mark, or one other character. */
const TOKEN =
  /https?:\/\/\S+|www\.\S+|[\p{L}\p{N}][\w-]*\.(?:com|org|net|edu|gov|info|co\.uk)(?![\p{L}\p{N}])|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+|(?:\p{L}\.){2,}|\p{N}+(?:[.,:/]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*['’]?|([^\s\p{L}\p{N}])\1*/gu;
/** Clitics that English glues to the word before them. */
const ENGLISH = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
/** Words that lose their vowel before another: "l’homme", "dell’arte", "qu’il". */
const ELIDED: Readonly<Record<string, RegExp>> = {
  fr: /^((?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(.+)$/iu,
  it: /^(\p{L}{1,8}['’])(.+)$/iu,
};
/** Languages whose hyphened words the treebanks keep whole. */
const KEEPS_HYPHENS = /^(?:de|fr|es|pt|it|nl)$/u;
const FRENCH_CLITIC = /^-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|les?|la|y|en|lui|leur|moi|là|ci)$/iu;
const HYPHENS = /^[-‐‑]$/u;

/** The syntactic words of a sentence, in order. Linear. */
export function piecesOf(sentence: string, language: string): Piece[] {
  const { code, abbreviations } = languageFor(language);
  const known = abbreviationSet(code, abbreviations);
  const raw = [...sentence.matchAll(TOKEN)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
  const joined: Piece[] = [];
  for (const piece of raw) {
    const last = joined.at(-1);
    const isAttached = last !== undefined && last.end === piece.start;
    if (isAttached && piece.text === '.' && known.has(`${last.text.toLowerCase()}.`) && piece.end < sentence.length) {
      joined[joined.length - 1] = grown(last, piece);
      continue;
    }
    if (isAttached && KEEPS_HYPHENS.test(code) && isHyphenated(joined, piece)) {
      const hyphen = joined.pop() as Piece;
      const clitic = grown(hyphen, piece);
      const verb = joined.at(-1);
      if (code === 'fr' && FRENCH_CLITIC.test(clitic.text) && verb !== undefined) joined.push(...inverted(joined.pop() ?? verb, clitic));
      else joined.push(grown(joined.pop() as Piece, clitic));
      continue;
    }
    joined.push(piece);
  }
  return joined.flatMap((piece) => taken(piece, code));
}

/** "a-t-il": the t belongs to the pronoun. */
function inverted(verb: Piece, clitic: Piece): Piece[] {
  if (!/.-t$/iu.test(verb.text)) return [verb, clitic];
  const [own, link] = cut(verb, verb.text.length - 2);
  return own === undefined || link === undefined ? [verb, clitic] : [own, grown(link, clitic)];
}

function isHyphenated(pieces: readonly Piece[], { text }: Piece): boolean {
  const [before, hyphen] = pieces.slice(-2);
  return (
    before !== undefined &&
    hyphen !== undefined &&
    HYPHENS.test(hyphen.text) &&
    before.end === hyphen.start &&
    /[\p{L}\p{N}]$/u.test(before.text) &&
    /^\p{L}/u.test(text)
  );
}

function taken(piece: Piece, code: string): Piece[] {
  const { text } = piece;
  const lower = text.toLowerCase().replace("'", '’');
  const parts = partsOf(lower, code);
  if (parts !== null) return parts.map((part) => ({ ...piece, text: part }));
  if (code === 'en' && lower === 'cannot') return cut(piece, 3);
  const clitic = code === 'en' ? ENGLISH.exec(text) : null;
  if (clitic !== null) return cut(piece, clitic[1]?.length ?? 0);
  const elided = ELIDED[code]?.exec(text);
  if (elided !== null && elided !== undefined && !/^aujourd/iu.test(text)) {
    const [head, rest] = cut(piece, elided[1]?.length ?? 0);
    if (head !== undefined && rest !== undefined) return [...taken(head, code), ...taken(rest, code)];
  }
  const apostrophe = /^(.*[^'’])(['’])$/u.exec(text);
  return apostrophe !== null && ELIDED[code] === undefined ? cut(piece, apostrophe[1]?.length ?? 0) : [piece];
}

const grown = (a: Piece, b: Piece): Piece => ({ text: a.text + b.text, start: a.start, end: b.end });

function cut({ text, start, end }: Piece, at: number): Piece[] {
  return [
    { text: text.slice(0, at), start, end: start + at },
    { text: text.slice(at), start: start + at, end },
  ];
}

const sets = new Map<string, ReadonlySet<string>>();

function abbreviationSet(code: string, abbreviations: readonly string[]): ReadonlySet<string> {
  const known = sets.get(code) ?? new Set(abbreviations);
  sets.set(code, known);
  return known;
}
