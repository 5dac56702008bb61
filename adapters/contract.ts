import type { Suggested, Suggestion } from '../src/bot/suggestions.ts';
import type { Handler } from '../src/bot/request.ts';
import type { Logger } from '../src/log.ts';
import type { Receipt } from '../src/model/receipt.ts';
import type { Target } from '../src/model/target.ts';
import type { Outgoing, Sender, Store } from '../src/ports.ts';
import type { View } from '../src/view/view.ts';
import type { AnswerOutcome, Retrying } from './insist.ts';

export type AdapterName = Target['platform'];

/** What a platform can do, as data, so that the core and the tests can ask instead of knowing names. */
export interface Capabilities {
  /** Can a message be shown to one person only? */
  ephemeral: boolean;
  buttons: boolean;
  /** Can a button ask for words in a form of the platform's own? */
  forms: boolean;
  threads: boolean;
  /** Can a message be changed after it was sent? */
  edit: boolean;
  /** How a message sent twice under one key is kept from showing twice. */
  dedupe: 'native' | 'lookup' | 'none';
  /** Distance between two messages to one channel, and to one workspace, that stays inside the platform's rate limits. Milliseconds. */
  pace: { channelMs: number; workspaceMs: number };
}

/** A view as the platform takes it. `payload` is plain JSON, or a string where the platform is text. */
export interface Rendered<Payload = unknown> {
  payload: Payload;
  /** Items left out for lack of room, and the citations that went with them. Counted in the payload too. */
  dropped: number;
  droppedCites: number;
}

export type { Outgoing } from '../src/ports.ts';

export interface Adapter extends Sender {
  readonly name: AdapterName;
  readonly capabilities: Capabilities;
  /** Pure: the same view gives the same payload. Never fails; what does not fit is dropped and counted. */
  render(view: View): Rendered;
  /** Connects and serves until `stop`. Resolves when requests can arrive. */
  start(handler: Handler): Promise<void>;
  /**
   * Posts once under the key. Waits as long as a rate limit says.
   * @throws BrevierError `platform/refused` (4xx: will not work again), `platform/uncertain` (5xx or no answer: it may have been posted).
   */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Receipt>;
  /** The message posted under this key; null when there is none. Only where `dedupe` is not `none`. */
  find?(key: string, place: Pick<Outgoing, 'target' | 'parent'>, signal: AbortSignal): Promise<Receipt | null>;
  edit?(receipt: Receipt, view: View, signal: AbortSignal): Promise<void>;
  /** Takes no new requests, finishes those under way (4 s at most), disconnects. Safe to call twice. */
  stop(): Promise<void>;
}

/** What an adapter is given by the composition root. */
export interface AdapterHost {
  log: Logger;
  now(): Date;
}

/** What an adapter of a chat platform is given as well. */
export interface ChatHost extends AdapterHost {
  retrying: Retrying;
  /** Counts what became of an answer. */
  answered(platform: AdapterName, outcome: AnswerOutcome): void;
  /** An article's card of key figures as a PNG; null when it cannot be made. */
  card(articleId: string): Promise<Uint8Array | null>;
  /** What a platform gave when a workspace installed the bot. */
  installations: Pick<Store, 'installation' | 'saveInstallation' | 'removeInstallation'>;
  /** What fits the words that somebody types, at most `limit`. */
  suggest(kind: Suggested, target: Target, typed: string, limit: number): Promise<Suggestion[]>;
  /** Pauses the digests of a workspace that cannot be reached any more. */
  leave(workspace: string, reason: string): Promise<number>;
  /** Erases all that belongs to a workspace (`slack:T1`), when it has thrown the bot out. */
  erase(workspace: string): Promise<number>;
}
