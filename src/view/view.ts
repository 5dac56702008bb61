/** What a message says, before any platform has a say in it. Blocks stand most important first. */
export interface View {
  /** The notification line; must stand alone. Plain text. */
  title: string;
  blocks: ViewBlock[];
}

export type Inline =
  | { type: 'text'; text: string; strong?: boolean; code?: boolean }
  | { type: 'link'; text: string; url: string }
  /** A channel; `text` is what stands there where it cannot be linked to. */
  | { type: 'place'; channel: string; text: string }
  | CiteInline;

/** A pointer to a sentence. `href` opens it; null when there is no address, then a `sources` block quotes it. */
export interface CiteInline {
  type: 'cite';
  number: number;
  sentence: string;
  href: string | null;
}

export interface FigureRow {
  /** As on the card: `> 220,000`. */
  value: string;
  label: string;
  /** What the reader must not miss: `would be`, `says Anthropic`. */
  tags: string[];
  /** Before and after, for a small bar; absent where the figure did not change. */
  change?: { from: number; to: number };
  cites: CiteInline[];
}

export type ViewBlock =
  | { type: 'heading'; inlines: Inline[] }
  | { type: 'meta'; inlines: Inline[] }
  | { type: 'paragraph'; inlines: Inline[] }
  /** `numbered` where people will speak of them by their numbers. */
  | { type: 'points'; items: Inline[][]; numbered?: boolean }
  | { type: 'figures'; title: string; rows: FigureRow[] }
  | { type: 'quote'; text: string; speaker: string | null; cites: CiteInline[] }
  | { type: 'sources'; items: CiteInline[] }
  /** `articleId` names the article whose card this is, for chats that take the image itself; `url` is null where nobody could load it. */
  | { type: 'image'; url: string | null; alt: string; articleId: string | null }
  | { type: 'divider' }
  | { type: 'actions'; buttons: Button[] };

/** What a button does with the article, the story or the digest that its reference names; `new-` ones open a form. */
export const ACTIONS = [
  'figures',
  'ask',
  'shorter',
  'longer',
  'save',
  'share',
  'keep',
  'brief',
  'more',
  'less',
  'helpful',
  'unhelpful',
  'now',
  'pause',
  'resume',
  'remove',
  'new-brief',
  'new-feed',
  'new-digest',
] as const;
export type Action = (typeof ACTIONS)[number];

/** `ref` is a short stored reference, never state. */
export interface Button {
  action: Action;
  label: string;
  ref: string;
}
