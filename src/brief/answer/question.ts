import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';
import type { FigureKind } from '../../model/figure.ts';
import { stemOf } from '../../language/stem.ts';
import { wordsOf } from '../words.ts';
import { asksAge } from './age.ts';
import { askedFor, measureFor, type Asked } from './asked.ts';

export interface Question {
  text: string;
  asked: Asked;
  /** The measure that would answer it, as far as it names one. */
  measure: FigureKind | null;
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
  /** "How old is she?" */
  asksAge: boolean;
  /** Stems of whoever is asked about in "what did Berg say?"; empty where nobody is. */
  speaker: readonly string[];
}

const FOCUS =
  /\b(?:what|which|whose|how many|how much)\s+(?:(?:kind|type|sort|name|part|number|form)s?\s+of\s+)?(?:the\s+)?(?!(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|might|may|must|happens?|happened)\b)(\p{L}+)/iu;
/** "What do analysts think of it?", "how did Berg put it?" */
const SPEAKING =
  /\b(?:do|does|did|has|have|had|is|was)\s+(.+?)\s+(?:say|said|saying|think|thinks|call|called|describe|described|want|believe|tell|told|claim|make of|feel|put)\b/iu;
const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|ist|sind|war|hat|haben|kann|wird|est-ce|es|son|fue|ha|é|foi|são|is|zijn|heeft|kan)\b/iu;

/** Reads a question. Never fails: what it cannot type is a `thing`. */
export function readQuestion(text: string, language: string): Question {
  const trimmed = text.trim();
  const asked = askedFor(trimmed, language);
  const functional = askingWords(trimmed, language);
  const words = wordsOf(trimmed, language).filter((word) => !word.stop && !functional.has(word.text.toLowerCase()));
  const names = new Set(
    namesIn(trimmed)
      .filter((name) => !functional.has(name.toLowerCase()) && !AUXILIARY.test(name))
      .flatMap((name) => wordsOf(name, language))
      .filter((word) => !word.stop && !functional.has(word.text.toLowerCase()) && !AUXILIARY.test(word.text))
      .map((word) => word.stem),
  );
  const focus = focusWord(trimmed);
  const stems = [...new Set(words.map((word) => word.stem))];
  return {
    text: trimmed,
    asked,
    measure: measureFor(trimmed),
    terms: stems,
    names,
    numbers: words.map((word) => word.text).filter((word) => /\p{N}/u.test(word)),
    focusNoun: focus === null ? null : stemOf(focus, language),
    form: formOf(trimmed),
    asksAge: asksAge(trimmed),
    speaker: wordsOf(SPEAKING.exec(trimmed)?.[1] ?? '', language).flatMap(({ stop, stem }) => (stop ? [] : [stem])),
    negated: wordsOf(trimmed, language).some((word) => languageFor(language).negations.includes(word.text.toLowerCase())),
  };
}

/** The words that only ask: "what year" in "what year did it open?", but not the year of "who won it last year?". */
function askingWords(text: string, language: string): ReadonlySet<string> {
  const read = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim()} `;
  const phrases = Object.values(languageFor(language).questionWords).flat();
  return new Set(phrases.filter((phrase) => !phrase.includes(' ') || read.includes(` ${phrase} `)).flatMap((phrase) => phrase.split(' ')));
}

/** The noun that a "which", "what" or "how many" stands before, as written in small letters; null without one. */
export function focusWord(text: string): string | null {
  return FOCUS.exec(text)?.[1]?.toLowerCase() ?? null;
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
