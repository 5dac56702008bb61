import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import { wordsOf, type Word } from '../words.ts';
import type { Quantity } from './quantity.ts';

const MAX_WORDS = 6;
/** Marks that end a noun phrase. */
const BREAK = /[,;:.!?()"“”„«»—–\n|]/u;
const LINK = /^(?:of|in|for|de|des|du|di|del|della|von|an|van|do|da)$/iu;
const VERB = /^(?:is|are|was|were|be|been|has|have|had|would|could|may|might|will|can|should|must|employs?|employed|ist|sind|war|waren|wird|werden|würde|würden|est|sont|était|es|son|fue|são|foi|è|sono|wordt|zijn|put|puts|sets?|said|says|say|rose|fell|grew|climbed|jumped|dropped|increased|decreased|cut|costs?|expects?|expected|reached|hit|totalled|stood|store[sd]?|burn(?:s|ed)?|gives?|gave|take[sn]?|took|borrow(?:ed)?|covers?|cover(?:ed)?|finden|findet|steigt|sank|fielen|kostet|kosten|plans?|planned|aims?|paid|pays?|raised|invest(?:ed|s)?|spent|spends?|worth|called|set|own(?:s|ed)?|use[sd]?)$/iu;

/** What the quantity measures, as a stretch of its sentence; empty when nothing near it says so. */
export function labelOf(sentence: string, quantity: Quantity, language: string): string {
  const behind = phraseBehind(sentence, quantity.span.end, language);
  if (quantity.kind === 'count' && behind !== null) return slice(sentence, behind);
  if (behind !== null && LINK.test(sentence.slice(quantity.span.end, behind.start).trim())) {
    const linked = slice(sentence, behind);
    if (quantity.kind !== 'money') return linked;
  }
  const subject = subjectBefore(sentence, quantity.span.start, language);
  if (subject !== null) return slice(sentence, subject);
  return behind === null ? '' : slice(sentence, behind);
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
  if (/ies$/u.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(lower)) return lower.slice(0, -2);
  return /[^s]s$/u.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}

/** "Nvidia GPUs", "of power", "litres of diesel": words up to the first verb, mark or change of thought. */
function phraseBehind(sentence: string, from: number, language: string): Span | null {
  const rest = sentence.slice(from);
  const stops = stopwordsOf(language);
  let start = -1;
  let end = -1;
  let count = 0;
  let reach = 0;
  for (const word of wordsOf(rest.slice(0, 160), language)) {
    if (BREAK.test(rest.slice(reach, word.start)) || VERB.test(word.text)) break;
    const lower = word.text.toLowerCase();
    if (start < 0) {
      if (LINK.test(lower) || /^(?:the|its|their|his|her|new|der|die|das|den|dem|le|la|les|el|los|las)$/iu.test(lower)) {
        reach = word.end;
        continue;
      }
      if (stops.has(lower) || /^\p{N}/u.test(lower)) break;
      start = word.start;
    } else if (stops.has(lower) && !LINK.test(lower)) break;
    else if (LINK.test(lower) && count >= 3) break;
    reach = word.end;
    if (!LINK.test(lower)) end = word.end;
    count += 1;
    if (count >= MAX_WORDS) break;
  }
  return start < 0 || end <= start ? null : { start: from + start, end: from + end };
}

/** The noun phrase that opens the clause the number stands in: "The battery" in "The battery would store …". */
function subjectBefore(sentence: string, until: number, language: string): Span | null {
  const clause = clauseStart(sentence, until);
  const stops = stopwordsOf(language);
  const words = wordsOf(sentence.slice(clause, until), language);
  const isLight = (word: Word) => stops.has(word.text.toLowerCase());
  while (words[0] !== undefined && isLight(words[0])) words.shift();
  const kept: Word[] = [];
  for (const word of words) {
    if (VERB.test(word.text) || kept.length >= MAX_WORDS || (kept.length > 0 && isLight(word) && !LINK.test(word.text) && !/^the$/iu.test(word.text))) break;
    kept.push(word);
  }
  while (kept.length > 0 && (LINK.test(kept.at(-1)?.text ?? '') || isLight(kept.at(-1) as Word))) kept.pop();
  const first = kept[0];
  const last = kept.at(-1);
  return first === undefined || last === undefined ? null : { start: clause + first.start, end: clause + last.end };
}

function clauseStart(sentence: string, until: number): number {
  const before = sentence.slice(0, until);
  const marks = [...before.matchAll(/[;:.!?()“”"]\s|,\s(?:and|but|while|which|who|und|aber|et|mais|y|pero)\s/gu)];
  const last = marks.at(-1);
  const start = last === undefined ? 0 : last.index + last[0].length;
  return /\p{L}{3}/u.test(sentence.slice(start, until)) ? start : 0;
}

function slice(sentence: string, { start, end }: Span): string {
  return sentence.slice(start, end);
}

const stopwordSets = new Map<string, ReadonlySet<string>>();

function stopwordsOf(language: string): ReadonlySet<string> {
  const { code, stopwords } = languageFor(language);
  const known = stopwordSets.get(code) ?? new Set(stopwords);
  stopwordSets.set(code, known);
  return known;
}
