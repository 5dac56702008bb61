import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { createLogger } from '../../src/log.ts';
import { viewMessage } from '../../src/view/message-view.ts';
import type { Fault } from '../standins/faults.ts';
import { eventually } from '../standins/origin.ts';
import { FAULT_NAMES, type FaultHarness, type FaultName } from './faults.ts';

/** The server is Brevier itself: only the line between a browser and it can break. */
const BREAKS: readonly FaultName[] = ['a reset', 'a reset after it was taken', 'a time-out after it was taken'];
const spared = FAULT_NAMES.filter((name) => !BREAKS.includes(name));

export const webFaults: FaultHarness = {
  name: 'web',
  calls: { 'POST /api/messages': { spared, ofAsker: true }, 'GET /api/events': { spared, ofAsker: true } },
  async open() {
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
    const heard = new Set<string>();
    await adapter.start(async ({ eventId }) => {
      if (heard.has(eventId)) return null;
      heard.add(eventId);
      return { view: viewMessage('the answer'), visibility: 'public' };
    });
    const url = adapter.url();
    const headers = { 'content-type': 'application/json', origin: url };
    const body = JSON.stringify({ id: 'e1', text: 'x' });
    let messages: { author: string; text: string }[] = [];
    const struck = new Map<string, Fault>();
    /** A browser whose connection breaks before all was sent, or when all was. */
    const broken = async (path: string, method: string, isTaken: boolean) => {
      const options = { method, headers: { ...headers, ...(method === 'POST' ? { 'content-length': body.length } : {}) } };
      const request = httpRequest(url + path, options);
      request.on('error', () => undefined);
      if (method === 'GET') request.end();
      else if (isTaken) request.end(body);
      else request.write(body.slice(0, 5));
      if (isTaken && method === 'POST') await eventually('the line', () => heard.size > 0);
      else await once(request, method === 'GET' ? 'response' : 'socket');
      request.destroy();
    };
    return {
      strike: (call, fault) => void struck.set(call, fault),
      async ask(call) {
        const fault = struck.get(call);
        const [method = '', path = ''] = call.split(' ');
        if (fault !== undefined) await broken(path, method, fault.taken === true);
        // The page sends again under the same id, connects again, and then asks what it has missed.
        await (await fetch(`${url}/api/messages`, { method: 'POST', headers, body })).json();
        const shown = (await (await fetch(`${url}/api/messages`)).json()) as { messages: typeof messages };
        messages = shown.messages;
      },
      seen: () => messages.filter(({ author }) => author === 'brevier').map(({ text }) => text),
      outcomes: () => [],
      codes: () => [],
      close: () => adapter.stop(),
    };
  },
};
