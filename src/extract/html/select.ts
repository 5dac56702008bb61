import { bitsByHeading } from './boxes.ts';
import type { Outline, Region } from './outline.ts';
import {
  ASIDE,
  AUTHOR,
  BODY_TEXT,
  COMMENTS,
  GALLERY,
  LEAD,
  LEGAL,
  NAVIGATION,
  NEWSLETTER,
  PAYWALL,
  PROMOTION,
  REFERENCES,
  RELATED,
  SHARING,
} from './vocabulary.ts';
import { weigh, type Weights } from './weights.ts';

export interface Selection {
  /** The region that holds the article. */
  root: number;
  /** Regions that are not the article's, with everything inside. */
  dropped: Uint8Array;
  /** Those of them that are nobody's article: where readers talk, and columns beside a text. */
  barred: Uint8Array;
  weights: Weights;
}

const PAGE_TAGS = new Set(['body', 'html', 'main']);
const ASIDE_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'menu', 'dialog', 'address', 'fieldset']);
/** An article is never one of these, however much of the text they hold. */
const NEVER_ROOT = new Set(['p', 'ul', 'ol', 'dl', 'li', 'blockquote', 'pre', 'figure', 'dd']);
/** A table may lay out the page, or be the best part of the article. */
const ROW_TAGS = new Set(['table', 'tbody', 'tr']);
/** Below a headline outside of them, these are never the article, as long as there is another text. */
const COLUMN_TAGS = new Set(['nav', 'aside', 'footer']);
const BESIDE_COLUMN = 25;
/** Words of running text with which an article is one, whatever follows it. */
const OWN_ARTICLE = 60;
const STRONG_NAMES = NAVIGATION | SHARING | NEWSLETTER | COMMENTS | RELATED | ASIDE;
const WEAK_NAMES = PROMOTION | LEGAL | AUTHOR | PAYWALL;

/**
 * Finds the part of the page that is the article and the parts inside it that are not. `headline` is the index of the
 * headline's block, if it was found.
 */
export function selectArticle(outline: Outline, headline: number | null): Selection {
  const { regions, blocks } = outline;
  const weights = weigh(outline, headline ?? 0);
  const dropped = new Uint8Array(regions.length);
  const total = weights.prose[0] ?? 0;
  const headed = bitsByHeading(outline);
  const named = (region: Region, at: number): Region => {
    const said = headed.get(at);
    return said === undefined ? region : { ...region, bits: region.bits | said };
  };
  // A long discussion outweighs the article it is about, so it goes first.
  let discussion = 0;
  regions.forEach((region, at) => {
    if (dropped[region.parent] === 1) dropped[at] = 1;
    else if (isDiscussion(named(region, at), at, weights) && total - (weights.prose[at] ?? 0) > 60) {
      dropped[at] = 1;
      discussion += weights.prose[at] ?? 0;
    }
  });
  const barred = dropped.slice();
  const rest = Math.max(1, total - discussion);
  // An article told in slides has its text in many boxes of one kind.
  const ofKind = new Map<string, number>();
  regions.forEach(({ bits, signature }, at) => {
    if ((bits & GALLERY) !== 0) ofKind.set(signature, (ofKind.get(signature) ?? 0) + (weights.prose[at] ?? 0));
  });
  const top = headline === null ? -1 : (blocks[headline]?.region ?? -1);
  for (const other of otherArticles(regions, weights, top)) {
    dropped[other] = 1;
    barred[other] = 1;
  }
  const isColumn = ({ tag, end }: Region, at: number): boolean =>
    COLUMN_TAGS.has(tag) && top >= 0 && top < at && top < end && total - (weights.prose[at] ?? 0) >= BESIDE_COLUMN;
  const teasers = teaserSignatures(regions, weights);
  regions.forEach((region, at) => {
    if (dropped[at] === 1) return;
    if (barred[region.parent] === 1 || isColumn(region, at)) barred[at] = 1;
    if (barred[at] === 1 || dropped[region.parent] === 1 || isForeign(named(region, at), at, weights, rest, ofKind)) dropped[at] = 1;
    else if (teasers.has(region.signature) && isTeaser(region, at, weights)) dropped[at] = 1;
  });
  return { root: rootOf(regions, weights, dropped, top), dropped, barred, weights };
}

/** Where the headline stands in an article of its own, elements like it with a headline of theirs are the next ones to read. */
function otherArticles(regions: readonly Region[], weights: Weights, headline: number): number[] {
  const home = regions.findIndex(({ tag, end }, at) => tag === 'article' && at <= headline && headline < end);
  if (home < 0 || (weights.prose[home] ?? 0) < OWN_ARTICLE) return [];
  const end = regions[home]?.end ?? 0;
  return regions.flatMap(({ tag }, at) => (tag === 'article' && at >= end && (weights.headlines[at] ?? 0) > 0 ? [at] : []));
}

function isDiscussion({ bits, tag }: Region, at: number, weights: Weights): boolean {
  return (bits & COMMENTS) !== 0 && (bits & BODY_TEXT) === 0 && !PAGE_TAGS.has(tag) && weights.headlines[at] === 0;
}

function isForeign(region: Region, at: number, weights: Weights, rest: number, ofKind: ReadonlyMap<string, number>): boolean {
  const { bits, tag } = region;
  if (at === 0 || PAGE_TAGS.has(tag)) return false;
  const share = (weights.prose[at] ?? 0) / rest;
  if (ASIDE_TAGS.has(tag) || region.element?.attribs['role'] === 'navigation') return share < 0.35;
  if ((bits & BODY_TEXT) !== 0 && share > 0.1) return false;
  if ((bits & REFERENCES) !== 0 && (bits & STRONG_NAMES) === 0) return false;
  if (tag === 'blockquote' || ((bits & (SHARING | GALLERY)) !== 0 && isEmbed(at, weights))) return false;
  if ((bits & STRONG_NAMES) !== 0 && (bits & LEAD) === 0) return share < 0.3 || (weights.prose[at] ?? 0) === 0;
  if ((bits & GALLERY) !== 0) return share < 0.3 && (ofKind.get(region.signature) ?? 0) < 0.3 * rest;
  if ((bits & WEAK_NAMES) !== 0) return share < 0.15;
  const chars = weights.chars[at] ?? 0;
  const linkShare = chars === 0 ? 0 : (weights.linkChars[at] ?? 0) / chars;
  return tag !== 'p' && (weights.links[at] ?? 0) >= 3 && linkShare > 0.6 && share < 0.2;
}

/** A post of a social network that the article shows. */
function isEmbed(at: number, weights: Weights): boolean {
  return (weights.quotes[at] ?? 0) > 0 && (weights.blocks[at] ?? 0) < 8;
}

/** Boxes made from one template, three times or more, are a list of other articles when each is mostly a link. */
function teaserSignatures(regions: readonly Region[], weights: Weights): Set<string> {
  const counts = new Map<string, number>();
  regions.forEach((region, at) => {
    if (isTeaser(region, at, weights)) counts.set(region.signature, (counts.get(region.signature) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= 3).map(([signature]) => signature));
}

function isTeaser({ tag, signature }: Region, at: number, weights: Weights): boolean {
  if (
    tag === 'p' ||
    (tag === 'li' && (weights.blocks[at] ?? 0) < 2) ||
    tag === 'tr' ||
    tag === 'td' ||
    /^h\d/u.test(tag) ||
    signature.endsWith('.')
  )
    return false;
  const words = weights.words[at] ?? 0;
  const linked = (weights.linkChars[at] ?? 0) / Math.max(1, weights.chars[at] ?? 0);
  return words < 80 && (weights.links[at] ?? 0) > 0 && linked > 0.25 && weights.quotes[at] === 0;
}

/** Goes down as long as one child holds nearly all of the text, or enough of it together with the headline. */
function rootOf(regions: readonly Region[], weights: Weights, dropped: Uint8Array, headline: number): number {
  const mass = keptMass(regions, weights, dropped);
  const named = namedMass(regions, mass, dropped);
  let root = 0;
  for (;;) {
    const all = mass[root] ?? 0;
    let best = -1;
    for (const child of childrenOf(regions, root)) {
      const region = regions[child];
      const own = mass[child] ?? 0;
      if (region === undefined || dropped[child] === 1 || all === 0 || NEVER_ROOT.has(region.tag)) continue;
      const isNamed = (named[child] ?? 0) >= all * 0.6;
      const headed = headline >= child && headline < region.end && own > 100;
      if (own >= all * (headed ? 0.25 : isNamed ? 0.6 : ROW_TAGS.has(region.tag) ? 0.96 : 0.88) && own > (mass[best] ?? 0)) best = child;
    }
    if (best < 0) return root;
    root = best;
  }
}

/** Mass without what was dropped. */
function keptMass(regions: readonly Region[], weights: Weights, dropped: Uint8Array): Float64Array {
  const mass = new Float64Array(regions.length);
  for (let at = regions.length - 1; at >= 0; at--) {
    if (dropped[at] === 1) continue;
    let own = weights.mass[at] ?? 0;
    for (const child of childrenOf(regions, at)) own -= (weights.mass[child] ?? 0) - (mass[child] ?? 0);
    mass[at] = own;
  }
  return mass;
}

/** The most that one element named as an article's text holds, at or below each region. */
function namedMass(regions: readonly Region[], mass: Float64Array, dropped: Uint8Array): Float64Array {
  const named = new Float64Array(regions.length);
  for (let at = regions.length - 1; at >= 0; at--) {
    const { bits = 0, tag = '', parent = 0 } = regions[at] ?? {};
    if (dropped[at] !== 1 && ((bits & BODY_TEXT) !== 0 || tag === 'article') && !NEVER_ROOT.has(tag))
      named[at] = Math.max(named[at] ?? 0, mass[at] ?? 0);
    if (parent >= 0) named[parent] = Math.max(named[parent] ?? 0, named[at] ?? 0);
  }
  return named;
}

function* childrenOf(regions: readonly Region[], at: number): Generator<number> {
  const end = regions[at]?.end ?? 0;
  for (let child = at + 1; child < end; child = Math.max(child + 1, regions[child]?.end ?? end)) yield child;
}
