import type { Trees } from '../../trees.ts';
import type { BlockKind } from '../../model/article.ts';
import { withoutBio } from './bio.ts';
import { bylineOf } from './byline.ts';
import { canonicalOf, hostLabel, languageOf, siteOf } from './facts.ts';
import type { Head } from './head.ts';
import { JUDGE, judged } from './judge.ts';
import { joinRows, keepBlocks, type KeptBlock } from './keep.ts';
import { readLinkedData, type LinkedData } from './linked-data.ts';
import { outlineOf, type Outline, type RawBlock } from './outline.ts';
import { withoutPleas } from './pleas.ts';
import { publishedAt, type Place } from './published.ts';
import { selectArticle } from './select.ts';
import { withoutTeasers } from './teasers.ts';
import { folded, titleOf } from './title.ts';
import { treeOf } from './tree.ts';
import { trimBlocks } from './trim.ts';
import { verdictOf, type Verdict } from './verdict.ts';
import { COMMENTS } from './vocabulary.ts';

/** An article as its web page shows it. */
export interface Page {
  title: string | null;
  byline: string | null;
  /** ISO 8601 date or date-time. */
  publishedAt: string | null;
  site: string | null;
  /** BCP 47. */
  language: string | null;
  /** Absolute, http or https. */
  canonicalUrl: string | null;
  blocks: { kind: BlockKind; text: string }[];
  verdict: Verdict;
}

/** Pages that hide more than this leave too little to call an article. */
const FEW_WORDS = 40;

/** Reads an article out of a web page. Any string is a page; a page without an article has a verdict that says so. */
export function extractPage(html: string, url: string | null, trees: Trees | null = JUDGE): Page {
  const document = treeOf(html);
  let reading = readOutline(outlineOf(document, false), url, trees);
  if (reading.outline.hidden > 0 && wordsIn(reading.kept) < FEW_WORDS) {
    // Some pages hide their text until a script shows it.
    const whole = readOutline(outlineOf(document, true), url, trees);
    if (wordsIn(whole.kept) > 3 * wordsIn(reading.kept) + FEW_WORDS) reading = whole;
  }
  const { outline, kept, linked, site, title, headline } = reading;
  const { head, blocks } = outline;
  const language = languageOf(head, linked);
  const first = kept.find(({ kind }) => kind !== 'heading')?.index ?? 0;
  const place: Place = { first, last: kept.at(-1)?.index ?? blocks.length, headline: headline ?? first };
  const own = withoutComments(outline, place);
  const verdict = verdictOf(outline, kept, linked, headline);
  const declared = linked.free && wordsIn(kept) < FEW_WORDS ? declaredBlocks(linked, wordsIn(kept)) : null;
  const byline = bylineOf(head, blocks, place, linked.authors, [site, linked.publisher, hostLabel(url)]);
  return {
    title,
    byline,
    publishedAt: publishedAt(own.head, own.blocks, place, linked.published, url, language, title),
    site,
    language,
    canonicalUrl: canonicalOf(head, url),
    blocks: declared ?? joinRows(withoutBio(kept, byline)),
    verdict: declared === null ? verdict : 'article',
  };
}

interface Reading {
  outline: Outline;
  linked: LinkedData;
  site: string | null;
  title: string | null;
  /** Blocks before the headline; null when the title stands nowhere on the page. */
  headline: number | null;
  kept: readonly KeptBlock[];
}

/** Blocks before the headline; null when the title stands nowhere on the page. */
export function headlineOf(outline: Outline, url: string | null): number | null {
  const linked = readLinkedData(outline.head.linkedData);
  return placeOfTitle(outline, titleFrom(outline, linked, siteOf(outline.head, linked, url)));
}

function titleFrom({ head, blocks }: Outline, linked: LinkedData, site: string | null): string | null {
  return titleOf(head, linked.headline, site, (index) => isLink(blocks[index]));
}

function placeOfTitle({ head }: Outline, title: string | null): number | null {
  const name = folded(title ?? '');
  return head.headings.find(({ text }) => name !== '' && folded(text) === name)?.block ?? null;
}

function readOutline(outline: Outline, url: string | null, trees: Trees | null): Reading {
  const { head } = outline;
  const linked = readLinkedData(head.linkedData);
  const site = siteOf(head, linked, url);
  const title = titleFrom(outline, linked, site);
  const name = folded(title ?? '');
  const headline = placeOfTitle(outline, title);
  const isTitle = (text: string): boolean => folded(text) === name;
  const selection = selectArticle(outline, headline);
  const ruled = trimBlocks(keepBlocks(outline, selection, headline).filter(({ text }) => !isTitle(text)));
  const whole = trees === null ? ruled : judged(ruled, outline, selection, headline, trees, isTitle);
  const kept = withoutPleas(headline === null ? whole : withoutTeasers(whole, outline), site);
  return { outline, linked, site, title, headline, kept };
}

/** What readers wrote, and when, says nothing about the article: its blocks are empty and its times are left out. */
function withoutComments({ head, blocks, regions }: Outline, { first }: Place): { head: Head; blocks: RawBlock[] } {
  const home = blocks[first]?.region ?? 0;
  const inside: boolean[] = [];
  for (const [index, { parent, end, bits }] of regions.entries()) {
    // A class on the article's own element only says that it can be commented on.
    const isOwn = (bits & COMMENTS) !== 0 && !(index <= home && home < end);
    inside.push(isOwn || inside[parent] === true);
  }
  const isComment = (block: number) => inside[blocks[block]?.region ?? 0] === true;
  return {
    head: { ...head, times: head.times.filter(({ block }) => !isComment(block)) },
    blocks: blocks.map((block, index) => (isComment(index) ? { ...block, text: '' } : block)),
  };
}

function isLink(block: RawBlock | undefined): boolean {
  return block !== undefined && block.linkChars > block.text.length * 0.8;
}

/** The text that the page's data hold for programs, where a script would show it to readers. */
function declaredBlocks({ body }: LinkedData, found: number): Page['blocks'] | null {
  const markup = body === null || /<(?:p|br|div)\b/iu.test(body) ? body : escaped(body).replace(/\s*\n\s*/gu, '<br><br>');
  const { blocks } = outlineOf(treeOf(markup ?? ''), false);
  const words = blocks.reduce((sum, { wording }) => sum + wording.words, 0);
  return words > 3 * found + FEW_WORDS ? blocks.map(({ text }) => ({ kind: 'paragraph', text })) : null;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function wordsIn(kept: readonly KeptBlock[]): number {
  return kept.reduce((sum, { raw }) => sum + raw.wording.words, 0);
}
