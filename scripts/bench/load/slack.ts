// Slash commands at 200 a second for 30 s, Brevier beside a bare Bolt app in the same run. `npm run bench:slack`
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGE } from '../../../test/rig.ts';
import { freePort, startOrigin } from '../../../test/standins/origin.ts';
import { signedHeaders, slashCommand, startSlack } from '../../../test/standins/slack.ts';
import { compared, startScript, underLoad } from './run.ts';

const SECRET = 'a-signing-secret';
const site = await startOrigin((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE));
const rows: Record<string, unknown>[] = [];

for (const via of ['socket', 'http'] as const) {
  const loads = [];
  for (const script of ['./slack-bare.ts', './brevier.ts']) {
    const port = await freePort();
    const slack = await startSlack();
    const folder = mkdtempSync(join(tmpdir(), 'brevier-load-'));
    const mode: Record<string, string> = via === 'socket' ? { SLACK_APP_TOKEN: 'xapp-1' } : { SLACK_SIGNING_SECRET: SECRET };
    const app = await startScript(script, [slack.apiUrl, via === 'socket' ? 'socket' : String(port)], {
      ...mode,
      BREVIER_DATA: folder,
      BREVIER_WEB_PORT: '0',
      BREVIER_ALLOW_PRIVATE: site.host,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      PORT: String(port),
    });
    // Counted and let go: a stand-in that keeps everything pauses for its own rubbish.
    const seen = { count: 0 };
    const counting = setInterval(() => {
      seen.count += slack.responses.length;
      slack.responses.length = 0;
      slack.calls.length = 0;
    }, 50);
    const command = (index: number) => ({
      command: '/brief',
      text: `${site.url}/plant`,
      channel_id: `C${index % 50}`,
      user_id: `U${index % 500}`,
      trigger_id: randomUUID(),
    });
    const overHttp = async (index: number) => {
      const body = new URLSearchParams(slashCommand(slack.apiUrl.replace('/api/', ''), command(index))).toString();
      const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        body,
        headers: signedHeaders(SECRET, body, Date.now()),
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
    };
    loads.push(await underLoad(via === 'socket' ? (index) => slack.command(command(index)) : overHttp, () => seen.count));
    clearInterval(counting);
    app.kill('SIGTERM');
    await once(app, 'exit');
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const [bare, ours] = loads;
  if (bare !== undefined && ours !== undefined) rows.push(...compared(via, bare, ours));
}
await site.close();
console.table(rows);
