import { hasRelation, headOf, readingOf, wordsIn } from '../language/reading/reading.ts';
import { isPersonName, sexOf } from './antecedent.ts';
import { namesIn, OWNER } from './names.ts';
import type { Passage } from './passages.ts';

/** Sentences back, those that are only somebody's words not counted. */
const REACH = 3;
const PRONOUN = /\b(?:he|she|his|her)\b/iu;
const HE = /^(?:he|his|him)$/u;

/** Somebody and the sentence that names him. */
export interface Person {
  name: string;
  id: number;
}

/**
 * Whom a he, a she or "the 38-year-old" means: the one person of the nearest sentence before that names any, where the
 * article never calls that person by the other pronoun. Null where two are named, or nobody.
 */
export function personBefore(
  word: string,
  passage: Passage,
  passages: readonly Passage[],
  isWholeQuote: (passage: Passage) => boolean,
  language: string,
): Person | null {
  let left = REACH;
  for (let at = passages.indexOf(passage) - 1; at >= 0 && left > 0; at -= 1) {
    const before = passages[at];
    if (before === undefined || before.kind === 'heading') return null;
    if (isWholeQuote(before)) continue;
    const other = !PRONOUN.test(word) ? null : HE.test(word) ? 'woman' : 'man';
    // Of a woman and a man who are named together, a she is the one.
    const persons = personsIn(before, passages).filter((name) => other === null || sexOf(name, passages) !== other);
    // "He came in May. He has sold a ferry.": one and the same, where nobody else is named.
    const goesOn = persons.length === 0 && new RegExp(`^${word}\\b`, 'iu').test(before.text) && PRONOUN.test(word);
    left -= goesOn ? 0 : 1;
    const [name] = persons;
    if (persons.length > 1) return null;
    if (name === undefined) continue;
    if (isSomebodyElse(word, name, passages[passages.indexOf(passage) + 1])) return null;
    return doesSomething(name, before, language) && suits(word, name, passages) ? { name, id: before.id } : null;
  }
  return null;
}

/** "He could return. But he will not play as long as Lind stays.": whoever goes on as he before the name has it is another. */
function isSomebodyElse(word: string, name: string, next: Passage | undefined): boolean {
  const told = next?.text.replace(/["“„«].*?(?:["”»]|$)/gu, ' ') ?? '';
  const before = told.slice(0, Math.max(0, told.search(new RegExp(`(?<!\\p{L})${RegExp.escape(lastOf(name))}(?!\\p{L}|['’]s)`, 'u'))));
  const same = before.search(HE.test(word) ? /\bhe\b/iu : /\bshe\b/iu);
  return PRONOUN.test(word) && same >= 0 && namesIn(before.slice(0, same)).length === 0;
}

/** Is the person a subject of the sentence, with no he or she before who may be somebody else? */
function doesSomething(name: string, { text }: Passage, language: string): boolean {
  const reading = readingOf(text, language);
  const start = text.indexOf(name);
  // "Berg has failed, he claimed": of Berg somebody else says it.
  if (SAID_BEHIND.test(text.slice(start))) return false;
  // "Mr Berg’s plan": who owns does nothing.
  if (reading === null || PRONOUN.test(text.slice(0, start)) || /^['’]s?\b/u.test(text.slice(start + name.length))) return false;
  return wordsIn(reading, start, start + name.length).some(
    (at) => hasRelation(reading, at, 'nsubj') || (hasRelation(reading, at, 'appos') && hasRelation(reading, headOf(reading, at), 'nsubj')),
  );
}

const SAID_BEHIND =
  /,["”]?\s(?:he|she)\s(?:also\s)?(?:said|says|claimed|claims|added|argued|argues|insisted|warned|told|wrote|suggested|explained)\b/u;

/** The persons that a sentence names outside quotations, each by the longest form that it has there, whose they are left away. */
function personsIn({ text }: Passage, passages: readonly Passage[]): string[] {
  const names = [...new Set(namesIn(text.replace(/["“„«].*?(?:["”»]|$)/gu, ' ')).map((name) => name.replace(OWNER, '')))].filter(
    (name) => isPersonName(name, passages) && !passages.some(({ text: other }) => other.includes(`the ${name}`)),
  );
  return names.filter((name) => !names.some((other) => other !== name && other.endsWith(` ${lastOf(name)}`)));
}

function lastOf(name: string): string {
  return name.split(/\s+/u).at(-1) ?? name;
}

/** How often each pronoun follows the person's name within its sentence, or opens the next: the other one may not be more. */
function suits(word: string, name: string, passages: readonly Passage[]): boolean {
  if (!PRONOUN.test(word)) return true;
  if (sexOf(name, passages) === (HE.test(word) ? 'woman' : 'man')) return false;
  const last = lastOf(name);
  let [he, she] = [0, 0];
  passages.forEach(({ text }, at) => {
    const from = text.indexOf(last);
    if (from < 0) return;
    const behind = `${text.slice(from)} ${/^["“]?\S+(?:\s\S+){0,2}/u.exec(passages[at + 1]?.text ?? '')?.[0] ?? ''}`;
    he += behind.match(/\b(?:he|his|him|Mr|father|son|husband|brother|actor)\b/giu)?.length ?? 0;
    she += behind.match(/\b(?:she|her|hers|Mrs|Ms|mother|daughter|wife|sister|actress)\b/giu)?.length ?? 0;
  });
  return HE.test(word) ? he > she * 2 : she > he * 2;
}
