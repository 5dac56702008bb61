import { dependentsOf, hasRelation, isPart, lowerAt, type Reading } from './reading.ts';

/** How many nouns deep a phrase goes: "the share of the market of the region". */
const DEEP = 2;
/** Small words that tell a reader of a label nothing. */
const ARTICLE =
  /^(?:the|an?|its|their|his|her|our|my|this|these|that|those|some|any|more|other|another|further|additional|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|seine?[nmrs]?|ihre?[nmrs]?|le|la|les|l['’]|un|une|des|ses?|sa|leurs?|cet?|cette|el|los|las|una|unos|unas|sus?|il|lo|i|gli|uno|suo|sua|suoi|sue|o|a|os|as|um|uma|seus?|suas?|de|het|een|zijn|haar|hun)$/u;

/**
 * A noun with what says which one: adjectives, nouns beside it, owners, and nouns with a preposition. Relative clauses,
 * appositions, numbers and what is joined by "and" stay outside.
 */
export function nounPhrase(reading: Reading, head: number, depth = 0): number[] {
  const words = [head];
  for (const at of reading.dependents[head] ?? []) {
    if (hasRelation(reading, at, 'flat', 'compound', 'fixed', 'goeswith') && !isPart(reading, at, 'ADV')) words.push(...inner(reading, at));
    else if (hasRelation(reading, at, 'amod') && !isClause(reading, at)) words.push(...inner(reading, at));
    else if (hasRelation(reading, at, 'det')) words.push(at);
    else if (
      hasRelation(reading, at, 'nmod') &&
      depth < DEEP &&
      !(at > head && isPart(reading, at, 'PRON')) &&
      (at > head || isOwner(reading, at))
    ) {
      words.push(...dependentsOf(reading, at, 'case'), ...nounPhrase(reading, at, depth + 1));
    }
  }
  return words.toSorted((a, b) => a - b);
}

/** "Norr's", "its": who it belongs to, in front of the noun. */
function isOwner(reading: Reading, at: number): boolean {
  return isPart(reading, at, 'PRON', 'PROPN', 'NOUN');
}

function isClause(reading: Reading, at: number): boolean {
  return dependentsOf(reading, at, 'nsubj', 'obj', 'mark').length > 0;
}

const HYPHEN = /^[-‐‑]$/u;

/** A modifier with what modifies it, and nothing that is a clause of its own. */
function inner(reading: Reading, at: number): number[] {
  return [
    at,
    ...dependentsOf(reading, at, 'advmod', 'compound', 'flat', 'punct', 'amod', 'fixed')
      .filter((one) => !isPart(reading, one, 'PUNCT') || HYPHEN.test(lowerAt(reading, one)))
      .flatMap((one) => inner(reading, one)),
  ];
}

/** The phrase without the small words at its front. */
export function withoutArticle(reading: Reading, phrase: readonly number[]): number[] {
  const from = phrase.findIndex((at) => !ARTICLE.test(lowerAt(reading, at)) && !isPart(reading, at, 'PUNCT'));
  return from < 0 ? [] : phrase.slice(from);
}
