import { z } from 'zod';
import { faultsOf } from '../brief/lock.ts';
import { reasonOf } from '../brief/lock/reason.ts';
import { wordsOf } from '../brief/words.ts';
import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import { POINTS, type Brief, type BriefOptions, type Point } from '../model/brief.ts';
// The lock reads a model's lines in this thread, and needs the grammars there.
import '../work/grammars.ts';

export const GIST_MAX = 200;
export const POINT_MAX = 240;
const ANSWER_MAX = GIST_MAX * 2;
/** Sentences that one claim may lean on. */
const CITED = 6;

const Claim = z.object({ text: z.string(), sentences: z.array(z.number().int()) });
export type Claim = z.infer<typeof Claim>;
export const Written = z.object({ gist: Claim, points: z.array(Claim) });
export type Written = z.infer<typeof Written>;
export const Told = z.object({ answered: z.boolean(), text: z.string(), sentences: z.array(z.number().int()) });
export type Told = z.infer<typeof Told>;

/** A claim of the model's, whether it holds, and why it does not. */
export interface Judged {
  claim: Claim;
  place: 'gist' | 'point';
  point: Point | null;
  why: string;
}

/** Each claim of what the model wrote before the lock, the gist first. */
export function judged(article: Article, { gist, points }: Written): Judged[] {
  return [judge(article, gist, 'gist'), ...points.map((claim) => judge(article, claim, 'point'))];
}

/** One claim before the lock. */
export function judge(article: Article, claim: Claim, place: Judged['place']): Judged {
  return { claim, place, ...held(article, claim, place === 'gist' ? GIST_MAX : POINT_MAX) };
}

function held(article: Article, { text, sentences }: Claim, most: number): Pick<Judged, 'point' | 'why'> {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (!saysSomething(words, article.language, most === ANSWER_MAX ? 1 : 2)) return { point: null, why: 'it says nothing' };
  if (words.length > most) return { point: null, why: `it has more than ${most} characters` };
  if (sentences.length > CITED) return { point: null, why: `it names more than ${CITED} sentences` };
  const citations = sentences.map((id) => ({ sentenceIds: [id] }));
  const faults = faultsOf(words, citations, article);
  if (faults.length === 0) return { point: { text: words, citations, by: 'model' }, why: '' };
  return { point: null, why: [...new Set(faults.map((fault) => reasonOf(fault, words, sentences)))].slice(0, REASONS).join('; ') };
}
const REASONS = 3;

const BARE = /^(?:yes|no|ja|nein|oui|non|s[ií]|sim|não|nee|unknown|none|n\/a)\P{L}*$/iu;

/** "Yes." is no claim. */
function saysSomething(text: string, language: string, least: number): boolean {
  return !BARE.test(text) && wordsOf(text, language).filter(({ stop }) => !stop).length >= least;
}

/** The brief of the claims that hold, in their order, and of the built-in engine's where some are missing. */
export function locked(article: Article, claims: readonly Judged[], builtIn: Brief, options: BriefOptions): Omit<Brief, 'id'> {
  const { gist, points: own } = kept(claims, article.language);
  const shown = own.slice(0, options.points ?? POINTS.most);
  const failed = claims.filter(({ point }) => point === null);
  const refused = failed.map(({ claim, why }) => ({ text: claim.text, why }));
  if (gist === null && shown.length === 0) {
    return { ...builtIn, verified: { ...builtIn.verified, dropped: failed.length }, note: NOTHING_HELD, refused };
  }
  const cited = new Set([gist, ...shown].flatMap((point) => point?.citations.flatMap(({ sentenceIds }) => sentenceIds) ?? []));
  const spare = builtIn.points.filter(
    ({ text, citations }) =>
      !citations.some(({ sentenceIds }) => sentenceIds.some((id) => cited.has(id))) &&
      ![gist, ...shown].some((point) => point !== null && repeats(text, point.text, article.language)),
  );
  // A gap is filled, a brief that is full is not made longer.
  const full = Math.min(options.points ?? POINTS.usual, builtIn.points.length);
  const points = [...shown, ...spare].slice(0, Math.max(shown.length, full));
  const lead = gist ?? (shown.some(({ text }) => repeats(builtIn.gist?.text ?? '', text, article.language)) ? null : builtIn.gist);
  return { ...builtIn, ...counted(builtIn, lead, points, failed.length), engine: 'llm', ...(refused.length === 0 ? {} : { refused }) };
}
const NOTHING_HELD = 'built-in engine: nothing that the model wrote held';

/** What holds, said once: no copy of the gist, and nothing twice. */
function kept(claims: readonly Judged[], language: string): { gist: Point | null; points: Point[] } {
  const gist = claims.find(({ place, point }) => place === 'gist' && point !== null)?.point ?? null;
  const points: Point[] = [];
  for (const { place, point } of claims) {
    if (place === 'gist' || point === null) continue;
    const said = gist === null ? points : [gist, ...points];
    if (!said.some(({ text }) => repeats(point.text, text, language))) points.push(point);
  }
  return { gist, points };
}

/** So much of the shorter one's words stands in the other: the same is said. */
const SAME = 0.85;

function repeats(a: string, b: string, language: string): boolean {
  const stems = (text: string) => new Set(wordsOf(text, language).flatMap(({ stop, stem }) => (stop ? [] : [stem])));
  const [first, second] = [stems(a), stems(b)];
  const shared = [...first].filter((stem) => second.has(stem)).length;
  return shared >= SAME * Math.min(first.size, second.size) && shared >= 2;
}

/**
 * The brief as far as the model has written it. Only whole claims that hold stand in it, so that nothing which is shown
 * has to be taken back: the finished brief has them all. Null as long as there is none.
 */
export function draftOf(article: Article, part: unknown, builtIn: Brief, options: BriefOptions): Omit<Brief, 'id'> | null {
  const { gist, points } = Part.safeParse(part).data ?? {};
  // The last claim may still grow: it is whole when something follows it.
  const whole = (points ?? []).slice(0, -1).flatMap((claim) => Claim.safeParse(claim).data ?? []);
  const first = points === undefined ? undefined : Claim.safeParse(gist).data;
  const claims = [...(first === undefined ? [] : [judge(article, first, 'gist')]), ...whole.map((claim) => judge(article, claim, 'point'))];
  const { gist: told, points: own } = kept(claims, article.language);
  if (told === null && own.length === 0) return null;
  return { ...builtIn, ...counted(builtIn, told, own.slice(0, options.points ?? POINTS.most), 0), engine: 'llm' };
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

/** The model's answer where it holds; the built-in refusal with the nearest passage where it does not. */
export function lockedAnswer(
  article: Article,
  question: string,
  told: Told,
  builtIn: Answer,
  own: { model: string; sentTo: string },
): Answer {
  const nearest = builtIn.status === 'answered' ? (builtIn.citations[0] ?? null) : builtIn.nearest;
  if (!told.answered) return { status: 'not-in-article', question, nearest, ...own };
  const { point, why } = held(article, told, ANSWER_MAX);
  if (point !== null) return { status: 'answered', question, text: point.text, highlight: null, citations: point.citations, ...own };
  return { status: 'not-in-article', question, nearest, refused: { text: told.text, why }, ...own };
}

/** Why the lock refuses an answer; null where it holds, or says that the article does not say. */
export function whyRefused(article: Article, told: Told): string | null {
  const { point, why } = told.answered ? held(article, told, ANSWER_MAX) : { point: null, why: null };
  return point === null ? why : null;
}
