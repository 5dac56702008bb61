import type { Article } from '../model/article.ts';
import type { Brief, Point } from '../model/brief.ts';
import type { DigestStory } from '../model/digest.ts';
import { fill } from '../brief/fill.ts';
import { metaLine, spaced } from './brief-view.ts';
import { createCiter, type Citer } from './cite.ts';
import { headlineOf } from './headline.ts';
import { leadingFigures } from './leading.ts';
import { figureRow } from './figure-row.ts';
import type { Labels } from './labels/labels.ts';
import { isToldBy, linesOf, withFigures } from './told.ts';
import type { Button, FigureRow, Inline, View, ViewBlock } from './view.ts';

/** A story with all that its section shows. */
export interface ToldStory {
  article: Article;
  brief: Brief;
  /** Why and how it is told; null for an article that was asked for. */
  story: DigestStory | null;
  /** Other articles that its contradictions cite. */
  others: readonly Article[];
  buttons: readonly Button[];
}

/** Where readers reach article pages, and the language of the words around the stories. */
export interface StoryOptions {
  publicUrl: string | null;
  labels: Labels;
}

const POINTS = 2;
const FIGURES = 3;
const ELSEWHERE = 4;

/** One story as a message of its own. */
export function viewStory(told: ToldStory, options: StoryOptions, number: number): View {
  const { blocks } = storySection(told, options, { counter: { last: 0 }, figures: FIGURES, number, isApart: true });
  const { text } = headline(told, options.labels);
  return { title: text, blocks };
}

/**
 * Its blocks, and its leading figure for the strip on top where it shows no `figures` itself; `isApart`: the strip stands in
 * another message. `counter` numbers citations through the message; `number` is the story's own in its digest, by which people
 * ask about it.
 */
export function storySection(
  told: ToldStory,
  { publicUrl, labels }: StoryOptions,
  { counter, figures, number, isApart }: { counter: { last: number }; figures: number; number: number; isApart: boolean },
): { blocks: ViewBlock[]; leading: FigureRow | null } {
  const { article, brief, story } = told;
  const citer = createCiter(article, publicUrl, counter);
  const others = new Map(told.others.map((other) => [other.id, createCiter(other, publicUrl, counter)]));
  const facts = (story?.update?.facts ?? []).map((fact): Inline[] => [
    { type: 'text', text: labels.digest.fresh, strong: true },
    { type: 'text', text: fact.was === null ? fact.text : `${fact.text}, ${fact.was}` },
    ...spaced(citer.cite([{ sentenceIds: fact.sentenceIds }])),
  ]);
  const points = linesOf(brief).slice(0, POINTS);
  const items = points.map((point): Inline[] => [
    ...withFigures(point, brief.figures, article.language),
    ...spaced(citer.cite(point.citations)),
  ]);
  const rowsOf = (count: number, above: readonly Point[]) =>
    leadingFigures(brief.figures, count, article.language, above).map((figure) => figureRow(figure, citer, labels));
  const rows = rowsOf(figures, points);
  // A story with rows of its own is in no strip, and in that of the same message only with what its points do not tell.
  const [first] = leadingFigures(brief.figures, 1, article.language, []);
  const isTold = first === undefined || figures > 0 || (!isApart && isToldBy(points, first, article.language));
  const leading = isTold ? null : figureRow(first, citer, labels);
  const isRest = brief.figures.some((figure) => isToldBy(points, figure, article.language));
  const conflicts = (story?.conflicts ?? []).map(({ label, sides }) =>
    disagreement(label, sides, new Map([[article.id, citer], ...others]), labels),
  );
  const unlinked = [citer, ...others.values()].flatMap((one) => one.unlinked());
  const blocks: (ViewBlock | null)[] = [
    { type: 'paragraph', inlines: [{ type: 'text', text: `${number}. `, strong: true }, headline(told, labels)] },
    small(metaLine(article, brief, labels), story, labels),
    facts.length === 0 ? null : { type: 'points', items: facts },
    items.length === 0 ? null : { type: 'points', items },
    rows.length === 0 ? null : { type: 'figures', title: isRest ? labels.moreFigures : labels.keyFigures, rows },
    conflicts.length === 0 ? null : { type: 'points', items: conflicts },
    unlinked.length === 0 ? null : { type: 'sources', items: unlinked },
    told.buttons.length === 0 ? null : { type: 'actions', buttons: [...told.buttons] },
  ];
  return { blocks: blocks.filter((block) => block !== null), leading };
}

export function headline({ article, brief, story }: ToldStory, labels: Labels): Extract<Inline, { type: 'text' | 'link' }> {
  const text = headlineOf(article.title ?? story?.title ?? null, brief, labels);
  return article.canonicalUrl === null ? { type: 'text', text, strong: true } : { type: 'link', text, url: article.canonicalUrl };
}

/** Site, date, reading time, and who else tells it. */
function small(meta: string, story: DigestStory | null, labels: Labels): ViewBlock | null {
  const also = (story?.also ?? []).slice(0, ELSEWHERE);
  const inlines: Inline[] = meta === '' ? [] : [{ type: 'text', text: meta }];
  for (const [index, { url, site }] of also.entries()) {
    inlines.push({ type: 'text', text: index > 0 ? ', ' : `${meta === '' ? '' : ' · '}${labels.digest.also}` });
    inlines.push(url === null ? { type: 'text', text: site } : { type: 'link', text: site, url });
  }
  return inlines.length === 0 ? null : { type: 'meta', inlines };
}

/** "Sources disagree (workers): a.example says 120 [3], b.example says 150 [4]". */
function disagreement(
  label: string,
  sides: DigestStory['conflicts'][number]['sides'],
  citers: ReadonlyMap<string, Citer>,
  labels: Labels,
): Inline[] {
  return [
    { type: 'text', text: fill(labels.digest.disagree, { label }), strong: true },
    ...sides.flatMap(({ articleId, site, raw, sentenceIds }, index): Inline[] => [
      { type: 'text', text: `${index > 0 ? ', ' : ''}${fill(labels.digest.says, { site, raw })}` },
      ...spaced(citers.get(articleId)?.cite([{ sentenceIds }]) ?? []),
    ]),
  ];
}
