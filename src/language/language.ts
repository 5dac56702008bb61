/** What the engine has to know about one language. Plain data: one file a language, the same shape. */
export interface Language {
  /** ISO 639-1, e.g. `de`. */
  code: string;
  /** Lower-case function words, used to ignore them in ranking and to detect the language. */
  stopwords: readonly string[];
  /** Lower case with the final dot, e.g. `dr.`, `e.g.`; a sentence never ends behind one unless the text says so. */
  abbreviations: readonly string[];
  /** Lower-case words that mark a claim as conditional, planned or reported: `would`, `reportedly`. */
  hedges: readonly string[];
  /** Lower-case verbs that attribute a claim: `says`, `said`, `according to`. */
  sayingVerbs: readonly string[];
  /** Lower-case openers that lean on the sentence before: `however`, `this`, `he`. */
  danglingOpeners: readonly string[];
  /** Lower-case negations: `not`, `never`, `no`. */
  negations: readonly string[];
  /** Lower-case question words by what they ask for. */
  questionWords: {
    who: readonly string[];
    what: readonly string[];
    when: readonly string[];
    where: readonly string[];
    why: readonly string[];
    how: readonly string[];
    howMany: readonly string[];
    howMuch: readonly string[];
  };
  numbers: NumberWords;
  calendar: {
    /** Month names and their short forms without the dot, lower case. */
    months: readonly string[];
    /** Weekday names, lower case. */
    weekdays: readonly string[];
  };
  /** Lower-case verb forms that tell which way a figure went. */
  changes: { up: readonly string[]; down: readonly string[] };
  /** Lower-case words beside which `3-0` is the result of a match or a vote. */
  contests: readonly string[];
  /** Lower-case words, or ends of words, that head a table's row of sums of money: `price`, `kosten`. */
  sums: readonly string[];
  /** Lower-case verbs with which somebody plans, promises or expects: `plans to`, `pledged to`. */
  intents: readonly string[];
  /**
   * Lower-case words that point back at what was told before: pronouns and possessives of the third person, demonstratives
   * (`diese`, `such`), and adverbs that tie a sentence to others (`damit`, `however`).
   */
  back: { persons: readonly string[]; these: readonly string[]; links: readonly string[] };
  /** As written, capitals and all; `*` stands for any letters: how whoever reads and whoever writes are called. */
  address: {
    reader: readonly string[];
    /** What calls the reader so where a sentence does not begin with it: `Sie`. */
    polite: readonly string[];
    writer: readonly string[];
  };
}

/** Every key is lower case; several words in one key are parted by one space and match hyphens as well. */
export interface NumberWords {
  decimal: ',' | '.';
  /** Characters that may group thousands; narrow and no-break spaces always may. */
  groups: readonly string[];
  /** Words for numbers: `{ twelve: 12, twenty: 20 }`. */
  words: Readonly<Record<string, number>>;
  /** Words and suffixes that multiply what stands before them: `{ hundred: 100, million: 1e6, bn: 1e9 }`. */
  scales: Readonly<Record<string, number>>;
  /** Ordinal words: `{ first: 1, twentieth: 20 }`. */
  ordinals: Readonly<Record<string, number>>;
  /** Words for a part of one, singular and plural: `{ half: 0.5, thirds: 1/3 }`. */
  fractions: Readonly<Record<string, number>>;
  /** Words that say how many times: `{ twice: 2, threefold: 3 }`. */
  multiples: Readonly<Record<string, number>>;
  /** May stand between the parts of one number: `and`. */
  joiners: readonly string[];
  /** Number words are written together, as in `einundzwanzig`. */
  compound: boolean;
  /** Scales and fractions that are a number with nothing before them: `mille`, `half`. */
  alone: readonly string[];
  /** Indefinite articles that mean one in front of a scale or a fraction: `a million`. */
  articles: readonly string[];
  /** `minus`, `negative`. */
  minus: readonly string[];
  /** The spoken decimal mark: `point`. */
  point: readonly string[];
  /** Words between a part and its whole: `in` in `one in five`. */
  outOf: readonly string[];
  /** Words that tie the two ends of a range: `from 8 to 12`, `between 8 and 12`. */
  range: {
    from: readonly string[];
    to: readonly string[];
    between: readonly string[];
    and: readonly string[];
  };
  /** Phrases before or behind a number, by what they do to it. */
  qualifiers: {
    about: readonly string[];
    'more-than': readonly string[];
    'at-least': readonly string[];
    'less-than': readonly string[];
    'at-most': readonly string[];
    'up-to': readonly string[];
  };
}
