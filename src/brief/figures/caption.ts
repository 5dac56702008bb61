import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';
import { phraseAfter, labelOf } from './label.ts';
import type { Quantity } from './quantity.ts';

/** What may stand between two figures of one thing: "0.3% in 2003 and 0.4%", "$1.83 - or 14%", "6% (8%". */
const COORDINATED =
  /^(?:\s\([^()]{1,30}\))?(?:\s(?:in|im|en|em|nel)\s[\p{L}\p{N} ]{1,14})?(?:,\s(?:(?:up|down) from|an? (?:increase|rise|drop|fall|decline|jump|gain|decrease) of)\s|(?:\s?[-–,(]\s?|\s)(?:(?:or|and|to|oder|und|bis|ou|et|o|y|e|of|en)\s)?)(?:(?:up to|about|around|between|nearly|just|rund|etwa|environ|unos|circa)\s)?$/u;
/** The same thing in another unit: "$1.83 - or 14%", ", an increase of 104%". */
const RESTATED = /^\sto\s$|(?:^|[\s,–-])or\s|\s(?:increase|rise|drop|fall|decline|jump|gain|decrease) of\s$/u;
/** A modal and its verb: "cameras on mobiles can take", "earnings would be cut". */
const MODAL =
  /\s(?:will|would|could|can|may|might|should|must|is|are|was|were|has|have|had)(?:\s(?:be|been|not|only|also))*(?:\s\p{L}+)?$/u;
/** "Italy plans to raise", "is expected to cost" */
const INTENT =
  /(?:^|\s)(?:(?:is|are|was|were)\s)?(?:plans|plan|planned|aims|hopes|intends|expects|expected|seeks|wants|set|due|likely|pledged|promised|promises|vowed|forecast)\sto(?:\s\p{L}+){0,2}$/u;
/** "the firm warned earnings": what was said begins behind the verb. */
const REPORTED =
  /^(?:\p{L}+\s){0,3}(?:said|says|warned|warns|announced|added|reported|showed|shows|estimates|believes|found)\s(?:that\s)?(?=\p{L})/u;
const TIME = /^(?:last|next|this|since|until|until the|times?)\b/iu;
const BARE_VERB =
  /^(?:\p{Ll}+ing|\p{Ll}{2,}(?<!e)ed|took|take|takes|raise|raised|valued|reach|reached|cost|costs|made|makes|earned|paid|spent|worth|called|called at|total|rose|fell)$/u;
/** A clause that leans on the noun before it: ", which took", ", taking". */
const LEANING = /([^,;:.!?()"“”]{3,70}),\s(?:which|who|that|die|der|das|qui|que|che)(?:\s[\p{L}’']+){1,5}\s$/u;
const PARTICIPLE =
  /,\s(?:\p{L}+ly\s)?(?:taking|earning|making|raising|costing|losing|totalling|totaling|reaching|bringing in|grossing)\s(?:\p{L}+\s){0,2}$/u;
const SUBJECT =
  /^(?:(?:In|On|At|By|For|After|During)\s[^,]{2,40},\s|[\p{Lu}]\p{L}+ly,\s)?(?:The|A|An|Its|Their|His|Her)?\s?((?:[\p{L}\p{N}’'&-]+\s){0,4}?[\p{L}\p{N}’'&-]+)\s(?:is|are|was|were|will|would|has|had|have|took|rose|fell|sank|earned|made|slid|jumped|led)\s/u;
const MAX_WORDS = 6;

/** A short phrase of the sentence that says what the figure measures; empty where none does. */
export function captionOf(sentence: string, quantity: Quantity, all: readonly Quantity[], language: string): string {
  // The first cell of a table's row says what stands in the others.
  const header = /^([^|]{2,60}?)\s\|\s/u.exec(sentence)?.[1];
  if (header !== undefined && quantity.span.start > header.length && !/^\P{L}*$/u.test(header)) return header;
  return captionWithin(sentence, quantity, all, language, 0);
}

/** How many figures back a caption may be borrowed, so that a row of numbers costs no square of it. */
const BORROWED_MAX = 3;

function captionWithin(sentence: string, quantity: Quantity, all: readonly Quantity[], language: string, depth: number): string {
  const own = trimmed(labelOf(sentence, quantity, language));
  // "lifted borrowing costs five times last year"
  const label =
    quantity.unit === 'times' && !isGood(own, quantity, all) ? trimmed(labelOf(sentence, { ...quantity, kind: 'other' }, language)) : own;
  const isActor = quantity.kind === 'money' && namesIn(label)[0] === label && label !== '';
  if (isGood(label, quantity, all) && !isActor) return label;
  const behind = phraseAfter(sentence, quantity, language);
  if (isGood(behind, quantity, all)) return behind;
  const before = depth >= BORROWED_MAX ? undefined : lenderOf(sentence, quantity, all);
  if (before !== undefined) {
    return captionWithin(sentence, before, all, language, depth + 1);
  }
  const rest = isOwn(label, quantity, all) ? label : '';
  if (isActor || quantity.kind === 'duration' || languageFor(language).code !== 'en') return rest;
  const lead = sentence.slice(Math.max(0, quantity.span.start - 160), quantity.span.start);
  const antecedent = nounAtEnd(LEANING.exec(lead)?.[1] ?? '');
  if (antecedent !== '') return antecedent;
  const subject = quantity.kind === 'money' && PARTICIPLE.test(lead) ? (SUBJECT.exec(sentence)?.[1] ?? '') : '';
  return subject !== '' && !PRONOUN.test(subject) ? subject : rest;
}
/** The figure before this one that measures the same thing. */
function lenderOf(sentence: string, quantity: Quantity, all: readonly Quantity[]): Quantity | undefined {
  const at = all.indexOf(quantity);
  return all.slice(Math.max(0, at - BORROWED_MAX), Math.max(0, at)).findLast((other) => {
    const link = sentence.slice(other.span.end, quantity.span.start);
    return (other.kind === quantity.kind || RESTATED.test(link)) && COORDINATED.test(link);
  });
}

const PRONOUN = /^(?:he|she|it|they|that|this|these|those|we|i|you|there)$/iu;

function trimmed(label: string): string {
  return label
    .replace(REPORTED, '')
    .replace(INTENT, '')
    .replace(MODAL, '')
    .replace(/\s(?:which|who|that)(?:\s.*)?$/u, '')
    .replace(/^s\s/u, '')
    .trim();
}

/** Neither a verb alone, nor a time, nor the words of another figure. */
function isGood(label: string, quantity: Quantity, all: readonly Quantity[]): boolean {
  return !BARE_VERB.test(label) && isOwn(label, quantity, all);
}

function isOwn(label: string, quantity: Quantity, all: readonly Quantity[]): boolean {
  if (label === '' || TIME.test(label)) return false;
  return !all.some((other) => other !== quantity && other.raw.length > 1 && ` ${label} `.includes(` ${other.raw} `));
}

/** The name or the words behind the last small word: "by animated movie Howl's Moving Castle". */
function nounAtEnd(text: string): string {
  const name = namesIn(text).at(-1);
  if (name !== undefined && text.trimEnd().endsWith(name)) return name;
  const words = text.trim().split(/\s+/u);
  const last = words.findLastIndex((word) =>
    /^(?:a|an|the|by|of|in|for|with|to|its|their|his|her|and|is|was|were|are|at|on|from|as)$/iu.test(word),
  );
  const kept = words.slice(last + 1);
  return kept.length > 0 && kept.length <= MAX_WORDS ? kept.join(' ') : '';
}
