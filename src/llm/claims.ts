import { z } from 'zod';
import { faultsOf } from '../brief/lock.ts';
import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import type { Brief, BriefOptions, Point } from '../model/brief.ts';

export const GIST_MAX = 200;
export const POINT_MAX = 240;
/** Sentences that one claim may lean on. */
const CITED = 6;

const Claim = z.object({ text: z.string(), sentences: z.array(z.number().int()) });
type Claim = z.infer<typeof Claim>;
export const Written = z.object({ gist: Claim, points: z.array(Claim) });
export type Written = z.infer<typeof Written>;
export const Told = z.object({ answered: z.boolean(), text: z.string(), sentences: z.array(z.number().int()) });

/** Claims that hold, most important first; what is missing comes from the built-in brief. */
export function locked(article: Article, written: Written, builtIn: Brief, options: BriefOptions): Omit<Brief, 'id'> {
  const gist = holding(article, written.gist, GIST_MAX);
  const held = written.points.flatMap((claim) => holding(article, claim, POINT_MAX) ?? []).slice(0, options.points);
  const dropped = (gist === null ? 1 : 0) + written.points.length - held.length;
  const cited = new Set(held.flatMap(({ citations }) => citations.flatMap(({ sentenceIds }) => sentenceIds)));
  const spare = builtIn.points.filter(({ citations }) => !citations.some(({ sentenceIds }) => sentenceIds.some((id) => cited.has(id))));
  const points = [...held, ...spare].slice(0, Math.min(options.points, Math.max(held.length, builtIn.points.length)));
  return { ...builtIn, ...counted(builtIn, gist ?? builtIn.gist, points, dropped), engine: 'llm' };
}

/**
 * The brief as far as the model has written it. Only whole claims that hold stand in it, so that nothing which is shown
 * has to be taken back: the finished brief begins with the same ones. Null as long as there is none.
 */
export function draftOf(article: Article, part: unknown, builtIn: Brief, options: BriefOptions): Omit<Brief, 'id'> | null {
  const { gist, points } = Part.safeParse(part).data ?? {};
  // The last claim may still grow: it is whole when something follows it.
  const whole = (points ?? []).slice(0, -1).flatMap((claim) => Claim.safeParse(claim).data ?? []);
  const first = points === undefined ? undefined : Claim.safeParse(gist).data;
  const told = first === undefined ? null : holding(article, first, GIST_MAX);
  const held = whole.flatMap((claim) => holding(article, claim, POINT_MAX) ?? []).slice(0, options.points);
  if (told === null && held.length === 0) return null;
  return { ...builtIn, ...counted(builtIn, told, held, 0), engine: 'llm' };
}

/** How many points the model has begun to write: -1 as long as it is at the gist. */
export function begunPoints(part: unknown): number {
  return Part.safeParse(part).data?.points?.length ?? -1;
}

const Part = z.object({ gist: z.unknown(), points: z.array(z.unknown()).optional() });

function counted(builtIn: Brief, gist: Point | null, points: Point[], dropped: number): Pick<Brief, 'gist' | 'points' | 'verified'> {
  const checked = (gist === null ? 0 : 1) + points.length + builtIn.figures.length + builtIn.quotes.length;
  return { gist, points, verified: { checked, dropped } };
}

function holding(article: Article, { text, sentences }: Claim, most: number): Point | null {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words === '' || words.length > most || sentences.length === 0 || sentences.length > CITED) return null;
  const citations = sentences.map((id) => ({ sentenceIds: [id] }));
  return faultsOf(words, citations, article).length === 0 ? { text: words, citations } : null;
}

/** The model's answer where it holds, else the built-in one. */
export function lockedAnswer(
  article: Article,
  question: string,
  { answered, text, sentences }: z.infer<typeof Told>,
  builtIn: Answer,
  own: { model: string; sentTo: string },
): Answer {
  if (!answered) {
    const nearest = builtIn.status === 'answered' ? (builtIn.citations[0] ?? null) : builtIn.nearest;
    return { status: 'not-in-article', question, nearest, ...own };
  }
  const held = holding(article, { text, sentences }, GIST_MAX * 2);
  if (held === null) return { ...builtIn, note: 'built-in engine: the model’s answer did not hold', sentTo: own.sentTo };
  return { status: 'answered', question, text: held.text, highlight: null, citations: held.citations, ...own };
}
