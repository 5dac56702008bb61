/** Parts of speech, as Universal Dependencies names them (universaldependencies.org/u/pos). The order is the models'. */
export const PARTS = [
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM'] as const),
  ...(['PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'] as const),
];
export type Part = (typeof PARTS)[number];

/** Relations to the head without their subtypes (universaldependencies.org/u/dep). The order is the models'. */
export const RELATIONS = [
  ...(['acl', 'advcl', 'advmod', 'amod', 'appos', 'aux', 'case', 'cc', 'ccomp', 'clf', 'compound', 'conj', 'cop'] as const),
  ...(['csubj', 'dep', 'det', 'discourse', 'dislocated', 'expl', 'fixed', 'flat', 'goeswith', 'iobj', 'list', 'mark'] as const),
  ...(['nmod', 'nsubj', 'nummod', 'obj', 'obl', 'orphan', 'parataxis', 'punct', 'reparandum', 'root', 'vocative', 'xcomp'] as const),
];
export type Relation = (typeof RELATIONS)[number];

/** One syntactic word of a sentence. */
export interface ParsedWord {
  /** As it is read; of a contraction its part: `de` and `le` of `du`. */
  text: string;
  /** Half-open, in UTF-16 units of the sentence; the parts of a contraction share the place of the whole. */
  start: number;
  end: number;
  part: Part;
  /** Index of the word it depends on; -1 for the root. */
  head: number;
  relation: Relation;
}

export interface Parse {
  words: readonly ParsedWord[];
  /** The sentence was too long to be read whole: its pieces hang on the first, and what stands far behind is left unread. */
  isCut: boolean;
}
