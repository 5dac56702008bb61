import { languageFor } from './tables.ts';
import { stemOf } from './stem.ts';

/** Words that ask and tell the same thing, one family a line. Colleagues do not type the article's words. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'own owner owned belong possess',
    'call describe label brand dub name term',
    'say tell state claim announce declare explain comment add note warn',
    'buy acquire purchase acquisition takeover',
    'sell sale sold',
    'cost price pay paid worth fee expense',
    'sign agree agreement deal contract partnership pact accord',
    'build construct construction develop',
    'begin start launch open',
    'end finish close stop cease',
    'grow rise increase climb gain jump surge',
    'fall drop decline decrease shrink cut reduce',
    'kill die death dead fatal',
    'hurt injure injury wound',
    'fire dismiss layoff sack redundancy',
    'hire recruit employ appoint',
    'firm company business corporation group',
    'boss chief ceo head leader executive',
    'money fund cash capital finance',
    'job post role work employment',
    'plan intend aim propose',
    'happen occur place',
    'location located site based situated place',
    'power electricity energy',
    'reason because cause due',
    'win won victory beat defeat',
    'lose lost defeat',
    'ban prohibit forbid outlaw',
    'allow permit let enable',
    'use employ utilise utilize',
    'make produce manufacture',
    'car vehicle automobile',
    'child children kid',
    'doctor physician medic',
    'country nation state',
    'big large huge size',
    'criticise criticize attack condemn slam blame',
    'big large size',
    'chip gpu processor',
  ],
};

const familiesByStem = new Map<string, Map<string, string[]>>();

/** The stem itself, then the stems that may stand for it. */
export function synonymsOf(stem: string, language: string): string[] {
  const { code } = languageFor(language);
  return [stem, ...(families(code).get(stem) ?? []).filter((other) => other !== stem)];
}

function families(code: string): Map<string, string[]> {
  const known = familiesByStem.get(code);
  if (known !== undefined) return known;
  const byStem = new Map<string, string[]>();
  for (const line of FAMILIES[code] ?? []) {
    const stems = [...new Set(line.split(' ').map((word) => stemOf(word, code)))];
    for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), ...stems]);
  }
  familiesByStem.set(code, byStem);
  return byStem;
}
