import { EN_IRREGULAR } from './en-irregular.ts';
import { languageFor } from './tables.ts';

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ['izations', 'ization', 'ations', 'ation', 'ingly', 'ments', 'ment', 'ities', 'ness', 'edly', 'ings', 'ions', 'ing', 'ied', 'ies', 'ion', 'ers', 'ity', 'ed', 'es', 'er', 'ly', 's', 'e', 'y'],
  de: ['ungen', 'heiten', 'keiten', 'ung', 'heit', 'keit', 'isch', 'ern', 'em', 'en', 'er', 'es', 'e', 's', 'n'],
  fr: ['issements', 'issement', 'ements', 'ement', 'ations', 'ation', 'euses', 'euse', 'eurs', 'eur', 'ées', 'ée', 'és', 'é', 'er', 'es', 'e', 's', 'x'],
  es: ['aciones', 'ación', 'amientos', 'amiento', 'mente', 'idades', 'idad', 'ando', 'iendo', 'ados', 'adas', 'ado', 'ada', 'idos', 'ido', 'ar', 'er', 'ir', 'os', 'as', 'es', 'o', 'a', 'e', 's'],
  pt: ['ações', 'ação', 'mentos', 'mento', 'mente', 'idades', 'idade', 'ando', 'endo', 'ados', 'adas', 'ado', 'ada', 'idos', 'ido', 'ar', 'er', 'ir', 'os', 'as', 'es', 'o', 'a', 'e', 's'],
  it: ['azioni', 'azione', 'amenti', 'amento', 'mente', 'ità', 'ando', 'endo', 'ati', 'ate', 'ato', 'ata', 'iti', 'ito', 'are', 'ere', 'ire', 'o', 'a', 'e', 'i'],
  nl: ['heden', 'heid', 'ingen', 'ing', 'lijk', 'en', 'er', 'es', 'e', 's', 't'],
};
/** What must be left of a word when its ending is cut. */
const STEM_MIN = 3;

/** A light stem: an irregular form's base, or the longest known ending cut once with a doubled final consonant undone. */
export function stemOf(word: string, language: string): string {
  const { code } = languageFor(language);
  let stems = known.get(code);
  if (stems === undefined) known.set(code, (stems = new Map()));
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = cut(word, code);
    if (stems.size >= REMEMBERED) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}

/** Most words are the same few thousand. */
const known = new Map<string, Map<string, string>>();
const REMEMBERED = 10_000;

function cut(word: string, code: string): string {
  const lower = code === 'en' ? (EN_IRREGULAR.get(word) ?? word) : word;
  if (lower.length <= STEM_MIN || /\p{N}/u.test(lower)) return lower.replace(/,/g, '');
  for (const ending of ENDINGS[code] ?? []) {
    if (lower.endsWith(ending) && lower.length - ending.length >= STEM_MIN) {
      const stem = lower.slice(0, -ending.length);
      return code === 'en' && /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
    }
  }
  return lower;
}
