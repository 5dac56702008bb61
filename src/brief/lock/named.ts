import { isShortFor } from '../full-names.ts';
import type { Passage } from '../passages.ts';

const BRACKET = /\[([^\]]+)\]/u;
/** Names in brackets: a claim with more is read like any other. */
const MOST = 3;

/**
 * The claim with its names in brackets as short as other sentences have them, every way that is left open, and the cited
 * sentences that say nothing but the long names left out. None where a long name stands in no cited sentence, or a short
 * one may be somebody else's.
 */
export function shortNamed(
  claim: string,
  sentences: readonly string[],
  passages: readonly Passage[],
  language: string,
): { claim: string; rest: string[] }[] {
  const [whole, long] = BRACKET.exec(claim) ?? [];
  if (whole === undefined || long === undefined || claim.split('[').length > MOST + 1) return [];
  const words = long.split(/\s+/u);
  const acronym = sentences.flatMap((sentence) => /^\((\p{Lu}{2,6})\)/u.exec(sentence.split(`${long} `)[1] ?? '')?.[1] ?? []);
  const shorts = [words[0], words.at(-1), ...acronym].filter((short) => short !== undefined && isShortFor(short, long, passages, language));
  return [...new Set(shorts)].flatMap((short) => {
    const plain = claim.replace(whole, () => short ?? '');
    const rest = sentences.filter((sentence) => !sentence.includes(long));
    if (rest.length === sentences.length) return [];
    return BRACKET.test(plain)
      ? shortNamed(plain, sentences, passages, language).map((one) => ({
          ...one,
          rest: one.rest.filter((sentence) => rest.includes(sentence)),
        }))
      : [{ claim: plain, rest }];
  });
}
