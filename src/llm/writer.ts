import type { LanguageModel } from 'ai';
import { z } from 'zod';
import { faultsOf } from '../brief/lock.ts';
import { toBrevierError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Logger } from '../log.ts';
import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import type { Brief, BriefOptions, Point } from '../model/brief.ts';
import type { AnswerContext, Briefer, Meter, Store, Writer } from '../ports.ts';
import { askModel } from './ask.ts';
import { createGuard } from './guard.ts';
import { fenced, instructionsFor, PROMPT_VERSION } from './prompt.ts';
import { sectionsOf } from './sections.ts';
import { mayServe, type LlmSettings } from './settings.ts';

const GIST_MAX = 200;
const POINT_MAX = 240;
/** Sentences that go along with a question. */
const ASKED_SENTENCES = 120;

const Claim = z.object({ text: z.string(), sentences: z.array(z.number().int()) });
const Written = z.object({ gist: Claim, points: z.array(Claim) });
const Told = z.object({ answered: z.boolean(), text: z.string(), sentences: z.array(z.number().int()) });

export interface WriterTools {
  model: LanguageModel;
  builtIn: Briefer;
  store: Pick<Store, 'countUse' | 'brief'>;
  log: Logger;
  meter: Meter;
  now: () => Date;
  random: () => number;
}

/**
 * Briefs and answers written by a model and checked by the number lock. What does not hold is left out and replaced
 * from the built-in engine; when the model fails, the built-in engine's work stands in whole, and says so.
 */
export function createWriter(settings: LlmSettings, tools: WriterTools): Writer {
  const guard = createGuard(settings, tools);
  const host = new URL(settings.baseUrl).host;
  const own = { model: settings.model, sentTo: host };

  const attempt = async <T>(
    channel: string,
    work: (signal: AbortSignal) => Promise<{ value: T; tokens: number }>,
    stand: (why: string, sent: boolean) => T,
  ): Promise<T> => {
    const refusal = await guard.refusal(channel);
    if (refusal !== null) {
      tools.meter.model('refused', 0);
      return stand(refusal, false);
    }
    const deadline = AbortSignal.timeout(settings.limitMs);
    try {
      // Some transports do not hear the signal: the asker does not wait for them.
      const { value, tokens } = await Promise.race([work(deadline), rejection(deadline)]);
      await guard.succeeded(channel, tokens);
      tools.meter.model('written', tokens);
      tools.log.info({ channel, tokens, model: settings.model }, 'llm: written');
      return value;
    } catch (thrown) {
      guard.failed();
      tools.meter.model('failed', 0);
      tools.log.warn({ err: thrown, code: toBrevierError(thrown).code, model: settings.model }, 'llm: the model did not do');
      return stand(deadline.aborted ? 'the model did not answer in time' : 'the model failed', true);
    }
  };

  return {
    mayServe: (channel) => mayServe(settings.channels, channel),
    async brief(article, options, channel) {
      const builtIn = await tools.builtIn.brief(article, options);
      const id = sha256(article.id, 'llm', settings.provider, settings.model, PROMPT_VERSION, String(options.points));
      const known = await tools.store.brief(id);
      if (known !== null) return known;
      const sections = sectionsOf(article);
      if (sections === null) return standing(builtIn, 'the article is too long for the model', undefined);
      return await attempt(
        channel,
        async (signal) => {
          const written = await writtenBrief(tools, article, sections, options, signal);
          return { value: { ...locked(article, written.value, builtIn, options), id, ...own }, tokens: written.tokens };
        },
        (why, sent) => standing(builtIn, why, sent ? host : undefined),
      );
    },
    async answer(article, question, context, channel) {
      const builtIn = await tools.builtIn.answer(article, question, context);
      return await attempt(
        channel,
        async (signal) => {
          const { value, tokens } = await askModel(
            tools.model,
            { ...questionFor(article, question, context, builtIn), schema: Told, random: tools.random },
            signal,
          );
          return { value: lockedAnswer(article, question, value, builtIn, own), tokens };
        },
        (why) => (builtIn.status === 'answered' ? { ...builtIn, note: `built-in engine: ${why}` } : builtIn),
      );
    },
  };
}

function standing(builtIn: Brief, why: string, sentTo: string | undefined): Brief {
  return { ...builtIn, note: `built-in engine: ${why}`, ...(sentTo === undefined ? {} : { sentTo }) };
}

async function rejection(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('the model did not answer in time')), { once: true });
  return await promise;
}

async function writtenBrief(
  { model, random }: WriterTools,
  article: Article,
  sections: readonly number[][],
  { points }: BriefOptions,
  signal: AbortSignal,
): Promise<{ value: z.infer<typeof Written>; tokens: number }> {
  const task = `Sum up the article: a gist of one sentence (at most ${GIST_MAX} characters) and the ${points} most important points, the most important first, each a sentence of at most ${POINT_MAX} characters that can stand alone.`;
  const ask = (ids: readonly number[]) =>
    askModel(model, { instructions: instructionsFor(article, task), prompt: fenced(article, ids), schema: Written, random }, signal);
  if (sections.length === 1) return await ask(sections[0] ?? []);
  const parts = [];
  for (const ids of sections) parts.push(await ask(ids));
  // The sentences that the sections' points lean on stand for the whole.
  const ids = [...new Set(parts.flatMap(({ value }) => [value.gist, ...value.points].flatMap(({ sentences }) => sentences)))].toSorted(
    (a, b) => a - b,
  );
  const whole = await ask(ids);
  return { value: whole.value, tokens: parts.reduce((sum, { tokens }) => sum + tokens, whole.tokens) };
}

/** Claims that hold, most important first; what is missing comes from the built-in brief. */
function locked(article: Article, written: z.infer<typeof Written>, builtIn: Brief, options: BriefOptions): Omit<Brief, 'id'> {
  const gist = holding(article, written.gist, GIST_MAX);
  const held = written.points.flatMap((claim) => holding(article, claim, POINT_MAX) ?? []).slice(0, options.points);
  const dropped = (gist === null ? 1 : 0) + written.points.length - held.length;
  const cited = new Set(held.flatMap(({ citations }) => citations.flatMap(({ sentenceIds }) => sentenceIds)));
  const spare = builtIn.points.filter(({ citations }) => !citations.some(({ sentenceIds }) => sentenceIds.some((id) => cited.has(id))));
  const points = [...held, ...spare].slice(0, Math.min(options.points, Math.max(held.length, builtIn.points.length)));
  return {
    ...builtIn,
    gist: gist ?? builtIn.gist,
    points,
    verified: {
      checked: (gist === null && builtIn.gist === null ? 0 : 1) + points.length + builtIn.figures.length + builtIn.quotes.length,
      dropped,
    },
    engine: 'llm',
  };
}

function holding(article: Article, { text, sentences }: z.infer<typeof Claim>, most: number): Point | null {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words === '' || words.length > most || sentences.length === 0 || sentences.length > 6) return null;
  const citations = sentences.map((id) => ({ sentenceIds: [id] }));
  return faultsOf(words, citations, article).length === 0 ? { text: words, citations } : null;
}

/** The whole article where it is short, else the sentences that the built-in index finds near the question. */
function questionFor(article: Article, question: string, { earlier }: AnswerContext, builtIn: Answer) {
  const all = article.sentences.map(({ id }) => id);
  const near =
    builtIn.status === 'answered' ? builtIn.citations.flatMap(({ sentenceIds }) => sentenceIds) : (builtIn.nearest?.sentenceIds ?? []);
  const reach = Math.floor(ASKED_SENTENCES / Math.max(1, near.length) / 2);
  const ids = all.length <= ASKED_SENTENCES ? all : all.filter((id) => id < 20 || near.some((found) => Math.abs(found - id) <= reach));
  const before = earlier.map((exchange) => `Asked before: ${exchange.question}\nAnswered: ${exchange.answer}`).join('\n');
  const task = 'Answer the question in one sentence. If the article does not say, set answered to false and leave the rest empty.';
  return { instructions: instructionsFor(article, task), prompt: `${fenced(article, ids)}\n${before}\nQuestion: ${question}` };
}

function lockedAnswer(
  article: Article,
  question: string,
  { answered, text, sentences }: z.infer<typeof Told>,
  builtIn: Answer,
  own: { model: string; sentTo: string },
): Answer {
  if (!answered)
    return builtIn.status === 'answered' ? { status: 'not-in-article', question, nearest: builtIn.citations[0] ?? null } : builtIn;
  const held = holding(article, { text, sentences }, GIST_MAX * 2);
  if (held === null)
    return builtIn.status === 'answered' ? { ...builtIn, note: 'built-in engine: the model’s answer did not hold' } : builtIn;
  return { status: 'answered', question, text: held.text, highlight: null, citations: held.citations, ...own };
}
