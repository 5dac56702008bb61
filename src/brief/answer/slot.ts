import { clauseAt, isPredicate, subjectOf } from '../../language/reading/clause.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, type Reading as Tree } from '../../language/reading/reading.ts';
import { kinshipOfWords } from '../../language/sense.ts';
import { stemOf } from '../../language/stem.ts';
import { QUESTION_WORD } from './question-words.ts';

/**
 * The place in a clause that a question leaves open: "who drafted it?" the subject of a drafting, "what are they marching
 * against?" what stands behind "against", "what did he do?" a deed of his.
 */
export interface Slot {
  /** The verb as written; of "who is the firm's lawyer?" the office. */
  verb: string;
  role: 'subject' | 'object' | 'aside' | 'deed' | 'office';
  /** The preposition of an aside, where there is one. */
  marker: string | null;
  /** What stands in the other places of the clause, as written. */
  others: readonly string[];
}

/** How a word of a sentence would fill the slot, each 0 to 1; -1 where the question leaves none open. */
export interface Filling {
  /** How near the verb that it hangs on comes to the question's. */
  verb: number;
  /** Does it stand in the role that is asked for? */
  role: number;
  /** How well the other places of its clause hold what the question has there. */
  others: number;
  /** All together. */
  whole: number;
}

export const NO_FILLING: Filling = { verb: -1, role: -1, others: -1, whole: -1 };
const BY = /^(?:by|von|par|por|da|door)$/u;
const DOING =
  /^(?:do|does|did|done|doing|happen|happens|happened|happening|tun|tut|tat|getan|macht|gemacht|passiert|fait|hace|hecho|fatto|feito|gedaan)$/u;
/** What a clause without the question's verb, or with the right word in another role, still counts. */
const [ELSEWHERE, OTHERWISE] = [0.3, 0.4];
/** Steps up from a word to its verb. */
const STEPS = 4;

/** Null where the question has no such place, or no tree. */
export function slotIn(question: string, language: string): Slot | null {
  const asked = readingOf(question, language);
  if (asked === null) return null;
  const at = asked.words.findIndex((_, word) => QUESTION_WORD.test(bare(asked, word)));
  const root = asked.words.findIndex(({ head }) => head < 0);
  if (at < 0 || root < 0) return null;
  const over = headOf(asked, at);
  const isBeside =
    over >= 0 &&
    over !== root &&
    hasRelation(asked, at, 'det', 'amod', 'nmod', 'advmod') &&
    isPart(asked, over, 'NOUN', 'PROPN', 'ADJ', 'NUM');
  const open = isBeside ? over : at;
  const verb = isPart(asked, root, 'VERB') || isPredicate(asked, root) ? root : null;
  const words = (from: number, not: number) =>
    [...asked.words.keys()]
      .filter((one) => one !== from && one !== not && isPart(asked, one, 'NOUN', 'PROPN') && one !== at)
      .map((one) => lowerAt(asked, one));
  if (open === root || verb === null || !isPart(asked, root, 'VERB')) {
    const office = open === root ? dependentsOf(asked, root, 'nsubj')[0] : root;
    return office === undefined || QUESTION_WORD.test(bare(asked, office))
      ? null
      : { verb: lowerAt(asked, office), role: 'office', marker: null, others: words(office, open) };
  }
  if (DOING.test(lowerAt(asked, root))) return { verb: lowerAt(asked, root), role: 'deed', marker: null, others: words(root, open) };
  const { isPassive } = clauseAt(asked, root);
  const others = words(root, open);
  const last = asked.words.findLastIndex((_, word) => !isPart(asked, word, 'PUNCT'));
  const stranded = isPart(asked, last, 'ADP') && last > at ? last : dependentsOf(asked, open, 'case')[0];
  if (hasRelation(asked, open, 'nsubj') && stranded !== last)
    return { verb: lowerAt(asked, root), role: isPassive ? 'object' : 'subject', marker: null, others };
  // "what could wreck the economy?", read as if the economy did it
  const isOpen = dependentsOf(asked, root, 'nsubj').length === 0 && open < root;
  if (stranded === undefined && hasRelation(asked, open, 'obj', 'ccomp', 'xcomp', 'iobj'))
    return isOpen
      ? { verb: lowerAt(asked, root), role: 'subject', marker: null, others }
      : { verb: lowerAt(asked, root), role: 'object', marker: null, others };
  return { verb: lowerAt(asked, root), role: 'aside', marker: stranded === undefined ? null : lowerAt(asked, stranded), others };
}

/** How near a word of the question comes to a word of the sentence, 0 to 1. */
export type Nearness = (word: string, at: number) => number;

/** Many stretches ask for the same pairs: each is worked out once. */
export function nearnessIn(told: Tree): Nearness {
  const known = new Map<string, number[]>();
  return (word, at) => {
    let row = known.get(word);
    if (row === undefined) known.set(word, (row = []));
    return (row[at] ??= nearness(word, told, at));
  };
}

/** How the word, as the head of a stretch, fills the slot. */
export function fillingAt(slot: Slot, told: Tree, top: number, near: Nearness): Filling {
  let best: Filling = { verb: 0, role: 0, others: 0, whole: 0 };
  let at = slot.role === 'deed' ? top : headOf(told, top);
  for (let step = 0; step < STEPS && at >= 0; step += 1) {
    if (isPredicate(told, at) || (slot.role === 'office' && isPart(told, at, 'NOUN', 'PROPN'))) {
      const verb = slot.role === 'deed' ? 1 : near(slot.verb, at);
      const role = roleFits(slot, told, at, top) ? 1 : 0;
      const others = othersMet(slot, told, at, top, near);
      const whole = (ELSEWHERE + (1 - ELSEWHERE) * Math.max(0, verb)) * (OTHERWISE + (1 - OTHERWISE) * role) * (0.5 + 0.5 * others);
      if (whole > best.whole) best = { verb, role, others, whole };
    }
    at = headOf(told, at);
  }
  return best;
}

function roleFits({ role, marker }: Slot, told: Tree, verb: number, top: number): boolean {
  const { isPassive } = clauseAt(told, verb);
  const isParticiple = hasRelation(told, verb, 'acl') && dependentsOf(told, verb, 'nsubj').length === 0;
  const cases = dependentsOf(told, top, 'case').map((one) => lowerAt(told, one));
  const isAgent = headOf(told, top) === verb && cases.some((one) => BY.test(one));
  if (role === 'subject') return isAgent || (!isPassive && subjectOf(told, verb) === top);
  if (role === 'object')
    return (
      (headOf(told, top) === verb && hasRelation(told, top, 'obj', 'ccomp', 'xcomp')) ||
      (isPassive && subjectOf(told, verb) === top) ||
      (isParticiple && headOf(told, verb) === top)
    );
  if (role === 'deed') return verb === top;
  if (role === 'office') return hasRelation(told, top, 'appos', 'compound', 'flat', 'nsubj') && headOf(told, top) === verb;
  return headOf(told, top) === verb && (marker === null ? hasRelation(told, top, 'obl', 'advmod') : cases.includes(marker));
}

/** How much of what the question names stands under the same verb. */
function othersMet({ others }: Slot, told: Tree, verb: number, top: number, near: Nearness): number {
  if (others.length === 0) return 1;
  const there = [...told.words.keys()].filter((at) => at !== top && isNear(told, at, verb));
  const met = others.map((other) => Math.max(0, ...there.map((at) => near(other, at))));
  return met.reduce((sum, value) => sum + value, 0) / met.length;
}

/** Does the word stand in the clause of the verb, or is it whom the verb is about? */
function isNear(told: Tree, at: number, verb: number): boolean {
  let one = at;
  for (let step = 0; step < STEPS && one >= 0; step += 1) {
    if (one === verb) return true;
    one = headOf(told, one);
  }
  return subjectOf(told, verb) === at;
}

function nearness(word: string, told: Tree, at: number): number {
  const there = lowerAt(told, at);
  if (stemOf(there, told.language) === stemOf(word, told.language)) return 1;
  return Math.max(0, kinshipOfWords(word, there, told.language));
}

/** "who's" as "who". */
function bare(asked: Tree, at: number): string {
  return lowerAt(asked, at).replace(/['’].*$/u, '');
}
