import { dependentsOf, hasRelation, headOf, isPart, lowerAt, type Reading } from '../../language/reading/reading.ts';
import { EN_IRREGULAR } from '../../language/en-irregular.ts';
import { languageFor } from '../../language/tables.ts';
import { hedgesIn } from '../figures/claim.ts';
import type { Evidence } from './evidence.ts';
import type { Fault } from './fault.ts';
import { pairsOf, type Pair } from './predicates.ts';

/** How sure a clause is of what it tells: `fact` it happened, `will` it is to come, `meant` somebody wants it, `unsure` it may be. */
export type Mood = 'fact' | 'will' | 'meant' | 'unsure';

const UNSURE =
  /^(?:may|might|could|reportedly|allegedly|purportedly|supposedly|apparently|probably|possibly|perhaps|likely|potentially|presumably|alleged|suspected|seems?|seemed|appears?|appeared|believed?|believes|thinks?|thought|suspects?|suspected|suggests?|suggested|accused|maybe|unclear|estimated?|estimates?|rumou?red|fear(?:s|ed)?|claims?|claimed|argues?|argued|unlikely|if|whether|interpreted|considered)$/u;
const MEANT =
  /^(?:plans?|planned|planning|aims?|aimed|aiming|hopes?|hoped|hoping|wants?|wanted|seeks?|sought|seeking|intends?|intended|propos(?:e|es|ed|ing|al)|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed)?|tr(?:y|ies|ied|ying)|considers?|considering|would|should|asked?|asks|urged?|urges|called?|calls|calling|bids?|option|ought|likes?|wish(?:es|ed)?|looking|demand(?:s|ed)?|threaten(?:s|ed)?|agree[sd]?|offers?|offered|invited?|meant|designed|supposed)$/u;
const COMING =
  /^(?:will|shall|['’]ll|wo|expect(?:s|ed|ing)?|set|due|scheduled|going|about|forecasts?|predict(?:s|ed)?|projected|likely|must|upcoming|soon)$/u;
const DONE = /^(?:had|has|have|was|were|did|['’]ve|been)$/u;

/** What is told surer than the source is of it, or as past what is to come, or as to come what is past. */
export function modalityFaults(evidence: Evidence): Fault[] {
  const { claim, language } = evidence;
  const isEnglish = languageFor(language).code === 'en';
  return pairsOf(evidence).flatMap((pair): Fault[] => {
    if (pair.kinship < SAME || pair.shared < SHARED) return [];
    const words = claim.words[pair.own]?.text ?? '';
    const isTold = isEnglish
      ? isFinite(claim, pair.own) && isRaised(claim, pair.own, moodOf(pair.source, pair.other))
      : isHedgeLost(evidence, pair);
    if (isTold) return [{ kind: 'hedge', words }];
    return isEnglish && isTimeTurned(claim, pair) ? [{ kind: 'hedge', words }] : [];
  });
}
const SAME = 0.75;
/** Words that two clauses have in common before one is taken for the other. */
const SHARED = 2;

/** Told as what is or was so, or will be: no infinitive, and nothing that only says which thing is meant. */
function isFinite(reading: Reading, at: number): boolean {
  const isInfinitive = dependentsOf(reading, at, 'mark', 'aux').some((one) => lowerAt(reading, one) === 'to');
  return !isInfinitive && hasRelation(reading, at, 'root', 'ccomp', 'conj', 'parataxis');
}

/** "may" told as "will", a plan as an act. A weaker word than the source's is no lie, and one anywhere in the claim will do. */
function isRaised(claim: Reading, at: number, other: Mood): boolean {
  const own = moodOf(claim, at);
  const has = (pattern: RegExp) => claim.words.some((_, one) => pattern.test(lowerAt(claim, one)));
  if (other === 'unsure') return (own === 'fact' || own === 'will') && !has(UNSURE);
  if (other === 'meant') return own === 'fact' && !has(MEANT) && !has(UNSURE) && !has(COMING);
  return other === 'will' && own === 'fact' && !has(COMING) && !has(MEANT) && !has(UNSURE);
}

/** Does the sentence tell it as something that is or was so: no guess, no plan, nothing to come? */
export function isToldAsSo(reading: Reading, at: number): boolean {
  return moodOf(reading, at) === 'fact';
}

/** The surest reading that the words over a predicate allow. */
export function moodOf(reading: Reading, at: number): Mood {
  const found = wordsOver(reading, at);
  if (found.some((word) => UNSURE.test(word))) return 'unsure';
  if (found.some((word) => MEANT.test(word))) return 'meant';
  return found.some((word) => COMING.test(word)) ? 'will' : 'fact';
}

/** Auxiliaries and adverbs of the predicate and of those that govern it, and these themselves. */
function wordsOver(reading: Reading, at: number): string[] {
  const found: string[] = [];
  for (let one = at, from = -1; one >= 0; from = one, one = headOf(reading, one)) {
    found.push(...dependentsOf(reading, one, 'aux', 'advmod', 'mark').map((word) => moodWord(reading, word)));
    // Of two joined verbs neither governs the other.
    if (from >= 0 && hasRelation(reading, from, 'xcomp', 'ccomp', 'acl', 'obj', 'nsubj')) found.push(lowerAt(reading, one));
    const noun = dependentsOf(reading, one, 'nsubj', 'obj').flatMap((subject) => dependentsOf(reading, subject, 'amod', 'advmod'));
    if (from < 0) found.push(...noun.map((word) => lowerAt(reading, word)));
    if (!hasRelation(reading, one, 'xcomp', 'ccomp', 'acl', 'advcl', 'conj', 'parataxis', 'obj', 'nsubj')) break;
  }
  return found;
}

/** "May" inside a sentence is somebody's name, or the month. */
function moodWord(reading: Reading, at: number): string {
  const lower = lowerAt(reading, at);
  return at > 0 && reading.words[at]?.text === 'May' ? '' : lower;
}

/** In other languages a hedge is a hedge: was there one over this clause, and is none left? */
function isHedgeLost({ claim, language }: Evidence, { source }: Pair): boolean {
  return hedgesIn(source.sentence, language) && !hedgesIn(claim.sentence, language) && claim.words.length * 1.5 >= source.words.length;
}

function isTimeTurned(claim: Reading, { own, source, other }: Pair): boolean {
  const [mine, theirs] = [tenseAt(claim, own), tenseAt(source, other)];
  return (mine === 'past' && theirs === 'coming') || (mine === 'coming' && theirs === 'past');
}

export function tenseAt(reading: Reading, at: number): 'past' | 'coming' | null {
  const aux = dependentsOf(reading, at, 'aux', 'cop').map((one) => lowerAt(reading, one));
  if (aux.some((word) => /^(?:will|shall|['’]ll|wo)$/u.test(word))) return 'coming';
  if (aux.some((word) => DONE.test(word))) return aux.some((word) => /^(?:would|could|might|may|should|to)$/u.test(word)) ? null : 'past';
  const lower = lowerAt(reading, at);
  const isPast = lower.endsWith('ed') || (EN_IRREGULAR.has(lower) && !/^(?:is|are|has|does)$/u.test(lower));
  return aux.length === 0 && isPart(reading, at, 'VERB') && isPast && hasRelation(reading, at, 'root', 'conj', 'ccomp', 'parataxis')
    ? 'past'
    : null;
}
