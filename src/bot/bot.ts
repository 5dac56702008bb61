import { toBrevierError } from '../errors.ts';
import { targetKey } from '../model/target.ts';
import { viewError } from '../view/message-view.ts';
import { pressed } from './action.ts';
import { askCommand } from './ask.ts';
import { briefCommand } from './brief.ts';
import type { BotContext } from './context.ts';
import { digestCommand } from './digest.ts';
import { viewHelp } from './help.ts';
import { home } from './home.ts';
import { mention, reply } from './mention.ts';
import type { Meter } from '../ports.ts';
import type { Handler, Request, Response } from './request.ts';
import { nearestWord } from './suggest.ts';

/** What follows the name of the bot and is a command, not an article or a question. */
const COMMAND_IN_WORDS =
  /^\s*\/?(?:(digest)(?=\s|$)|(?=brief\s+(?:saved|unsave|settings|home|figures|image|save|why)\b)brief)\s*([\s\S]*)$/iu;
const COMMANDS = ['brief', 'ask', 'digest', 'help'];

/** The bot behind every chat. An event id that was seen before is answered with silence. */
export function createBot(context: BotContext): Handler {
  return async (request, signal) => {
    const log = context.log.child({ event: request.eventId, target: targetKey(request.target), act: request.act.type });
    const since = performance.now();
    const measure = (outcome: Parameters<Meter['request']>[1]) =>
      context.meter.request(request.act.type, outcome, (performance.now() - since) / 1000);
    try {
      if (!(await context.store.firstSight(request.eventId, context.clock.now()))) {
        log.debug('dropped a repeated event');
        return null;
      }
      const response = await dispatch(context, request, signal);
      measure(response === null ? 'silent' : 'answered');
      log.info({ visibility: response?.visibility ?? 'silent' }, 'answered');
      return response;
    } catch (thrown) {
      const error = toBrevierError(thrown);
      const isOurs = error.code === 'internal/bug' || error.code === 'store/unavailable';
      measure(isOurs ? 'failed' : 'refused');
      // A refusal is an answer like others; only what lies behind it can be news to the operator.
      if (isOurs) log.error({ code: error.code, err: error.cause ?? error }, error.message);
      else log.warn({ code: error.code, ...(error.cause === undefined ? {} : { err: error.cause }) }, error.message);
      return { view: viewError(error), visibility: 'private' };
    }
  };
}

async function dispatch(context: BotContext, request: Request, signal: AbortSignal): Promise<Response | null> {
  const { act } = request;
  switch (act.type) {
    case 'command':
      return await command(context, request, act, signal);
    case 'mention': {
      const said = COMMAND_IN_WORDS.exec(act.text);
      // Somebody who types a command after the bot's name wants the command, and everybody saw it.
      if (said !== null) return await command(context, request, { name: (said[1] ?? 'brief').toLowerCase(), text: said[2] ?? '' }, signal);
      return await mention(context, request, act.text, signal);
    }
    case 'reply':
      return await reply(context, request, act.text, signal);
    case 'action':
      return await pressed(context, request, act, signal);
    case 'home':
      return await home(context, request);
    default:
      return act satisfies never;
  }
}

async function command(
  context: BotContext,
  request: Request,
  { name, text }: { name: string; text: string },
  signal: AbortSignal,
): Promise<Response> {
  if (/^help\W*$/i.test(text.trim())) return { view: viewHelp(null), visibility: 'private' };
  switch (name) {
    case 'brief':
      return await briefCommand(context, request, text, signal);
    case 'ask':
      return await askCommand(context, request, text, signal);
    case 'digest':
      return await digestCommand(context, request, text, signal);
    case 'help':
      return { view: viewHelp(null), visibility: 'private' };
    default: {
      const near = nearestWord(name, COMMANDS);
      const hint = near === null ? '' : ` Did you mean /${near}?`;
      return { view: viewHelp(`I do not know the command /${name}.${hint}`), visibility: 'private' };
    }
  }
}
