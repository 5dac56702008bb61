import { BrevierError } from '../errors.ts';
import { LANGUAGES, Policy, type PolicyChanges } from '../model/policy.ts';
import { channelKey, workspaceKey } from '../model/target.ts';
import { viewList } from '../view/message-view.ts';
import type { View } from '../view/view.ts';
import type { BotContext } from './context.ts';
import { isManager, policyFor } from './policy.ts';
import type { Request } from './request.ts';
import { nearestWord } from './suggest.ts';

const USAGE =
  'Change one with /brief settings <name> <value>: answers private or public; brief, share or schedule everyone or managers; person or channel <number a day> or none; role <role> or none; engine built-in or llm; language en, de, fr, es, it, pt or nl; reset. Put “workspace” first to change it for every channel.';
const NAMES = ['answers', 'brief', 'share', 'schedule', 'person', 'channel', 'role', 'engine', 'language', 'reset'];

/** `/brief settings`, `/brief settings answers public`, `/brief settings workspace schedule managers`. */
export async function settings({ store }: BotContext, request: Request, words: string): Promise<View> {
  const { target } = request;
  const policy = await policyFor(store, target);
  const parts = words
    .trim()
    .split(/\s+/u)
    .filter((part) => part !== '');
  const isWide = parts[0]?.toLowerCase() === 'workspace';
  const [name, value = '', ...rest] = isWide ? parts.slice(1) : parts;
  if (name === undefined) return viewList('Rules here', [...rulesOf(policy), USAGE]);
  if (!(await isManager(request, policy))) throw new BrevierError('policy/denied', 'Only managers may change the rules here.');
  const scope = isWide ? workspaceKey(target) : channelKey(target);
  const isReset = name.toLowerCase() === 'reset';
  const changes = isReset
    ? {}
    : { ...(await store.policyChanges([scope]))[0], ...changeFrom(name.toLowerCase(), [value, ...rest].join(' ')) };
  await store.savePolicyChanges(scope, changes);
  const where = isWide ? 'every channel of this workspace that has no rule of its own' : 'this channel';
  const now = await policyFor(store, target);
  return viewList(isReset ? `The rules of ${where} are the usual ones again` : `Noted for ${where}`, rulesOf(now));
}

/** @throws BrevierError `policy/setting` */
function changeFrom(name: string, value: string): PolicyChanges {
  const word = value.toLowerCase();
  switch (name) {
    case 'answers':
      return { answers: oneOf(name, word, ['private', 'public']) };
    case 'brief':
    case 'share':
    case 'schedule':
      return { [name]: oneOf(name, word, ['everyone', 'managers']) };
    case 'engine':
      return { engine: oneOf(name, word, ['built-in', 'llm']) };
    case 'language':
      return { language: oneOf(name, word, LANGUAGES) };
    case 'person':
      return { personDaily: daily(name, word) };
    case 'channel':
      return { channelDaily: daily(name, word) };
    case 'role':
      return { managerRole: /^(?:none|off|)$/u.test(word) ? null : (/^<@&(\d+)>$/.exec(value)?.[1] ?? value.slice(0, 100)) };
    default: {
      const near = nearestWord(name, NAMES);
      throw new BrevierError('policy/setting', `There is no setting “${name}”.${near === null ? '' : ` Did you mean ${near}?`} ${USAGE}`);
    }
  }
}

function oneOf<const Word extends string>(name: string, word: string, known: readonly Word[]): Word {
  const found = known.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw new BrevierError('policy/setting', `${name} takes ${known.join(' or ')}, not “${word}”.`);
}

function daily(name: string, word: string): number | null {
  if (/^(?:none|no limit|unlimited)$/u.test(word)) return null;
  const parsed = Policy.shape.personDaily.safeParse(Number(word));
  if (word !== '' && parsed.success) return parsed.data;
  throw new BrevierError('policy/setting', `${name} takes a number a day from 1 to 10000, or none, not “${word}”.`);
}

/** The rules in words. */
export function rulesOf({ answers, brief, share, schedule, personDaily, channelDaily, managerRole, engine, language }: Policy): string[] {
  return [
    `answers ${answers}: ${answers === 'private' ? 'only whoever asks sees the first answer' : 'everybody sees answers at once'}`,
    `brief ${brief}, share ${share}, schedule ${schedule}`,
    `person ${personDaily ?? 'none'}, channel ${channelDaily ?? 'none'}: briefs and questions a day`,
    `engine ${engine}: ${engine === 'llm' ? 'a language model writes, where the operator allows it' : 'nothing leaves the server'}`,
    `language ${language}: of the words around what articles say`,
    ...(managerRole === null ? [] : [`role ${managerRole}: its members count as managers`]),
  ];
}
