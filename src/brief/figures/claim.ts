import { languageFor } from '../../language/tables.ts';
import type { FigureStatus } from '../../model/figure.ts';
import { namesIn } from '../names.ts';

const SOURCE = /\b(?:according to|nach angaben (?:der|des|von)|laut|selon|d['’]après|según|segundo|de acordo com|secondo|volgens)\s+/iu;
const ACTOR = /(?:\b(?:the|its|his|her|their|die|der|das|le|la|les|el|los|il|de|het|o|a)\s)?(?:[\p{L}\p{M}\p{N}’'&.-]+\s){0,4}[\p{L}\p{M}\p{N}’'&.-]+$/u;

/** Who answers for what the sentence says, and how sure it is of it. */
export function claimOf(sentence: string, language: string): { status: FigureStatus; attributedTo: string | null } {
  const attributedTo = speakerOf(sentence, language);
  if (isHedged(sentence, language)) return { status: 'hedged', attributedTo };
  return { status: attributedTo === null ? 'stated' : 'attributed', attributedTo };
}

function isHedged(sentence: string, language: string): boolean {
  const words = ` ${sentence.toLowerCase().replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' ')} `;
  return languageFor(language).hedges.some((hedge) => words.includes(` ${hedge} `));
}

function speakerOf(sentence: string, language: string): string | null {
  const source = SOURCE.exec(sentence);
  if (source !== null) {
    const rest = sentence.slice(source.index + source[0].length);
    const named = /^[^,;:.!?]{2,60}/u.exec(rest)?.[0].trim();
    if (named !== undefined) return named.split(/\s(?=(?:fielen|sank|stieg|est|sont|is|are|was|were|has|have)\b)/u)[0]?.split(/\s+/u).slice(0, 6).join(' ') ?? null;
  }
  for (const verb of languageFor(language).sayingVerbs) {
    const at = wordIndex(sentence, verb);
    if (at < 0) continue;
    const speaker = besideVerb(sentence.slice(0, at).trimEnd(), sentence.slice(at + verb.length).trimStart());
    if (speaker !== null) return speaker;
  }
  return null;
}

/** "Northwind said", "the company says", "said Anna Berg". */
function besideVerb(before: string, behind: string): string | null {
  const name = namesIn(before).at(-1);
  if (name !== undefined && before.endsWith(name)) return name;
  const actor = ACTOR.exec(before)?.[0].trim();
  if (actor !== undefined && /^(?:the|die|der|das|le|la|el|il|de|het|o|a)\s/iu.test(actor) && actor.split(/\s+/u).length <= 4) return actor;
  const [next] = namesIn(behind);
  if (next !== undefined && behind.startsWith(next)) return next;
  const title = /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)/u.exec(behind);
  if (title !== null && next !== undefined) return next;
  return null;
}

function wordIndex(sentence: string, verb: string): number {
  let from = 0;
  for (;;) {
    const at = sentence.toLowerCase().indexOf(verb, from);
    if (at < 0) return -1;
    if (!/[\p{L}\p{M}]/u.test(sentence[at - 1] ?? ' ') && !/[\p{L}\p{M}]/u.test(sentence[at + verb.length] ?? ' ')) return at;
    from = at + verb.length;
  }
}
