import { languageFor } from '../tables.ts';
import { readModel } from './model.ts';
import { MOST_WORDS, networkOf, type Network } from './network.ts';
import { piecesOf } from './split.ts';
import { PARTS, RELATIONS, type Parse, type ParsedWord } from './universal.ts';

/** So many pieces of a sentence are read. */
const PIECES = 5;

/** Gives the bytes of a language's model, by its code; null where there is none. */
export type GrammarSource = (language: string) => Uint8Array | null;

let source: GrammarSource = () => null;
const networks = new Map<string, Network | null>();

/** Says where models come from: they are files, and this folder touches none. A model is read when its language is first met. */
export function provideGrammars(from: GrammarSource): void {
  source = from;
  networks.clear();
}

/** Is there a grammar for the language? */
export function hasGrammar(language: string): boolean {
  return networkFor(language) !== null;
}

/** The sentence as words that depend on each other; null in a language without a grammar. The same sentence gives the same tree. */
export function parseSentence(sentence: string, language: string): Parse | null {
  const network = networkFor(language);
  if (network === null) return null;
  const pieces = piecesOf(sentence, language);
  const read = readForms(
    pieces.map(({ text }) => text),
    network,
  );
  return {
    words: pieces.map((piece, at) => ({ ...piece, ...(read[at] as Omit<ParsedWord, 'text' | 'start' | 'end'>) })),
    isCut: pieces.length > MOST_WORDS,
  };
}

/** What a grammar says of words that somebody else has parted; null in a language without one. */
export function parseForms(forms: readonly string[], language: string): Pick<ParsedWord, 'part' | 'head' | 'relation'>[] | null {
  const network = networkFor(language);
  return network === null ? null : readForms(forms, network);
}

function readForms(forms: readonly string[], network: Network): Pick<ParsedWord, 'part' | 'head' | 'relation'>[] {
  const words: Pick<ParsedWord, 'part' | 'head' | 'relation'>[] = [];
  let first = -1;
  for (let from = 0; from < Math.min(forms.length, PIECES * MOST_WORDS); from += MOST_WORDS) {
    const piece = forms.slice(from, from + MOST_WORDS);
    const { parts, heads, relations } = network(piece);
    piece.forEach((_, at) => {
      const part = PARTS[parts[at] ?? 0] ?? 'X';
      const head = heads[at] ?? -1;
      const isRoot = head < 0;
      // What a cut leaves behind hangs on the root of the first piece.
      const isLater = isRoot && first >= 0;
      if (isRoot && first < 0) first = at;
      words.push({
        part,
        head: isLater ? first : isRoot ? -1 : from + head,
        relation: isLater ? 'parataxis' : (RELATIONS[relations[at] ?? 0] ?? 'dep'),
      });
    });
  }
  // Behind them stands no sentence, but a dump of words.
  while (words.length < forms.length) words.push({ part: 'X', head: first, relation: 'dep' });
  return words;
}

function networkFor(language: string): Network | null {
  const { code } = languageFor(language);
  const known = networks.get(code);
  if (known !== undefined) return known;
  const bytes = source(code);
  const network = bytes === null ? null : networkOf(readModel(bytes));
  networks.set(code, network);
  return network;
}
