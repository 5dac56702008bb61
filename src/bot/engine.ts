import { channelKey } from '../model/target.ts';
import type { Briefer } from '../ports.ts';
import type { ReadContext } from './context.ts';
import { rulesFor } from './policy.ts';
import type { Asking } from './request.ts';

/** The engine for a request: the model where the operator lets the channel use it and a manager has switched it on. */
export async function engineFor({ briefer, writer, store }: ReadContext, request: Asking): Promise<Briefer> {
  const channel = channelKey(request.target);
  if (writer === undefined || !writer.mayServe(channel) || (await rulesFor(store, request)).engine !== 'llm') return briefer;
  return {
    brief: (article, options) => writer.brief(article, options, channel),
    answer: (article, question, context) => writer.answer(article, question, context, channel),
  };
}
