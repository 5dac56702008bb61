import { isShortFor } from '../full-names.ts';
import type { Passage } from '../passages.ts';

const BRACKET = /\[([^\]]+)\]/u;
const TITLED = /\b(Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\b\.?\s+(\p{Lu}[\p{L}’'-]+)/gu;
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
  // "Ole Lind, head of the harbour board", "Ole Lind of the Norvik Post"
  const [name = long] = long.split(/,\s| of /u);
  const acronym = sentences.flatMap((sentence) => /^\((\p{Lu}{2,6})\)/u.exec(sentence.split(`${long} `)[1] ?? '')?.[1] ?? []);
  const shorts = [long, name].flatMap((one) => {
    const words = one.split(/\s+/u);
    return [words[0], words.at(-1), ...acronym].filter((short) => short !== undefined && isShortFor(short, one, passages, language));
  });
  // "[Ole Lind] said" of "Mr Lind said"
  const titled = shorts.flatMap((short) =>
    sentences.flatMap((sentence) => [...sentence.matchAll(TITLED)].flatMap(([found, , own]) => (own === short ? [found] : []))),
  );
  return [...new Set([...shorts, ...titled])].flatMap((short) => {
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
