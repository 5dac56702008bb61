import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../standins/origin.ts';
import { DISCORD_APP } from '../standins/discord.ts';
import { startDiscordBot } from './rig.ts';
import { slash } from './slash.ts';

let rig: Awaited<ReturnType<typeof startDiscordBot>>;
afterEach(() => rig.close());

const answers = (token: string) => rig.discord.calls.filter(({ route }) => route.startsWith(`PATCH /webhooks/${DISCORD_APP}/${token}/`));

async function stillServes(): Promise<void> {
  expect(await rig.command('brief', { url: rig.bot.url })).toContain('Plant to open in May');
}

describe('the gateway', () => {
  it('is resumed when the connection breaks, and an interaction sent twice is answered once', async () => {
    rig = await startDiscordBot();
    const first = await rig.discord.interaction(slash('brief', { url: rig.bot.url }));
    await rig.answerTo(first.token);
    rig.discord.breakConnection();
    await eventually('a resumed session', () => rig.discord.sessions().resumed === 1, 15_000);
    await rig.discord.interaction({ ...slash('brief', { url: rig.bot.url }), ...first });
    await stillServes();
    const texts = answers(first.token).filter(({ body }) => 'components' in body);
    expect(texts).toHaveLength(1);
  });

  it('is resumed when Discord asks for it', async () => {
    rig = await startDiscordBot();
    rig.discord.tell(7, null);
    await eventually('a resumed session', () => rig.discord.sessions().resumed === 1, 15_000);
    await stillServes();
  });

  it('begins a new session when the old one is invalid', async () => {
    rig = await startDiscordBot();
    rig.discord.tell(9, false);
    await eventually('a second session', () => rig.discord.sessions().identified === 2, 15_000);
    await stillServes();
  });

  it('is opened as many times as Discord recommends', async () => {
    rig = await startDiscordBot({ shards: 2 });
    expect(rig.discord.sessions().identified).toBe(2);
    await stillServes();
  });

  it('leaves a connection whose heartbeats nobody acknowledges', async () => {
    rig = await startDiscordBot({ heartbeatMs: 150 });
    rig.discord.deafen(true);
    await eventually('another connection', () => rig.discord.sessions().resumed + rig.discord.sessions().identified > 1, 15_000);
    rig.discord.deafen(false);
    await stillServes();
  });
});
