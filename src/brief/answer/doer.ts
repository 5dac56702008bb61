import { clauseAt, isPredicate } from '../../language/reading/clause.ts';
import { nounPhrase } from '../../language/reading/phrase.ts';
import { dependentsOf, hasRelation, isPart, lowerAt, readingOf, wordsIn, type Reading as Tree } from '../../language/reading/reading.ts';
import { kinshipOfWords } from '../../language/sense.ts';
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
    // "It was stolen by a clerk": who is the subject of that has had it done to him.
    const { isPassive, subject } = clauseAt(told, at);
    const isParticiple = hasRelation(told, at, 'acl') && dependentsOf(told, at, 'nsubj', 'aux').length === 0;
    const doer = isPassive || (isParticiple && !lowerAt(told, at).endsWith('ing')) ? agentOf(told, at) : subject;
    if (doer !== null && doer !== undefined && isPart(told, doer, 'PROPN', 'NOUN')) return spanOf(told, nounPhrase(told, doer));
  }
  return null;
}

/**
 * Whose office is asked for ("Ole Lind, chairman of the club"), or by whom it is done ("played by Anna Berg"): nobody whom the
 * question names. Null where the tree finds nobody.
 */
export function likelyDoerIn(question: string, sentence: string, known: ReadonlySet<string>, language: string): Span | null {
  const [asked, told] = [readingOf(question, language), readingOf(sentence, language)];
  if (asked === null || told === null) return null;
  const isNew = (at: number) =>
    !nounPhrase(told, at).some((one) => isPart(told, one, 'PROPN', 'NOUN') && known.has(stemOf(lowerAt(told, one), language)));
  const holder = holderOf(asked, told);
  if (holder !== null && isNew(holder)) return spanOf(told, nounPhrase(told, holder));
  if (verbOfWho(asked) === null) return null;
  const verb = lowerAt(
    asked,
    asked.words.findIndex(({ head }) => head < 0),
  );
  const agents = [...told.words.keys()].flatMap((at) => {
    const agent = isPart(told, at, 'VERB') ? agentOf(told, at) : undefined;
    if (agent === undefined || !isPart(told, agent, 'PROPN', 'NOUN') || !isNew(agent)) return [];
    return [{ agent, kinship: kinshipOfWords(verb, lowerAt(told, at), language) }];
  });
  const best = agents.toSorted((a, b) => b.kinship - a.kinship)[0];
  return best === undefined || best.kinship < ALIKE ? null : spanOf(told, nounPhrase(told, best.agent));
}

/** "was drafted by Ole Lind" */
function agentOf(reading: Tree, verb: number): number | undefined {
  return dependentsOf(reading, verb, 'obl').find((one) =>
    dependentsOf(reading, one, 'case').some((word) => BY.test(lowerAt(reading, word))),
  );
}
/** So near two verbs tell the same deed. */
const ALIKE = 0.5;
const BY = /^(?:by|von|par|por|da|door)$/u;

/** "Who is the chairman?": whose office stands beside a name. */
function holderOf(asked: Tree, told: Tree): number | null {
  const at = asked.words.findIndex((_, one) => WHO.test(lowerAt(asked, one)) || /^who['’]s$/u.test(lowerAt(asked, one)));
  const root = asked.words.findIndex(({ head }) => head < 0);
  const office = root === at ? (dependentsOf(asked, root, 'nsubj')[0] ?? -1) : root;
  if (at < 0 || !isPart(asked, office, 'NOUN')) return null;
  const stem = stemOf(lowerAt(asked, office), asked.language);
  for (const [word, { part, head, relation }] of told.words.entries()) {
    if (part !== 'NOUN' || stemOf(lowerAt(told, word), told.language) !== stem) continue;
    const isBeside = relation === 'appos' || (relation === 'conj' && dependentsOf(told, word, 'cc').length === 0);
    if (isBeside && isPart(told, head, 'PROPN')) return head;
    const name = dependentsOf(told, word, 'appos', 'flat').find((one) => isPart(told, one, 'PROPN'));
    if (name !== undefined) return name;
    if (isPart(told, head, 'PROPN') && relation === 'compound') return head;
  }
  return null;
}

/** The stem of the verb whose subject the question asks for; null for other questions. */
function verbOfWho(asked: Tree): string | null {
  const root = asked.words.findIndex(({ head }) => head < 0);
  if (root < 0 || !isPart(asked, root, 'VERB')) return null;
  const isSubject = dependentsOf(asked, root, 'nsubj').some((at) => WHO.test(lowerAt(asked, at)));
  return isSubject ? stemOf(lowerAt(asked, root), asked.language) : null;
}

function spanOf({ words }: Tree, phrase: readonly number[]): Span | null {
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
