import { languages } from '../language/tables.ts';

/** A capitalised run, with the small words that names hold: "Bank of England", "Ursula von der Leyen". */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*(?:\s+(?:(?:of|the|de|da|do|del|della|van|von|der|den|la|le|du|di|and|&)\s+){0,2}\p{Lu}[\p{L}\p{M}\p{N}.’'&-]*)*/gu;
const NOT_A_NAME = new Set(
  'a an the this that these those it he she they we i you in on at for from by with as but and or if when while after before since although commenting asked however today yesterday last next no yes more most less many some all both each every such its his her their our my what who where why how there here to of not now then than so for'.split(
    ' ',
  ),
);

/** Days and months of every language that has a table; "March" and "May" alone are no names either. Not the short forms: "out" is one. */
const CALENDAR = new Set(
  languages().flatMap(({ calendar }) => [...calendar.months, ...calendar.weekdays].filter((word) => word.length > 3 || word === 'may')),
);

/** Names in reading order, possessive endings cut. A sentence's first word counts when a name goes on behind it. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(NAME)) {
    const words = match[0].split(/\s+/u);
    const isDay = (word: string | undefined) => CALENDAR.has((word ?? '').toLowerCase().replace(/[.,]$/u, ''));
    while (isDay(words.at(-1))) words.pop();
    while (words.length > 0 && (isDay(words[0]) || NOT_A_NAME.has((words[0] ?? '').toLowerCase()))) words.shift();
    const name = words
      .join(' ')
      .replace(/['’]s?$/u, '')
      .replace(/[.,]$/u, '');
    if (name.length > 1 && !NOT_A_NAME.has(name.toLowerCase())) names.push(name);
  }
  return names;
}

/** "Norvik’s Ole Lind": whose he is, which is no part of his name. */
export const OWNER = /^\p{Lu}[\p{L}\s-]*['’]s\s(?=\p{Lu})/u;
