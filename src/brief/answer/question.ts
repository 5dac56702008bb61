import { languageFor } from '../../language/tables.ts';
import { synonymsOf } from '../../language/synonyms.ts';
import { namesIn } from '../names.ts';
import { wordsOf } from '../words.ts';

/** What kind of thing would answer the question. */
type Asked = 'person' | 'time' | 'place' | 'reason' | 'count' | 'money' | 'duration' | 'percent' | 'wording' | 'yes-no' | 'thing';

export interface Question {
  text: string;
  asked: Asked;
  /** Each stem that carries meaning, with the stems that may stand for it in the text, itself first. */
  terms: readonly (readonly string[])[];
  /** Stems of the proper names in it: these must match, nothing stands for them. */
  names: ReadonlySet<string>;
  /** Numbers as written, which must match as well. */
  numbers: readonly string[];
}

const MONEY =
  /\b(?:how much (?:did|does|do|will|would|is|was|are|were|has|have)?.{0,60}\b(?:cost|pay|paid|worth|spend|spent|price|charge|earn|raise|raised|invest|invested|sell|sold)|costs?|price|budget|worth|valuation|revenue|salary|kostet|kosten|preis|coût|coûte|prix|cuesta|precio|costo|custa|preço|costa|prezzo|prijs)\b/iu;
const WORDING =
  /\b(?:say|said|says|call|called|describe|described|tell|told|comment|quote|claim|claimed|write|wrote|nennt|nannte|sagte|dit|appelé|dijo|llamó|disse|chiamato|zei|noemde)\b/iu;
const DURATION = /\bhow long\b|\bwie lange\b|\bcombien de temps\b|\bcuánto tiempo\b|\bquanto tempo\b|\bhoe lang\b/iu;
const PERCENT =
  /\b(?:what|which) (?:percentage|percent|share|proportion)\b|\bhow many percent\b|\bwie viel prozent\b|\bquel pourcentage\b/iu;
const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|ist|sind|war|hat|haben|kann|wird|est-ce|es|son|fue|ha|é|foi|são|is|zijn|heeft|kan)\b/iu;

/** Reads a question. Never fails: what it cannot type is a `thing`. */
export function readQuestion(text: string, language: string): Question {
  const trimmed = text.trim();
  const asked = askedFor(trimmed, language);
  const functional = new Set(
    Object.values(languageFor(language).questionWords).flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(' '))),
  );
  const words = wordsOf(trimmed, language).filter((word) => !word.stop && !functional.has(word.text.toLowerCase()));
  const names = new Set(
    namesIn(trimmed)
      .filter((name) => !functional.has(name.toLowerCase()) && !AUXILIARY.test(name))
      .flatMap((name) => wordsOf(name, language))
      .filter((word) => !word.stop && !functional.has(word.text.toLowerCase()) && !AUXILIARY.test(word.text))
      .map((word) => word.stem),
  );
  const stems = [...new Set(words.map((word) => word.stem))];
  return {
    text: trimmed,
    asked,
    terms: stems.map((stem) => (names.has(stem) ? [stem] : synonymsOf(stem, language))),
    names,
    numbers: words.map((word) => word.text).filter((word) => /\p{N}/u.test(word)),
  };
}

function askedFor(text: string, language: string): Asked {
  const lower = text.toLowerCase();
  const { questionWords } = languageFor(language);
  const asks = (phrases: readonly string[]) =>
    phrases.some((phrase) => lower === phrase || lower.startsWith(`${phrase} `) || lower.includes(` ${phrase} `));
  if (PERCENT.test(lower)) return 'percent';
  if (DURATION.test(lower)) return 'duration';
  if (MONEY.test(lower)) return 'money';
  if (asks(questionWords.howMany)) return 'count';
  if (asks(questionWords.howMuch)) return 'count';
  if (WORDING.test(lower) && (asks(questionWords.what) || asks(questionWords.how))) return 'wording';
  if (asks(questionWords.who)) return 'person';
  if (asks(questionWords.when)) return 'time';
  if (asks(questionWords.where)) return 'place';
  if (asks(questionWords.why)) return 'reason';
  if (AUXILIARY.test(lower)) return 'yes-no';
  return 'thing';
}
