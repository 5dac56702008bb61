import { lexiconFor } from '../../src/language/lexicons.ts';
import '../../src/work/grammars.ts';
import { likenessOf } from '../../src/language/vectors.ts';
import type { Question } from '../../src/brief/answer/question.ts';

/** Of three words of a question one stays, one is said in another way, one is left out; numbers and names stay. */
const WAYS = 3;
/** A word for the same is one of so many that are used most like it. */
const NEAREST = 30;

const words = lexiconFor('en', 'vectors')?.lines() ?? [];
const nearest = new Map<string, readonly string[]>();

/**
 * The question as a colleague might put it, who has not seen the article: public questions borrow the text's words, and a
 * model that learns from them alone trusts shared words too much. The same question always gives the same one.
 */
export function paraphrased(question: Question): Question {
  const changed = question.terms.map((stem, at) => {
    if (question.names.has(stem) || /\P{L}/u.test(stem)) return stem;
    const draw = mixed(`${question.text} ${stem} ${at}`);
    if (draw % WAYS === 0) return stem;
    if (draw % WAYS === 1) return null;
    const others = othersFor(stem);
    return others.length === 0 ? null : (others[Math.floor(draw / WAYS) % others.length] ?? null);
  });
  const focus = question.focusNoun === null ? null : (changed[question.terms.indexOf(question.focusNoun)] ?? null);
  return { ...question, terms: [...new Set(changed.filter((stem) => stem !== null))], focusNoun: focus };
}

function othersFor(stem: string): readonly string[] {
  let others = nearest.get(stem);
  if (others === undefined) {
    others = words
      .map((word) => ({ word, likeness: likenessOf(stem, word, 'en') }))
      .filter(({ word, likeness }) => likeness > 0 && word !== stem)
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, NEAREST)
      .map(({ word }) => word);
    nearest.set(stem, others);
  }
  return others;
}

/** FNV-1a. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
