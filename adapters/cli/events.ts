import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Request } from '../../src/bot/request.ts';

/** Lines as requests: `/brief …`, `/ask …`, anything else as if the bot were spoken to. Empty lines are nothing. */
export function readLines(input: Readable, onRequest: (request: Request) => void): { close(): void; closed: Promise<void> } {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const session = crypto.randomUUID();
  let count = 0;
  lines.on('line', (line) => {
    const text = line.trim();
    if (text === '') return;
    count += 1;
    onRequest({ eventId: `cli:${session}:${count}`, target: { platform: 'cli' }, user: 'cli:me', act: actOf(text) });
  });
  const closed = new Promise<void>((resolve) => {
    lines.once('close', resolve);
  });
  return { close: () => lines.close(), closed };
}

function actOf(text: string): Request['act'] {
  const command = /^\/(\S+)\s*([\s\S]*)$/.exec(text);
  return command === null ? { type: 'mention', text } : { type: 'command', name: command[1] ?? '', text: command[2] ?? '' };
}
