import type { Target } from '../model/target.ts';
import type { Action, View } from '../view/view.ts';

/** What somebody did in a chat, the same for every platform. */
export interface Request {
  /** The platform's own id of the event. A second request with the same id is dropped. */
  eventId: string;
  target: Target;
  /** Who asks, qualified by the platform: `slack:T1/U1`. */
  user: string;
  act:
    | { type: 'command'; name: string; text: string }
    /** The bot was mentioned; `text` is without the mention. */
    | { type: 'mention'; text: string }
    /** A message in a thread that the bot takes part in, without a mention. */
    | { type: 'reply'; text: string }
    /** A button. `text` is what was typed into its form; null when it has none. */
    | { type: 'action'; action: Action; ref: string; text: string | null };
}

export interface Response {
  view: View;
  /** `private` where the platform can do that; a platform that cannot posts it openly. */
  visibility: 'private' | 'public';
}

/** Null means: say nothing. Never rejects for what the asker did wrong; that comes back as a View. */
export type Handler = (request: Request, signal: AbortSignal) => Promise<Response | null>;

/** Actions that need words first, and what to ask. The platform shows its own form and sends the words. */
export const FORMS: Partial<Record<Action, { title: string; label: string; placeholder: string; submit: string }>> = {
  ask: {
    title: 'Ask about this article',
    label: 'Your question',
    placeholder: 'How many? Who said that? When?',
    submit: 'Ask',
  },
};
