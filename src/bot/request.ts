import type { Receipt } from '../model/receipt.ts';
import type { Target } from '../model/target.ts';
import type { Action, View } from '../view/view.ts';

/** What somebody did in a chat, the same for every platform. */
export interface Request {
  /** The platform's own id of the event. A second request with the same id is dropped. */
  eventId: string;
  target: Target;
  /** Who asks, qualified by the platform: `slack:T1/U1`. */
  user: string;
  /** What the platform says about whoever asks; looked up only when it matters. Absent where everybody may do everything. */
  asker?: () => Promise<Asker>;
  /** Who shall see the answer, where the asker said so; else the rules of the channel decide. */
  wish?: 'private' | 'public';
  /** Shows what is certain of the answer so far, where it will stand, to those who will see it. Absent where that is not possible. */
  draft?: (view: View, visibility: 'private' | 'public') => void;
  act:
    /** `about` is a link or a text that the command is about, where that is not in its words. */
    | { type: 'command'; name: string; text: string; about?: string }
    /** The bot was mentioned; `text` is without the mention. */
    | { type: 'mention'; text: string }
    /** A message in a thread that the bot takes part in, without a mention. */
    | { type: 'reply'; text: string }
    /** A button. `text` is what was typed into its form; null when it has none. */
    | { type: 'action'; action: Action; ref: string; text: string | null }
    /** The person's own page: digests, feeds, saved articles. */
    | { type: 'home' };
}

/** Who asks, and where. */
export type Asking = Pick<Request, 'target' | 'user' | 'asker' | 'draft'>;

export interface Asker {
  /** May this person decide for everybody here? */
  isManager: boolean;
  /** Ids of the platform's roles that the person has. */
  roles: readonly string[];
}

export interface Response {
  view: View;
  /**
   * `private` where the platform can do that; a platform that cannot posts it openly. `direct` goes into the person's
   * direct messages, where it stays.
   */
  visibility: 'private' | 'public' | 'direct';
  /** Stands in place of the private message whose button was pressed. */
  replaces?: boolean;
  /** Told where the answer stands, so that its thread is known to be about it. */
  posted?: (receipt: Receipt) => Promise<void>;
}

/** Null means: say nothing. Never rejects for what the asker did wrong; that comes back as a View. */
export type Handler = (request: Request, signal: AbortSignal) => Promise<Response | null>;
