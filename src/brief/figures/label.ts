import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import { wordsOf, type Word } from '../words.ts';
import type { Quantity } from './quantity.ts';

const MAX_WORDS = 5;
/** How far a label may be from its number, in UTF-16 units. */
const REACH = 160;
/** Marks that end a noun phrase. */
const BREAK = /[,;:.!?()"“”„«»—–\n|]/u;
const LINK = /^(?:of|in|for|de|des|du|di|del|della|dello|von|van|do|da|dos|das)$/iu;
const DETERMINER =
  /^(?:the|its|their|his|her|our|a|an|new|these|those|der|die|das|den|dem|des|ein|eine|einen|einer|le|la|les|un|une|el|los|las|una|o|os|as|um|uma|il|lo|i|gli|de|het|een)$/iu;
/** Prepositions that tie a number to the noun before it: "a power of more than 300 megawatts". */
const TIES = /^(?:at|of|by|to|from|for|with|auf|um|von|bei|mit|à|de|en|por|a|em|di|del|op|met|van)$/iu;
const WHEN = /^(?:last|this|next|per|each|every|a|an|today|yesterday|pro|je|par|por|al)$/iu;
/** Verbs that say only that the number is so: the subject alone is the label. */
const PLAIN_VERB =
  /^(?:is|are|was|were|be|been|has|have|had|rose|risen|fell|fallen|grew|grown|climbed|jumped|dropped|slid|sank|surged|soared|increased|decreased|reached|hit|totalled|totaled|stood|remained|averaged|stores?|stored|ist|sind|war|waren|hat|haben|steigt|stieg|sank|sinkt|fiel|fielen|beträgt|betrug|est|sont|était|a|ont|es|son|fue|era|è|sono|foi|são|wordt|is|zijn)$/iu;
const VERB =
  /^(?:would|could|may|might|will|can|should|must|employs?|employed|employ|wird|werden|würde|würden|put|puts|set|sets|said|says|say|cuts?|costs?|expects?|expected|gives?|gave|take[sn]?|took|borrow(?:ed|s)?|covers?|covered|finden|findet|kostet|kosten|plans?|planned|aims?|paid|pays?|pay|raised?|raises|invest(?:ed|s)?|spent|spends?|spend|called|own(?:s|ed)?|use[sd]?|burn(?:s|ed|t)?|have|work(?:s|ed)?|live[sd]?|answer(?:ed|s)?)$/iu;
const IRREGULAR_PLURAL = /^(?:people|men|women|children|staff|police|personnel|troops|cattle|aircraft)$/iu;

/** What the quantity measures, as a stretch of its sentence; empty when nothing near it says so. */
export function labelOf(sentence: string, quantity: Quantity, language: string): string {
  const behind = phraseBehind(sentence, quantity, language);
  const text = ({ start, end }: Span) => sentence.slice(start, end);
  if (behind !== null && quantity.kind === 'count') return text(behind.span);
  if (behind !== null && behind.isLinked && quantity.kind !== 'money' && quantity.kind !== 'percent') return text(behind.span);
  const before = phraseBefore(sentence, quantity, language);
  if (before !== null) return text(before);
  return behind === null ? '' : text(behind.span);
}

/** Singular of the thing counted: `GPU` in `220,000 Nvidia GPUs`; null when the label names nothing. */
export function countedUnit(label: string, language: string): string | null {
  const head = label.split(/\s+(?=(?:of|in|for|with|per|de|von|at|on|from)\b)/u)[0] ?? '';
  const last = head.split(/\s+/u).at(-1) ?? '';
  if (!/^\p{L}[\p{L}\p{M}-]+$/u.test(last)) return null;
  if (language.slice(0, 2) !== 'en') return last;
  if (last === 'people') return 'person';
  if (/^[A-Z]{2,}s$/u.test(last)) return last.slice(0, -1);
  const lower = /^\p{Lu}\p{Lu}/u.test(last) ? last : last.toLowerCase();
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(lower)) return lower.slice(0, -2);
  return /[^s]s$/u.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}

/** "Nvidia GPUs", "of diesel": the noun phrase right behind the number. `isLinked` when a preposition leads to it. */
function phraseBehind(sentence: string, { span, kind }: Quantity, language: string): { span: Span; isLinked: boolean } | null {
  const from = span.end;
  const rest = sentence.slice(from, from + REACH);
  const stops = stopwordsOf(language);
  const kept: Word[] = [];
  let reach = 0;
  let isLinked = false;
  for (const word of wordsOf(rest, language)) {
    if (BREAK.test(rest.slice(reach, word.start)) || VERB.test(word.text) || PLAIN_VERB.test(word.text)) break;
    reach = word.end;
    const last = kept.at(-1);
    if (last === undefined) {
      if (LINK.test(word.text) && !isLinked) isLinked = true;
      else if (!DETERMINER.test(word.text)) {
        if (stops.has(word.text.toLowerCase()) || /^\p{N}/u.test(word.text)) break;
        kept.push(word);
      }
      continue;
    }
    const isOf = LINK.test(word.text) && kept.length < 3;
    if ((stops.has(word.text.toLowerCase()) && !isOf) || WHEN.test(word.text) || /^\p{N}/u.test(word.text)) break;
    if (kind === 'count' && !isOf && !LINK.test(last.text) && isPlural(last.text, language)) break;
    kept.push(word);
    if (kept.length >= MAX_WORDS) break;
  }
  while (kept.length > 0 && LINK.test(kept.at(-1)?.text ?? '')) kept.pop();
  const [first] = kept;
  const last = kept.at(-1);
  return first === undefined || last === undefined ? null : { span: { start: from + first.start, end: from + last.end }, isLinked };
}

/** A plural noun ends its phrase; in German every noun does, because adjectives are not capitalised. */
function isPlural(word: string, language: string): boolean {
  if (language.startsWith('de')) return /^\p{Lu}/u.test(word);
  return language.startsWith('en') && (IRREGULAR_PLURAL.test(word) || /[^sui]s$/u.test(word));
}

/** "a power of", "cut its bedside alarms by", "Power prices rose", "expected to cost": what leads up to the number. */
function phraseBefore(sentence: string, { span }: Quantity, language: string): Span | null {
  const from = clauseStart(sentence, span.start);
  const words = wordsOf(sentence.slice(from, span.start), language);
  const stops = stopwordsOf(language);
  dropQualifier(words, sentence.slice(from, span.start), language);
  let isTied = false;
  // "fell 3.38% to": another number in between is not what this one measures.
  while (words.length > 0 && (TIES.test(words.at(-1)?.text ?? '') || /^\p{N}/u.test(words.at(-1)?.text ?? ''))) {
    isTied ||= TIES.test(words.at(-1)?.text ?? '');
    words.pop();
  }
  const isVerb = (word: Word | undefined) => word !== undefined && (VERB.test(word.text) || PLAIN_VERB.test(word.text));
  const isLight = (word: Word) => stops.has(word.text.toLowerCase()) || DETERMINER.test(word.text);
  const last = words.at(-1);
  if (last === undefined) return null;
  const verbs: Word[] = [];
  if (isVerb(last) || !isTied) {
    while (words.length > 0 && (isVerb(words.at(-1)) || /^(?:to|be|been|not)$/iu.test(words.at(-1)?.text ?? '')))
      verbs.unshift(words.pop() as Word);
  }
  const noun: Word[] = [];
  for (let word = words.at(-1); word !== undefined && noun.length < MAX_WORDS; word = words.at(-1)) {
    const isInner = noun.length > 0 && LINK.test(word.text);
    if (
      isVerb(word) ||
      /^\p{N}/u.test(word.text) ||
      (isLight(word) && !isInner) ||
      (noun[0] !== undefined && BREAK.test(sentence.slice(from + word.end, from + noun[0].start)))
    )
      break;
    noun.unshift(word);
    words.pop();
  }
  while (noun[0] !== undefined && LINK.test(noun[0].text)) noun.shift();
  const telling = verbs.some(
    (word) => VERB.test(word.text) && !/^(?:would|could|may|might|will|can|should|must|said|says|say)$/iu.test(word.text),
  );
  const kept = telling ? [...noun, ...verbs] : noun;
  const first = kept[0];
  const end = kept.at(-1);
  return first === undefined || end === undefined ? null : { start: from + first.start, end: from + end.end };
}

function dropQualifier(words: Word[], before: string, language: string): void {
  const trimmed = before.trimEnd().toLowerCase();
  const phrases = Object.values(languageFor(language).numbers.qualifiers).flat();
  const longest = phrases.filter((phrase) => trimmed.endsWith(phrase)).toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return;
  const start = trimmed.length - longest.length;
  while (words.length > 0 && (words.at(-1)?.start ?? 0) >= start) words.pop();
}

function clauseStart(sentence: string, until: number): number {
  const marks = [...sentence.slice(0, until).matchAll(/[;:.!?()“”"]\s|,\s(?:and|but|while|which|who|so|und|aber|et|mais|y|pero)\s/gu)];
  const last = marks.at(-1);
  const start = last === undefined ? 0 : last.index + last[0].length;
  return /\p{L}{3}/u.test(sentence.slice(start, until)) ? start : 0;
}

const stopwordSets = new Map<string, ReadonlySet<string>>();

function stopwordsOf(language: string): ReadonlySet<string> {
  const { code, stopwords } = languageFor(language);
  const known = stopwordSets.get(code) ?? new Set(stopwords);
  stopwordSets.set(code, known);
  return known;
}
