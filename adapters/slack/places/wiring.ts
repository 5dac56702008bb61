import type { App } from '@slack/bolt';
import type { Handler, Request } from '../../../src/bot/request.ts';
import type { Target } from '../../../src/model/target.ts';
import type { ChatHost } from '../../contract.ts';
import type { Running } from '../../running.ts';
import type { Client } from '../send.ts';
import type { People } from './people.ts';

/** What the listeners of every surface work with. */
export interface SlackWiring {
  app: App;
  handler: Handler;
  running: Running;
  host: ChatHost;
  people: People;
  /** Notes that a workspace belongs to an organisation; nothing where one token serves one workspace. */
  noteOrganisation(team: string, enterprise: string): Promise<void>;
  /** Forgets the token of a workspace. */
  forgetInstallation(team: string | null, enterprise: string | null): Promise<void>;
}

export type SlackPlace = Extract<Target, { platform: 'slack' }>;

/** The request of a person, without what they did. */
export function asking(
  { people }: SlackWiring,
  client: Client,
  target: SlackPlace,
  user: string,
  signal: AbortSignal,
): Pick<Request, 'target' | 'user' | 'asker'> {
  return { target, user: `slack:${target.team}/${user}`, asker: () => people(client, user, signal) };
}

/** `<https://x|label>` and `<https://x>` as the bare address. https://docs.slack.dev/messaging/formatting-message-text/ */
export function unwrapLinks(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
