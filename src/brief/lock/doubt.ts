import { headOf, isPart, type Reading } from '../../language/reading/reading.ts';
import { scoreOf, type Trees } from '../../trees.ts';
import { clauseFeatures } from './clauses.ts';
import { crossedFeatures } from './crossed.ts';
import learnt from './data/doubt.json' with { type: 'json' };
import { closenessOf, type Evidence } from './evidence.ts';
import type { Fault } from './fault.ts';
import { kinFeatures } from './kin.ts';
import { polarityFeatures } from './polarity.ts';
import { settingFeatures, type Setting } from './setting.ts';
import { roleFeatures, tieFeatures, turnedFeatures } from './ties.ts';

/** Fitted by scripts/train/lock.ts to claims and lies that people wrote freely; `bar` is the doubt from which on a claim is refused. */
export interface DoubtModel extends Trees {
  bar: number;
}

/** What a rule found that may yet be so: in other words, by another way of reading the sentence. */
export const SOFT: readonly Fault['kind'][] = ['name', 'relation', 'speaker', 'hedge', 'negation', 'word', 'quantity', 'cause', 'number'];

/** Words that decide what a claim comes to, by kind: a claim that has some which its sentences do not is seldom the same claim. */
const DECIDING: readonly RegExp[] = [
  /^(?:because|due|owing|thanks|therefore|hence|thus|reasons?|why|caus(?:e|es|ed|ing)|leads?|led|leading|prompt(?:s|ed|ing)?|result(?:s|ed|ing)?|trigger(?:s|ed|ing)?|spark(?:s|ed|ing)?|forc(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|driven?|attribut\p{L}*|after|since|weil|wegen|porque|car|parce)$/u,
  /^(?:may|might|could|would|should|will|shall|reportedly|allegedly|alleged|apparently|probably|possibly|perhaps|likely|expected|expects?|plans?|planned|hopes?|hoped|wants?|wanted|believed?|believes|thinks?|thought|suspects?|suspected|suggests?|suggested|accused|claims?|claimed|if|whether|proposed|considering|estimated?|aims?|aimed|intends?|seeks?|sought|can|unlikely)$/u,
  /^(?:still|already|no|longer|now|before|after|then|later|earlier|first|last|next|previously|once|never|ever|yet|recently|soon|today|yesterday|tomorrow|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|morning|evening|night|afternoon|ago|since|until|during)$/u,
  /^(?:all|every|each|most|many|few|several|some|none|no|only|both|entire|whole|half|majority|always|never|any)$/u,
  /^(?:said|says|say|told|tells|according|claims?|claimed|argued?|argues|added|warned|warns|insisted|insists|stated|explained|described|denied|denies|announced|believes?)$/u,
];
/** Words that meet nothing nearer are strange to the source. */
const DISTANT = 0.5;
const STRANGE = 0.3;

/** What is known of a claim beside its sentences: what the rules found, how much of it meets a word there, and which deciding words do not. */
export function doubtFeatures(evidence: Evidence, faults: readonly Fault[], setting: Setting): number[] {
  const { claim, tokens, given, matches, language } = evidence;
  const flag = (is: boolean) => (is ? 1 : 0);
  const content = tokens.filter(({ isContent }) => isContent);
  const kinships = content.map(({ at }) => matches[at]?.[0]?.kinship ?? 0);
  const [lowest = 1, second = 1, third = 1] = kinships.toSorted((a, b) => a - b);
  const count = Math.max(1, kinships.length);
  const [own, other] = [tokens, given].map((some) => some.map(({ lower }) => lower));
  const [mine, theirs] = [new Set(own), new Set(other)];
  const deciding = DECIDING.flatMap((words) => {
    const [said, there] = [(own ?? []).filter((word) => words.test(word)), (other ?? []).filter((word) => words.test(word))];
    return [said.length, said.filter((word) => !theirs.has(word)).length, there.filter((word) => !mine.has(word)).length];
  });
  const root = claim.words.findIndex((_, at) => headOf(claim, at) < 0);
  const verbs = content.flatMap(({ part, at }) => (part === 'VERB' ? [matches[at]?.[0]?.kinship ?? 0] : []));
  return [
    ...SOFT.map((kind) => flag(faults.some((fault) => fault.kind === kind))),
    faults.length,
    closenessOf(evidence),
    flag(language.startsWith('en')),
    kinships.reduce((sum, kinship) => sum + kinship, 0) / count,
    lowest,
    second,
    third,
    kinships.filter((kinship) => kinship < DISTANT).length,
    kinships.filter((kinship) => kinship < STRANGE).length / count,
    ...deciding,
    matches[root]?.[0]?.kinship ?? 0,
    flag(isPart(claim, root, 'VERB')),
    Math.min(1, ...verbs),
    verbs.filter((kinship) => kinship < DISTANT).length / Math.max(1, verbs.length),
    ...tieFeatures(evidence),
    ...turnedFeatures(evidence),
    ...roleFeatures(evidence),
    ...clauseFeatures(evidence),
    ...polarityFeatures(evidence),
    ...settingFeatures(evidence, setting),
    ...kinFeatures(evidence),
    ...crossedFeatures(evidence),
  ];
}

/**
 * Of faults that may be none those that stand, and one more where the whole looks like no retelling of its sentences: a
 * judgement over all that the rules see, since each of them alone refuses truths as often as lies.
 */
export function weighed(evidence: Evidence, soft: readonly Fault[], setting: Setting, model: DoubtModel = learnt): Fault[] {
  if (scoreOf(model, doubtFeatures(evidence, soft, setting)) <= model.bar) return [];
  return soft.length > 0 ? [...soft] : [{ kind: 'word', words: strangestOf(evidence) }];
}

/** The word of the claim that least of all meets one of its sentences. */
function strangestOf({ claim, tokens, matches }: Evidence): string {
  const content = tokens.filter(({ isContent }) => isContent);
  const kinship = (at: number) => matches[at]?.[0]?.kinship ?? 0;
  const [strangest] = content.toSorted((a, b) => kinship(a.at) - kinship(b.at));
  return wordAt(claim, strangest?.at ?? 0);
}

function wordAt({ words }: Reading, at: number): string {
  return words[at]?.text ?? '';
}
