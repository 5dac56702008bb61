import type { Fault, Held } from './fault.ts';

/** Pairs that open and close differently. */
const QUOTED = /“([^“”]+)”|„([^“”„]+)[“”]|«([^«»]+)»/gu;
const LINK =
  /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|co|info|biz|ru|cn|uk|eu|app|dev|xyz|link|click|site|top)(?![\p{L}\p{N}-])(?:\/\S*)?/giu;
/** What a chat could take for a mention, a link, an image or markup. */
const MARKUP = /<[@#!/a-z][^>]*>?|!?\[[^\]]*\]\([^)]*\)|@(?:everyone|here|channel)\b|&lt;[@!]|\{\{|<\|/giu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u];

/**
 * Quotations word for word, addresses and markup only where the source has them, and no letters that look like others.
 * `around` is the whole article; `isInQuotation` tells of a cited sentence in the middle of somebody's words.
 */
export function verbatimFaults({ claim, source }: Held, around: string, isInQuotation: boolean): Fault[] {
  const isQuoting = isInQuotation || /["“”„«»‘]|(?<![\p{L}\p{N}])'/u.test(source);
  const plainSource = plain(source);
  const faults: Fault[] = [];
  for (const quoted of quotationsIn(claim)) {
    // Words of the article's own are nobody's quotation; one word may stand in marks of doubt.
    const isSaid = plainSource.includes(plain(quoted)) && (isQuoting || !quoted.trim().includes(' '));
    if (!isSaid && !isTitle(quoted, around)) faults.push({ kind: 'quote', words: quoted });
  }
  for (const pattern of [LINK, MARKUP]) {
    for (const [words] of claim.matchAll(pattern)) {
      if (!source.includes(words.replace(/[.,;:!?)\]]+$/u, ''))) faults.push({ kind: 'link', words });
    }
  }
  for (const [word] of claim.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const isMixed = SCRIPTS.filter((script) => script.test(word)).length > 1;
    const isForeign = !isMixed && SCRIPTS.slice(1).some((script) => script.test(word) && !script.test(source));
    if ((isMixed || isForeign) && !source.includes(word)) faults.push({ kind: 'letters', words: word });
  }
  if (INVISIBLE.test(claim) && !INVISIBLE.test(source)) faults.push({ kind: 'letters', words: 'invisible characters' });
  return faults;
}

/** The name of a work that the article has somewhere: "The Daily Show". */
function isTitle(quoted: string, around: string): boolean {
  const words = quoted.split(/\s+/u);
  return (
    words.length <= TITLE &&
    words.every((word) => /^[\p{Lu}\p{N}]|^(?:of|the|and|a|in|on|de|la|der|die|das)$/u.test(word)) &&
    plain(around).includes(plain(quoted))
  );
}
const TITLE = 6;

/**
 * Straight marks open and close alike: the first opens. Where their number is odd the sentence begins or ends inside a
 * quotation, and everything between two of them has to be word for word.
 */
function quotationsIn(claim: string): string[] {
  const curly = [...claim.matchAll(QUOTED)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const parts = claim.split('"');
  const isOdd = parts.length % 2 === 0;
  const straight = parts.slice(1, -1).filter((_part, index) => isOdd || index % 2 === 0);
  return [...curly, ...straight].filter((quoted) => /[\p{L}\p{N}]/u.test(quoted));
}

/** Quotation marks, dashes, spaces and case apart; a comma or full stop that the quoting sentence put in does not count. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»"]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[–—-]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,]$/u, '')
    .toLowerCase();
}
