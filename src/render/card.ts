import { inWords, type CardContent } from '../view/card-view.ts';
import type { FigureRow } from '../view/view.ts';

/** A box or a line of words with CSS properties, as layout engines take it. */
type CardNode = { type: 'container'; style: Style; children: CardNode[] } | { type: 'text'; text: string; style: Style };
type Style = Readonly<Record<string, string | number>>;

export interface Card {
  node: CardNode;
  /** CSS pixels; the height follows from the rows. */
  width: number;
  height: number;
}

const WIDTH = 1000;
const PADDING = 36;
const ROW_HEIGHT = 96;
const HEADER = 132;
const INK = '#1d2129';
const SOFT = '#5d6675';
const LINE = '#e3e6eb';
const ACCENT = '#1f5fbf';
const BAR_WIDTH = 150;
/** Characters: three lines, and three beside a bar. */
const LABEL_MAX = { wide: 230, besideBar: 170 };

/** The card of key figures as an image: one big number a row, its label, its hedges as tags, a bar where it changed. */
export function cardOf({ title, source, rows }: CardContent): Card {
  const height = HEADER + rows.length * ROW_HEIGHT + PADDING;
  const node = box({ flexDirection: 'column', width: WIDTH, height, padding: PADDING, backgroundColor: '#ffffff' }, [
    words(cut(title, 110), { fontSize: 26, fontWeight: 700, color: INK, lineHeight: 1.25 }),
    words(cut(source, 90), { fontSize: 16, color: SOFT, marginTop: 6, marginBottom: 14 }),
    ...rows.map(rowNode),
  ]);
  return { node, width: WIDTH, height };
}

function rowNode({ value: sign, label, tags: marks, change }: FigureRow): CardNode {
  const [value, tags] = [inWords(sign), marks.map(inWords)];
  const facts = [
    words(cut(label, change === undefined ? LABEL_MAX.wide : LABEL_MAX.besideBar), { fontSize: 18, color: INK, lineHeight: 1.25 }),
  ];
  if (tags.length > 0) facts.push(words(cut(tags.join(' · '), 110), { fontSize: 15, color: SOFT, marginTop: 4 }));
  return box({ flexDirection: 'row', alignItems: 'center', height: ROW_HEIGHT, borderTop: `1px solid ${LINE}`, gap: 20 }, [
    box({ width: 250, flexShrink: 0 }, [words(cut(value, 26), { fontSize: value.length > 12 ? 24 : 34, fontWeight: 700, color: ACCENT })]),
    box({ flexDirection: 'column', flexGrow: 1, flexShrink: 1 }, facts),
    ...(change === undefined ? [] : [barsOf(change)]),
  ]);
}

/** Before and after as two bars on one scale; the longer fills the width. */
function barsOf({ from, to }: { from: number; to: number }): CardNode {
  const longest = Math.max(Math.abs(from), Math.abs(to), 1e-9);
  const bar = (value: number, color: string) =>
    box(
      {
        width: Math.max(2, Math.round((Math.abs(value) / longest) * BAR_WIDTH)),
        height: 14,
        borderRadius: 3,
        backgroundColor: color,
        marginTop: 4,
      },
      [],
    );
  return box({ flexDirection: 'column', width: BAR_WIDTH, flexShrink: 0 }, [bar(from, '#b9c3d3'), bar(to, ACCENT)]);
}

function box(style: Style, children: CardNode[]): CardNode {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

function words(text: string, style: Style): CardNode {
  return { type: 'text', text, style };
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}
