import type { LinkedData } from './linked-data.ts';
import type { Outline } from './outline.ts';
import type { KeptBlock } from './keep.ts';
import { proseOf, teasersIn } from './weights.ts';
import { WALL } from './vocabulary.ts';

/** `scripted`: the text comes with a script, which is not run here. `doubtful`: an article, of which this may be little. */
export type Verdict = 'article' | 'doubtful' | 'thin' | 'blocked' | 'paywalled' | 'scripted';

/** Words of running text that no link leads to: with these, the page is an article with teasers in it; fewer do under a headline. */
const OWN_PROSE = { headed: 40, bare: 150 };
/** Under a headline of its own, a sentence is a text. */
const FEW_WORDS = 8;
/** Beside a login, so much text under a headline is what the page is for; a page that says of itself when it was published needs less. */
const BESIDE_LOGIN = 40;
const LEAST = 10;
/** A page that a script fills holds little more than a notice, in characters. */
const SHELL = 600;

/** Judges by what the page is built of, never by what it says. */
export function verdictOf(outline: Outline, kept: readonly KeptBlock[], linked: LinkedData, headline: number | null): Verdict {
  let prose = 0;
  let words = 0;
  for (const { raw } of kept) {
    prose += proseOf(raw);
    words += raw.wording.words;
  }
  const isBelow = headline !== null && kept.every(({ index }) => index >= headline);
  if (prose < 80 && (outline.passwordFields > 0 || outline.challenges > 0) && !linked.isArticle)
    return isBelow && outline.challenges === 0 && prose >= BESIDE_LOGIN ? 'doubtful' : 'blocked';
  const walled = outline.regions.some(({ bits }) => (bits & WALL) !== 0);
  const last = kept.at(-1)?.text ?? '';
  if (!linked.free && (prose < 150 || /(?:…|\.\.\.)$/u.test(last))) return 'paywalled';
  if (walled && prose < 100) return 'paywalled';
  let linkChars = 0;
  let chars = 0;
  for (const block of outline.blocks) {
    linkChars += block.linkChars;
    chars += block.text.length;
  }
  if (outline.scripts > 0 && chars < SHELL && (words === 0 || (words < 30 && kept.some(({ text }) => /javascript/iu.test(text)))))
    return 'scripted';
  // A few words are thin on a page of other things; alone they are a short text that somebody wanted read.
  const own = kept.reduce((sum, { text }) => sum + text.length, 0);
  const isHeaded = isBelow && prose >= FEW_WORDS;
  const index = isIndex(outline, kept, isHeaded ? OWN_PROSE.headed : OWN_PROSE.bare);
  if (isHeaded && !index) return 'article';
  const isPost = isBelow && words >= LEAST && outline.head.metas.has('article:published_time');
  if (words === 0 || ((words < 20 || prose < 12) && chars > own * 1.5)) return isPost && !index ? 'doubtful' : 'thin';
  if (!linked.isArticle && index) return 'thin';
  return prose < 30 && !linked.isArticle && outline.blocks.length > 40 && linkChars > chars * 0.6 ? 'thin' : 'article';
}

/** Paragraph after paragraph under a heading that leads elsewhere is a front page or a list of posts. */
function isIndex(outline: Outline, kept: readonly KeptBlock[], enough: number): boolean {
  const isTeaser = teasersIn(outline);
  const prose = kept.filter(({ raw }) => proseOf(raw) > 0);
  const others = prose.filter(({ index }) => isTeaser[index] !== true);
  if (others.reduce((sum, { raw }) => sum + proseOf(raw), 0) > enough) return false;
  return prose.length - others.length > prose.length * 0.6;
}
