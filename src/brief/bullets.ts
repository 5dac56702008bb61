import { overlap, type Passage } from './passages.ts';
import type { Unclear } from './clear.ts';
import type { Context } from './context.ts';
import { isCut, leansOn, unnamedIn } from './ties.ts';
import type { Worth } from './worth.ts';

/** Two sentences that share more than this say the same thing. */
const SAME = 0.55;

/** What is asked of the article while points are chosen. */
export interface Choice extends Context {
  /** Must it never be shown? */
  isUnfit: (passage: Passage) => boolean;
  weight: (stem: string) => number;
  unclear: Unclear;
  /** Is the bullet within the limit, and does the lock let it through? */
  holds: (bullet: Bullet) => boolean;
}

/** Share of weighted stems from which on two sentences speak of the same. */
const RELATED = 0.08;

/** One point: a sentence, or two that stand side by side in the article. */
export type Bullet = readonly Passage[];

/**
 * The points worth most, in the order of the article, none of them said twice. A sentence that leans on the one before it
 * is taken together with that one, or right under it, or not at all. `opening` is told in any case.
 */
export function chooseBullets(
  worths: readonly Worth[],
  count: number,
  gist: Passage | null,
  choice: Choice,
  opening: readonly Bullet[] = [],
  least = -Infinity,
): Bullet[] {
  let bullets: Bullet[] = [...opening];
  // What leans on a sentence may be told once that one is.
  for (;;) {
    const next = nextOf(bullets, worths, count, gist, choice, least);
    if (next === null) return bullets;
    bullets = next;
  }
}

/** The bullets with the one sentence more that is worth most beside them; null where there is none. */
function nextOf(
  bullets: readonly Bullet[],
  worths: readonly Worth[],
  count: number,
  gist: Passage | null,
  choice: Choice,
  least: number,
): Bullet[] | null {
  let best: { bullets: Bullet[]; worth: number } | null = null;
  for (const { passage, worth } of worths) {
    if (worth < least || (best !== null && worth <= best.worth)) break;
    const next = withSentence(bullets, passage, gist, choice);
    if (next === null || next.length > count) continue;
    const price = priceOf(passage, next, gist, choice);
    if (worth - price >= least && (best === null || worth - price > best.worth)) best = { bullets: next, worth: worth - price };
  }
  return best?.bullets ?? null;
}

/** What a thing costs that the sentence takes for known, how many of them count, and what a sentence costs that is surely unclear; set by hand, held out. */
const UNNAMED = 0.15;
const MOST_UNNAMED = 2;
const RISK = 0.6;
/** What it costs to tell below the gist what stands above it in the article: mostly the opening that it was preferred to. */
const BEFORE = 0.4;

/** What a sentence costs a reader who has not read those that it takes for known. */
function priceOf(passage: Passage, bullets: readonly Bullet[], gist: Passage | null, choice: Choice): number {
  const shown = shownAbove(passage, bullets, gist);
  const { risk } = choice.unclear(passage, shown, choice);
  const isBefore = gist !== null && passage.id < gist.id;
  return UNNAMED * Math.min(MOST_UNNAMED, unnamedIn(passage, shown, choice)) + RISK * risk + (isBefore ? BEFORE : 0);
}

function withSentence(bullets: readonly Bullet[], passage: Passage, gist: Passage | null, choice: Choice): Bullet[] | null {
  if (isSaid(passage, bullets, gist, choice)) return null;
  const before = previousOf(passage, choice);
  // What was cut from the sentence above explains nothing.
  const above = before === null || isCut(before, choice.textOf(before)) ? undefined : bullets.find((bullet) => bullet.at(-1) === before);
  const leans = isUnclear(passage, bullets, gist, choice);
  // What leans on a sentence that cannot be told with it is not worth a look at its words.
  const needsPair = leans && above === undefined && !(before === gist && gist?.id === 0);
  if (needsPair && (before === null || isSaid(before, bullets, gist, choice))) return null;
  if (!canBeTold(passage, choice)) return null;
  // What points at the sentence before it, or speaks of the same, makes one point with it.
  const mayShare = (first: Passage | undefined, second: Passage | undefined) =>
    first !== undefined &&
    second !== undefined &&
    (overlap(first.stems, second.stems, choice.weight) > RELATED ||
      leansOn(
        second,
        shownAbove(second, bullets, gist).filter((one) => one !== first),
        choice,
      ));
  if (above?.length === 1 && (leans || mayShare(above[0], passage)) && fits([...above, passage], choice))
    return bullets.map((bullet) => (bullet === above ? [...above, passage] : bullet));
  const below = bullets.find(([first, second]) => first !== undefined && second === undefined && previousOf(first, choice) === passage);
  if (!needsPair) {
    if (below !== undefined && mayShare(passage, below[0]) && fits([passage, ...below], choice))
      return bullets.map((bullet) => (bullet === below ? [passage, ...below] : bullet));
    return inOrder([...bullets, [passage]]);
  }
  const isPair = before !== null && canBeTold(before, choice) && fits([before, passage], choice);
  return isPair && !isUnclear(before, bullets, gist, choice) ? inOrder([...bullets, [before, passage]]) : null;
}

function isUnclear(passage: Passage, bullets: readonly Bullet[], gist: Passage | null, choice: Choice): boolean {
  const shown = shownAbove(passage, bullets, gist);
  const before = shown.findLast((one) => one === previousOf(passage, choice));
  const isOrphan = before !== undefined && isCut(before, choice.textOf(before)) && leansOn(passage, shown, choice);
  // What was cut from the sentence above may be what this one speaks of.
  return isOrphan || choice.unclear(passage, shown, choice).leans;
}

function canBeTold(passage: Passage, choice: Choice): boolean {
  return !choice.isUnfit(passage) && choice.holds([passage]);
}

function fits(bullet: Bullet, choice: Choice): boolean {
  // What ends without a full stop stands on a line of its own.
  return bullet.slice(0, -1).every((one) => /[.!?。！？]["'”’»)]*$/u.test(choice.textOf(one))) && choice.holds(bullet);
}

function inOrder(bullets: readonly Bullet[]): Bullet[] {
  return bullets.toSorted((a, b) => (a[0]?.id ?? 0) - (b[0]?.id ?? 0));
}

/** The sentence before it, where nothing but the end of a paragraph parts them. */
function previousOf(passage: Passage, { passages }: Choice): Passage | null {
  const before = passages[passages.indexOf(passage) - 1];
  return before === undefined || before.kind !== passage.kind || before.heading !== passage.heading ? null : before;
}

function isSaid(passage: Passage, bullets: readonly Bullet[], gist: Passage | null, { weight }: Choice): boolean {
  const said = [...(gist === null ? [] : [gist]), ...bullets.flat()];
  return said.some((other) => other.id === passage.id || overlap(other.stems, passage.stems, weight) > SAME);
}

/** The gist, and what is shown of the article above the sentence. */
function shownAbove({ id }: Passage, bullets: readonly Bullet[], gist: Passage | null): Passage[] {
  return [...(gist === null ? [] : [gist]), ...bullets.flat().filter((one) => one.id < id)];
}
