import { languages } from './tables.ts';

/** Letters looked at. Enough to tell any language, and a bound on the work. */
const SAMPLE = 8000;
/** Fewer stop words than this prove nothing in a long text. */
const MIN_HITS = 2;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu],
  ['han', /\p{Script=Han}+/gu],
  ['ko', /\p{Script=Hangul}+/gu],
  ['ar', /\p{Script=Arabic}+/gu],
  ['he', /\p{Script=Hebrew}+/gu],
  ['hi', /\p{Script=Devanagari}+/gu],
  ['cyrillic', /\p{Script=Cyrillic}+/gu],
  ['el', /\p{Script=Greek}+/gu],
  ['th', /\p{Script=Thai}+/gu],
  ['bn', /\p{Script=Bengali}+/gu],
  ['ta', /\p{Script=Tamil}+/gu],
  ['te', /\p{Script=Telugu}+/gu],
  ['ka', /\p{Script=Georgian}+/gu],
  ['hy', /\p{Script=Armenian}+/gu],
  ['latin', /\p{Script=Latin}+/gu],
];

/** Letters and words that one of our languages has and its neighbours have not. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['de', /[äöüß]/u],
  ['fr', /[çêèîœù]/u],
  ['es', /[ñ¿¡]/u],
  ['pt', /[ãõ]/u],
  ['it', /(?:ità|zione|zioni|gli|glia)$/u],
  ['nl', /ij/u],
];
/** A word in which none of the marks stands: most are. */
const MARKED = new RegExp(MARKS.map(([, { source }]) => source).join('|'), 'u');
/** Letters of all other scripts stand behind these; so do some marks and signs. */
const BEYOND_LATIN = /[\u0370-\u1fff\u2c00-\uffff]/;
/** Other Latin languages we have no tables for: enough function words not to take them for a neighbour. */
const STRANGERS: Readonly<Record<string, readonly string[]>> = {
  sv: ['och', 'att', 'det', 'som', 'är', 'på', 'för', 'inte', 'av', 'med', 'till', 'ett', 'har', 'från', 'om'],
  da: ['og', 'at', 'det', 'som', 'er', 'på', 'ikke', 'af', 'med', 'til', 'et', 'har', 'fra', 'den', 'blev'],
  no: ['og', 'å', 'det', 'som', 'er', 'på', 'ikke', 'av', 'med', 'til', 'et', 'har', 'fra', 'den', 'ble'],
  fi: ['ja', 'on', 'ei', 'että', 'se', 'hän', 'oli', 'ovat', 'mutta', 'kun', 'myös', 'joka', 'tai'],
  pl: ['i', 'w', 'na', 'się', 'że', 'nie', 'do', 'jest', 'z', 'to', 'jak', 'po', 'od', 'przez', 'dla'],
  cs: ['a', 'se', 'na', 'že', 'je', 'v', 'to', 'jako', 'ale', 'za', 'pro', 'které', 'který', 'jsou', 'byl'],
  tr: ['ve', 'bir', 'bu', 'da', 'de', 'için', 'ile', 'çok', 'olarak', 'daha', 'olan', 'gibi', 'ama'],
  ro: ['și', 'în', 'de', 'la', 'cu', 'nu', 'este', 'pe', 'că', 'din', 'mai', 'care', 'pentru', 'sunt'],
  ca: ['i', 'el', 'els', 'amb', 'per', 'és', 'que', 'les', 'una', 'dels', 'aquest', 'seva', 'més'],
  hu: ['és', 'a', 'az', 'hogy', 'nem', 'egy', 'is', 'meg', 'de', 'ez', 'volt', 'csak', 'mint'],
  id: ['yang', 'dan', 'di', 'itu', 'dengan', 'untuk', 'dari', 'ini', 'tidak', 'pada', 'dalam', 'adalah'],
  vi: ['và', 'của', 'là', 'có', 'được', 'cho', 'trong', 'không', 'với', 'các', 'một', 'người'],
};

/**
 * BCP 47 primary subtag of the language most of the text is in; `und` when it cannot tell. A hint for what to do with
 * the text, never shown as a fact.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).normalize('NFC');
  if (!BEYOND_LATIN.test(sample)) return /\p{Script=Latin}/u.test(sample) ? latinLanguage(sample) : 'und';
  const counts = SCRIPTS.map(([script, pattern]) => [script, lengthOf(sample.match(pattern) ?? [])] as const);
  const count = (script: string) => counts.find(([name]) => name === script)?.[1] ?? 0;
  // A few kana among Han letters make Japanese: the scripts are mixed in every sentence.
  if (count('kana') > 0 && count('kana') + count('han') >= count('latin') / 2) {
    return count('kana') * 20 >= count('han') ? 'ja' : 'zh';
  }
  const [script, most] = counts.reduce((best, next) => (weight(next) > weight(best) ? next : best));
  if (most === 0) return 'und';
  if (script === 'latin') return latinLanguage(sample);
  if (script === 'cyrillic') return cyrillicLanguage(sample);
  return script === 'han' ? 'zh' : script;
}

function lengthOf(runs: readonly string[]): number {
  return runs.reduce((sum, run) => sum + run.length, 0);
}

/** A Han letter is about two and a half Latin ones. */
function weight([script, count]: readonly [string, number]): number {
  return script === 'han' || script === 'ko' ? count * 2.5 : count;
}

function cyrillicLanguage(sample: string): string {
  if (/[іїєґ]/iu.test(sample)) return /[ў]/iu.test(sample) ? 'be' : 'uk';
  if (/[ђћџљњј]/iu.test(sample)) return 'sr';
  // Bulgarian has no ы, э or ё; Russian has ы in nearly every line.
  return /[ыэё]/iu.test(sample) || sample.length < 60 ? 'ru' : 'bg';
}

function latinLanguage(sample: string): string {
  const words = [...sample.toLowerCase().matchAll(WORD)].map(([word]) => word);
  const { spoken, codes } = (vocabulary ??= vocabularyOf());
  const scores = new Map(codes.map((code) => [code, 0]));
  const add = (code: string, score: number) => scores.set(code, (scores.get(code) ?? 0) + score);
  for (const [word, times] of timesOf(words)) {
    const known = spoken.get(word);
    // A word that four languages share tells a quarter as much.
    for (const code of known ?? []) add(code, times * (1 / (known?.length ?? 1) + 0.25));
    if (MARKED.test(word)) for (const [code, mark] of MARKS) if (mark.test(word)) add(code, times * 0.4);
  }
  const ranked = [...scores].toSorted(([, a], [, b]) => b - a);
  const [code, best] = ranked[0] ?? ['und', 0];
  const second = ranked[1]?.[1] ?? 0;
  const enough = words.length < 12 ? 0.5 : Math.max(MIN_HITS, words.length * 0.04);
  return best >= enough && best > second * 1.05 ? code : 'und';
}

function timesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}

interface Vocabulary {
  codes: readonly string[];
  /** The languages that have a word. */
  spoken: ReadonlyMap<string, readonly string[]>;
}

let vocabulary: Vocabulary | undefined;

function vocabularyOf(): Vocabulary {
  const tables = new Map<string, ReadonlySet<string>>();
  for (const { code, stopwords, numbers, calendar } of languages()) {
    // Number words tell the language of a fragment that has no function words: "einundzwanzig Euro".
    const counted = [numbers.words, numbers.scales].flatMap((words) => Object.keys(words)).filter((word) => word.length > 2);
    tables.set(code, new Set([...stopwords, ...counted, ...calendar.months.filter((month) => month.length > 3)]));
  }
  for (const [code, words] of Object.entries(STRANGERS)) tables.set(code, new Set(words));
  const spoken = new Map<string, string[]>();
  for (const [code, words] of tables) for (const word of words) spoken.set(word, [...(spoken.get(word) ?? []), code]);
  return { codes: [...tables.keys()], spoken };
}
