import type { Adapter, Outgoing } from '../../adapters/contract.ts';
import type { Handler } from '../../src/bot/request.ts';
import type { Harness } from './harness.ts';

/** Breaks every law on purpose, so that the suite is known to be able to fail. */
export const brokenHarness: Harness = {
  name: 'broken',
  target: { platform: 'cli' },
  render: (view) => ({ payload: `${view.title}\u0007${Math.random()}`, dropped: 1, droppedCites: -1 }),
  limitFaults: () => ['too long'],
  alive: () => ['@everyone'],
  async open(handler) {
    const posted: string[] = [];
    const answers: string[] = [];
    let count = 0;
    const ask = async (name: string): Promise<void> => {
      count += 1;
      // Answers before it has acknowledged, and gives the same event a new id each time.
      answers.push(`early ${count}`);
      const answer = await handler(
        { eventId: `${name}${count}`, target: { platform: 'cli' }, user: 'u', act: { type: 'mention', text: '' } },
        new AbortController().signal,
      );
      answers.push(answer?.view.title ?? '');
    };
    const adapter: Adapter = {
      name: 'cli',
      capabilities: {
        ephemeral: false,
        buttons: false,
        forms: false,
        threads: false,
        edit: false,
        dedupe: 'none',
        pace: { channelMs: 0, workspaceMs: 0 },
      },
      render: brokenHarness.render,
      start: async (_handler: Handler) => undefined,
      send: async ({ target, view }: Outgoing) => {
        posted.push(view.title, view.title);
        return { target, messageId: '1' };
      },
      stop: async () => {
        answers.length = 0;
        answers.push('lost', 'lost');
      },
    };
    return {
      adapter,
      ask: async (name) => void ask(name),
      answers: () => answers,
      posted: () => posted,
      attempts: () => posted.map(() => 0),
      hearSelf: () => ask('self'),
      failNext: () => undefined,
      close: async () => undefined,
    };
  },
};
