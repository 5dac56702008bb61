import type { LanguageModel } from 'ai';
import { toBrevierError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Logger } from '../log.ts';
import type { Answer } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import type { Brief, BriefOptions } from '../model/brief.ts';
import type { Briefer, Meter, Store, Writer } from '../ports.ts';
import { askModel, type Prompt } from './ask.ts';
import { begunPoints, draftOf, locked, lockedAnswer, type Written } from './claims.ts';
import { createGuard } from './guard.ts';
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

/**
 * Briefs and answers written by a model and checked by the number lock. What does not hold is left out and replaced
 * from the built-in engine; when the model fails, the built-in engine's work stands in whole, and says so.
 */
export function createWriter(settings: LlmSettings, tools: WriterTools): Writer {
  const guard = createGuard(settings, tools);
  const host = new URL(settings.baseUrl).host;
  const own = { model: settings.model, sentTo: host };

  const attempt = async <T extends object>(
    { channel, need }: { channel: string; need: Spent },
    work: (ask: Ask) => Promise<T>,
    stand: (why: string, sent: boolean) => T,
  ): Promise<T & { spent?: Brief['spent'] }> => {
    const refusal = await guard.refusal(channel, need);
    if (refusal !== null) {
      tools.meter.model('refused');
      return stand(refusal, false);
    }
    const deadline = AbortSignal.timeout(settings.limitMs);
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
    try {
      const ask: Ask = (prompt) => askModel(tools.model, { ...prompt, random: tools.random, pay }, deadline);
      // Some transports do not hear the signal: the asker does not wait for them.
      const value = await Promise.race([work(ask), rejection(deadline)]);
      guard.succeeded();
      tools.meter.model('written');
      const dollars = settings.price === null ? {} : { dollars: costOf(bill, settings.price) };
      tools.log.info({ channel, ...bill, ...dollars, model: settings.model }, 'llm: written');
      return { ...value, spent: { tokens: bill.input + bill.output, ...dollars } };
    } catch (thrown) {
      guard.failed();
      tools.meter.model('failed');
      tools.log.warn({ err: thrown, code: toBrevierError(thrown).code, model: settings.model }, 'llm: the model did not do');
      return stand(deadline.aborted ? 'the model did not answer in time' : 'the model failed', true);
    } finally {
      await Promise.all(paid);
    }
  };

  return {
    mayServe: (channel) => mayServe(settings.channels, channel),
    async brief(article, options, channel, onDraft) {
      const builtIn = await tools.builtIn.brief(article, options);
      const id = sha256(article.id, 'llm', settings.provider, settings.model, PROMPT_VERSION, String(options.points));
      const known = await tools.store.brief(id);
      if (known !== null) return known;
      const sections = sectionsOf(article);
      if (sections === null) return standing(builtIn, 'the article is too long for the model', undefined);
      const onPart = onDraft === undefined ? undefined : drafting(article, builtIn, options, (draft) => onDraft({ ...draft, id, ...own }));
      return await attempt(
        { channel, need: needOf(sections.map((ids) => briefPrompt(article, ids, options))) },
        async (ask) => ({ ...locked(article, await writtenBrief(ask, article, sections, options, onPart), builtIn, options), id, ...own }),
        (why, sent) => standing(builtIn, why, sent ? host : undefined),
      );
    },
    async answer(article, question, context, channel) {
      const builtIn = await tools.builtIn.answer(article, question, context);
      const prompt = answerPrompt(article, question, context, builtIn);
      return await attempt(
        { channel, need: needOf([prompt]) },
        async (ask) => lockedAnswer(article, question, await ask(prompt), builtIn, own),
        (why, sent) => standing(builtIn, why, sent ? host : undefined),
      );
    },
  };
}

function standing<T extends Brief | Answer>(builtIn: T, why: string, sentTo: string | undefined): T {
  return { ...builtIn, note: `built-in engine: ${why}`, ...(sentTo === undefined ? {} : { sentTo }) };
}

async function rejection(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('the model did not answer in time')), { once: true });
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
