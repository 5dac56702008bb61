import { isRelated, kinshipOf, type Evidence, type Token } from './evidence.ts';
import type { Fault } from './fault.ts';
import { isFromTheOtherSide } from './polarity.ts';

/** The same word, in whatever form. */
const SAME = 0.95;
/** Words less alike do not stand for each other. */
const UNLIKE = 0.45;

/**
 * A word put in the place of another: the claim goes along with a sentence word by word, and between two words of it has
 * another one, which means something else.
 */
export function substitutionFaults(evidence: Evidence): Fault[] {
  const { claim, tokens, given, language } = evidence;
  const own = tokens.filter(isWeighty);
  return evidence.sources.flatMap((_, sentence) => {
    const other = given.filter((token) => token.sentence === sentence && isWeighty(token));
    return own.flatMap((token, at) => {
      const [before, behind] = [own[at - 1], own[at + 1]];
      if (isKin(token, other, language)) return [];
      const put = other.find((word, index) => {
        const [left, right] = [other[index - 1], other[index + 1]];
        const isLeft = before === undefined ? left === undefined : left !== undefined && kinshipOf(before, left, language) >= SAME;
        const isRight = behind === undefined ? right === undefined : right !== undefined && kinshipOf(behind, right, language) >= SAME;
        return isLeft && isRight && (left ?? right) !== undefined && word.part === token.part && !tellsTheSame(evidence, token, word);
      });
      return put === undefined || isKin(put, own, language) ? [] : [{ kind: 'word' as const, words: claim.words[token.at]?.text ?? '' }];
    });
  });
}

function tellsTheSame(evidence: Evidence, own: Token, other: Token): boolean {
  return isRelated(own, other, evidence.language) || isFromTheOtherSide(evidence, own, other);
}

/** Says something, and is no number: numbers are compared by value. */
function isWeighty({ isContent, part }: Token): boolean {
  return isContent && part !== 'NUM';
}

function isKin(token: Token, others: readonly Token[], language: string): boolean {
  return others.some((other) => kinshipOf(token, other, language) >= UNLIKE);
}
