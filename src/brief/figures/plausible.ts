import type { Measure } from './measured.ts';
import { WORDY_CODES } from './money.ts';
import { attached, type Token } from './tokens.ts';
import { CURRENCY_CODES } from './units/currencies.ts';
import type { FoundUnit } from './units/lexicon.ts';

const ANGLE =
  /^(?:angles?|turn(?:ed|ing|s)?|rotat(?:e[ds]?|ing|ion)|tilt(?:ed|s)?|slopes?|incline[ds]?|latitude|longitude|winkel|neigung|gedreht|drehen|drehung|ángulos?|angolo|angoli|ângulos?|girar|giro|girare|gira|tourner|tourne|rotation|rotación|rotação|rotar|hoek|draai|draaien)$/u;

/** Degrees with no scale are an angle where the words around them turn or tilt. */
export function isAngle(tokens: readonly Token[], start: number, end: number): boolean {
  for (let index = Math.max(0, start - 4); index < Math.min(tokens.length, end + 3); index += 1) {
    if (ANGLE.test(tokens[index]?.lower ?? '')) return true;
  }
  return false;
}

/** Symbols that are words, initials or time of day as often as units are believed only where nothing speaks against. */
export function isUnitHere(tokens: readonly Token[], base: Measure, from: number, found: FoundUnit): boolean {
  const word = tokens[from];
  const next = tokens[found.end];
  if (word === undefined) return false;
  const text = word.text;
  if (found.end - from === 1 && /^["”″]$/u.test(text)) return isInchMark(tokens, from) && !base.reading.isWords;
  if (found.isLetter || text.length <= 2) {
    const isSymbol = word.kind === 'word' && found.end - from === 1;
    if (isSymbol && base.reading.isWords) return false;
    if (isSymbol && next !== undefined && attached(next) && /^(?:['’]|\p{N})$/u.test(next.text)) return false;
    if (isSymbol && attached(next) && /^[-&]$/u.test(next.text)) return false;
  }
  // "the 2004 Cup", "the 2012 Games": a name with its year.
  if (/^\p{Lu}\p{Ll}{2,}$/u.test(text) && base.reading.isPlain && base.value >= 1900 && base.value < 2100) return false;
  if (text === 'in')
    return (
      next === undefined ||
      (/^[.,;)x]$/u.test(next.text) && !(next.text === ',' && base.reading.isPlain && base.value > 1900)) ||
      /^(?:long|wide|tall|high|deep|by|x)$/u.test(next.lower)
    );
  // "the 1980s" and "in their 30s" are no seconds.
  if (text === 's' && attached(word)) return !(base.reading.isPlain && base.value >= 20 && base.value % 10 === 0);
  if (text === 'C' || text === 'F' || text === 'K') return word.spaced || text === 'C';
  if (text === 'won' || text === 'second')
    return text === 'second' ? !/^(?:place|half|time|largest|biggest)$/u.test(next?.lower ?? '') : base.value >= 1000;
  if (/^(?:am|pm)$/u.test(text))
    return (
      !base.reading.isPlain &&
      !/^\d{1,2}[.:][0-5]\d$/u.test(
        tokens
          .slice(base.numberStart, base.numberEnd)
          .map((token) => token.text)
          .join(''),
      )
    );
  if (found.unit.kind === 'money' && CURRENCY_CODES.has(text) && word.spaced && attached(next) && next.kind === 'digits') return false;
  if (found.unit.kind === 'money' && CURRENCY_CODES.has(text)) return !WORDY_CODES.has(text) || tokens[from + 1] === undefined;
  return true;
}

const RACES =
  /^(?:hurdles|heats|finals|semi-finals|races|runners|sprints|medallists|champions|times|waves|walls|towers|long|across|series)$/u;
const PEOPLE = /^(?:people|men|women|children|staff|police)$/u;

/** "1.4m workers": in front of what is counted an m is a million; "a 1.4m wall" is as long as it says. */
export function isMillion(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at];
  if (letter === undefined || !/^m$/iu.test(letter.text) || !attached(letter)) return false;
  const counted = tokens.slice(at + 1, at + 3);
  const noun = counted.find(({ text, lower }) => PEOPLE.test(lower) || /^\p{Ll}+[^su]s$/u.test(text));
  const between = noun === undefined ? [] : counted.slice(0, counted.indexOf(noun));
  return (
    noun !== undefined &&
    !RACES.test(noun.lower) &&
    [...between, noun].every((token) => token.kind === 'word' && token.spaced && !token.broken)
  );
}

/** A straight quote closes more quotations than it marks inches, and one behind a space opens one. */
function isInchMark(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  if (mark === undefined || !attached(mark)) return false;
  let quotes = 0;
  for (let index = Math.max(0, at - 200); index < at; index += 1) if (/^["“”]$/u.test(tokens[index]?.text ?? '')) quotes += 1;
  return quotes % 2 === 0;
}
