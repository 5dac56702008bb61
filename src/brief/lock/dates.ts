import { languageFor } from '../../language/tables.ts';
import type { Fault, Held } from './fault.ts';

/** Days that are told from the day of writing: in English, and in the other languages, where they are no English names. */
const RELATIVE = {
  en: /(?<![\p{L}])(?:today(?!['’]s)|yesterday|tomorrow|tonight|(?:last|next|this) (?:week|month|year|night|weekend))(?![\p{L}])/giu,
  other:
    /(?<![\p{L}])(?:heute|gestern|morgen|hier|demain|aujourd['’]hui|ayer|hoy|ieri|oggi|domani|ontem|hoje|amanhã|gisteren|vandaag)(?![\p{L}])/giu,
};

interface NamedDay {
  words: string;
  month: string;
  day: string | null;
}

/** Months with their days, weekdays, and days told from today. */
export function dateFaults({ claim, source, language }: Held): Fault[] {
  const { months, weekdays } = languageFor(language).calendar;
  const known = [...namedDays(source, months), ...smallMonths(source, months)];
  const faults: Fault[] = namedDays(claim, months)
    .filter(({ month, day }) => !known.some((other) => sameMonth(other.month, month, months) && (day === null || day === other.day)))
    .map(({ words }) => ({ kind: 'date', words }));
  const knownDays = [
    ...capitalised(source, weekdays),
    // Some texts write every word small; "sat" and "sun" are then words like others.
    ...[...source.matchAll(/\p{L}{4,}/gu)].map(([word]) => word.toLowerCase()).filter((word) => weekdays.includes(word)),
  ];
  for (const word of capitalised(claim, weekdays)) {
    if (!knownDays.some((other) => other.slice(0, 2) === word.slice(0, 2))) faults.push({ kind: 'date', words: word });
  }
  const lower = source.toLowerCase().replaceAll('’', "'");
  for (const [words] of claim.matchAll(language.startsWith('en') ? RELATIVE.en : RELATIVE.other)) {
    if (!lower.includes(words.toLowerCase().replaceAll('’', "'"))) faults.push({ kind: 'date', words });
  }
  return faults;
}

function namedDays(text: string, months: readonly string[]): NamedDay[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const [word] = match;
    if (!months.includes(word.toLowerCase())) return [];
    const before = /(?<!\p{Nd})(\p{Nd}{1,2})(?:st|nd|rd|th|º|er|\.)?\s(?:of\s|de\s|di\s)?$/u.exec(text.slice(0, match.index))?.[1];
    const behind = /^\.?\s(\p{Nd}{1,2})(?:st|nd|rd|th)?(?![\p{Nd}:]|\.\p{Nd}|\s(?:million|billion|thousand))/u.exec(
      text.slice(match.index + word.length),
    )?.[1];
    const day = before ?? behind ?? null;
    // "Mar Dixon", "June Berg": whether she stands there is asked of her name.
    if (day === null && /^\s\p{Lu}\p{Ll}/u.test(text.slice(match.index + word.length)) && !OF_MONTH.test(text.slice(0, match.index)))
      return [];
    // "may" and "march" are words as well.
    const isSmall = /^\p{Ll}/u.test(word);
    if (isSmall && (day === null || (/^(?:may|march)$/u.test(word) && /\p{Lu}/u.test(text)))) return [];
    return [{ words: day === null ? word : `${word} ${day}`, month: word.toLowerCase(), day }];
  });
}

const OF_MONTH = /\b(?:in|since|by|of|until|from|last|next|this|late|early|mid)[\s-]$/iu;

/** Some texts write every word small; "may" and "march" are then words like others, but as "scheduled for may 19 ." */
function smallMonths(text: string, months: readonly string[]): NamedDay[] {
  const named = [...text.matchAll(/(?<![\p{L}])\p{Ll}{3,}(?![\p{L}])/gu)].flatMap(([word]): NamedDay[] =>
    months.includes(word) && word !== 'may' && word !== 'march' ? [{ words: word, month: word, day: null }] : [],
  );
  const days = [...text.matchAll(/(?<!\p{L})(may|march) (\d{1,2})(?=\s?(?:[.,;)]|$))/gmu)];
  return [...named, ...days.map(([words, month = '', day = '']): NamedDay => ({ words, month, day }))];
}

/** "Sept" is September. */
function sameMonth(a: string, b: string, months: readonly string[]): boolean {
  if (a === b) return true;
  return a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a)) && months.includes(a) && months.includes(b);
}

function capitalised(text: string, words: readonly string[]): string[] {
  return [...text.matchAll(/\p{Lu}\p{L}+/gu)].map(([word]) => word.toLowerCase()).filter((word) => words.includes(word) && word.length > 2);
}
