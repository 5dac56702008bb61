import { wordsOf } from '../words.ts';
import type { Fault, Held } from './fault.ts';

/** Words of which one says how much, and none stands for another. English; other languages name them with their numbers. */
const GROUPS: readonly RegExp[] = [
  /^(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?$/u,
  /^(?:dozens|hundreds|thousands|millions|billions|trillions)$/u,
];
/** "several weeks": a vague number, which no value tells from "several months". */
const VAGUE = /^(?:several|few|some|many|couple|in|their|the|of|recent|past|last|next|within)$/u;

/** A measure without a number that the source has with another unit: "several weeks" for "several months". */
export function measureFaults({ claim, source, language }: Held): Fault[] {
  const [own, other] = [claim, source].map((text) => wordsOf(text, language).map((word) => word.text.toLowerCase()));
  return (own ?? []).flatMap((word, at): Fault[] => {
    const group = GROUPS.find((one) => one.test(word));
    if (group === undefined || !word.endsWith('s') || !VAGUE.test(own?.[at - 1] ?? '')) return [];
    const there = (other ?? []).filter((one) => group.test(one));
    const isThere = there.some((one) => one.replace(/s$/u, '') === word.replace(/s$/u, ''));
    return isThere || there.length === 0 ? [] : [{ kind: 'unit', words: word }];
  });
}
