import { hasRelation, lowerAt } from '../language/reading/reading.ts';
import { isNamelessAge } from './leaning.ts';
import { legibleFeatures } from './legible.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';
import { languageFor } from '../language/tables.ts';
import { scoreOf, type Trees } from '../trees.ts';
import type { Context } from './context.ts';
import english from './data/clear.json' with { type: 'json' };
import elsewhere from './data/clear-elsewhere.json' with { type: 'json' };
import { pointingFeatures } from './pointing.ts';
import { leansOn, tiesOf, unnamedIn } from './ties.ts';

/** Whether a reader of the lines shown above a sentence will know what it speaks of. */
interface Clarity {
  /** Surely not: it is told with the sentence before it or not at all. */
  leans: boolean;
  /** How likely it is that a reader will not, 0 to 1; 0 where only a rule was asked. */
  risk: number;
}

export type Unclear = (passage: Passage, shown: readonly Passage[], context: Context) => Clarity;

/** What was learnt from judged lines: of English ones, and of all of them by what can be known in any language. */
export interface Clearness {
  english: Trees;
  elsewhere: Trees;
}

const LEARNT: Clearness = { english, elsewhere };

export function unclearBy(model: Clearness = LEARNT): Unclear {
  return (passage, shown, context) => {
    const isEnglish = languageFor(context.language).code === 'en';
    const score = isEnglish
      ? scoreOf(model.english, clearFeatures(passage, shown, context))
      : scoreOf(model.elsewhere, plainFeatures(passage, shown, context));
    const leans = isEnglish ? score > UNCLEAR : score > UNCLEAR_ELSEWHERE || leansOn(passage, shown, context);
    return { leans, risk: 1 / (1 + Math.exp(-score)) };
  };
}
/** A logit: held out, 215 of 5,041 judged lines come so far, and 116 of these are unclear. */
const UNCLEAR = -0.7;
/** The same elsewhere: 42 of 506 lines, 16 of them unclear. */
const UNCLEAR_ELSEWHERE = -0.4;

/** What is known of how a sentence reads under those that are shown above it, in order: whether a reader will know what it speaks of. */
export function clearFeatures(passage: Passage, shown: readonly Passage[], context: Context): number[] {
  const own = ownFeatures(passage, context);
  return [
    ...own.features,
    shown.length,
    leansOn(passage, shown, context) ? 1 : 0,
    unnamedIn(passage, shown, context),
    ...besideFeatures(passage, own.names, shown, context, namesOf),
  ];
}

/** The same in any language that has a grammar. */
export function plainFeatures(passage: Passage, shown: readonly Passage[], context: Context): number[] {
  const { language, passages, titleStems } = context;
  const text = context.textOf(passage);
  const { code } = languageFor(language);
  const flag = (is: boolean) => (is ? 1 : 0);
  const at = passages.indexOf(passage);
  return [
    code === 'en' ? 0 : code === 'de' ? 1 : 2,
    flag(leansOn(passage, shown, context)),
    ...pointingFeatures(passage, text, shown, context),
    shown.length,
    at,
    at / passages.length,
    ...besideFeatures(passage, namesIn(text), shown, context, (one) => namesIn(context.textOf(one))),
    text.length,
    flag(/["“„«]/u.test(text)),
    flag(/[:;–—]/u.test(text)),
    flag(/\d/u.test(text)),
    flag(passage.kind === 'list-item'),
    [...titleStems].filter((stem) => passage.stems.has(stem)).length,
    flag(titleStems.size > 0),
  ];
}

/** How a sentence stands to those that are shown: how far from them, which names are new in it, and what it shares with them. */
function besideFeatures(
  passage: Passage,
  names: readonly string[],
  shown: readonly Passage[],
  context: Context,
  namesFor: (passage: Passage, context: Context) => readonly string[],
): number[] {
  const places = shown.map((one) => context.passages.indexOf(one));
  const at = context.passages.indexOf(passage);
  const last = shown.at(-1);
  const lastNames = last === undefined ? [] : namesFor(last, context);
  const above = shown.map((one) => context.textOf(one));
  const isKnown = (name: string) => above.some((text) => text.includes(name));
  const strange = names.filter((name) => !isKnown(name) && !name.split(' ').some((word) => word.length > 3 && isKnown(word)));
  const told = new Set(shown.flatMap(({ stems }) => [...stems]));
  const shared = passage.stems.intersection(told).size;
  return [
    // Sentences to the nearest one that is shown, and to the one right above it.
    Math.min(...places.map((place) => Math.abs(at - place)), FAR),
    last === undefined ? FAR : Math.min(FAR, Math.max(-FAR, at - (places.at(-1) ?? 0))),
    lastNames.length,
    last !== undefined && lastNames.some((name) => context.textOf(last).startsWith(name)) ? 1 : 0,
    strange.length,
    strange.some((name) => context.textOf(passage).startsWith(name)) ? 1 : 0,
    strange.filter((name) => !/\s/u.test(name)).length,
    shared,
    shared / Math.max(1, passage.stems.size),
  ];
}
/** Sentences between two lines that make no difference any more. */
const FAR = 20;

/** What does not depend on what is shown. */
interface Own {
  text: string;
  features: number[];
  names: readonly string[];
}
const known = new WeakMap<Passage, Own>();

function namesOf(passage: Passage, context: Context): readonly string[] {
  return ownFeatures(passage, context).names;
}

function ownFeatures(passage: Passage, context: Context): Own {
  const text = context.textOf(passage);
  const earlier = known.get(passage);
  if (earlier?.text === text) return earlier;
  const flag = (is: boolean) => (is ? 1 : 0);
  const { isTied, reading, pointers, definites } = tiesOf(passage, context);
  const words = reading === null ? [] : pointers.map((one) => lowerAt(reading, one));
  const count = (pattern: RegExp) => words.filter((word) => pattern.test(word)).length;
  const [first = ''] = words;
  const features = [
    flag(isTied),
    pointers.length,
    count(/^(?:he|she|him|her|his|hers)$/u),
    count(/^(?:they|them|their|theirs)$/u),
    count(/^(?:it|its)$/u),
    count(/^(?:this|that|these|those|such)$/u),
    flag(/^(?:this|that|these|those|such)$/u.test(first) && (pointers[0] ?? FAR) <= 1),
    Math.min(pointers[0] ?? FAR, FAR),
    flag(reading !== null && pointers.some((one) => isNamelessAge(reading, one))),
    flag(reading !== null && pointers.some((one) => hasRelation(reading, one, 'nsubj'))),
    definites.filter(({ isLost }) => isLost).length,
    definites.filter(({ isBack }) => isBack).length,
    flag(reading !== null && definites.some((one) => one.isLost && hasRelation(reading, one.at, 'nsubj'))),
    ...legibleFeatures(text, passage.id, { text: '', gistIds: [], sentences: context.passages.length, language: context.language }),
  ];
  const own = { text, features, names: namesIn(text) };
  known.set(passage, own);
  return own;
}
