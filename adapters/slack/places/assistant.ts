import { call } from '../send.ts';
import type { SlackWiring } from './wiring.ts';

/** At most four, https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts/ */
const PROMPTS = [
  { title: 'What can you do?', message: 'help' },
  { title: 'What have I saved?', message: 'brief saved' },
  { title: 'Which digests do I get?', message: 'brief home' },
];

/** The assistant's pane. What is said there arrives as a direct message in a thread. */
export function wireAssistant({ app, running }: SlackWiring): void {
  app.event('assistant_thread_started', async ({ event, client }) => {
    const { channel_id: channel, thread_ts: thread } = event.assistant_thread;
    running.run(async (signal) => {
      const options = { channel_id: channel, thread_ts: thread, title: 'Send me a link, or choose:', prompts: PROMPTS };
      await call(client, 'assistant.threads.setSuggestedPrompts', options, signal);
    });
  });
}
