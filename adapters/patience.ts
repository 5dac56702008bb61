import { setTimeout as sleep } from 'node:timers/promises';
import { viewMessage } from '../src/view/message-view.ts';
import type { View } from '../src/view/view.ts';

/** After so many milliseconds without an answer, somebody who waits is told that there will be one. */
const PATIENCE_MS = 2500;
/** Between two looks at an unfinished answer: about what the platforms allow for one message. Milliseconds. */
const DRAFT_MS = 1200;
/** Looks at one unfinished answer. With the answer itself they stay within the five that a response URL of Slack takes. */
const DRAFTS = 4;

export const READING = viewMessage('Reading. The answer will stand here in a moment.');

/** Is told what is certain so far. Only the newest is shown. */
export type Draft = (view: View) => void;

/**
 * Does the work and meanwhile shows what there is of it: `waiting` when it takes long, and what the work drafts.
 * `show` puts a view where the answer will stand, in place of the one before. `shown` is how many the asker has seen.
 */
export async function showing<T>(
  work: (draft: Draft) => Promise<T>,
  { waiting, show }: { waiting: View | null; show: (view: View, isFirst: boolean) => Promise<unknown> },
): Promise<{ value: T; shown: number }> {
  const over = Promise.withResolvers<void>();
  let isOver = false;
  let next = waiting;
  let shown = 0;
  let tries = 0;
  let isTurning = false;
  let turns = Promise.resolve();
  const takeTurns = async () => {
    while (next !== null && !isOver && tries < DRAFTS) {
      const view = next;
      next = null;
      tries += 1;
      // Not being able to show what is unfinished must not cost the answer.
      await show(view, shown === 0).then(
        () => (shown += 1),
        () => undefined,
      );
      await Promise.race([sleep(DRAFT_MS, undefined, { ref: false }), over.promise]);
    }
    isTurning = false;
  };
  const go = () => {
    if (isTurning) return;
    isTurning = true;
    turns = takeTurns();
  };
  const timer = waiting === null ? undefined : setTimeout(go, PATIENCE_MS);
  try {
    const value = await work((view) => {
      next = view;
      go();
    });
    isOver = true;
    over.resolve();
    // What is shown has to stand before it is replaced.
    await turns;
    return { value, shown };
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
