import type { Passage } from '../../src/brief/passages.ts';
import type { Article } from '../../src/model/article.ts';

/** One question about one text. */
export interface Item {
  /** `paragraph`: a question on its own paragraph alone, as short as a news item. */
  set: 'squad' | 'paragraph' | 'wikiqa' | 'highlight' | 'own';
  /** What may not stand in training and test at once: the text it belongs to. */
  group: string;
  article: Article;
  question: string;
  kind: 'answerable' | 'adversarial' | 'elsewhere';
  /** Acceptable answers, normalised; empty where only the sentence is known. */
  gold: readonly string[];
  /** Does the sentence answer? */
  right: (passage: Passage) => boolean;
  /** Does it stand where the question was written about? Elsewhere the same words may be chance. */
  home: (passage: Passage) => boolean;
}
