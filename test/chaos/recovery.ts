// How long a digest waits when its process is killed between sending and noting it, and started again at once, with
// the leases of a real run. `node test/chaos/recovery.ts`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, progress, startPress, subscribeAll } from './support.ts';
import { startSlack } from '../standins/slack.ts';

const folder = mkdtempSync(join(tmpdir(), 'brevier-recovery-'));
const press = await startPress();
const slack = await startSlack();
const store = await openDatabase(folder);
const feedUrl = press.feedUrl('post');
await subscribeAll(store, feedUrl, await (await fetch(feedUrl)).text(), [
  { platform: 'slack', team: 'T0001', channel: 'C1', thread: null },
]);
const env = {
  PATH: process.env['PATH'] ?? '',
  BREVIER_DATA: folder,
  BREVIER_WEB_PORT: '0',
  BREVIER_ALLOW_PRIVATE: press.host,
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
};
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const start = (more: Record<string, string>) => spawn(process.execPath, [main], { env: { ...env, ...more }, stdio: 'ignore' });
await once(start({ CRASH_AT: 'after-send' }), 'exit');
const killedAt = Date.now();
const again = start({});
while ((await progress(store)).done === 0 && Date.now() - killedAt < 300_000) await new Promise((resolve) => setTimeout(resolve, 500));
console.table([{ seconds: Math.round((Date.now() - killedAt) / 1000), messages: slack.posted.length, ...(await progress(store)) }]);
again.kill('SIGTERM');
await once(again, 'exit');
await store.close();
await slack.close();
await press.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
