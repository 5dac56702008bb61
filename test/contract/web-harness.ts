import { Parser } from 'htmlparser2';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { limitFaults } from '../../adapters/web/limits.ts';
import { renderWeb } from '../../adapters/web/render.ts';
import { createLogger } from '../../src/log.ts';
import { eventually } from '../standins/origin.ts';
import { CONTROL, type Harness } from './harness.ts';

interface Shown {
  id: string;
  author: string;
  looks: { web: string } | null;
}

export const webHarness: Harness = {
  name: 'web',
  target: { platform: 'web', channel: 'general' },
  render: renderWeb,
  limitFaults: (payload) => limitFaults(payload as string),
  alive(payload) {
    const found: string[] = CONTROL.test((payload as string).replaceAll('\n', '')) ? ['control character'] : [];
    const parser = new Parser({
      onopentag(name, attributes) {
        if (['script', 'style', 'iframe', 'object', 'form', 'input', 'svg'].includes(name)) found.push(name);
        for (const [key, value] of Object.entries(attributes)) {
          if (key.startsWith('on') || key === 'style') found.push(key);
          if (key === 'href' && !/^(?:https?:\/\/|\/(?!\/)|#)/i.test(value)) found.push(value);
        }
      },
    });
    parser.end(payload as string);
    return found;
  },
  async open(handler) {
    const looks = () => ({ html: '', payload: null });
    const adapter = createWebAdapter(
      { host: '127.0.0.1', token: null, port: 0, mayMove: true, publicHost: null },
      {
        log: createLogger('silent'),
        now: () => new Date(),
        showings: { slack: looks, discord: looks },
        ping: async () => undefined,
        article: async () => null,
        card: async () => Buffer.alloc(0),
        unready: () => [],
        metrics: { text: async () => '', contentType: 'text/plain' },
        ledger: async () => [],
        feeds: async () => [],
      },
    );
    await adapter.start(handler);
    const url = adapter.url();
    const headers = { 'content-type': 'application/json', origin: url };
    let messages: Shown[] = [];
    const events = await fetch(`${url}/api/events`);
    const follow = readEvents(events, (message) => {
      messages = [...messages, message];
    });
    const pending: Promise<unknown>[] = [];
    const byBot = (reply: boolean) => messages.filter(({ id, author }) => author === 'brevier' && id.startsWith('re:') === reply);
    return {
      adapter,
      async ask(id, text) {
        const body = JSON.stringify({ id, text: `/brief ${text}` });
        const asked = fetch(`${url}/api/messages`, { method: 'POST', headers, body });
        pending.push(asked.catch(() => undefined));
        // The line shows in the channel at once: that is the acknowledgement. A repeated request shows no second line.
        await eventually('the line in the channel', () => messages.some((message) => message.id === id));
      },
      answers: () => byBot(true).map(({ looks: shown }) => shown?.web ?? ''),
      posted: () => byBot(false).map(({ looks: shown }) => shown?.web ?? ''),
      attempts: () => [],
      hearSelf: null,
      failNext: null,
      async close() {
        await Promise.all(pending);
        await adapter.stop();
        await follow;
      },
    };
  },
};

async function readEvents(response: Response, onMessage: (message: Shown) => void): Promise<void> {
  let rest = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('data: ')) onMessage(JSON.parse(part.slice(6)) as Shown);
    }
  } catch {
    // The stream ends with the server.
  }
}
