import type { Article, Citation } from '../model/article.ts';
import type { Point } from '../model/brief.ts';
import { languageFor } from '../language/tables.ts';
import { namesIn } from './names.ts';

/** What a claim says that its cited sentences do not. */
export interface Fault {
  kind: 'number' | 'name' | 'quote' | 'hedge' | 'link' | 'citation';
  /** The words of the claim, or of the source for a dropped hedge. */
  words: string;
}

const NUMBER = /[$€£¥]?\p{N}[\p{N}.,  ]*\p{N}%?|[$€£¥]?\p{N}%?/gu;
const QUOTED = /[“"„«]([^”"“»]+)[”"“»]/gu;
const LINK = /https?:\/\/\S+|www\.\S+/giu;

/**
 * The number lock: checks that a claim says nothing that its cited sentences do not say. An empty list means that
 * every number, name, quotation and hedge in the claim stands in the source.
 */
export function faultsOf(claim: string, citations: readonly Citation[], article: Article): Fault[] {
  const ids = citations.flatMap(({ sentenceIds }) => sentenceIds);
  const sentences = ids.map((id) => article.sentences[id]);
  if (sentences.length === 0 || sentences.some((sentence) => sentence === undefined)) {
    return [{ kind: 'citation', words: ids.join(', ') }];
  }
  const source = sentences.map((sentence) => article.text.slice(sentence?.span.start, sentence?.span.end)).join('\n');
  return [
    ...missing('number', claim.match(NUMBER) ?? [], numbersIn(source), plainNumber),
    ...missing(
      'quote',
      [...claim.matchAll(QUOTED)].map((match) => match[1] ?? ''),
      null,
      (words) => words,
      source,
    ),
    ...missing('name', namesIn(claim), null, (words) => words.toLowerCase(), source.toLowerCase()),
    ...missing('link', claim.match(LINK) ?? [], null, (words) => words, source),
    ...droppedHedges(claim, source, article.language),
  ];
}

/** Points that hold, and how many did not. */
export function lockPoints(points: readonly Point[], article: Article): { kept: Point[]; dropped: number } {
  const kept = points.filter(({ text, citations }) => faultsOf(text, citations, article).length === 0);
  return { kept, dropped: points.length - kept.length };
}

function missing(
  kind: Fault['kind'],
  found: readonly string[],
  known: ReadonlySet<string> | null,
  normal: (words: string) => string,
  source = '',
): Fault[] {
  return found
    .filter((words) => (known === null ? !source.includes(normal(words)) : !known.has(normal(words))))
    .map((words) => ({ kind, words }));
}

function numbersIn(text: string): ReadonlySet<string> {
  return new Set((text.match(NUMBER) ?? []).map(plainNumber));
}

function plainNumber(words: string): string {
  return words.replace(/[\s.,]+$/u, '').replace(/[\s  ]/gu, '');
}

/** A claim made of one sentence keeps that sentence's hedges. Over several sentences the hedge may belong elsewhere. */
function droppedHedges(claim: string, source: string, language: string): Fault[] {
  if (source.includes('\n')) return [];
  const words = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  const said = words(claim);
  const given = words(source);
  const { hedges, numbers, negations } = languageFor(language);
  const guarded = [...hedges, ...negations, ...Object.values(numbers.qualifiers).flat()];
  return guarded
    .filter((hedge) => given.includes(` ${hedge} `) && !said.includes(` ${hedge} `))
    .map((hedge) => ({ kind: 'hedge', words: hedge }));
}
