import type { Article, Citation } from '../model/article.ts';
import type { Point } from '../model/brief.ts';
import { dateFaults } from './lock/dates.ts';
import type { Fault, Held } from './lock/fault.ts';
import { guardFaults } from './lock/guarded.ts';
import { numberFaults } from './lock/numbers.ts';
import { verbatimFaults } from './lock/verbatim.ts';
import { whoFaults } from './lock/who.ts';

/**
 * The number lock: checks that a claim says what its cited sentences say and nothing else, whoever wrote it. An empty
 * list means that every number with its unit and qualifier, every date, name, speaker, quotation, hedge, negation and
 * address in the claim stands in the source, and that none was left out of what the claim keeps.
 */
export function faultsOf(claim: string, citations: readonly Citation[], article: Article): Fault[] {
  const cited = [...new Set(citations.flatMap(({ sentenceIds }) => sentenceIds))];
  const sentences = cited.flatMap((id) => {
    const span = article.sentences[id]?.span;
    return span === undefined ? [] : [article.text.slice(span.start, span.end)];
  });
  if (sentences.length === 0 || sentences.length < cited.length) return [{ kind: 'citation', words: cited.join(', ') }];
  // Word for word is always true.
  if (sentences.includes(claim) || isRunOf(cited, sentences, claim)) return [];
  const held: Held = { claim, sentences, source: sentences.join('\n'), language: article.language };
  return [...verbatimFaults(held), ...numberFaults(held), ...dateFaults(held), ...whoFaults(held, cited, article), ...guardFaults(held)];
}

/** Sentences that follow each other in the article, as they follow each other. */
function isRunOf(cited: readonly number[], sentences: readonly string[], claim: string): boolean {
  return cited.every((id, at) => at === 0 || id === (cited[at - 1] ?? 0) + 1) && claim === sentences.join(' ');
}

/** Points that hold, and how many did not. */
export function lockPoints(points: readonly Point[], article: Article): { kept: Point[]; dropped: number } {
  const kept = points.filter(({ text, citations }) => faultsOf(text, citations, article).length === 0);
  return { kept, dropped: points.length - kept.length };
}
