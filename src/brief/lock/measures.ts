import { stemOf } from '../../language/stem.ts';
import { wordsOf } from '../words.ts';
import type { Fault, Held } from './fault.ts';

/** Words of which one says how much, and none stands for another. English; other languages name them with their numbers. */
const TIMES = /^(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?$/u;
const SCALES = /^(?:dozens|hundreds|thousands|millions|billions|trillions)$/u;
const LENGTHS = /^(?:inch(?:es)?|foot|feet|yards?|miles?|met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?)$/u;
const MONEY = /^(?:dollars|pounds|euros|yen|yuan|rupees|roubles|rubles|francs|pesos)$/u;
/** "several weeks": a vague number, which no value tells from "several months". */
const VAGUE = /^(?:several|few|some|many|couple|in|their|the|of|recent|past|last|next|within|only|just|mere)$/u;
const MONTH_OF_DAYS = /\b(?:30|31|thirty) days\b/iu;
/** "about a month", "for a week" */
const SINGLE = /^(?:a|an|one)$/u;
const LASTING = /^(?:about|for|within|after|nearly|almost|over|under|around|only|just|than)$/u;

/** A measure without a number that the source has with another unit: "several weeks" for "several months", "a day" for "a week". */
export function measureFaults({ claim, source, language }: Held): Fault[] {
  if (!language.startsWith('en')) return [];
  const [own = [], other = []] = [claim, source].map((text) => wordsOf(text, language).map((word) => word.text.toLowerCase()));
  const bare = (word: string) => (word === 'feet' ? 'foot' : stemOf(word, language));
  const unnamed = own.flatMap((word, at): Fault[] => {
    const group = [TIMES, SCALES, LENGTHS, MONEY].find((one) => one.test(word));
    if (group === undefined || !isUncounted(group, own, at)) return [];
    const there = other.filter((one) => group.test(one));
    const isThere = there.length === 0 || there.some((one) => bare(one) === bare(word));
    return isThere || (word === 'month' && MONTH_OF_DAYS.test(source)) ? [] : [{ kind: 'unit', words: word }];
  });
  const [mine, theirs] = [ratesIn(claim), ratesIn(source)];
  const strange = [...mine].filter((rate) => theirs.size > 0 && !theirs.has(rate));
  return [...unnamed, ...strange.map((words): Fault => ({ kind: 'unit', words }))];
}

/** Does the word measure without a number beside it? */
function isUncounted(group: RegExp, words: readonly string[], at: number): boolean {
  const [before = '', earlier = ''] = [words[at - 1], words[at - 2]];
  if (group === MONEY) return /^(?:millions?|billions?|thousands?|trillions?|hundreds?|of)$/u.test(before);
  if (group === LENGTHS && SINGLE.test(before)) return /^(?:of|than|about|nearly|almost|to|by)$/u.test(earlier);
  if (group === LENGTHS) return !/\p{N}/u.test(before) && !/\p{N}/u.test(earlier) && words[at]?.endsWith('s') === true;
  if (words[at]?.endsWith('s') === true) return VAGUE.test(before);
  if (group === LENGTHS || /^(?:century|decade)$/u.test(words[at] ?? '')) return false;
  // "a month of insurance", "an extra month": so long, and not how often.
  const [behind = ''] = [words[at + 1]];
  const isLong = /^(?:of|before|after|later|earlier|longer|long|ago)$/u.test(behind);
  return (
    group === TIMES &&
    ((SINGLE.test(before) && (LASTING.test(earlier) || isLong)) ||
      (SINGLE.test(earlier) && /^(?:extra|whole|full|further|additional|entire)$/u.test(before)))
  );
}

/** "a day", "per year", "monthly": how often. */
function ratesIn(text: string): Set<string> {
  const rates = [...text.toLowerCase().matchAll(RATE)].map(([, unit]) => unit ?? '');
  const adverbs = [...text.toLowerCase().matchAll(/\b(?:hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b/gu)].map(
    ([word]) => UNIT_OF[word] ?? '',
  );
  return new Set([...rates, ...adverbs]);
}
const RATE =
  /(?:\b(?:per|each|every)|(?<!\b(?:for|about|after|within|in|over|than|of|just|only|nearly|almost|under|by|like|such|on|to|was|is|took|lasted|spent|last|not|and|or|with|what|half|took|before|until|from|at))\sa)\s(hour|day|week|month|year|season)\b(?!\s(?:later|ago|earlier|after|before|old|of|in|and|when|that|long))/gu;
const UNIT_OF: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};
