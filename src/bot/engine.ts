import { channelKey } from '../model/target.ts';
import type { Briefer } from '../ports.ts';
import { viewBrief } from '../view/brief-view.ts';
import { labelsFor } from '../view/labels/tables.ts';
import type { ReadContext } from './context.ts';
import { rulesFor } from './policy.ts';
import type { Asking, Response } from './request.ts';

/**
 * The engine for a request: the model where the operator lets the channel use it and a manager has switched it on. What
 * it writes is shown as it grows to those who will see the answer, where that is said.
 */
export async function engineFor(context: ReadContext, request: Asking, shownTo?: Response['visibility']): Promise<Briefer> {
  const { briefer, writer, store, publicUrl } = context;
  const { draft, target } = request;
  const channel = channelKey(target);
  if (writer === undefined || !writer.mayServe(channel)) return briefer;
  const { engine, language } = await rulesFor(store, request);
  if (engine !== 'llm') return briefer;
  const labels = labelsFor(language);
  return {
    brief: async (article, options) => {
      const onDraft =
        draft === undefined || shownTo === undefined || shownTo === 'direct'
          ? undefined
          : (written: Awaited<ReturnType<Briefer['brief']>>) =>
              draft(viewBrief(article, written, { publicUrl, buttons: [], note: labels.unfinished, labels }), shownTo);
      return await writer.brief(article, options, channel, onDraft);
    },
    answer: (article, question, before) => writer.answer(article, question, before, channel),
  };
}
