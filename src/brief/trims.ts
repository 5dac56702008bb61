import { dependentsOf, hasRelation, headOf, isPart, lowerAt, subtreeOf, type Reading } from '../language/reading/reading.ts';
import { isSaying } from '../language/reading/speech.ts';
import { TIME } from './leaning.ts';

/** A stretch of a sentence that can go without a change to what the rest claims. */
export interface Aside {
  start: number;
  end: number;
}

/**
 * What goes only where leaving out asides is not enough: what stands between a subject and its verb, how a sentence begins
 * and ends, "and other platforms". What is left says less and nothing stronger: no phrase goes behind "no", "only", a
 * superlative or a share. English only.
 */
export function trimsIn(reading: Reading): Aside[] {
  if (/[:?]/u.test(reading.sentence)) return [];
  const places = [...reading.words.keys()];
  const stretches = [
    openingOf(reading),
    lastPieceOf(reading),
    ...places.map((at) => betweenAt(reading, at)),
    ...places.map((at) => othersAt(reading, at)),
    ...places.map((at) => endingAt(reading, at)),
  ].filter((stretch) => stretch !== null);
  return stretches.map(([first, last]) => asideOf(reading, first, last));
}

/** First and last word. */
type Stretch = readonly [number, number];

/** With the comma before it; a stretch that opens the sentence takes the one behind. */
function asideOf({ words }: Reading, first: number, last: number): Aside {
  if (first === 0) return { start: 0, end: words[last + 1]?.end ?? 0 };
  const before = words[first - 1];
  return { start: (before?.text === ',' ? before : words[first])?.start ?? 0, end: words[last]?.end ?? 0 };
}

/** Conditions, sources and denials, which no stretch may take along; nor who says it. */
const HELD =
  /^(?:if|unless|provided|not|n['’]t|no|never|only|without|except|despite|although|though|because|allegedly|reportedly|according|per|than|instead|rather)$/u;

function isLoose(reading: Reading, [first, last]: Stretch): boolean {
  for (let at = first; at <= last; at += 1) if (HELD.test(lowerAt(reading, at)) || isSaying(reading, at)) return false;
  return true;
}

function hasNumber(reading: Reading, [first, last]: Stretch): boolean {
  return reading.words.slice(first, last + 1).some(({ part }) => part === 'NUM');
}

/** "As relatives mourn, …", "Two years after she fell ill, …": what went before the news. */
function openingOf(reading: Reading): Stretch | null {
  const { words, sentence } = reading;
  const opening = /^(?:As|While|When|After|Before|Since|(?:\p{L}+|\d+) (?:days|weeks|months|years|hours) after)\s/u.exec(sentence);
  const comma = words.findIndex(({ text }) => text === ',');
  const next = words[comma + 1];
  if (opening === null || comma < 3 || next === undefined || !isPart(reading, comma + 1, 'DET', 'NOUN', 'PROPN', 'ADJ')) return null;
  // "While Norvik waited, other towns …": other than those.
  if (/^(?:others?|another|both|these|those|that|such|it|they)$/u.test(lowerAt(reading, comma + 1))) return null;
  // "After Berg, Lind and Moe left, …": a verb has to stand before the comma, and the main one behind it.
  const root = words.findIndex(({ head }) => head < 0);
  const hasVerb = words.slice(0, comma).some(({ part }) => part === 'VERB' || part === 'AUX');
  // "After meeting a farmer, a smith and a thief, the four go on": the list goes on behind its first comma.
  const subject = dependentsOf(reading, root, 'nsubj')[0] ?? root;
  const isOver = !words.slice(comma + 1, subtreeOf(reading, subject)[0]).some(({ text }) => text === ',');
  const front: Stretch = [0, comma - 1];
  return hasVerb && root > comma && isOver && isLoose(reading, front) ? front : null;
}

/** ", spotted by those …", ", as the countries tried …", ", among 30 others": the last piece that a comma parts, before whoever says it. */
function lastPieceOf(reading: Reading): Stretch | null {
  const { words } = reading;
  const last = words.findLastIndex((_, at) => isEnd(reading, at) && words[at]?.part !== 'PUNCT');
  const comma = words.findLastIndex(({ text }, at) => at < last && text === ',');
  const piece: Stretch = [comma + 1, last];
  if (comma < 4 || last - comma < 3 || !isLoose(reading, piece)) return null;
  const isParticiple = isPart(reading, comma + 1, 'VERB') && /(?:ing|ed|wn|ught|ung|ilt)$/u.test(lowerAt(reading, comma + 1));
  const isDetail = /^(?:as|while|after|amid|among|alongside|with)$/u.test(lowerAt(reading, comma + 1));
  const isAmong = lowerAt(reading, comma + 1) === 'among';
  return (isParticiple || isDetail) && (isAmong || !hasNumber(reading, piece)) ? piece : null;
}

/** "The singer, in a coma since January, has been moved": what two commas part from a subject and its verb, whatever it hangs on. */
function betweenAt(reading: Reading, at: number): Stretch | null {
  const { words } = reading;
  if (!isPart(reading, at, 'VERB', 'AUX', 'NOUN', 'ADJ')) return null;
  const verb = Math.min(at, ...dependentsOf(reading, at, 'aux'));
  if (words[verb - 1]?.text !== ',' || !isPart(reading, verb, 'VERB', 'AUX')) return null;
  const first = words.slice(0, verb - 1).findLastIndex(({ text }) => text === ',');
  const start = words.slice(0, first).findLastIndex(({ text }) => text === ',') + 1;
  const hasVerb = words.slice(start, first).some(({ part }) => part === 'VERB' || part === 'AUX' || part === 'SCONJ');
  const isSubject = isPart(reading, first - 1, 'NOUN', 'PROPN') && words[start]?.part !== 'ADP' && !hasVerb;
  const inside: Stretch = [first + 1, verb - 2];
  // A lone name says which one is meant.
  const isName = words.slice(first + 1, verb - 1).every(({ part }) => part === 'PROPN' || part === 'NUM' || part === 'PUNCT');
  if (first < 1 || !isSubject || isName || verb - first < 4 || !isLoose(reading, inside)) return null;
  // A second comma before it: "Berg, Lind, of Norvik, have …" is a list.
  if (words.slice(start, verb - 1).some(({ part }) => part === 'CCONJ') && start > 0) return null;
  // Both commas go.
  return [first + 1, verb - 1];
}

/** "social networks and other platforms": the vague rest of a list. */
function othersAt(reading: Reading, at: number): Stretch | null {
  if (!hasRelation(reading, at, 'conj') || !isPart(reading, at, 'NOUN', 'PROPN')) return null;
  const under = subtreeOf(reading, at);
  const [first = at, last = at] = [under[0], under.at(-1)];
  const isVague = /^(?:and|or)$/u.test(lowerAt(reading, first)) && /^(?:others?|more|similar)$/u.test(lowerAt(reading, first + 1));
  return isVague && under.length === last - first + 1 && isEnd(reading, last) ? [first, last] : null;
}

/** Prepositions of details; "of" and "to" mostly complete a word. */
const DETAIL = /^(?:in|at|on|during|amid|among|across|over|with|from|against|around|near|outside|inside|alongside|along|into)$/u;
/** "to merge the one with the other": says nothing without its "with". */
const JOINING =
  /^(?:integrat|combin|merg|compar|replac|provid|equip|link|connect|associat|partner|shar|mix|align|pair|unit(?:e|ing)|agree|deal|cooperat|charg|fill|fit|cover|join|swap|exchang)/u;
/** Words that make a limit of the claim out of what follows. */
const STRICT =
  /^(?:no|not|n['’]t|never|none|nobody|nothing|only|all|every|each|any|most|first|last|least|half|percent|%|record|\p{L}{3,}est)$/u;

/** A phrase, or a clause of what happened beside it, with which the sentence ends. */
function endingAt(reading: Reading, at: number): Stretch | null {
  const under = subtreeOf(reading, at).filter((one) => !isPart(reading, one, 'PUNCT'));
  const [first = at, last = at] = [under[0], under.at(-1)];
  const stretch: Stretch = [first, last];
  const words = reading.words.slice(first, last + 1).filter(({ part }) => part !== 'PUNCT');
  if (first < 4 || last - first < 2 || words.length !== under.length || !isEnd(reading, last) || !isLoose(reading, stretch)) return null;
  const isBeside =
    hasRelation(reading, at, 'advcl') &&
    /^(?:as|while|when|after|before)$/u.test(lowerAt(reading, first)) &&
    dependentsOf(reading, at, 'nsubj').length > 0 &&
    // "a month after she left", "now known as": nothing without what follows.
    !TIME.test(lowerAt(reading, first - 1)) &&
    !isPart(reading, first - 1, 'AUX', 'ADV', 'PUNCT') &&
    !NEEDS_MORE.test(lowerAt(reading, first - 1)) &&
    !hasNumber(reading, stretch);
  return isBeside || isPhrase(reading, at, stretch) || isDescription(reading, at, first) ? stretch : null;
}

const NEEDS_MORE = /^(?:known|seen|regarded|described|referred|viewed|such|same|far|long|soon|well)$/u;

/** Does the sentence, or its part before who says it, end there? */
function isEnd({ words, sentence }: Reading, last: number): boolean {
  const next = words[last + 1];
  if (next === undefined || (/^[.!?]$/u.test(next.text) && last + 2 === words.length)) return true;
  return (
    next.text === ',' &&
    /^,\s(?:[^,]{3,60}\b(?:said|says|wrote|told|reported|testified)\b[^,]{0,40}|according to [^,]+)[.]$/u.test(sentence.slice(next.start))
  );
}

/** A phrase that a noun or a verb can do without; never a time, a number, or what limits a claim. */
function isPhrase(reading: Reading, at: number, stretch: Stretch): boolean {
  const [first, last] = stretch;
  if (!hasRelation(reading, at, 'nmod', 'obl') || !DETAIL.test(lowerAt(reading, first)) || hasNumber(reading, stretch)) return false;
  if (lowerAt(reading, first) === 'with' && reading.words.slice(0, first).some(({ text }) => JOINING.test(text.toLowerCase())))
    return false;
  const inside = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  if (inside.some((one) => TIME.test(lowerAt(reading, one)) || DAY.test(lowerAt(reading, one)))) return false;
  const head = headOf(reading, at);
  // "relies on them": right behind its verb it may be what the verb needs.
  const isNeeded = head === first - 1 || PLACES.test(lowerAt(reading, head)) || !hasMore(reading, head, at);
  if (hasRelation(reading, at, 'obl') && isNeeded) return false;
  return isWeak(reading, first);
}
const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/** "set the ship on a course": verbs that say nothing without where to. */
const PLACES =
  /^(?:set|put|plac|bring|brought|tak|took|keep|kept|lead|led|driv|drove|turn|sen[dt]|throw|threw|lay|laid|leav|left|pit|base)/u;

/** Does nothing before it in its clause make a limit of the claim out of it? */
function isWeak(reading: Reading, first: number): boolean {
  return !reading.words.slice(0, first).some(({ text }) => STRICT.test(text.toLowerCase()));
}

/** Has the verb an object or another phrase before this one? */
function hasMore(reading: Reading, verb: number, phrase: number): boolean {
  return dependentsOf(reading, verb, 'obj', 'obl', 'xcomp', 'ccomp').some((one) => one < phrase && one > verb);
}

/** "a video that showed …": of something that is told of for the first time. */
function isDescription(reading: Reading, at: number, first: number): boolean {
  const noun = headOf(reading, at);
  return (
    hasRelation(reading, at, 'acl') &&
    /^(?:who|that|which|whose|where)$/u.test(lowerAt(reading, first)) &&
    first - noun < 3 &&
    dependentsOf(reading, noun, 'det').some((one) => /^an?$/u.test(lowerAt(reading, one))) &&
    !hasNumber(reading, [first, first]) &&
    isWeak(reading, first)
  );
}
