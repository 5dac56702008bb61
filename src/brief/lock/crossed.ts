import { clauseAt } from '../../language/reading/clause.ts';
import { isPart, type Reading } from '../../language/reading/reading.ts';
import type { Evidence, Match, Token } from './evidence.ts';

/** A name, a number or a noun of the claim, and where it stands in the sentences. */
interface Thing {
  kind: 'name' | 'number' | 'noun';
  words: number[];
  places: readonly Token[];
}

/** Things of a claim that are compared with each other. */
const MOST = 8;
/** So near a word of the claim is a word of a sentence; more of them are not looked at. */
const KIN = 0.7;
const LOOKED_AT = 6;
/** Words between what stands in different sentences, and from which on nothing is near. */
const ASUNDER = 25;
const NOWHERE = 30;
/** A word so near to a thing says something of it. */
const BESIDE = 4;
const LEAST = 0.03;
const CLEARLY = 0.05;

/**
 * Have two names, two numbers or two nouns changed places? By the words around them, counted along the sentence whatever
 * its tree: how much better the claim would fit with two of them the other way round, how many pairs would, how often they
 * stand in the other order, and whether what stands right beside the one stands beside the other in the source.
 */
export function crossedFeatures(evidence: Evidence): number[] {
  const around = aroundOf(evidence);
  const things = thingsOf(evidence).filter(({ places }) => places.length > 0);
  const names = things.filter(({ kind }) => kind === 'name');
  const numbers = things.filter(({ kind }) => kind === 'number');
  const named = things.filter(({ kind }) => kind !== 'noun');
  const nouns = things.filter(({ kind }) => kind === 'noun');
  return [
    ...[names, numbers, named, nouns].flatMap((some) => betterTurned(some, evidence, around)),
    ...[named, things].flatMap(turnedOrder),
    ...[names, numbers, named, things].flatMap((some) => besideOther(some, evidence, around)),
    things.length,
    // What one does and another suffers changes places in the passive.
    isPassive(evidence.claim) ? 1 : 0,
    evidence.sources.some(isPassive) ? 1 : 0,
    evidence.sources.some(({ sentence }) => RESPECTIVELY.test(sentence)) ? 1 : 0,
  ];
}
const RESPECTIVELY = /\b(?:respectively|bzw|jeweils|respectivement|respectivamente|rispettivamente)\b/iu;

function isPassive(reading: Reading): boolean {
  return reading.words.some((_, at) => isPart(reading, at, 'VERB') && clauseAt(reading, at).isPassive);
}

/** How far things and words are from each other, in the claim and in its sentences. */
interface Around {
  inClaim: (thing: Thing, at: number) => number;
  inSource: (a: Token, b: Token) => number;
}

function aroundOf({ claim, sources }: Evidence): Around {
  const own = pacesOf(claim);
  const theirs = sources.map(pacesOf);
  const between = (paces: readonly number[], a: number, b: number) => Math.abs((paces[a] ?? 0) - (paces[b] ?? 0));
  return {
    inClaim: ({ words }, at) => Math.min(...words.map((word) => between(own, word, at))),
    inSource: (a, b) => (a.sentence === b.sentence ? between(theirs[a.sentence] ?? [], a.at, b.at) : ASUNDER),
  };
}

/** Where each word stands: a sign or a word that parts two things counts for more. */
function pacesOf({ words }: Reading): number[] {
  let pace = 0;
  return words.map(({ text }) => (pace += SIGN.test(text) ? 2 : PARTING.test(text) ? 1.5 : 1));
}
const SIGN = /^(?:[,;:()–—-]|--)$/u;
const PARTING = /^(?:and|while|but|whereas|with|compared|und|während|aber|et|y|e|tandis|mientras|mentre)$/iu;

/** Runs of capitals, numbers and nouns, each with where it stands in the sentences. */
function thingsOf(evidence: Evidence): Thing[] {
  const { claim, tokens } = evidence;
  const things: Thing[] = [];
  for (const [at, { text, part }] of claim.words.entries()) {
    const isNumber = /\p{N}/u.test(text) || part === 'NUM';
    const isCapital = /^\p{Lu}/u.test(text) && (at > 0 || part === 'PROPN') && part !== 'PRON' && part !== 'DET' && part !== 'ADP';
    const isNoun = part === 'NOUN' && tokens[at]?.isContent === true;
    const kind = isNumber ? 'number' : isCapital || part === 'PROPN' ? 'name' : isNoun ? 'noun' : null;
    if (kind === null) continue;
    const last = things.at(-1);
    if (last?.kind === kind && kind !== 'noun' && last.words.at(-1) === at - 1) last.words.push(at);
    else things.push({ kind, words: [at], places: [] });
  }
  // The rarest word of a name says where it stands.
  return things.map(({ kind, words }) => ({
    kind,
    words,
    places:
      words
        .map((at) => placesOf(evidence, at))
        .toSorted((a, b) => a.length - b.length)
        .find(({ length }) => length > 0) ?? [],
  }));
}

function placesOf({ tokens, given, matches }: Evidence, at: number): readonly Token[] {
  const token = tokens[at];
  const same = given.filter((other) => other.lower === token?.lower || (token?.isContent === true && other.stem === token.stem));
  return same.length > 0 ? same : (matches[at] ?? []).filter(({ kinship }) => kinship >= 0.95).map((match) => match.token);
}

function matchesOf({ matches }: Evidence, at: number): readonly Match[] {
  return (matches[at] ?? []).filter(({ kinship }) => kinship >= KIN).slice(0, LOOKED_AT);
}

function pairsOf(things: readonly Thing[]): [Thing, Thing][] {
  const some = things.slice(0, MOST);
  return some.flatMap((a, at) => some.slice(at + 1).map((b): [Thing, Thing] => [a, b]));
}

/** By how much the claim would fit better with two of the things the other way round (-1 where there are no two), and how many pairs would. */
function betterTurned(things: readonly Thing[], evidence: Evidence, { inClaim, inSource }: Around): number[] {
  const near = (distance: number) => 1 / (1 + distance);
  const gains = pairsOf(things).map(([a, b]) => {
    let [kept, turned] = [0, 0];
    for (const { at, isContent } of evidence.tokens) {
      if (!isContent || a.words.includes(at) || b.words.includes(at)) continue;
      const there = ({ places }: Thing) =>
        Math.max(
          0,
          ...matchesOf(evidence, at).flatMap(({ token, kinship }) => places.map((place) => kinship * near(inSource(place, token)))),
        );
      const [ownA, ownB] = [near(inClaim(a, at)), near(inClaim(b, at))];
      const [theirA, theirB] = [there(a), there(b)];
      kept += ownA * theirA + ownB * theirB;
      turned += ownA * theirB + ownB * theirA;
    }
    return (turned - kept) / (turned + kept + LEAST);
  });
  return [Math.max(-1, ...gains), gains.filter((gain) => gain > CLEARLY).length];
}

/** How many pairs stand in the other order wherever they stand in one sentence, and the share of them. */
function turnedOrder(things: readonly Thing[]): number[] {
  const orders = things.flatMap((a, at) =>
    things.slice(at + 1).flatMap((b) => {
      const ways = a.places.flatMap((one) =>
        b.places.filter(({ sentence }) => sentence === one.sentence).map((other) => other.at > one.at),
      );
      return ways.length === 0 ? [] : [ways.every((isKept) => !isKept)];
    }),
  );
  const turned = orders.filter(Boolean).length;
  return [turned, orders.length === 0 ? 0 : turned / orders.length];
}

/** Of pairs: how surely what stands beside the one stands beside the other in the source, for how many both ways, and for how many one way. */
function besideOther(things: readonly Thing[], evidence: Evidence, around: Around): number[] {
  const found = pairsOf(things).map(([a, b]) => [strayed(a, b, evidence, around), strayed(b, a, evidence, around)] as const);
  return [
    Math.max(-2, ...found.map(([one, other]) => one + other)),
    found.filter(([one, other]) => one > 0 && other > 0).length,
    found.filter(([one, other]) => one > 0 !== other > 0 && Math.min(one, other) === 0).length,
  ];
}

/** 1 where all that stands beside `own` is nearer to the other in the source, -1 where none is. */
function strayed(own: Thing, other: Thing, evidence: Evidence, { inClaim, inSource }: Around): number {
  const distance = (at: number, { places }: Thing) =>
    Math.min(NOWHERE, ...matchesOf(evidence, at).flatMap(({ token }) => places.map((place) => inSource(place, token))));
  let [away, kept] = [0, 0];
  for (const { at, isContent } of evidence.tokens) {
    if (!isContent || own.words.includes(at) || other.words.includes(at)) continue;
    const here = inClaim(own, at);
    if (here > BESIDE || here >= inClaim(other, at)) continue;
    const [mine, theirs] = [distance(at, own), distance(at, other)];
    if (theirs + 1 < mine) away += 1;
    else if (mine < theirs) kept += 1;
  }
  if (away === 0) return kept > 0 ? -1 : 0;
  return kept === 0 ? 1 : away > kept ? 0.5 : 0;
}
