import type { Adapter, Rendered } from '../../adapters/contract.ts';
import type { Handler } from '../../src/bot/request.ts';
import type { Target } from '../../src/model/target.ts';
import type { View } from '../../src/view/view.ts';

export type Failure = 'rate-limit' | 'server-error' | 'refused' | 'nonsense';

/** How long a stand-in tells a caller to wait, in milliseconds. */
export const TOLD_TO_WAIT_MS = 1000;

/** One adapter against the stand-in of its platform. */
export interface Harness {
  name: string;
  target: Target;
  render(view: View): Rendered;
  /** Broken limits of a payload, as sentences. */
  limitFaults(payload: unknown): string[];
  /** What would come alive in a payload that must be dead: mentions, markup, control characters. */
  alive(payload: unknown, view: View): string[];
  open(handler: Handler): Promise<Rig>;
}

export interface Rig {
  adapter: Adapter;
  /** Delivers a command under this id of the platform's own. Resolves when the platform saw it acknowledged. */
  ask(id: string, text: string): Promise<void>;
  /** Every answer to `ask` so far, as text. */
  answers(): string[];
  /** Every message that `send` has made the platform show, as text. */
  posted(): string[];
  /** Attempts to post, shown or not, with their time. */
  attempts(): number[];
  /** The bot hears a message of its own; null where a platform never sends one. */
  hearSelf: (() => Promise<void>) | null;
  /** The next post fails so; null where no network stands between. */
  failNext: ((failure: Failure) => void) | null;
  close(): Promise<void>;
}

/** Every string of a payload, one a line. */
export function stringsOf(payload: unknown): string[] {
  if (typeof payload === 'string') return [payload];
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.values(payload).flatMap(stringsOf);
}

// oxlint-disable-next-line no-control-regex -- looking for control characters is the purpose
export const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
