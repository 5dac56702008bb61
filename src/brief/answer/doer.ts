import { isPredicate, subjectOf } from '../../language/reading/clause.ts';
import { nounPhrase } from '../../language/reading/phrase.ts';
import { dependentsOf, isPart, lowerAt, readingOf, wordsIn, type Reading } from '../../language/reading/reading.ts';
import { stemOf } from '../../language/stem.ts';
import type { Span } from '../../model/article.ts';

const WHO = /^(?:who|wer|qui|quién|quiénes|quem|chi|wie)$/u;

/** "Who heads the board?": whoever is the subject of that verb in the sentence, a relative clause's noun too; null where the tree finds nobody. */
export function doerIn(question: string, sentence: string, language: string): Span | null {
  const asked = readingOf(question, language);
  const verb = asked === null ? null : verbOfWho(asked);
  const told = verb === null ? null : readingOf(sentence, language);
  if (verb === null || told === null) return null;
  for (const at of told.words.keys()) {
    if (!isPredicate(told, at) || stemOf(lowerAt(told, at), language) !== verb) continue;
    const subject = subjectOf(told, at);
    if (subject !== null && isPart(told, subject, 'PROPN', 'NOUN')) return spanOf(told, nounPhrase(told, subject));
  }
  return null;
}

/** The stem of the verb whose subject the question asks for; null for other questions. */
function verbOfWho(asked: Reading): string | null {
  const root = asked.words.findIndex(({ head }) => head < 0);
  if (root < 0 || !isPart(asked, root, 'VERB')) return null;
  const isSubject = dependentsOf(asked, root, 'nsubj').some((at) => WHO.test(lowerAt(asked, at)));
  return isSubject ? stemOf(lowerAt(asked, root), asked.language) : null;
}

function spanOf({ words }: Reading, phrase: readonly number[]): Span | null {
  const [first, last] = [words[phrase[0] ?? -1], words[phrase.at(-1) ?? -1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** "When was it founded?" is not answered by what is still to come. */
export function isOfAnotherTime(question: string, sentence: string, inside: Span | null, language: string): boolean {
  if (inside === null || !/^when\s(?:was|were|did)\b/iu.test(question)) return false;
  const told = readingOf(sentence, language);
  const within = sentence.slice(inside.start, inside.end);
  if (/\b(?:next|tomorrow|coming)\b/iu.test(within)) return true;
  // The verb that the time hangs on.
  for (
    let at = told === null ? -1 : (wordsIn(told, inside.start, inside.end)[0] ?? -1);
    told !== null && at >= 0;
    at = told.words[at]?.head ?? -1
  ) {
    if (isPredicate(told, at))
      return dependentsOf(told, at, 'aux').some((aux) => /^(?:will|may|might|could|would|['’]ll)$/u.test(lowerAt(told, aux)));
  }
  return false;
}
