import { clauseAt, denialsOf, isPredicate } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf } from '../../language/reading/reading.ts';
import { speechOver } from '../../language/reading/speech.ts';
import { evidenceOf, isOpposite, withJoined, type Evidence } from '../lock/evidence.ts';
import { exchangeFaults } from '../lock/exchange.ts';
import { isToldAsSo } from '../lock/modality.ts';
import { clauseOf, denialsOver, pairsOf } from '../lock/predicates.ts';
import { crossedFaults, roleFaults } from '../lock/roles.ts';
import { pointText } from '../wording.ts';

/** The same word, its people or a synonym. */
const SAME = 0.75;
/** Words of a question that ask for nothing of their own. */
const EMPTY = /^(?:ever|any|really|actually|still|already|yet|also|true)$/u;
/** A question about what may be is not answered by what is, nor the other way round. */
const MODAL = /^(?:can|could|may|might|would|should|must|kann|darf|soll|muss|peut|puede|pode|può|kan|mag|moet)$/u;

/**
 * Yes or no, where the sentence itself says so: its verb is the question's or that verb's opposite, everything else that the
 * question names stands in the same clause in the same role, nobody but the article says it, and nothing there is a guess or
 * a plan. Null wherever one of these is missing: then the sentence is the answer.
 */
export function verdictOf(question: string, sentence: string, language: string): 'yes' | 'no' | null {
  const claim = asClaim(question, language);
  const evidence = claim === null ? null : evidenceOf(claim, [pointText(sentence, language)], language);
  if (evidence === null) return null;
  const { claim: asked, sources } = evidence;
  const [told] = sources;
  const root = asked.words.findIndex((_, at) => headOf(asked, at) < 0);
  if (told === undefined || root < 0 || !isPredicate(asked, root)) return null;
  if (asked.words.some((_, at) => MODAL.test(lowerAt(asked, at)) && isPart(asked, at, 'AUX'))) return null;
  const pair = pairsOf(evidence).find(({ own, kinship }) => own === root && kinship >= SAME);
  const verb = pair?.other ?? oppositeOf(evidence, root);
  if (verb === null || !isPredicate(told, verb) || speechOver(told, verb) !== null || !isToldAsSo(told, verb)) return null;
  if (dependentsOf(told, verb, 'advcl').some((at) => dependentsOf(told, at, 'mark').some((one) => CONDITION.test(lowerAt(told, one)))))
    return null;
  if (hasRelation(told, verb, 'acl', 'advcl', 'xcomp')) return null;
  const clause = clauseOf(told, verb);
  const isMet = evidence.tokens
    .filter(({ at, isContent, lower }) => isContent && at !== root && !EMPTY.test(lower) && !denialsOf(asked, root).includes(at))
    .every(({ at }) => (evidence.matches[at] ?? []).some(({ token, kinship }) => kinship >= SAME && clause.has(token.at)));
  if (!isMet || evidence.tokens.filter(({ isContent }) => isContent).length < LEAST) return null;
  if (!isSameHead(evidence, root, verb)) return null;
  if ([...roleFaults(evidence), ...crossedFaults(evidence), ...exchangeFaults(evidence)].length > 0) return null;
  const isTurned = (denialsOver(told, verb) + (pair === undefined ? 1 : 0)) % 2 === 1;
  // "Didn't it close?" is answered as "Did it close?" is.
  return isTurned ? 'no' : 'yes';
}
/** Content words that a question has at least: "Did it close?" could be about anything. */
const LEAST = 2;
const CONDITION = /^(?:if|unless|wenn|falls|si|se|als|indien)$/u;

/** "Has the ferry sunk?" as "the ferry Has sunk.", which the grammar, taught with statements, reads far better. */
function asClaim(question: string, language: string): string | null {
  const [, auxiliary = '', rest = ''] = /^\P{L}*(\p{L}+(?:n['’]t)?)\s+(.+?)[?.!\s]*$/su.exec(question) ?? [];
  const reading = rest === '' ? null : readingOf(`${rest}.`, language);
  const verb = reading?.words.find(({ head }) => head < 0);
  if (reading === null || verb === undefined || verb.start === 0) return null;
  const isEmpty = /^(?:do|does|did)$/iu.test(auxiliary);
  return `${rest.slice(0, verb.start)}${isEmpty ? '' : `${auxiliary.toLowerCase()} `}${rest.slice(verb.start)}.`;
}

/** Who does it, and to whom, is the same word on both sides, and not one somewhere beside it: the owner is not the owner's captain. */
function isSameHead({ claim, sources: [told], matches }: Evidence, root: number, verb: number): boolean {
  if (told === undefined) return false;
  const [asked, there] = [clauseAt(claim, root), clauseAt(told, verb)];
  const isMet = (own: number | null, other: number | null) => {
    if (own === null) return true;
    if (other === null) return false;
    const heads = new Set(withJoined(told, other).flatMap((at) => [at, ...dependentsOf(told, at, 'flat', 'appos')]));
    return (matches[own] ?? []).some(({ token, kinship }) => kinship >= SAME && heads.has(token.at));
  };
  return asked.subject !== null && isMet(asked.subject, there.subject) && isMet(asked.object, there.object);
}

/** "Did prices rise?" of prices that fell: the verb that is the question's opposite. */
function oppositeOf({ tokens, given, language, sources: [told] }: Evidence, root: number): number | null {
  const own = tokens[root];
  const found = given.find(
    (other) =>
      own !== undefined && other.part === 'VERB' && told !== undefined && isPredicate(told, other.at) && isOpposite(own, other, language),
  );
  return found?.at ?? null;
}
