import { hasRelation, headOf, isPart, lowerAt, readingOf } from '../../language/reading/reading.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import type { FigureKind } from '../../model/figure.ts';
import { QUESTION_WORD } from './question-words.ts';

/** What kind of thing would answer the question. */
export const ASKED = ['person', 'time', 'place', 'reason', 'count', 'money', 'duration', 'percent', 'wording', 'yes-no', 'thing'] as const;
export type Asked = (typeof ASKED)[number];

const MONEY =
  /\bhow much (?:did|does|do|will|would|is|was|are|were|has|have)?.{0,60}\b(?:cost|costing|pay|paid|paying|worth|spend|spent|spending|price|charge|charging|earn|raise|raised|invest|invested|sell|sold|lose|lost|owe|save|fined)\b|\b(?:what|how much)\b.{0,80}\b(?:costs?|worth)\s*\?*$|\bwhat(?:'s| is| are| was| were| will be)?(?: the| its| their| his| her)?(?: \p{L}+){0,2} (?:cost|price|budget|worth|valuation|revenue|salary|fee|fine|bill|turnover)\b|\bwhat (?:does|do|did|will|would)\b.{1,60}\bcosts?\b|\bwhat(?:['’]s| is| was)? (?:an?|the|his|her|its|their)(?: [\p{L}'’-]+){1,3} (?:cost|price|salary|wage|fee|fare|rent|budget)\b(?! (?:of living|of power))|\bhow much (?:money|cash)\b|\b(?:kostet|kosten|gekostet|preis|coûte|prix|custa|preço|costa|prezzo|prijs)\b|\bcuánto cuesta\b/iu;
const WORDING =
  /\b(?:say|said|says|call|called|describe|described|tell|told|think|comment|quote|claim|claimed|write|wrote|nennt|nannte|sagte|dit|appelé|dijo|llamó|disse|chiamato|zei|noemde)\b/iu;
const DURATION =
  /^\P{L}*(?:(?:for )?how long|(?:seit )?wie lange|combien de temps|(?:por )?cuánto tiempo|(?:por )?quanto tempo|hoe lang)\b/iu;
const PERCENT =
  /^\P{L}*how (?:high|low) (?:is|are|was|were|did|have|has|had)\b.{0,40}\brates?\b|\b(?:what|which) (?:percentage|percent|share|proportion|portion)\b|\bhow many percent\b|\bwie viel prozent\b|\bquel pourcentage\b/iu;
const REASON =
  /\bhow come\b|\bwhat (?:is |was |are |were |lies |lay )?(?:behind|the reason|reasons?|motives?|caus|prompt|trigger|mak(?:e(?! of\b)|es|ing)\b|made|led|drove|explain)/iu;
/** "What's the deadline for it?" */
const DATED = /^what (?:is|was|are|were)(?: [\p{L}'’-]+){0,3} (?:date|deadline|birthday)\b/u;
/** "What's the film called?" asks for a name, and for nobody's words. */
const CALLED = /\b(?:called|named)\W*$/u;
const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|ist|sind|war|hat|haben|kann|darf|wird|muss|soll|est-ce|es|son|fue|ha|é|foi|são|is|zijn|heeft|kan)\b/iu;
/** WordNet's lexicographer files of nouns whose members have names, stand on maps and in calendars. */
const NAMED = new Set([14, 18]);
const PLACES = new Set([15]);
const TIMES = new Set([28]);
/** Common nouns whose most frequent sense hides what a "which" means by them. */
const BY_NOUN = new Map<string, Asked>([
  ...'party|founder|supporter|airline|band|bank|judge|maker|rival|owner|expert|analyst|newspaper|brand|retailer|broadcaster|studio|agency|union|charity|backer|investor'
    .split('|')
    .map((noun) => [stemOf(noun, 'en'), 'person'] as const),
  // Rates are told in percent, and their noun's first sense is one of time.
  [stemOf('rate', 'en'), 'percent'],
  ...'mes|mois|monat|maand|mês|mese|jahr|jaar|année|año|ano|anno|tag|dag|jour|día|dia|giorno'
    .split('|')
    .map((noun) => [noun, 'time'] as const),
]);

/** The measures that would answer a "how old", "how heavy" and the like; the first that fits the question. */
const MEASURES: readonly (readonly [RegExp, FigureKind])[] = [
  [/\bhow old\b|\b(?:what|which) age\b|\bwie alt\b|\bhoe oud\b|\bquel âge\b/iu, 'duration'],
  [/\bhow heavy\b|\bhow much\b.{0,60}\bweigh(?:s|ed)?\b(?! in\b)|\bweight of\b|\bwie schwer\b|\bhoe zwaar\b/iu, 'mass'],
  // "How far ahead is she?", "how far could poverty drop?": in whatever is counted there.
  [
    /\bhow (?:tall|deep|wide|far(?! (?:clear|ahead|behind|back|adrift|apart|off|down|up|in front)\b)(?!.{0,60}\b(?:drop|fall|fell|rise|rose|down|up|ahead|behind|clear|back)\b))\b|\bwie (?:weit|tief|breit)\b|\bhoe (?:ver|diep|breed)\b/iu,
    'length',
  ],
  [/\bhow (?:hot|cold|warm)\b|\btemperature\b/iu, 'temperature'],
  [
    /(?<!\bby )\bhow (?:big|large|high|much)\b.{0,40}\b(?:profit|loss|deal|fine|bill|budget|debt|fund|loan|payout|deficit|surplus|revenue|offer|bid|prize|money|cash|tax|salary|wage|sales)\b/iu,
    'money',
  ],
  [/^\P{L}*how much (?:does|did|do|will|would|is|was) (?:he|she|they|it|we)\b/iu, 'money'],
  [
    /\bhow (?:much|fast|far)\b.{0,60}\b(?:grow|grew|grown|rise|rose|risen|fall|fell|fallen|drop|increase|gain|gained|climb|shrink|jump|slump)/iu,
    'percent',
  ],
  [/\bum wie ?viel\b/iu, 'percent'],
];

/** The measure that the question asks for; null when it names none. */
export function measureFor(text: string): FigureKind | null {
  return MEASURES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The kind of a question by its first question word, and of a "which" by the noun behind it. */
export function askedFor(text: string, language: string): Asked {
  const lower = text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\b(who|what|where|when|why|how)['’](s|d|re|ll)\b/gu, (_, word: string, short: string) => `${word} ${WHOLE[short]}`);
  if (PERCENT.test(lower)) return 'percent';
  if (DURATION.test(lower)) return 'duration';
  if (REASON.test(lower)) return 'reason';
  if (asksPrice(lower, language)) return 'money';
  const word = firstQuestionWord(lower, language);
  if (word !== 'why' && word !== 'who' && MONEY.test(lower)) return 'money';
  switch (word) {
    case null:
      return AUXILIARY.test(lower) ? 'yes-no' : 'thing';
    case 'howMany':
    case 'howMuch':
      return 'count';
    case 'who':
      return 'person';
    case 'when':
      return 'time';
    case 'where':
      return 'place';
    case 'why':
      return 'reason';
    case 'what': {
      if (DATED.test(lower)) return 'time';
      if (CALLED.test(lower)) return 'thing';
      const noun = kindOfNoun(lower, language);
      return noun === 'thing' && WORDING.test(lower) ? 'wording' : noun;
    }
    case 'how':
      return WORDING.test(lower) ? 'wording' : 'thing';
    default:
      return word satisfies never;
  }
}

/** "How much is the pad?", "how much are tickets a night?": of a thing nothing else is asked so; with a verb or another word about it ("how much is left?") it is. */
function asksPrice(lower: string, language: string): boolean {
  if (languageFor(language).code !== 'en' || !PRICED.test(lower)) return false;
  const asked = readingOf(lower, language);
  return (
    asked !== null && asked.words.slice(PRICED_FROM).every((_, at) => !isPart(asked, at + PRICED_FROM, 'VERB', 'ADJ', 'SCONJ', 'PRON'))
  );
}
const PRICED = /^how much (?:is|are|was|were) (?!of\b|(?:it|this|that|he|she|they)\b)\p{L}/u;
/** Words of "how much is". */
const PRICED_FROM = 3;

/** What a question word is shortened with. */
const WHOLE: Readonly<Record<string, string>> = { s: 'is', d: 'did', re: 'are', ll: 'will' };

type Word = keyof ReturnType<typeof languageFor>['questionWords'];

/** The first question word, the longer of two; null without any, and where a question that opens with its verb has one further on. */
function firstQuestionWord(lower: string, language: string): Word | null {
  const { questionWords } = languageFor(language);
  let best: { word: Word; at: number; length: number } | null = null;
  for (const [word, phrases] of Object.entries(questionWords)) {
    for (const phrase of phrases) {
      const at = lower === phrase || lower.startsWith(`${phrase} `) ? 0 : lower.indexOf(` ${phrase} `) + 1;
      if (at === 0 && !lower.startsWith(phrase)) continue;
      if (best === null || at < best.at || (at === best.at && phrase.length > best.length)) {
        best = { word: word as Word, at, length: phrase.length };
      }
    }
  }
  return best !== null && (best.at === 0 || !AUXILIARY.test(lower)) ? best.word : null;
}

const BEHIND_WHICH =
  /^(?:.{0,20}\s)?(?:what|which|welche[rsnm]?|quel(?:le)?s?|qué|quale|quali|welke?|que)\s+(?:(?:kind|type|sort|name)s?\s+of\s+)?((?:[\p{L}'’-]+\s+){1,4})/u;
const VERB =
  /^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|might|may|must|'s|happens?|happened|gave|made|led|said|says|of|in|on|for|to|by|from|at)$/u;

/** By the noun that "which" stands with in the tree, else by the first before the verb that says something. */
function kindOfNoun(lower: string, language: string): Asked {
  const asked = readingOf(lower, language);
  const at = asked === null ? -1 : asked.words.findIndex((_, word) => QUESTION_WORD.test(lowerAt(asked, word)));
  const head = asked !== null && hasRelation(asked, at, 'det') ? headOf(asked, at) : -1;
  const own = asked !== null && head > at && isPart(asked, head, 'NOUN') ? kindOf(lowerAt(asked, head), language) : null;
  if (own !== null) return own;
  const words = (BEHIND_WHICH.exec(lower)?.[1] ?? '').trim().split(/\s+/u);
  let kind: Asked = 'thing';
  for (const word of words) {
    if (VERB.test(word) || word === '') break;
    const first = kindOf(word, language);
    if (first === null) continue;
    kind = first;
    if (kind !== 'thing') break;
  }
  return kind;
}

/** What a thing of that name is told by; null for a word that the dictionary does not know as a noun. */
function kindOf(word: string, language: string): Asked | null {
  const stem = stemOf(word.replace(/['’]s$/u, ''), language);
  const noun = relativesOf(stem, language).noun;
  return (
    BY_NOUN.get(stem) ??
    BY_NOUN.get(word) ??
    (noun === null ? null : NAMED.has(noun) ? 'person' : PLACES.has(noun) ? 'place' : TIMES.has(noun) ? 'time' : 'thing')
  );
}
