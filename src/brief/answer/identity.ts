import { nounPhrase } from '../../language/reading/phrase.ts';
import { hasRelation, headOf, isPart, readingOf, wordsIn } from '../../language/reading/reading.ts';
import type { Passage } from '../passages.ts';

/** A stretch of a passage, by the place of the passage among all. */
interface Place {
  index: number;
  start: number;
  end: number;
}

/** "Who is Mara Lindqvist?", in the seven languages that have a grammar; the name is the first group. */
const WHO_IS =
  /^(?:who(?:\s+(?:is|was)|['’]s)|wer (?:ist|war)|qui (?:est|était)|quién (?:es|era)|quem (?:é|era)|chi (?:è|era)|wie (?:is|was))\s+(?<name>\S+(?:\s\S+){0,4})$/iu;
/** "…, who chairs the committee", "…, the mayor of Norvik", "… is a crane driver". */
const BEHIND =
  /^(?:,\s+|\s+(?:is|was|ist|war|est|était|es|era|é|è)\s+)(?<role>(?:who|whose|die|der|qui|que|quien|che)\s[^,.;:"”“]{3,90}|(?:an?|the|its|his|her|their|one of|head|director|chief|former|president|chair\p{L}*|founder|professor|spokes\p{L}+|ein|eine|der|die|un|une|la|le|el|una|o|a|il|een|de|het)\s[^,.;:"”“]{3,80})/iu;

/**
 * Who somebody is, where the article says so beside the name: what he does, his office, or what he is called. Null where the
 * question asks something else, or the article names him and no more.
 */
export function identityIn(passages: readonly Passage[], question: string, language: string): Place | null {
  const name = WHO_IS.exec(question.trim().replace(/[?!.\s]+$/u, ''))?.groups?.['name'];
  if (name === undefined) return null;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'giu');
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === 'heading') continue;
    for (const { index: from, 0: found } of passage.text.matchAll(pattern)) {
      // Nobody's name begins with a small letter: "who is the mayor?" is another question.
      if (!/^\p{Lu}/u.test(found)) continue;
      const place = besideName(passage.text, from, from + found.length, language);
      if (place !== null) return { index, ...place };
    }
  }
  return null;
}

function besideName(text: string, start: number, end: number, language: string): Omit<Place, 'index'> | null {
  const behind = BEHIND.exec(text.slice(end));
  const role = behind?.groups?.['role'];
  if (behind !== null && role !== undefined) {
    const from = end + behind[0].length - role.length;
    return { start: from, end: from + role.trimEnd().length };
  }
  const before = text.slice(end).startsWith(',') ? BEFORE.exec(text.slice(0, start))?.[1] : undefined;
  if (before !== undefined) {
    const from = text.slice(0, start).lastIndexOf(before);
    return { start: from, end: from + before.length };
  }
  return officeBefore(text, start, end, language);
}
/** "Its secretary, Tom Adeyemi, …" */
const BEFORE =
  /((?:(?:its|his|her|their|our|the|seine?|ihre?|son|sa|leur|su|suo|sua|seu|zijn|haar|der|die|le|la|el|il|o|a|de|het)\s)[^,.;:"”“]{3,60}),\s+$/iu;

/** "chief executive Ulrich Bez": the words of an office that a name follows. */
function officeBefore(text: string, start: number, end: number, language: string): Omit<Place, 'index'> | null {
  const reading = readingOf(text, language);
  const [first] = reading === null ? [] : wordsIn(reading, start, end);
  if (reading === null || first === undefined) return null;
  let top = first;
  while (headOf(reading, top) >= 0 && hasRelation(reading, top, 'flat', 'appos', 'compound', 'nmod')) top = headOf(reading, top);
  const before = nounPhrase(reading, top).filter((at) => at < first);
  let from = first;
  while (before.includes(from - 1) && !isPart(reading, from - 1, 'PUNCT', 'ADP')) from -= 1;
  const words = reading.words.slice(from, first);
  if (!words.some(({ part, text: word }) => part === 'NOUN' && /^\p{L}/u.test(word))) return null;
  return { start: words[0]?.start ?? start, end: words.at(-1)?.end ?? start };
}
