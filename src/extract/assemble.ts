import { sha256 } from '../hash.ts';
import { withoutInvisible } from '../language/invisible.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Article, Block, BlockKind, Extractor, Sentence } from '../model/article.ts';
import { withoutPiles } from '../stacked-marks.ts';
import { splitSentences } from './sentences.ts';

/** A block before it has a place in the text. `text` is trimmed and not empty. */
export interface LooseBlock {
  kind: BlockKind;
  text: string;
}

export interface ArticleFacts {
  canonicalUrl: string | null;
  title: string | null;
  site: string | null;
  byline: string | null;
  publishedAt: string | null;
  fetchedAt: string | null;
  /** BCP 47 as the source declares it; null when it does not. */
  language: string | null;
  extractor: Extractor;
  /** Is the text no more than the open beginning of the article? */
  isOpening?: boolean;
  /** Is the text so little that the page may hold more? */
  isDoubtful?: boolean;
}

/** Joins blocks into one text and finds its sentences. The id depends on the address and the text alone. */
export function assembleArticle(loose: readonly LooseBlock[], facts: ArticleFacts): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const block of loose) {
    const words = cleanBlock(block.text, block.kind);
    if (words === '') continue;
    if (text !== '') text += '\n\n';
    blocks.push({ kind: block.kind, span: { start: text.length, end: text.length + words.length } });
    text += words;
  }
  const language = articleLanguage(facts.language, text);
  const canonicalUrl = webAddress(facts.canonicalUrl);
  return {
    id: sha256(canonicalUrl ?? '', text),
    canonicalUrl,
    title: cleanLine(facts.title),
    site: cleanLine(facts.site),
    byline: cleanLine(facts.byline),
    publishedAt: facts.publishedAt,
    fetchedAt: facts.fetchedAt,
    language,
    text,
    blocks,
    sentences: sentencesOf(text, blocks, language),
    extractor: facts.extractor,
    ...(facts.isOpening === true ? { isOpening: true as const } : {}),
    ...(facts.isDoubtful === true ? { isDoubtful: true as const } : {}),
  };
}

/** An address that a reader may be sent to; anything but http and https leads nowhere good. */
function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : null;
}

function cleanLine(words: string | null): string | null {
  const clean = words === null ? '' : cleanBlock(words, 'paragraph').slice(0, LINE_MAX);
  return clean === '' ? null : clean;
}

/** Longer titles, names of sites and bylines are markup gone wrong. */
const LINE_MAX = 300;

/** What the words say beats what the page declares, because templates lie about their language. */
function articleLanguage(declared: string | null, text: string): string {
  const detected = detectLanguage(text);
  if (detected !== 'und') {
    return declared?.toLowerCase().split('-')[0] === detected ? declared : detected;
  }
  return declared ?? 'und';
}

function sentencesOf(text: string, blocks: readonly Block[], language: string): Sentence[] {
  const sentences: Sentence[] = [];
  blocks.forEach(({ kind, span }, block) => {
    if (kind === 'reference') return;
    const whole = kind === 'heading' || kind === 'code' || kind === 'table-row';
    const found = whole ? [{ start: 0, end: span.end - span.start }] : splitSentences(text.slice(span.start, span.end), language);
    for (const { start, end } of found) {
      sentences.push({
        id: sentences.length,
        block,
        span: { start: span.start + start, end: span.start + end },
      });
    }
  });
  return sentences;
}

/** Control and invisible formatting characters never help a reader and often hide something. */
function cleanBlock(text: string, kind: BlockKind): string {
  const visible = withoutPiles(withoutInvisible(text));
  return kind === 'code' ? visible.trim() : visible.replace(/\s+/gu, ' ').trim();
}
