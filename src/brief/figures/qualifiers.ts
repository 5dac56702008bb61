import type { Qualifier } from '../../model/figure.ts';
import { languageFor } from '../../language/tables.ts';
import type { Token } from './tokens.ts';

export interface FoundQualifier {
  qualifier: Qualifier;
  /** The tokens that say so, with what they qualify. */
  start: number;
  end: number;
}

interface Phrases {
  before: ReadonlyMap<string, Qualifier>;
  behind: ReadonlyMap<string, Qualifier>;
  longest: number;
}

const SIGNS: Readonly<Record<string, Qualifier>> = {
  '>': 'more-than',
  '<': 'less-than',
  '≥': 'at-least',
  '≤': 'at-most',
  '~': 'about',
  '≈': 'about',
  '∼': 'about',
};
/** First words of the phrases that stand behind a number. */
const BEHIND = /^(?:or|and|oder|und|ou|et|o|y|e|of|en) (?!dessous|torno|deçà)\S+$/u;
const BOTH =
  /^(?:at least|at most|minimum|maximum|or so|mindestens|höchstens|au moins|au plus|au minimum|au maximum|al menos|por lo menos|como mínimo|como máximo|pelo menos|no mínimo|no máximo|almeno|al massimo|come minimo|circa|minstens|minimaal|maximaal|hooguit|ten minste|hoogstens|approximately|roughly|plus|more or less|más o menos|mais ou menos|più o meno)$/u;
/** "over three years" is during, not more than; so is "unter zwei Regierungen". */
const DURING = /^(?:over|über|sobre|above|sopra|onder|unter|under)$/u;
/** "turn over 30,000 emails", "hand out over ten contests": given, or spread. */
const SHIFTED =
  /^(?:turn(?:s|ed|ing)?|hand(?:s|ed|ing)?|took|takes?|taken|taking|spread|held|carr(?:y|ied)|pass(?:ed)?|out|staged|played)$/u;
/** "questions about 88-year-old Lee": what they are about, and no estimate. */
const OF_WHAT =
  /^(?:questions?|concerns?|concerned|worr(?:y|ies|ied)|doubts?|books?|films?|stor(?:y|ies)|details?|information|news|facts?|talk(?:s|ed|ing)?|think(?:s|ing)?|know(?:s|n)?|complain(?:s|ed|ts?)?|speak(?:s|ing)?|spoke|learn(?:s|ed|t)?|hear(?:s|d)?|ask(?:s|ed)?|arguments?|jokes?|something|anything|nothing|everything)$/u;
/** May stand between the phrase and the number. Not "the": "less than the 4.3% of last year" compares and leaves the number exact. */
const FILLER = /^(?:a|an|another|additional|ein|eine|les|la|le|los|las|os|as|i|gli|de|eenzelfde)$/u;

const phrasesByLanguage = new Map<string, Phrases>();

/** What the words around `[start, end)` do to the number in it; null when they leave it exact. */
export function qualifierOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  language: string,
  isDuration: boolean,
): FoundQualifier | null {
  const phrases = phrasesFor(language);
  // "over three months old", "over two decades after": longer than that.
  const isDuring = isDuration && !/^(?:old|ago|after|later|before|earlier)$/u.test(tokens[end]?.lower ?? '');
  const front =
    before(tokens, start, phrases, isDuring) ??
    before(tokens, FILLER.test(tokens[start - 1]?.lower ?? '') ? start - 1 : -1, phrases, isDuring);
  if (front !== null) return { ...front, end };
  const next = tokens[end];
  if (next === undefined || next.broken) return null;
  if (next.text === '+' && !next.spaced) return { qualifier: 'at-least', start, end: end + 1 };
  for (let size = phrases.longest; size >= 1; size -= 1) {
    const found = phrases.behind.get(join(tokens, end, end + size));
    if (found !== undefined) return { qualifier: found, start, end: end + size };
  }
  return null;
}

function before(tokens: readonly Token[], start: number, phrases: Phrases, isDuring: boolean): FoundQualifier | null {
  const last = tokens[start - 1];
  if (last === undefined) return null;
  const sign = SIGNS[last.text];
  if (sign !== undefined && Object.hasOwn(SIGNS, last.text)) return { qualifier: sign, start: start - 1, end: start };
  for (let size = Math.min(phrases.longest, start); size >= 1; size -= 1) {
    const phrase = join(tokens, start - size, start);
    const qualifier = phrases.before.get(phrase);
    if (qualifier === undefined) continue;
    if (phrase === 'about' && OF_WHAT.test(tokens[start - 2]?.lower ?? '')) continue;
    if (phrase === 'over' && SHIFTED.test(tokens[start - 2]?.lower ?? '')) continue;
    if (isDuring && DURING.test(phrase) && !/^(?:for|well|just|lasted|took|in)$/u.test(tokens[start - 2]?.lower ?? '')) continue;
    return { qualifier, start: start - size, end: start };
  }
  return null;
}

function join(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined || (index > from && token.broken) || token.lower.length > 30) return '';
    text += (index > from && token.spaced ? ' ' : '') + token.lower.replace('’', "'");
  }
  return text;
}

function phrasesFor(language: string): Phrases {
  const { code, numbers } = languageFor(language);
  let phrases = phrasesByLanguage.get(code);
  if (phrases === undefined) {
    const all = Object.entries(numbers.qualifiers).flatMap(([qualifier, words]) =>
      words.map((word) => [word.replace('’', "'"), qualifier as Qualifier] as const),
    );
    phrases = {
      before: new Map(all.filter(([phrase]) => !BEHIND.test(phrase) && phrase !== 'plus' && phrase !== 'or so')),
      behind: new Map(all.filter(([phrase]) => BEHIND.test(phrase) || BOTH.test(phrase))),
      longest: Math.max(1, ...all.map(([phrase]) => phrase.split(/[ ']/u).length + phrase.split("'").length - 1)),
    };
    phrasesByLanguage.set(code, phrases);
  }
  return phrases;
}
