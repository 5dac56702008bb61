import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';
import { claimOf } from './claim.ts';

/** Whom a pronoun before a verb of saying means, and the sentence that names him. */
export interface Voice {
  name: string;
  id: number;
}

const PRONOUN =
  /^(?:(?:but|and|also|in addition|aber|und|mais|et|pero|y|ma|e|mas|en|maar),?\s)?(?:he|she|it|they|er|sie|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze)\s(?:(?:also|then|later|has|had|have|auch|hat|haben|aussi|a|ont|también|ha|han|também|ook|heeft)\s)*(\p{L}+(?:\sthat)?)/iu;
/** Languages that leave the pronoun out: "Señaló que …". */
const DROPS = /^(?:es|it|pt)$/u;

/** The passages in which a pronoun speaks, with the last one who was named as speaking, at most two sentences before. */
export function voicesOf(passages: readonly Passage[], language: string): ReadonlyMap<number, Voice> {
  const { code, sayingVerbs } = languageFor(language);
  const verbs = new Set([...sayingVerbs, 'found', 'showed']);
  const voices = new Map<number, Voice>();
  let last: Voice | null = null;
  for (const { id, text, words } of passages) {
    const opener = words[0]?.text.toLowerCase() ?? '';
    const verb = PRONOUN.exec(text)?.[1]?.toLowerCase();
    const speaks = (verb !== undefined && verbs.has(verb)) || (DROPS.test(code) && verbs.has(opener) && words[1]?.text === 'que');
    const named = claimOf(text, 0, language).attributedTo;
    if (named !== null) last = { name: named, id };
    else if (last !== null && id - last.id > 2) last = null;
    else if (speaks && last !== null) voices.set(id, last);
    if (named === null && last !== null && namesIn(text).length > 0 && !speaks) last = null;
  }
  return voices;
}
