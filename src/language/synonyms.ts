import { DE_FAMILIES } from './families/de.ts';
import { EN_FAMILIES } from './families/en.ts';
import { ES_FAMILIES } from './families/es.ts';
import { FR_FAMILIES } from './families/fr.ts';
import { IT_FAMILIES } from './families/it.ts';
import { NL_FAMILIES } from './families/nl.ts';
import { PT_FAMILIES } from './families/pt.ts';
import { languageFor } from './tables.ts';
import { stemOf } from './stem.ts';

/** Colleagues do not type the article's words. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['de', DE_FAMILIES],
  ['en', EN_FAMILIES],
  ['es', ES_FAMILIES],
  ['fr', FR_FAMILIES],
  ['it', IT_FAMILIES],
  ['nl', NL_FAMILIES],
  ['pt', PT_FAMILIES],
]);

const familiesByStem = new Map<string, Map<string, string[]>>();

/** The stem itself, then the stems that may stand for it. */
export function synonymsOf(stem: string, language: string): string[] {
  const { code } = languageFor(language);
  return [stem, ...(families(code).get(stem) ?? []).filter((other) => other !== stem)];
}

function families(code: string): Map<string, string[]> {
  const known = familiesByStem.get(code);
  if (known !== undefined) return known;
  const byStem = new Map<string, string[]>();
  for (const line of (FAMILIES.get(code) ?? '').trim().split(/[|\n]/u)) {
    const stems = [...new Set(line.split(' ').map((word) => stemOf(word, code)))];
    for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), ...stems]);
  }
  familiesByStem.set(code, byStem);
  return byStem;
}
