/** A word of a treebank with its place in the text; heads count from 1, 0 is the root. */
export interface GoldWord {
  form: string;
  start: number;
  end: number;
  part: string;
  head: number;
  relation: string;
}
export interface GoldSentence {
  text: string;
  words: GoldWord[];
}

/** The sentences of a CoNLL-U text (universaldependencies.org/format.html) with the places of their words. */
export function goldIn(conllu: string): GoldSentence[] {
  return conllu.split(/\n\s*\n/u).flatMap((block) => {
    const lines = block.split('\n');
    const text = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length);
    return text === undefined ? [] : [{ text, words: wordsIn(lines, text) }];
  });
}

function wordsIn(lines: readonly string[], text: string): GoldWord[] {
  const words: GoldWord[] = [];
  let at = 0;
  /** The contraction that the next words are parts of, and the number of its last one. */
  let whole: { start: number; end: number; last: number } | null = null;
  const place = (form: string) => {
    const start = text.indexOf(form, at);
    if (start < 0) return { start: at, end: at };
    at = start + form.length;
    return { start, end: at };
  };
  for (const line of lines) {
    const [id = '', form = '', , part = '', , , head = '0', relation = ''] = line.split('\t');
    const range = /^\d+-(\d+)$/u.exec(id);
    if (range !== null) whole = { ...place(form), last: Number(range[1]) };
    if (!/^\d+$/u.test(id)) continue;
    const { start, end } = whole ?? place(form);
    words.push({ form, start, end, part, head: Number(head), relation: relation.split(':')[0] ?? '' });
    if (whole !== null && Number(id) >= whole.last) whole = null;
  }
  return words;
}
