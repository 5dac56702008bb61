// Interactions at 200 a second for 30 s, Brevier beside a bare discord.js bot in the same run. `npm run bench:discord`
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGE } from '../../../test/rig.ts';
import { DISCORD_APP, startDiscord } from '../../../test/standins/discord.ts';
import { startOrigin } from '../../../test/standins/origin.ts';
import { slash } from '../../../test/discord/slash.ts';
import { compared, startScript, underLoad, type Load } from './run.ts';

const ACK_MS = 10_000;
const memberOf = (index: number) => ({
  user: { id: String(200_000_000_000_002_000n + BigInt(index % 500)), username: `u${index % 500}`, discriminator: '0', avatar: null },
  roles: [],
  joined_at: '2026-01-01T00:00:00Z',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: '0',
});
const site = await startOrigin((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE));
const loads: Load[] = [];

for (const script of ['./discord-bare.ts', './brevier.ts']) {
  const discord = await startDiscord();
  const folder = mkdtempSync(join(tmpdir(), 'brevier-load-'));
  const app = await startScript(script, [discord.apiUrl], {
    BREVIER_DATA: folder,
    BREVIER_WEB_PORT: '0',
    BREVIER_ALLOW_PRIVATE: site.host,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: 'x'.repeat(40),
    DISCORD_APP_ID: DISCORD_APP,
  });
  let answered = 0;
  const waiting = new Map<string, () => void>();
  discord.onCall((route) => {
    const id = /^POST \/interactions\/(\d+)\//.exec(route)?.[1];
    if (id !== undefined) waiting.get(id)?.();
    if (route.startsWith('PATCH /webhooks/')) answered += 1;
    // Counted and let go: a stand-in that keeps everything pauses for its own rubbish.
    if (discord.calls.length > 1000) discord.calls.length = 0;
  });
  const deliver = async (index: number) => {
    const id = discord.nextId();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const late = setTimeout(() => reject(new Error('not acknowledged')), ACK_MS);
    waiting.set(id, resolve);
    // One channel may have no more than 2,000 briefs a day.
    const channel = String(200_000_000_000_001_000n + BigInt(index % 50));
    await discord.interaction({
      ...slash('brief', { url: `${site.url}/plant` }),
      id,
      member: memberOf(index),
      channel_id: channel,
      channel: { id: channel, type: 0 },
    });
    await promise;
    clearTimeout(late);
    waiting.delete(id);
  };
  loads.push(await underLoad(deliver, () => answered));
  app.kill('SIGTERM');
  await once(app, 'exit');
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
}
await site.close();
const [bare, ours] = loads;
if (bare !== undefined && ours !== undefined) console.table(compared('gateway', bare, ours));
