import type { LanguageModel } from 'ai';
import { toBrevierError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Logger } from '../log.ts';
import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import type { Brief, BriefOptions } from '../model/brief.ts';
import type { Briefer, Meter, Store, Writer } from '../ports.ts';
import { askModel, type Prompt } from './ask.ts';
import { begunPoints, draftOf, judged, locked, lockedAnswer, type Written } from './claims.ts';
import { ModelError } from './fault.ts';
import { createGuard } from './guard.ts';
import { mendedAnswer, mendedClaims, type Mend } from './mend.ts';
import { PROMPT_VERSION } from './prompt.ts';
import { answerPrompt, briefPrompt, needOf } from './questions.ts';
import { sectionsOf } from './sections.ts';
import { costOf, mayServe, type LlmSettings, type Spent } from './settings.ts';

interface WriterTools {
  model: LanguageModel;
  builtIn: Briefer;
  store: Pick<Store, 'countUse' | 'brief'>;
  log: Logger;
  meter: Meter;
  now: () => Date;
  random: () => number;
}

/** A question to the model that is paid for, and given up in time. */
type Ask = <T>(prompt: Pick<Prompt<T>, 'instructions' | 'prompt' | 'schema' | 'onPart'>) => Promise<T>;

/** Of the time that the model has, the part in which it may write refused claims once more. */
const MENDING = 0.9;

/**
 * Briefs and answers written by a model and checked by the number lock. What does not hold goes back to it once, with the
 * reasons; what still does not is left out and replaced from the built-in engine. When the model fails, the built-in
 * engine's work stands in whole, and says so.
 */
export function createWriter(settings: LlmSettings, tools: WriterTools): Writer {
  const guard = createGuard(settings, tools);
  const host = new URL(settings.baseUrl).host;
  const own = { model: settings.model, sentTo: host };

  const attempt = async <T extends object>(
    { channel, need }: { channel: string; need: Spent },
    work: (ask: Ask, mend: Mend) => Promise<T>,
    stand: (why: string, sent: boolean) => T,
  ): Promise<T & { spent?: Brief['spent'] }> => {
    const refusal = await guard.refusal(channel, need);
    if (refusal !== null) {
      tools.meter.model('refused');
      return stand(refusal, false);
    }
    const deadline = AbortSignal.timeout(settings.limitMs);
    const mendingEnds = AbortSignal.timeout(settings.limitMs * MENDING);
    const bill = { input: 0, output: 0 };
    const paid: Promise<void>[] = [];
    const pay = (spent: Spent) => {
      bill.input += spent.input;
      bill.output += spent.output;
      tools.meter.spent(spent.input + spent.output, settings.price === null ? 0 : costOf(spent, settings.price));
      paid.push(
        guard.paid(channel, spent).catch((err: unknown) => tools.log.error({ err, channel, ...spent }, 'llm: tokens could not be counted')),
      );
    };
    const asking =
      (signal: AbortSignal, tries?: number): Ask =>
      // Some transports do not hear the signal: the asker does not wait for them.
      async (prompt) =>
        await Promise.race([askModel(tools.model, { ...prompt, random: tools.random, pay }, signal, tries), rejection(signal)]);
    const mend: Mend = async (prompt) => {
      if (mendingEnds.aborted || (await guard.refusal(channel, needOf([prompt]))) !== null) return null;
      try {
        return await asking(mendingEnds, 1)(prompt);
      } catch (thrown) {
        tools.log.info({ code: toBrevierError(thrown).code, model: settings.model }, 'llm: refused claims were not written again');
        return null;
      }
    };
    try {
      const value = await work(asking(deadline), mend);
      guard.succeeded();
      tools.meter.model('written');
      const dollars = settings.price === null ? {} : { dollars: costOf(bill, settings.price) };
      tools.log.info({ channel, ...bill, ...dollars, model: settings.model }, 'llm: written');
      return { ...value, spent: { tokens: bill.input + bill.output, ...dollars } };
    } catch (thrown) {
      guard.failed();
      tools.meter.model('failed');
      if (!(thrown instanceof ModelError)) tools.log.error({ err: thrown }, 'llm: a bug, not the model');
      const error = thrown instanceof ModelError ? thrown : new ModelError('llm/failed', 'the model failed');
      // Nothing of the request: it holds the article.
      tools.log.warn({ code: error.code, status: error.status, model: settings.model, host }, `llm: ${error.message}`);
      return stand(error.message, error.wasSent);
    } finally {
      await Promise.all(paid);
    }
  };

  const idOf = (article: Article, { points }: BriefOptions) =>
    sha256(article.id, 'llm', settings.provider, settings.model, PROMPT_VERSION, String(points));

  return {
    async known(article, options) {
      const id = idOf(article, options);
      return (await tools.store.brief(id)) ?? (await tools.store.brief(refusedId(id)));
    },
    mayServe: (channel) => mayServe(settings.channels, channel),
    async brief(article, options, channel, onDraft) {
      const builtIn = await tools.builtIn.brief(article, options);
      const id = idOf(article, options);
      const known = await tools.store.brief(id);
      if (known !== null) return known;
      const sections = sectionsOf(article);
      if (sections === null) return standing(builtIn, 'the article is too long for the model', undefined);
      const onPart = onDraft === undefined ? undefined : drafting(article, builtIn, options, (draft) => onDraft({ ...draft, id, ...own }));
      return await attempt(
        { channel, need: needOf(sections.map((ids) => briefPrompt(article, ids, options))) },
        async (ask, mend) => {
          const claims = judged(article, await writtenBrief(ask, article, sections, options, onPart));
          const made = locked(article, await mendedClaims(mend, article, claims), builtIn, options);
          // A brief without a line of the model's is the built-in one, and may be asked for anew.
          return made.engine === 'llm' ? { ...made, id, ...own } : { ...made, id: refusedId(id), sentTo: host };
        },
        (why, sent) => standing(builtIn, why, sent ? host : undefined),
      );
    },
    async answer(article, question, context, channel) {
      const builtIn = await tools.builtIn.answer(article, question, context);
      const prompt = answerPrompt(article, question, context, builtIn);
      return await attempt(
        { channel, need: needOf([prompt]) },
        async (ask, mend) => lockedAnswer(article, question, await mendedAnswer(mend, article, question, await ask(prompt)), builtIn, own),
        (why, sent) => standing(builtIn, why, sent ? host : undefined),
      );
    },
  };
}

/** Of a brief of which nothing held: its place does not keep a better one from being stored. */
function refusedId(id: string): string {
  return sha256(id, 'nothing held');
}

function standing<T extends Brief | Answer>(builtIn: T, why: string, sentTo: string | undefined): T {
  return { ...builtIn, note: `built-in engine: ${why}`, ...(sentTo === undefined ? {} : { sentTo }) };
}

async function rejection(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const give = () => reject(new ModelError('llm/timeout', 'the model did not answer in time'));
  if (signal.aborted) give();
  signal.addEventListener('abort', give, { once: true });
  return await promise;
}

async function writtenBrief(
  ask: Ask,
  article: Article,
  sections: readonly number[][],
  options: BriefOptions,
  onPart: Prompt<Written>['onPart'],
): Promise<Written> {
  if (sections.length === 1) return await ask({ ...briefPrompt(article, sections[0] ?? [], options), onPart });
  const parts: Written[] = [];
  for (const ids of sections) parts.push(await ask(briefPrompt(article, ids, options)));
  // The sentences that the sections' points lean on stand for the whole.
  const cited = parts.flatMap(({ gist, points }) => [gist, ...points].flatMap(({ sentences }) => sentences));
  const ids = [...new Set(cited)].toSorted((a, b) => a - b);
  return await ask({ ...briefPrompt(article, ids, options), onPart });
}

/** Hands on a draft whenever another claim is whole and holds. */
function drafting(article: Article, builtIn: Brief, options: BriefOptions, show: (draft: Omit<Brief, 'id'>) => void) {
  let points = -1;
  let checked = 0;
  return (part: unknown): void => {
    const begun = begunPoints(part);
    if (begun === points) return;
    points = begun;
    const draft = draftOf(article, part, builtIn, options);
    if (draft === null || draft.verified.checked <= checked) return;
    checked = draft.verified.checked;
    show(draft);
  };
}
