import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import type { Passage } from '../passages.ts';
import { repairerOf } from '../repair.ts';
import { pointText } from '../wording.ts';
import { toldAround } from './told.ts';

/** How a row tells a figure, and the sentence that names whom a bracket in it names. */
export interface Told {
  text: string;
  names: number | null;
}

/** What is known of a figure when it is told. */
interface Subject {
  passage: Passage;
  span: Span;
  figure: { raw: string; label: string; attributedTo: string | null };
}

/** Tells figures in the words of their sentences, with pronouns resolved as in points; null where a label says it better. */
export function tellerOf(passages: readonly Passage[], language: string): (subject: Subject) => Told | null {
  const repaired = repairerOf(passages, language);
  const verbs = new Set(languageFor(language).sayingVerbs);
  return ({ passage, span, figure }) => {
    if (passage.kind === 'table-row') return null;
    const mended = repaired(passage);
    // Whose words they are is judged elsewhere, and more cautiously.
    const isSpeaker = figure.attributedTo === null && verbs.has(/\]\s(\p{L}+)/u.exec(mended.text)?.[1] ?? '');
    const { text, names } = isSpeaker ? { text: pointText(passage.text, language), names: null } : mended;
    const start = placeIn(text, passage.text, span, figure.raw);
    const told = start < 0 ? null : toldAround(text, { start, end: start + figure.raw.length }, figure.label, language);
    if (told === null) return null;
    return { text: told, names: told.includes('[') ? names : null };
  };
}

/** Where the figure stands in the mended sentence: what is mended stands before it as a rule, so it is counted from the end. */
function placeIn(mended: string, text: string, span: Span, raw: string): number {
  const behind = text.slice(span.end).split(raw).length - 1;
  let at = mended.length;
  for (let left = behind; left >= 0; left -= 1) at = at < 0 ? -1 : mended.lastIndexOf(raw, at - 1);
  return at;
}
