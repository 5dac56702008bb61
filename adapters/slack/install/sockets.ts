import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../../src/log.ts';

const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/**
 * Keeps a Socket Mode connection up. The SDK's own reconnecting waits its ping timeout first, and a network that is
 * away at that moment (a laptop that wakes) ends it with a rejection that nobody can catch.
 */
export async function keepConnected(receiver: SocketModeReceiver, log: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let failures = 0;
  const reconnect = () => {
    if (stopping.signal.aborted) return;
    const wait = failures === 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
    const timer = setTimeout(() => void attempt(), wait);
    stopping.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };
  const attempt = async () => {
    try {
      await receiver.start();
      failures = 0;
      receiver.client.once('disconnected', reconnect);
      log.debug('slack: connected again');
    } catch (err) {
      failures += 1;
      log[failures < 3 ? 'info' : 'warn']({ err, failures }, 'slack: not connected; trying again');
      reconnect();
    }
  };
  await receiver.start();
  receiver.client.once('disconnected', reconnect);
  return async () => {
    stopping.abort();
    await receiver.stop();
  };
}
