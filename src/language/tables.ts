import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

const TABLES: ReadonlyMap<string, Language> = new Map([en, de, fr, es, pt, it, nl].map((table) => [table.code, table]));

/** What no language tells: digits, symbols and international scales only. Words of one language say nothing about another. */
const NEUTRAL: Language = {
  code: 'und',
  stopwords: [],
  abbreviations: en.abbreviations,
  hedges: [],
  sayingVerbs: [],
  danglingOpeners: [],
  negations: [],
  questionWords: { who: [], what: [], when: [], where: [], why: [], how: [], howMany: [], howMuch: [] },
  numbers: {
    decimal: '.',
    groups: [','],
    words: {},
    scales: { k: 1e3, mn: 1e6, mln: 1e6, bn: 1e9, mld: 1e9, mrd: 1e9 },
    ordinals: {},
    fractions: {},
    multiples: {},
    joiners: [],
    compound: false,
    alone: [],
    articles: [],
    minus: [],
    point: [],
    outOf: [],
    range: { from: [], to: [], between: [], and: [] },
    qualifiers: { about: [], 'more-than': [], 'at-least': [], 'less-than': [], 'at-most': [], 'up-to': [] },
  },
  calendar: en.calendar,
  changes: { up: [], down: [] },
  contests: [],
  sums: [],
  intents: [],
  back: { persons: [], these: [], links: [] },
  address: { reader: [], polite: [], writer: [] },
};

/** The table of a BCP 47 tag, by its primary subtag. `und` gets English; a language without a table the neutral one. */
export function languageFor(code: string): Language {
  const known = TABLES.get(code) ?? tagged.get(code);
  if (known !== undefined) return known;
  const table = tableOf(code);
  if (tagged.size >= REMEMBERED) tagged.clear();
  tagged.set(code, table);
  return table;
}

/** Tags such as `en-GB`, which an article asks for thousands of times. */
const tagged = new Map<string, Language>();
const REMEMBERED = 100;

function tableOf(code: string): Language {
  const primary = code.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
  if (primary === 'und' || primary === '') return en;
  return TABLES.get(primary) ?? NEUTRAL;
}

/** Every table there is, English first. */
export function languages(): readonly Language[] {
  return [...TABLES.values()];
}
