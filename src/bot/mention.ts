import { languageFor } from '../language/tables.ts';
import { answerAbout, articleThatAnswers } from './ask.ts';
import { briefView } from './brief.ts';
import { articleHere, articlesInThread, briefAndStore, readSource, rememberHere, type BotContext } from './context.ts';
import { engineFor } from './engine.ts';
import { viewHelp } from './help.ts';
import { allow } from './policy.ts';
import type { Request, Response } from './request.ts';
import { storyAsked } from './stories.ts';

const LINK = /https?:\/\/[^\s<>|]+/i;
/** Articles of a thread that a question is put to: the stories of a digest. */
const IN_THREAD = 12;
/** Another person is spoken to, so the bot is not. Slack and Discord both write mentions as <@id>. */
const TO_SOMEONE = /<@[^>]+>/;

/** The bot is spoken to: a link is briefed, a question answered about the article here. Public, as the mention was. */
export async function mention(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response> {
  const url = LINK.exec(text)?.[0].replace(/[).,;!?'"]+$/, '');
  if (url !== undefined) {
    const question = text
      .replace(LINK, ' ')
      .replace(/<\s*>|<[^>]*>/g, ' ')
      .trim();
    await allow(context, request, 'brief');
    const article = await readSource(context, { type: 'url', url }, signal);
    await rememberHere(context, request.target, article.id);
    if (isQuestion(question)) return await answerAbout(context, request, article, question, 'public');
    const brief = await briefAndStore(context, article, undefined, await engineFor(context, request, 'public'));
    return { view: await briefView(context, request, article, brief, 'public'), visibility: 'public' };
  }
  const question = text.trim();
  if (question === '' || /^help\W*$/i.test(question)) return { view: viewHelp(null), visibility: 'public' };
  const article = await articleHere(context, request.target, 'channel');
  if (article === null) return { view: viewHelp('No article has been briefed here yet. Send me a link first.'), visibility: 'public' };
  await allow(context, request, 'brief');
  return await answerAbout(context, request, await articleThatAnswers(context, request, article, question), question, 'public');
}

/** A message in the bot's thread. Questions are answered; when people talk to each other the bot stays quiet. */
export async function reply(context: BotContext, request: Request, text: string, signal: AbortSignal): Promise<Response | null> {
  if (TO_SOMEONE.test(text)) return null;
  if (LINK.test(text) && text.trim().split(/\s+/u).length === 1) return await mention(context, request, text, signal);
  if (!isQuestion(text)) return null;
  const [article, ...others] = await articlesInThread(context, request.target, IN_THREAD);
  if (article === undefined) return null;
  await allow(context, request, 'brief');
  if (others.length === 0) return await answerAbout(context, request, article, text.trim(), 'public');
  const asked = await storyAsked(context, request, [article, ...others], text.trim());
  return await answerAbout(context, request, asked.article, asked.question, 'public', asked.place);
}

/** Ends with a question mark, or opens with a question word of a language that Brevier reads. */
function isQuestion(text: string): boolean {
  const trimmed = text.trim().toLowerCase();
  if (/[?？؟]$/u.test(trimmed)) return true;
  return QUESTION_OPENERS.some((opener) => trimmed.startsWith(`${opener} `) && trimmed.split(/\s+/u).length >= 3);
}

const QUESTION_OPENERS = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'].flatMap((code) =>
  Object.values(languageFor(code).questionWords).flat(),
);
