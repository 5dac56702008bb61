import type { Span } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';
import { wordsOf } from '../words.ts';
import type { Question } from './question.ts';

/** Words in a passage that are of the kind the question asks for. `span` is relative to the passage. */
export interface Candidate {
  span: Span;
  /** Added to the passage's score: how telling it is that such words stand here. */
  strength: number;
}

const DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b(?:\.? \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?|\b(?:1[5-9]|20)\d{2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tomorrow|tonight|last (?:week|month|year|night)|next (?:week|month|year)|\d{1,2}(?::\d{2})? ?[ap]\.?m\.?)\b|\b\d{1,4}(?:st|nd|rd|th)(?: and \d{1,4}(?:st|nd|rd|th))? centur(?:y|ies)\b/iu;
const REASON =
  /\b(?:because|due to|owing to|thanks to|since|so that|in order to|as a result of|weil|wegen|damit|parce que|pour|afin de|grâce à|porque|debido a|para|perché|a causa di|omdat|vanwege)\b/iu;
const PLACE =
  /\b(?:in|at|near|from|outside|across|on|à|en|aus|bei|nach|em|no|na|nel|nella|te)\s+(?:the\s+)?(\p{Lu}[\p{L}.’'-]*(?:[\s,]+\p{Lu}[\p{L}.’'-]*)*)/u;
const QUOTED = /[“"„«]([^”"“»]{2,300})[”"“»]/u;
const OWN = /\b(?:owns?|owned|owner|belongs?)\b/iu;

/** The best candidate in the passage; null when it holds nothing of that kind. */
export function findCandidate(question: Question, passage: Passage, language: string): Candidate | null {
  const { text } = passage;
  switch (question.asked) {
    case 'count':
    case 'money':
    case 'percent':
    case 'duration':
      return quantity(question, passage, language);
    case 'time':
      return first(DATE, text, 0.3);
    case 'place':
      return place(question, text, language);
    case 'reason': {
      const found = REASON.exec(text);
      return found === null ? null : { span: { start: found.index, end: trimEnd(text) }, strength: 0.3 };
    }
    case 'person':
      return person(question, text, language);
    case 'wording': {
      const found = QUOTED.exec(text);
      return found === null ? null : { span: { start: found.index, end: found.index + found[0].length }, strength: 0.5 };
    }
    case 'yes-no':
    case 'thing':
      return null;
    default:
      return question.asked satisfies never;
  }
}

function quantity(question: Question, passage: Passage, language: string): Candidate | null {
  const kinds = { count: null, money: 'money', percent: 'percent', duration: 'duration' } as const;
  const wanted = kinds[question.asked as keyof typeof kinds];
  const stems = new Set(question.terms.flat());
  let best: Candidate | null = null;
  for (const found of findQuantities(passage.text, language)) {
    if (wanted !== null && found.kind !== wanted) continue;
    // The counted thing stands right behind the number: "220,000 Nvidia GPUs".
    const around = passage.text.slice(found.span.start, found.span.end + 40);
    const close = wordsOf(around, language)
      .slice(0, 6)
      .some((word) => stems.has(word.stem));
    const strength = close ? 0.6 : 0.3;
    if (best === null || strength > best.strength) best = { span: found.span, strength };
  }
  return best;
}

function person(question: Question, text: string, language: string): Candidate | null {
  if (OWN.test(question.text)) {
    const possessive = /(\p{Lu}[\p{L}\p{N}.-]*(?:\s\p{Lu}[\p{L}\p{N}.-]*)*)['’]s\b/u.exec(text);
    if (possessive !== null) {
      return { span: { start: possessive.index, end: possessive.index + (possessive[1] ?? '').length }, strength: 0.45 };
    }
  }
  for (const name of namesIn(text)) {
    const stems = wordsOf(name, language).map((word) => word.stem);
    if (stems.some((stem) => question.terms.some(([own]) => own === stem))) continue;
    const start = text.indexOf(name);
    if (start >= 0) return { span: { start, end: start + name.length }, strength: 0.2 };
  }
  return null;
}

function place(question: Question, text: string, language: string): Candidate | null {
  const found = PLACE.exec(text);
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const asked = wordsOf(name, language).every((word) => question.names.has(word.stem));
  const start = found.index + found[0].length - name.length;
  return asked ? null : { span: { start, end: start + name.length }, strength: 0.25 };
}

function first(pattern: RegExp, text: string, strength: number): Candidate | null {
  const found = pattern.exec(text);
  return found === null ? null : { span: { start: found.index, end: found.index + found[0].length }, strength };
}

function trimEnd(text: string): number {
  return text.replace(/[.;!?\s]+$/u, '').length;
}
