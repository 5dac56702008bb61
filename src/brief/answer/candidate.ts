import { relativesOf } from '../../language/relations.ts';
import { kinOf, TOLD } from '../../language/thesaurus.ts';
import { likenessOf } from '../../language/vectors.ts';
import type { Span } from '../../model/article.ts';
import type { FigureKind } from '../../model/figure.ts';
import { findQuantities } from '../figures/quantities.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';
import { wordsOf } from '../words.ts';
import { agesIn } from './age.ts';
import { chunksOf, nearest } from './nearest.ts';
import type { Question } from './question.ts';

/** Words in a passage that are of the kind the question asks for. `span` is relative to the passage. */
export interface Candidate {
  span: Span;
  /** Added to the passage's score: how telling it is that such words stand here. */
  strength: number;
}

export const DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b(?:\.? \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?|\b(?:1[5-9]|20)\d{2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tomorrow|tonight|last (?:week|month|year|night)|next (?:week|month|year)|\d{1,2}(?::\d{2})? ?[ap]\.?m\.?)\b|\b\d{1,4}(?:st|nd|rd|th)(?: and \d{1,4}(?:st|nd|rd|th))? centur(?:y|ies)\b/iu;
export const REASON =
  /\b(?:because|due to|owing to|thanks to|since|so that|in order to|as a result of|weil|wegen|damit|parce que|pour|afin de|grâce à|porque|debido a|para|perché|a causa di|omdat|vanwege)\b/iu;
/** What may give a reason as well, less surely. */
export const CAUSE =
  /\b(?:after|amid|following|over|as|so|blam(?:es?|ed|ing)|led to|prompt(?:s|ed)|caus(?:es?|ed|ing)|result(?:s|ed|ing)?|reasons?|aims?|in response|protest(?:s|ed|ing)|means|meant|driven|helped|in a bid|nachdem|denn|um|après|afin|car|tras|ya que|pois|após|dopo|dato che|want|zodat|doordat)\b/iu;
const PLACE =
  /\b(?:in|at|near|from|outside|across|on|à|en|aus|bei|nach|em|no|na|nel|nella|te)\s+(?:the\s+)?(\p{Lu}[\p{L}.’'-]*(?:[\s,]+\p{Lu}[\p{L}.’'-]*)*)/u;
/** What costs nothing has a price, too. */
const PRICED =
  /\b(?:costs?|price|priced|pay|fee|charge|tickets?|kostet|kosten|preis|coûte|prix|cuesta|precio|costa|prezzo|custa|preço|kost|prijs)\b/iu;
const FREE =
  /\b(?:free of charge|(?:for|be|is|are|was|were) free(?! to\b| from\b)|no charge|kostenlos|gratis|umsonst|gratuit(?:e|s|es)?|gratuito|gratuita)\b/iu;
const QUOTED = /[“"„«]([^”"“»]{2,300})[”"“»]/u;
/** From here on two words count the same things. */
const ALIKE = 0.7;
const OWN = /\b(?:owns?|owned|owner|belongs?)\b/iu;

/** The best candidate in the passage; null when it holds nothing of that kind. */
export function findCandidate(question: Question, passage: Passage, language: string): Candidate | null {
  const { text } = passage;
  if (question.asksAge) return closest(question, passage, agesIn(text), 0.6);
  switch (question.asked) {
    case 'money':
      return (
        quantity(question, passage, language) ?? (PRICED.test(question.text) ? closest(question, passage, spansOf(FREE, text), 0.4) : null)
      );
    case 'count':
    case 'percent':
    case 'duration':
      return quantity(question, passage, language);
    case 'time':
      return closest(question, passage, spansOf(DATE, text), 0.3);
    case 'place':
      return closest(question, passage, unasked(question, text, spansOf(PLACE, text), language), 0.25);
    case 'reason': {
      const found = REASON.exec(text) ?? CAUSE.exec(text);
      return found === null ? null : { span: { start: found.index, end: trimEnd(text) }, strength: REASON.test(text) ? 0.4 : 0.2 };
    }
    case 'person':
      return person(question, passage, language);
    case 'wording':
      return closest(question, passage, spansOf(QUOTED, text), 0.5) ?? closest(question, passage, chunksOf(question, passage), 0);
    case 'thing':
      return closest(question, passage, chunksOf(question, passage), 0);
    case 'yes-no':
      return null;
    default:
      return question.asked satisfies never;
  }
}

function closest(question: Question, passage: Passage, spans: readonly Span[], strength: number): Candidate | null {
  const span = nearest(question, passage, spans);
  return span === null ? null : { span, strength };
}

/** "$2.8 billion" counts no stores, but dollars, and "up 39%" none; "39% of stores" may. */
function mayCount(kind: FigureKind, behind: string, { measure, focusNoun }: Question): boolean {
  if (measure !== null) return true;
  if (kind === 'money') return CURRENCY.test(focusNoun ?? '');
  return kind !== 'percent' || /^\s(?:of|o|de|der|des|du|del|dei)\b/u.test(behind);
}
const CURRENCY = /^(?:dollar|pound|euro|yen|franc|rupe|peso|cent|penn|pence|krone|crown)/u;

function quantity(question: Question, passage: Passage, language: string): Candidate | null {
  const kinds = { count: null, money: 'money', percent: 'percent', duration: 'duration' } as const;
  const wanted = kinds[question.asked as keyof typeof kinds];
  const all = findQuantities(passage.text, language).filter(({ kind, role, span }) =>
    wanted === null ? (role === 'quantity' || role === 'rank') && mayCount(kind, passage.text.slice(span.end), question) : kind === wanted,
  );
  const spans = all.map(({ span }) => span);
  const measured = question.measure === null ? [] : all.filter(({ kind }) => kind === question.measure).map(({ span }) => span);
  // The counted thing stands right behind the number: "220,000 Nvidia GPUs".
  const counted = spans.filter(({ start, end }) =>
    wordsOf(passage.text.slice(start, end + 40), language)
      .slice(0, 6)
      .some((word) => !word.stop && isCounted(word.stem, question, language)),
  );
  return (
    closest(question, passage, measured, 0.6) ??
    closest(question, passage, counted, question.measure === null ? 0.6 : 0.3) ??
    closest(question, passage, spans, question.measure === null && wanted === null ? 0.25 : wanted === null ? 0.15 : 0.4)
  );
}

/** Is this what the question counts, or a word for the same? */
function isCounted(stem: string, { terms, focusNoun }: Question, language: string): boolean {
  if (terms.includes(stem)) return true;
  if (focusNoun === null) return false;
  const isListed = relativesOf(focusNoun, language).near.has(stem) || TOLD.has(kinOf(focusNoun, stem, language) ?? 'nothing');
  return isListed || likenessOf(focusNoun, stem, language) > ALIKE;
}

function person(question: Question, passage: Passage, language: string): Candidate | null {
  const { text } = passage;
  if (OWN.test(question.text)) {
    const owner = /(\p{Lu}[\p{L}\p{N}.-]*(?:\s\p{Lu}[\p{L}\p{N}.-]*)*)['’]s\b/u.exec(text);
    if (owner !== null) return { span: { start: owner.index, end: owner.index + (owner[1] ?? '').length }, strength: 0.45 };
  }
  const spans: Span[] = [];
  let from = 0;
  for (const name of namesIn(text)) {
    const start = text.indexOf(name, from);
    if (start < 0) continue;
    from = start + name.length;
    spans.push({ start, end: from });
  }
  const fresh = unasked(question, text, spans, language);
  const full = fresh.filter(({ start, end }) => /\s/u.test(text.slice(start, end)));
  return closest(question, passage, full, 0.35) ?? closest(question, passage, fresh, 0.2);
}

/** Spans that say more than the question did. */
function unasked(question: Question, text: string, spans: readonly Span[], language: string): Span[] {
  const asked = new Set(question.terms);
  return spans.filter(({ start, end }) => !wordsOf(text.slice(start, end), language).some(({ stem }) => asked.has(stem)));
}

/** What the pattern finds; its first group where it has one. */
function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) => {
    const words = (match[1] ?? match[0]).replace(/[.,]$/u, '');
    const start = match.index + match[0].lastIndexOf(words);
    return { start, end: start + words.length };
  });
}

function trimEnd(text: string): number {
  return text.replace(/[.;!?\s]+$/u, '').length;
}
