/** What a claim says that its cited sentences do not, or leaves out of them that changes what they say. */
export interface Fault {
  kind:
    | 'citation'
    | 'number'
    | 'unit'
    | 'qualifier'
    | 'date'
    | 'name'
    | 'relation'
    | 'speaker'
    | 'quote'
    | 'hedge'
    | 'negation'
    | 'word'
    | 'quantity'
    | 'cause'
    | 'link'
    | 'letters';
  /** The words of the claim, or of the source for what was left out. */
  words: string;
  /** Nobody else is heard or named there: it may yet be so. */
  isOpen?: boolean;
}

/** A claim and what it leans on. */
export interface Held {
  claim: string;
  /** The cited sentences. */
  sentences: readonly string[];
  /** All of them, a line each. */
  source: string;
  language: string;
}
