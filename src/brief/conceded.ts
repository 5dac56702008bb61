import type { Passage } from './passages.ts';

/** "Perhaps there is hope.", "To be sure, nobody wants it.": said so as to be answered. English only. */
const GRANTED = /^(?:perhaps|maybe|to be sure|granted|admittedly|of course|sure|true|certainly|no doubt|yes)\b/iu;
const TURN = /^["“]?(?:but|yet|however|still|nevertheless|nonetheless|even so)\b/iu;
/** "That’s the optimistic view of the house.", "Or so they say.": somebody's, and doubted. */
const DISTANCED =
  /^(?:that(?:['’]s| is| was) (?:the|one|an?) (?:\p{L}+ ){0,2}(?:view|theory|claim|idea|story|line|argument|pitch|promise|spin|hope|thinking)\b|(?:or|at least) (?:so|that(?:['’]s| is| was) (?:what|the))\b|or so\b)/iu;

/**
 * Does the sentence behind it take back or hold at arm's length what a sentence says? Told without that one it would say the
 * opposite of the article. A quotation set apart stands between them and is passed over.
 */
export function isConceded(passage: Passage, passages: readonly Passage[]): boolean {
  const { text } = passage;
  const at = passages.indexOf(passage);
  const next = passages.find(({ kind }, one) => one > at && kind !== 'quote' && kind !== 'caption');
  if (next === undefined || next.kind === 'heading') return false;
  return DISTANCED.test(next.text) || (GRANTED.test(text) && TURN.test(next.text));
}
