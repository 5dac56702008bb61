import { voicesOf } from '../figures/voices.ts';
import type { Passage } from '../passages.ts';
import { wordsOf } from '../words.ts';
import type { Search } from './matching.ts';

/** "She paid …", "Their offer …": whoever is meant has been named. */
const STANDS_FOR = /^(?:he|she|his|her|him|they|their|them|it|its)$/iu;
/** Sentences back in which whoever is spoken of may have been named, and what a name counts for with each of them. */
const BACK = 4;
const [MEANT, PASSED] = [0.95, 0.7];

/** Share of the question's names that the passage has, or that have just been named: those a pronoun may mean count nearly in full. */
export function namesInPlay({ question, passages, met, weights }: Search, index: number): number {
  const fading = passages[index]?.words.some(({ text }) => STANDS_FOR.test(text)) === true ? MEANT : PASSED;
  let [held, all] = [0, 0];
  question.terms.forEach((term, at) => {
    if (!question.names.has(term)) return;
    const weight = weights[at] ?? 0;
    let most = 0;
    for (let back = 0; back <= BACK; back += 1) most = Math.max(most, fading ** back * (met[index - back]?.[at]?.own ?? 0));
    held += weight * most;
    all += weight;
  });
  return all === 0 ? 1 : held / all;
}

/** Words of a stretch, and by how many the next one is further on. */
const [STRETCH, STEP] = [10, 3];
/** Words of a passage that are looked at. */
const LOOKED_AT = 120;

/** How much of the question stands within a few words of the passage, 0 to 1. */
export function densityOf({ question, weights, total, likeness }: Search, { words }: Passage): number {
  const some = words.slice(0, LOOKED_AT);
  const met = question.terms.map((term, at) => some.map(({ stem, stop }) => (stop && stem !== term ? 0 : likeness(at, stem))));
  let most = 0;
  for (let from = 0; from < Math.max(1, some.length - STRETCH + STEP + 1); from += STEP) {
    const sum = met.reduce((all, values, at) => all + (weights[at] ?? 0) * Math.max(0, ...values.slice(from, from + STRETCH)), 0);
    most = Math.max(most, sum);
  }
  return total === 0 ? 0 : most / total;
}

/** How much of whoever is asked about speaks or stands in the passage, 0 to 1; -1 where the question asks for nobody's words. */
export function voiceOf({ question: { speaker }, passages, language }: Search, { id, stems }: Passage): number {
  if (speaker.length === 0) return -1;
  const name = voicesOf(passages, language).get(id)?.name ?? '';
  const voice = new Set(wordsOf(name, language).map(({ stem }) => stem));
  return speaker.filter((stem) => voice.has(stem) || stems.has(stem)).length / speaker.length;
}
