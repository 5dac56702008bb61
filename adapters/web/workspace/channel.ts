import type { View } from '../../../src/view/view.ts';
import { LIMITS } from '../limits.ts';
import { renderWeb } from '../render.ts';

/** One message as the page gets it. */
interface WebMessage {
  id: string;
  author: 'you' | 'brevier';
  /** What was typed; for an answer, its title. */
  text: string;
  private: boolean;
  /** The answer in each look; null for what a person typed. */
  looks: { web: string; slack: Look; discord: Look } | null;
}

interface Look {
  html: string;
  /** Exactly what would be sent to the platform. */
  payload: unknown;
}

/** How a chat platform would take and show a view. Given by the composition root: adapters do not know each other. */
export type Showing = (view: View) => Look;

export interface Showings {
  slack: Showing;
  discord: Showing;
}

/** The one channel of the workspace: its latest messages, and whoever watches. */
export interface Channel {
  messages(): readonly WebMessage[];
  say(id: string, text: string): void;
  post(id: string, view: View, isPrivate: boolean): WebMessage;
  replace(id: string, view: View): WebMessage | null;
  watch(onMessage: (message: WebMessage) => void): () => void;
}

export function createChannel(showings: Showings): Channel {
  const kept: WebMessage[] = [];
  const watchers = new Set<(message: WebMessage) => void>();
  const add = (message: WebMessage) => {
    const at = kept.findIndex(({ id }) => id === message.id);
    if (at >= 0) kept[at] = message;
    else kept.push(message);
    if (kept.length > LIMITS.history) kept.shift();
    for (const watcher of watchers) watcher(message);
    return message;
  };
  const answer = (id: string, view: View, isPrivate: boolean): WebMessage => ({
    id,
    author: 'brevier',
    text: view.title,
    private: isPrivate,
    looks: { web: renderWeb(view).payload, slack: showings.slack(view), discord: showings.discord(view) },
  });
  return {
    messages: () => kept,
    say: (id, text) => {
      add({ id, author: 'you', text, private: false, looks: null });
    },
    post: (id, view, isPrivate) => add(answer(id, view, isPrivate)),
    replace: (id, view) => (kept.some((message) => message.id === id) ? add(answer(id, view, false)) : null),
    watch(onMessage) {
      watchers.add(onMessage);
      return () => watchers.delete(onMessage);
    },
  };
}
