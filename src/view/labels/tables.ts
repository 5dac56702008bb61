import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Labels } from './labels.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

const TABLES = { en, de, fr, es, it, pt, nl } as const;
type LabelLanguage = keyof typeof TABLES;

/** The words of one language; English where there is no table. */
export function labelsFor(language: string): Labels {
  return Object.hasOwn(TABLES, language) ? TABLES[language as LabelLanguage] : en;
}
