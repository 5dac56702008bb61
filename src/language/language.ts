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
  numbers: {
    decimal: ',' | '.';
    /** Characters that may group thousands; narrow and no-break spaces always may. */
    groups: readonly string[];
    /** Words for numbers: `{ twelve: 12, dozen: 12 }`. */
    words: Readonly<Record<string, number>>;
    /** Words and suffixes that multiply: `{ million: 1e6, bn: 1e9 }`. */
    scales: Readonly<Record<string, number>>;
    /** Phrases before or behind a number, lower case, by what they do to it. */
    qualifiers: {
      about: readonly string[];
      'more-than': readonly string[];
      'at-least': readonly string[];
      'less-than': readonly string[];
      'at-most': readonly string[];
      'up-to': readonly string[];
    };
  };
}
