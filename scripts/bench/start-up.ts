import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DISCORD_APP, startDiscord } from '../../test/standins/discord.ts';
import { startSlack } from '../../test/standins/slack.ts';
import { ended, node, residentMb, until } from './support/process.ts';
import { ms, quantile, timeOf, times } from './support/times.ts';

/** How long until the first brief, and what a Brevier that does nothing holds: `npm run bench`. */
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const CACHE = new URL('../compile-cache.js', import.meta.url).href;
/** As `npm start` does. */
const START = ['--max-semi-space-size=4', '--import', CACHE, MAIN];
const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../briefs/harbour-battery.md', import.meta.url));
const FIRST_BRIEF = /KEY FIGURES/;
const REST_MS = 8000;
/** The engine's thread ends after a minute; what it leaves is given back some seconds later. */
const LATER_MS = 85_000;
const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'brevier-bench-'));
let started = 0;
/** A new database each time: a first start also makes the tables. */
const settings = () => ({ BREVIER_DATA: join(folder, String((started += 1))), BREVIER_WEB_PORT: '0' });

async function median(work: () => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) took.push(await timeOf(work));
  return quantile(took, 0.5);
}
const empty = await median(async () => {
  const child = node(['-e', 'console.log("KEY FIGURES")']);
  await until(child, FIRST_BRIEF);
  await ended(child);
});
const command = await median(async () => {
  const child = node(['--import', CACHE, CLI, 'brief', SAMPLE]);
  await until(child, FIRST_BRIEF);
  await ended(child);
});
const first: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const child = node(START, settings());
  first.push(await timeOf(() => until(child, FIRST_BRIEF)));
  await ended(child);
}
const server = quantile(first, 0.5);
console.log(`Start-up, median of ${ROUNDS}; a new database each time. Others share the machine: compare within this table.`);
console.table({
  'an empty Node': { time: ms(empty), 'against an empty Node': times(1) },
  'npx brevier brief <file>, to its brief': { time: ms(command), 'against an empty Node': times(command / empty) },
  'npm start, to its first brief': { time: ms(server), 'against an empty Node': times(server / empty) },
});

async function rest(args: string[], env: Record<string, string>, ready: RegExp, later = LATER_MS): Promise<Held> {
  const child = node(args, env);
  await until(child, ready);
  child.stdout?.resume();
  await wait(REST_MS);
  const soon = residentMb(child.pid);
  await wait(later);
  const held = { soon, later: residentMb(child.pid) };
  await ended(child);
  return held;
}
interface Held {
  soon: number;
  later: number;
}
const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
const script = (body: string) => ['--input-type=module', '-e', `${body}; console.log('ready'); setInterval(() => undefined, 1000);`];
const bare = await rest(script(''), {}, /ready/, 0);
const sdks = await rest(script("await import('@slack/bolt'); await import('discord.js')"), {}, /ready/, 0);
const alone = await rest(START, settings(), /To connect a team chat/);
const slack = await startSlack();
const discord = await startDiscord();
const both = await rest(
  START,
  {
    ...settings(),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: 'x'.repeat(40),
    DISCORD_APP_ID: DISCORD_APP,
  },
  /Discord is connected[\s\S]*Web chat/,
);
await slack.close();
await discord.close();
const row = ({ soon, later }: Held) => ({
  MB: soon.toFixed(0),
  'above Bolt and discord.js': (soon - sdks.soon).toFixed(0),
  'MB, the engine’s thread ended': later.toFixed(0),
  'then above them': (later - sdks.soon).toFixed(0),
});
console.log(`Memory ${REST_MS / 1000} s after the start, and ${(REST_MS + LATER_MS) / 1000} s after it; resident.`);
console.table({
  'an empty Node': row(bare),
  'a process that imports Bolt and discord.js': row(sdks),
  'Brevier with the web chat only': row(alone),
  'Brevier with Slack and Discord connected': row(both),
});
rmSync(folder, { recursive: true, force: true });
