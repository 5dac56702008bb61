import { z } from 'zod';

/** Half-open range [start, end) in UTF-16 code units of `Article.text`. */
export const Span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Span = z.infer<typeof Span>;

/** A `reference` names a source of the article. It has no sentences: nothing is told or cited from it. */
export const BlockKind = z.enum(['heading', 'paragraph', 'list-item', 'quote', 'code', 'table-row', 'caption', 'reference']);
export type BlockKind = z.infer<typeof BlockKind>;

/** One unit of layout. Blocks are sorted, disjoint, and separated by blank lines in the text. */
export const Block = z.strictObject({ kind: BlockKind, span: Span });
export type Block = z.infer<typeof Block>;

/** `id` is the sentence's index in `Article.sentences`; `block` the index of the block it stands in. */
export const Sentence = z.strictObject({
  id: z.int().nonnegative(),
  block: z.int().nonnegative(),
  span: Span,
});
export type Sentence = z.infer<typeof Sentence>;

/** An ISO 8601 date (`2026-11-22`) or date-time (`2026-11-22T08:00:00Z`), as precise as the source is. */
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/);

export const Extractor = z.enum(['html', 'markdown', 'text']);
export type Extractor = z.infer<typeof Extractor>;

export const Article = z.strictObject({
  /** sha256 over the canonical URL and the text, hex. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  canonicalUrl: z.string().nullable(),
  title: z.string().nullable(),
  site: z.string().nullable(),
  byline: z.string().nullable(),
  publishedAt: Instant.nullable(),
  fetchedAt: Instant.nullable(),
  /** BCP 47; `und` when the language could not be told. */
  language: z.string().min(2),
  /** The only copy of the words: blocks, sentences and every citation are spans into it. */
  text: z.string(),
  blocks: z.array(Block),
  sentences: z.array(Sentence),
  extractor: Extractor,
  /** Only its opening could be read: the rest is behind a paywall. */
  isOpening: z.literal(true).optional(),
  /** So little text was found that the page may hold more. */
  isDoubtful: z.literal(true).optional(),
});
export type Article = z.infer<typeof Article>;

/** Where a claim comes from. `sentenceIds` are best first; `quote` is the exact stretch inside them. */
export const Citation = z.strictObject({
  sentenceIds: z.array(z.int().nonnegative()).min(1),
  quote: Span.optional(),
});
export type Citation = z.infer<typeof Citation>;
