import { dependentsOf, hasRelation, headOf, isPart, type Reading } from '../../language/reading/reading.ts';
import type { Evidence, Match, Token } from './evidence.ts';

/** Words of two sentences are so far from each other. */
const ASUNDER = 12;
/** Steps in a tree from which on two words have little to do with each other. */
const CLOSE = 2;
const LOOSE = 5;
/** What may stand for a word of the claim, and how many of them are looked at. */
const KIN = 0.5;
const LOOKED_AT = 6;

/**
 * How the words of a claim hang together in its sentences: for each word and the one it hangs on, how far apart what they
 * mean stands there, in all and by subjects, objects and the rest.
 */
export function tieFeatures(evidence: Evidence): number[] {
  const { claim, tokens } = evidence;
  const ties = tokens.flatMap((token) => {
    const over = token.isContent ? contentOver(evidence, token.at) : null;
    if (over === null) return [];
    const steps = stepsBetween(evidence, matchesOf(evidence, token.at), matchesOf(evidence, over));
    return steps === null ? [] : [{ steps, relation: claim.words[token.at]?.relation ?? 'dep' }];
  });
  const count = (test: (tie: (typeof ties)[number]) => boolean) => ties.filter(test).length;
  const all = Math.max(1, ties.length);
  const loose = (...relations: readonly string[]) => count(({ steps, relation }) => relations.includes(relation) && steps > CLOSE);
  return [
    ties.reduce((sum, { steps }) => sum + Math.min(steps, 10), 0) / all,
    count(({ steps }) => steps <= CLOSE) / all,
    count(({ steps }) => steps >= LOOSE) / all,
    count(({ steps }) => steps >= ASUNDER) / all,
    loose('nsubj'),
    loose('obj', 'iobj'),
    loose('obl', 'nmod'),
  ];
}

/**
 * Would the claim fit its sentences better with two of its names, or two of its numbers, the other way round? By how much,
 * for names, numbers and nouns; negative where it fits as it is, and -1 where there are no two.
 */
export function turnedFeatures(evidence: Evidence): number[] {
  return [
    ...(['PROPN', 'NUM', 'NOUN', 'VERB'] as const).map((part) => turned(evidence, groupsOf(evidence, part))),
    turned(evidence, phrasesOf(evidence)),
  ];
}

function turned(evidence: Evidence, all: readonly Group[]): number {
  const { claim, tokens } = evidence;
  const groups = all.slice(0, LOOKED_AT);
  if (groups.length < 2) return -1;
  const others = tokens.filter(({ at, isContent }) => isContent && !groups.some((group) => group.words.includes(at)));
  const near = (steps: number) => 1 / (1 + steps) ** 1.5;
  const here = groups.map(({ words }) => others.map(({ at }) => near(Math.min(...words.map((word) => distance(claim, word, at))))));
  const there = groups.map(({ places }) =>
    others.map(({ at }) =>
      Math.max(
        0,
        ...matchesOf(evidence, at).flatMap(({ token, kinship }) => places.map((place) => kinship * near(apart(evidence, place, token)))),
      ),
    ),
  );
  const fit = (own: number, other: number) => others.reduce((sum, _, at) => sum + (here[own]?.[at] ?? 0) * (there[other]?.[at] ?? 0), 0);
  let most = -1;
  for (const first of groups.keys()) {
    for (let second = first + 1; second < groups.length; second += 1) {
      const [kept, swapped] = [fit(first, first) + fit(second, second), fit(first, second) + fit(second, first)];
      most = Math.max(most, (swapped - kept) / (swapped + kept + 0.02));
    }
  }
  return most;
}

/** Words that stand for one thing, each with where it stands in the sentences. */
interface Group {
  words: number[];
  places: Token[];
}

/** "Norvik's mayor Ada Berg" as one: what hangs on a noun or a name as part of it. */
function phrasesOf({ claim, tokens, matches }: Evidence): Group[] {
  const tops = new Map<number, number[]>();
  for (const { at, isContent } of tokens) {
    if (!isContent) continue;
    let top = at;
    while (hasRelation(claim, top, 'amod', 'compound', 'flat', 'appos', 'nummod') && headOf(claim, top) >= 0) top = headOf(claim, top);
    if (isPart(claim, top, 'NOUN', 'PROPN')) tops.set(top, [...(tops.get(top) ?? []), at]);
  }
  return [...tops.values()].map((words) => placed(words, matches)).filter(({ places }) => places.length > 0);
}

function placed(words: number[], matches: Evidence['matches']): Group {
  return { words, places: words.flatMap((at) => (matches[at] ?? []).filter(({ kinship }) => kinship >= 0.95).map(({ token }) => token)) };
}

/** Names and numbers of several words as one, each with where it stands in the sentences. */
function groupsOf({ tokens, matches }: Evidence, part: Token['part']): Group[] {
  const runs: number[][] = [];
  for (const token of tokens) {
    if (token.part !== part || !token.isContent) continue;
    const last = runs.at(-1);
    if (last !== undefined && token.at - (last.at(-1) ?? -9) <= 1) last.push(token.at);
    else runs.push([token.at]);
  }
  return runs.map((words) => placed(words, matches)).filter(({ places }) => places.length > 0);
}

function contentOver({ claim, tokens }: Evidence, at: number): number | null {
  let over = headOf(claim, at);
  while (over >= 0 && tokens[over]?.isContent !== true) over = headOf(claim, over);
  return over < 0 ? null : over;
}

function matchesOf({ matches }: Evidence, at: number): readonly Match[] {
  return (matches[at] ?? []).filter(({ kinship }) => kinship >= KIN).slice(0, LOOKED_AT);
}

function stepsBetween(evidence: Evidence, some: readonly Match[], others: readonly Match[]): number | null {
  if (some.length === 0 || others.length === 0) return null;
  return Math.min(...some.flatMap((a) => others.map((b) => apart(evidence, a.token, b.token))));
}

function apart({ sources }: Evidence, a: Token, b: Token): number {
  const source = sources[a.sentence];
  return a.sentence !== b.sentence || source === undefined ? ASUNDER : distance(source, a.at, b.at);
}

/** Steps from one word to the other along the tree. */
function distance(reading: Reading, a: number, b: number): number {
  const way = pathUp(reading, a);
  const other = pathUp(reading, b);
  for (const [steps, at] of way.entries()) {
    const met = other.indexOf(at);
    if (met >= 0) return steps + met;
  }
  return ASUNDER;
}

function pathUp(reading: Reading, at: number): number[] {
  const path: number[] = [];
  for (let one = at; one >= 0 && path.length < ASUNDER; one = headOf(reading, one)) path.push(one);
  return path;
}

/** Who does it and who has it done, told in passing: subjects of the claim that are objects in its sentences, and the reverse. */
export function roleFeatures({ claim, sources, tokens, matches }: Evidence): number[] {
  let [kept, made, unmade] = [0, 0, 0];
  for (const { at, part, isContent } of tokens) {
    const own = part === 'NOUN' || part === 'PROPN' ? roleAt(claim, at) : null;
    if (!isContent || own === null) continue;
    const theirs = (matches[at] ?? [])
      .filter(({ kinship }) => kinship >= 0.75)
      .slice(0, LOOKED_AT)
      .map(({ token }) => roleAt(sources[token.sentence] ?? claim, token.at));
    if (theirs.includes(own)) kept += 1;
    else if (own === 'doer' && theirs.includes('done')) unmade += 1;
    else if (own === 'done' && theirs.includes('doer')) made += 1;
  }
  return [kept, made, unmade];
}

const PASSIVE = /^(?:be|is|are|was|were|been|being|wurden?|wird|werden|worden|fue|fueron|été|est|sont|è|sono|foi)$/u;

function roleAt(reading: Reading, word: number): 'doer' | 'done' | null {
  let at = word;
  for (let step = 0; step < 4 && /^(?:compound|flat|conj|appos)$/u.test(reading.words[at]?.relation ?? ''); step += 1)
    at = headOf(reading, at);
  const relation = reading.words[at]?.relation;
  if (relation === 'obj' || relation === 'iobj') return 'done';
  if (relation !== 'nsubj') return null;
  const isPassive = dependentsOf(reading, headOf(reading, at), 'aux').some((aux) =>
    PASSIVE.test((reading.words[aux]?.text ?? '').toLowerCase()),
  );
  return isPassive ? 'done' : 'doer';
}
