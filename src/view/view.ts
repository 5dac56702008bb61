/** What a message says, before any platform has a say in it. Blocks stand most important first. */
export interface View {
  /** The notification line; must stand alone. Plain text. */
  title: string;
  blocks: ViewBlock[];
}

export type Inline =
  | { type: 'text'; text: string; strong?: boolean; code?: boolean }
  | { type: 'link'; text: string; url: string }
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
  | { type: 'points'; items: Inline[][] }
  | { type: 'figures'; title: string; rows: FigureRow[] }
  | { type: 'quote'; text: string; speaker: string | null; cites: CiteInline[] }
  | { type: 'sources'; items: CiteInline[] }
  | { type: 'image'; url: string; alt: string }
  | { type: 'divider' }
  | { type: 'actions'; buttons: Button[] };

export type Action = 'figures' | 'ask' | 'shorter' | 'longer' | 'save' | 'share' | 'brief' | 'more' | 'less';

/** `ref` is a short stored reference, never state. */
export interface Button {
  action: Action;
  label: string;
  ref: string;
}
