import { languageFor } from '../tables.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, type Reading } from './reading.ts';

/** A predicate with what it says of whom. */
export interface Clause {
  /** The verb that carries the meaning, or the noun or adjective behind a copula. */
  head: number;
  subject: number | null;
  object: number | null;
  isNegated: boolean;
  isPassive: boolean;
}

const PASSIVE =
  /^(?:be|is|are|was|were|been|being|get|gets|got|wird|werden|wurde|wurden|worden|est|sont|été|était|es|son|fue|fueron|sido|è|sono|stato|stati|foi|foram|wordt|werd)$/u;

/** Is the word a predicate: a verb, or what stands behind a copula or has a subject? */
export function isPredicate(reading: Reading, at: number): boolean {
  if (isPart(reading, at, 'VERB')) return !hasRelation(reading, at, 'amod', 'compound', 'case', 'fixed', 'flat');
  return isPart(reading, at, 'AUX')
    ? !hasRelation(reading, at, 'aux', 'cop')
    : dependentsOf(reading, at, 'cop', 'nsubj', 'csubj').length > 0;
}

/** What the predicate says of whom. A subject that conjoined verbs share is found at the first of them. */
export function clauseAt(reading: Reading, head: number): Clause {
  return {
    head,
    subject: subjectOf(reading, head),
    object: dependentsOf(reading, head, 'obj')[0] ?? null,
    isNegated: isNegated(reading, head),
    isPassive: dependentsOf(reading, head, 'aux').some((aux) => PASSIVE.test(lowerAt(reading, aux))),
  };
}

/** "paid out", "sank ab" */
export function particlesOf(reading: Reading, head: number): number[] {
  return dependentsOf(reading, head, 'compound').filter((at) => isPart(reading, at, 'ADP', 'ADV', 'PART') && at > head);
}

/** Who does or is it; for a verb without one whoever does the verb it hangs on. */
export function subjectOf(reading: Reading, head: number): number | null {
  let at = head;
  for (let step = 0; step < STEPS; step += 1) {
    const own = dependentsOf(reading, at, 'nsubj')[0];
    if (own !== undefined) return pronounFor(reading, own, at);
    const above = headOf(reading, at);
    if (above < 0) return null;
    // "the firm, which made …", "the firm making …": the noun that the clause hangs on.
    if (hasRelation(reading, at, 'acl')) return above;
    if (!hasRelation(reading, at, 'conj', 'xcomp', 'advcl') || !(isPredicate(reading, above) || hasRelation(reading, at, 'conj')))
      return null;
    // "ordered the firm to pay": whoever is ordered pays.
    const told = hasRelation(reading, at, 'xcomp') ? dependentsOf(reading, above, 'obj').find((one) => one < at) : undefined;
    if (told !== undefined) return told;
    // "cost, the firm said": who says it does not do it.
    at = above;
  }
  return null;
}
const STEPS = 5;
const RELATIVE = /^(?:which|who|that|die|der|das|qui|que|che|dat|wat)$/u;

function pronounFor(reading: Reading, subject: number, verb: number): number {
  const isRelative =
    hasRelation(reading, verb, 'acl') && RELATIVE.test(lowerAt(reading, subject)) && isPart(reading, subject, 'PRON', 'DET', 'SCONJ');
  return isRelative ? headOf(reading, verb) : subject;
}

const NOBODY =
  /^(?:no|nobody|none|neither|nothing|niemand|kein|keine|keiner|personne|aucun|aucune|nadie|ninguno|ninguna|ningún|nessuno|nessuna|nessun|ninguém|nenhum|nenhuma|geen|niemand)$/u;
const ONLY = /^(?:only|just|nur|seulement|solo|sólo|apenas|alleen|merely|simply)$/u;

/** Words that deny a predicate. "Not only" is no denial. */
export function denialsOf(reading: Reading, head: number): number[] {
  const { negations } = languageFor(reading.language);
  const isNo = (at: number) =>
    negations.includes(lowerAt(reading, at)) || /^n['’]t$/u.test(lowerAt(reading, at)) || lowerAt(reading, at) === 'ne';
  return dependentsOf(reading, head, 'advmod', 'det', 'discourse', 'aux').filter((at) => isNo(at) && !ONLY.test(lowerAt(reading, at + 1)));
}

/** Is it denied: "did not cut", "nobody expects"? */
export function isNegated(reading: Reading, head: number): boolean {
  const subject = dependentsOf(reading, head, 'nsubj')[0];
  const isNobody = (at: number) => NOBODY.test(lowerAt(reading, at));
  return (
    denialsOf(reading, head).length > 0 ||
    (subject !== undefined && (isNobody(subject) || dependentsOf(reading, subject, 'det').some(isNobody)))
  );
}
