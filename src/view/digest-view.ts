import type { DigestContent, Skipped } from '../model/digest.ts';
import { fill } from '../brief/fill.ts';
import type { Labels } from './labels/labels.ts';
import { headline, storySection, viewStory, type StoryOptions, type ToldStory } from './story-view.ts';
import type { FigureRow, Inline, View, ViewBlock } from './view.ts';

/** Rows in the strip on top, one a story at most. */
const STRIP = 4;
const NAMED = 3;

export interface DigestFrame {
  /** "Digest for Monday 23 November". */
  name: string;
  /** What a reader should know first: that it comes late, say. */
  notes: readonly string[];
  /** What was read, merged and skipped. */
  lastLine: string;
}

/** Everything in one message: headlines first with a strip of figures, then a section a story. */
export function viewDigest(frame: DigestFrame, stories: readonly ToldStory[], options: StoryOptions): View {
  const counter = { last: 0 };
  const sections = stories.map((told, index) =>
    storySection({ ...told, buttons: [] }, options, { counter, figures: 0, number: index + 1, isApart: false }),
  );
  const top = head(frame, stories, strip(sections.map(({ leading }) => leading)), options);
  return {
    ...top,
    blocks: [
      ...top.blocks,
      ...sections.flatMap(({ blocks }) => [{ type: 'divider' } satisfies ViewBlock, ...blocks]),
      { type: 'meta', inlines: [{ type: 'text', text: frame.lastLine }] },
    ],
  };
}

/** The message itself, then one reply a story. */
export function viewDigestThread(frame: DigestFrame, stories: readonly ToldStory[], options: StoryOptions): View[] {
  const counter = { last: 0 };
  const leading = stories.map(
    (told, index) => storySection(told, options, { counter, figures: 0, number: index + 1, isApart: true }).leading,
  );
  const cited = strip(leading).map((row, index) => ({ ...row, cites: row.cites.map((cite) => ({ ...cite, number: index + 1 })) }));
  const top = head(frame, stories, cited, options);
  return [
    { ...top, blocks: [...top.blocks, { type: 'meta', inlines: [{ type: 'text', text: frame.lastLine }] }] },
    ...stories.map((told, index) => viewStory(told, options, index + 1)),
  ];
}

function head({ name, notes }: DigestFrame, stories: readonly ToldStory[], rows: FigureRow[], { labels }: StoryOptions): View {
  const { oneStory, stories: several, figures } = labels.digest;
  const count = stories.length === 1 ? oneStory : fill(several, { n: stories.length });
  const names = stories.map((told) => headline(told, labels).text).slice(0, NAMED);
  const blocks: ViewBlock[] = [
    { type: 'heading', inlines: [{ type: 'text', text: `${name}: ${count}`, strong: true }] },
    ...notes.map((note): ViewBlock => ({ type: 'meta', inlines: [{ type: 'text', text: note }] })),
    { type: 'points', numbered: true, items: stories.map((told) => [headline(told, labels), ...mark(told, labels)]) },
  ];
  if (rows.length > 0) blocks.push({ type: 'figures', title: figures, rows });
  return { title: `${name}: ${names.join(' · ')}`, blocks };
}

function strip(rows: readonly (FigureRow | null)[]): FigureRow[] {
  return rows.filter((row) => row !== null).slice(0, STRIP);
}

/** " · update", " · 3 sites". */
function mark({ story }: ToldStory, { digest }: Labels): Inline[] {
  if (story === null) return [];
  const sites = new Set([story.site, ...story.also.map(({ site }) => site)]).size;
  const marks = [...(story.update === null ? [] : [digest.update]), ...(sites > 1 ? [fill(digest.sites, { n: sites })] : [])];
  return marks.length === 0 ? [] : [{ type: 'text', text: ` · ${marks.join(' · ')}` }];
}

/** "40 read, 6 merged, 30 left out." and what could not be read. */
export function readLine({ stories, read, merged, skipped, missing }: DigestContent): string {
  const told = stories.length + merged;
  const out = Math.max(skipped.length, read - told);
  const parts = [`${read} ${read === 1 ? 'entry' : 'entries'} read`, ...(merged > 0 ? [`${merged} merged`] : []), `${out} left out`];
  const faults = missing.map(({ url, problem }) => `${hostOf(url)}: ${problem}`);
  return [`${parts.join(', ')}.`, ...faults, 'Why? /brief why <link>'].join(' ');
}

/** "2 read, 1 skipped" for articles that were asked for by name. */
export function askedLine(read: number, skipped: readonly Omit<Skipped, 'title'>[]): string {
  const reasons = skipped.map(({ url, reason }) => (url === null ? reason : `${hostOf(url)}: ${reason}`)).join(' ');
  return skipped.length === 0 ? `${read} read, none skipped.` : `${read} read, ${skipped.length} skipped. ${reasons}`;
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./u, '') ?? url;
}
