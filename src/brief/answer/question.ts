import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';
import { stemOf } from '../../language/stem.ts';
import { wordsOf } from '../words.ts';

/** What kind of thing would answer the question. */
export const ASKED = ['person', 'time', 'place', 'reason', 'count', 'money', 'duration', 'percent', 'wording', 'yes-no', 'thing'] as const;
type Asked = (typeof ASKED)[number];

export interface Question {
  text: string;
  asked: Asked;
  /** Each stem that carries meaning, in reading order, once. */
  terms: readonly string[];
  /** Stems of the proper names in it: these must match, nothing stands for them. */
  names: ReadonlySet<string>;
  /** Numbers as written, which must match as well. */
  numbers: readonly string[];
  /** Stem of the noun that the question asks for: `countr` in "in which country …"; null when none is named. */
  focusNoun: string | null;
  /** How it is built, see `formOf`. */
  form: number;
  /** "Why did it not …" */
  negated: boolean;
}

const FOCUS =
  /\b(?:what|which|whose)\s+(?:(?:kind|type|sort|name|part|number|form)s?\s+of\s+)?(?:the\s+)?(?!(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|might|may|must|happens?|happened)\b)(\p{L}+)/iu;
const MONEY =
  /\bhow much (?:did|does|do|will|would|is|was|are|were|has|have)?.{0,60}\b(?:cost|pay|paid|worth|spend|spent|price|charge|earn|raise|raised|invest|invested|sell|sold|lose|lost|owe|save|fined)\b|\b(?:what|how much)\b.{0,80}\bcosts?\s*\?*$|\bwhat(?:'s| is| are| was| were| will be)(?: the| its| their| his| her)?(?: \p{L}+){0,2} (?:cost|price|budget|worth|valuation|revenue|salary|fee|fine|bill|turnover)\b|\b(?:kostet|kosten|preis|coût|coûte|prix|cuesta|precio|costo|custa|preço|costa|prezzo|prijs)\b/iu;
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
    terms: stems,
    names,
    numbers: words.map((word) => word.text).filter((word) => /\p{N}/u.test(word)),
    focusNoun: FOCUS.exec(trimmed)?.[1] === undefined ? null : stemOf((FOCUS.exec(trimmed)?.[1] ?? '').toLowerCase(), language),
    form: formOf(trimmed),
    negated: wordsOf(trimmed, language).some((word) => languageFor(language).negations.includes(word.text.toLowerCase())),
  };
}

/** 0 "who did …", 1 "who built …", 2 "which firm did …", 3 "which firm built …", 4 "… does what?", 5 anything else. */
function formOf(text: string): number {
  const words = text
    .toLowerCase()
    .replace(/[?.!]+$/u, '')
    .split(/\s+/u);
  const at = words.findIndex((word) => WH.test(word));
  if (at < 0) return 5;
  if (at >= words.length - 2 && words.length > 3) return 4;
  if (AUXILIARY.test(words[at + 1] ?? '')) return 0;
  const next = words.slice(at + 1, at + 5).findIndex((word) => AUXILIARY.test(word));
  if (/^wh(?:at|ich|ose)$/u.test(words[at] ?? '') || words[at] === 'how') return next > 0 ? 2 : 3;
  return 1;
}
const WH =
  /^(?:who|whom|whose|what|which|when|where|why|how|wer|was|wann|wo|warum|wie|welche[rs]?|qui|que|quoi|quand|où|pourquoi|comment|quel(?:le)?s?|quién|qué|cuándo|dónde|cómo|quem|quando|onde|como|chi|cosa|dove|come|perché|wie|wat|waar|waarom|welke?)$/u;

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
