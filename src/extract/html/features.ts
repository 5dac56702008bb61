import type { Outline, RawBlock, Region } from './outline.ts';
import { proseOf, type Weights } from './weights.ts';

const TAGS = ['p', 'li', 'td', 'dd', 'dt', 'blockquote', 'pre', 'figcaption', 'div'];
const CONTAINERS = ['article', 'main', 'section', 'aside', 'nav', 'header', 'footer', 'form', 'figure', 'table', 'ul'];
/** Bits of the vocabulary that are looked for around a block. */
const NAMES = 21;
/** Names further out speak of the page. */
const NEAR = 7;
const FAR = 40;

/**
 * What is known of a block, by its index: its wording, the elements around it, the blocks beside it, its place.
 * Nothing here knows a site.
 */
export function blockFeatures({ regions, blocks }: Outline, weights: Weights, headline: number | null): (at: number) => number[] {
  const prose = blocks.map(proseOf);
  const total = Math.max(1, weights.prose[0] ?? 0);
  const around = regionFeatures(regions, weights, total);
  const kinds = kindsOf(regions, blocks, prose);
  const before = new Float64Array(blocks.length + 1);
  blocks.forEach((_, at) => {
    before[at + 1] = (before[at] ?? 0) + (prose[at] ?? 0);
  });
  const texts = new Map<string, number>();
  for (const { text } of blocks) texts.set(text, (texts.get(text) ?? 0) + 1);
  const within = (from: number, to: number): number =>
    (before[Math.min(blocks.length, Math.max(0, to))] ?? 0) - (before[Math.min(blocks.length, Math.max(0, from))] ?? 0);
  return (at) => {
    const block = blocks[at];
    if (block === undefined) return [];
    const kind = kinds[at] ?? { count: 1, prose: 0 };
    const from = headline === null ? -1 : Math.max(-FAR, Math.min(FAR, at - headline));
    return [
      ...ownFeatures(block),
      prose[at] ?? 0,
      ...around(block.region),
      kind.count,
      kind.prose / total,
      kind.prose / kind.count,
      at / blocks.length,
      headline === null ? -1 : 1,
      from,
      (before[at] ?? 0) / total,
      1 - (before[at + 1] ?? 0) / total,
      within(at - 3, at),
      within(at + 1, at + 4),
      within(at - 12, at) / total,
      within(at + 1, at + 13) / total,
      ...beside(blocks[at - 1]),
      ...beside(blocks[at + 1]),
      ...beside(blocks[at + 2]),
      texts.get(block.text) ?? 1,
    ];
  };
}

function ownFeatures(block: RawBlock): number[] {
  const { words, letters, digits, capitals, capitalised, pauses, stops, endsSentence } = block.wording;
  const chars = Math.max(1, block.text.length);
  return [
    words,
    block.linkChars / chars,
    block.links,
    block.strongChars / chars,
    stops,
    pauses / Math.max(1, words),
    endsSentence ? 1 : 0,
    digits / Math.max(1, letters + digits),
    capitals / Math.max(1, letters),
    capitalised / Math.max(1, words),
    block.afterHeadline,
    chars / Math.max(1, words),
    block.inlineBits === 0 ? 0 : 1,
  ];
}

function beside(block: RawBlock | undefined): number[] {
  if (block === undefined) return [-1, -1, -1];
  return [proseOf(block), block.wording.words, block.linkChars / block.text.length];
}

/** For each block, how many are made from its template (tag and class of the two innermost elements) and their prose. */
function kindsOf(regions: readonly Region[], blocks: readonly RawBlock[], prose: readonly number[]): { count: number; prose: number }[] {
  const kinds = new Map<string, { count: number; prose: number }>();
  return blocks.map(({ region }, at) => {
    const own = regions[region];
    const path = `${own?.signature ?? ''}<${regions[own?.parent ?? 0]?.signature ?? ''}`;
    let kind = kinds.get(path);
    if (kind === undefined) kinds.set(path, (kind = { count: 0, prose: 0 }));
    kind.count += 1;
    kind.prose += prose[at] ?? 0;
    return kind;
  });
}

/** What the elements around a block say; each region is asked once. */
function regionFeatures(regions: readonly Region[], weights: Weights, total: number): (at: number) => number[] {
  const inside = new Int32Array(regions.length);
  regions.forEach(({ parent, tag }, at) => {
    const place = CONTAINERS.indexOf(tag);
    inside[at] = (inside[parent] ?? 0) | (place < 0 ? 0 : 1 << place);
  });
  const known = new Map<number, number[]>();
  return (at) => {
    let features = known.get(at);
    if (features === undefined) known.set(at, (features = featuresOfRegion(regions, weights, total, at, inside[at] ?? 0)));
    return features;
  };
}

function featuresOfRegion(regions: readonly Region[], weights: Weights, total: number, at: number, inside: number): number[] {
  let named = 0;
  let own = 0;
  for (let up = at, steps = 0; up > 0 && steps < NEAR; up = regions[up]?.parent ?? 0, steps += 1) {
    const { tag = '', bits = 0 } = regions[up] ?? {};
    if (tag === 'body' || tag === 'html') break;
    named |= bits;
    if (steps < 2) own |= bits;
  }
  const { depth = 0, tag = '' } = regions[at] ?? {};
  const features = [depth, TAGS.indexOf(tag), /^h[1-6]$/u.test(tag) ? Number(tag[1]) : 0];
  for (let place = 0; place < CONTAINERS.length; place += 1) features.push((inside >> place) & 1);
  for (let bit = 0; bit < NAMES; bit += 1) features.push(((named >> bit) & 1) + ((own >> bit) & 1));
  for (let up = at, steps = 0; steps < 4; up = Math.max(0, regions[up]?.parent ?? 0), steps += 1) {
    const chars = Math.max(1, weights.chars[up] ?? 0);
    features.push((weights.prose[up] ?? 0) / total, (weights.linkChars[up] ?? 0) / chars, weights.blocks[up] ?? 0);
  }
  return features;
}
