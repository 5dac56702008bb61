import { dependentsOf, lowerAt, readingOf } from '../language/reading/reading.ts';
import { axesOf, senseOf } from '../language/sense.ts';
import { legibleFeatures } from './legible.ts';
import { overlap, type Passage } from './passages.ts';

/** Leading axes of what the sentence, and of what its verb, its subject and its object mean. */
const [SENSE, WORD] = [16, 24];
/** Axes of a sense. */
const AXES = 64;

/** What tells news from what was so before, in the words of the sentence. */
const TELLING: readonly RegExp[] = [
  /\b(?:because|due to|after|caused|blamed|amid|following)\b/iu,
  /\b(?:will|plans? to|(?:is|are) expected|next (?:week|month|year))\b/iu,
  /\b(?:may|might|could|would|should)\b/iu,
  /\b(?:has|have)\b/iu,
  /\bhad\b/iu,
  /\b(?:is|are)\b/iu,
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b/iu,
  /\b(?:19|20)\d\d\b/u,
  /\b(?:but|however|although|despite|yet)\b/iu,
  /\b(?:first|most|largest|biggest|record|highest|lowest|best|worst)\b/iu,
  /[$£€%]|percent/iu,
  /\baccording to\b/iu,
  /\b(?:police|court|judge|government|officials?|authorities)\b/iu,
  /\b(?:not|no)\b|n['’]t\b/iu,
];

/** What is known of the sense of each candidate, of how it reads, and of who does what in it. */
export function senseFeatures(
  candidates: readonly Passage[],
  sentences: number,
  language: string,
  titleStems: ReadonlySet<string>,
): number[][] {
  const senses = candidates.map(({ words }) => senseOf(words, language) ?? UNKNOWN);
  const middle = new Float64Array(AXES);
  for (const sense of senses) for (const [axis, value] of sense.entries()) middle[axis] = (middle[axis] ?? 0) + value;
  const length = Math.hypot(...middle) || 1;
  const first = senses[0] ?? UNKNOWN;
  const manner = mannerOf(candidates);
  return candidates.map((passage, at) => {
    const sense = senses[at] ?? UNKNOWN;
    return [
      nearness(sense, middle) / length,
      nearness(sense, first),
      nearness(sense, senses[1] ?? first),
      nearness(sense, senses[at - 1] ?? UNKNOWN),
      nearness(sense, senses[at + 1] ?? UNKNOWN),
      ...TELLING.map((words) => (words.test(passage.text) ? 1 : 0)),
      ...legibleFeatures(passage.text, passage.id, { text: '', gistIds: [], sentences, language }),
      ...sense.subarray(0, SENSE),
      ...deedFeatures(passage, language),
      ...manner,
      titleStems.size === 0 ? 0 : 1,
      overlap(passage.stems, titleStems, () => 1),
      [...titleStems].filter((stem) => passage.stems.has(stem)).length,
      ADDRESS.test(passage.text.replaceAll(QUOTATION, ' ')) ? 1 : 0,
      /^(?:\p{L}+ ){0,2}(?:this|these|the|our) (?:article|post|guide|review|recipe|tutorial|story|page|piece|study|paper|report)\b/iu.test(
        passage.text,
      )
        ? 1
        : 0,
      passage.kind === 'list-item' ? 1 : 0,
    ];
  });
}

/** How the article speaks, which says where its news stands: a report, an opinion, a feature. */
function mannerOf(candidates: readonly Passage[]): number[] {
  const count = Math.max(1, candidates.length);
  const share = (words: RegExp) => candidates.filter(({ text }) => words.test(text)).length / count;
  const ownWords = candidates.filter(({ text }) => /\b(?:I|we|our|my)\b/u.test(text.replaceAll(/["“].*?["”]/gu, ' '))).length / count;
  return [
    share(/["“]/u),
    ownWords,
    share(/\bsaid\b/u),
    share(/\d/u),
    share(/\?/u),
    count,
    candidates.reduce((sum, { words }) => sum + words.length, 0) / count,
    share(/\b(?:is|are|has|have)\b/u),
    share(ADDRESS),
  ];
}
const ADDRESS = /\b(?:you|your|yours|yourself)\b/iu;
const QUOTATION = /["“].*?["”]/gu;
const UNKNOWN = new Float32Array(AXES);

function deedFeatures({ text }: Passage, language: string): number[] {
  const reading = readingOf(text, language);
  const verb = reading === null ? -1 : reading.words.findIndex(({ head }) => head < 0);
  const word = (at: number | undefined) =>
    axesOf(reading === null || at === undefined || at < 0 ? '' : lowerAt(reading, at), language, WORD);
  const dependent = (relation: 'nsubj' | 'obj') => word(reading === null || verb < 0 ? -1 : dependentsOf(reading, verb, relation)[0]);
  return [...word(verb), ...dependent('nsubj'), ...dependent('obj')];
}

function nearness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let axis = 0; axis < a.length; axis += 1) sum += (a[axis] as number) * (b[axis] as number);
  return sum;
}
