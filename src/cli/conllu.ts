import { parseForms } from '../language/grammar/grammar.ts';

/**
 * The CoNLL-U text with UPOS, HEAD and DEPREL filled by the grammar (universaldependencies.org/format.html). Tokens,
 * comments and lines of multiword tokens and empty words stay as they are; a sentence without a grammar stays whole.
 */
export function filledConllu(text: string, language: string): string {
  return text
    .split('\n')
    .reduce<string[][]>(
      (blocks, line) => {
        if (line.trim() === '') blocks.push([]);
        else blocks.at(-1)?.push(line);
        return blocks;
      },
      [[]],
    )
    .map((lines) => filled(lines, language))
    .filter((block) => block !== '')
    .map((block) => `${block}\n\n`)
    .join('');
}

function filled(lines: readonly string[], language: string): string {
  const rows = lines.map((line) => (WORD.test(line) ? line.split('\t') : null));
  const words = rows.filter((row) => row !== null);
  const read =
    words.length === 0
      ? null
      : parseForms(
          words.map(([, form]) => form ?? ''),
          language,
        );
  let at = 0;
  return lines
    .map((line, index) => {
      const row = rows[index];
      if (row === null || row === undefined) return line;
      const word = read?.[at];
      at += 1;
      if (word === undefined) return line;
      const columns = Array.from({ length: COLUMNS }, (_, column) => row[column] ?? '_');
      columns[3] = word.part;
      // Words are numbered from 1 in each sentence; 0 is the root.
      columns[6] = word.head < 0 ? '0' : (words[word.head]?.[0] ?? '0');
      columns[7] = word.relation;
      return columns.join('\t');
    })
    .join('\n');
}

const COLUMNS = 10;
/** A syntactic word; `3-4` is a multiword token and `3.1` an empty word. */
const WORD = /^\d+\t/u;
