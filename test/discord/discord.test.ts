import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord, discordConfig } from '../../adapters/discord/config.ts';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { startBot } from '../rig.ts';
import { DISCORD_APP, DISCORD_BOT, DISCORD_CHANNEL, startDiscord } from '../standins/discord.ts';
import { eventually } from '../standins/origin.ts';
import { bodyFaults } from './openapi.ts';
import { silentHost } from '../host.ts';
import { MESSAGE } from './rig.ts';

const discord = await startDiscord();
const bot = await startBot();
const ENV = { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: 'x'.repeat(40), DISCORD_APP_ID: DISCORD_APP };
const parsed = discordConfig(ENV);
if (parsed.status !== 'ready') throw new Error('the configuration must be good');
const { config } = parsed;
const host = silentHost();
const adapter = createDiscordAdapter(config, host);

beforeAll(() => adapter.start(bot.handler));
afterAll(async () => {
  await adapter.stop();
  await discord.close();
  await bot.close();
});
beforeEach(() => {
  discord.posted.length = 0;
});

const command = (name: string, option: string, value: string) => ({
  type: 2,
  data: { id: '1', name, type: 1, options: [{ name: option, type: 3, value }] },
});
const press = (action: string, ref: string) => ({
  type: 3,
  message: MESSAGE,
  data: { component_type: 2, custom_id: `brevier:${action}:${ref}` },
});

async function finished(token: string) {
  return eventually('the answer', () =>
    discord.calls.find(({ route }) => route === `PATCH /webhooks/${DISCORD_APP}/${token}/messages/@original`),
  );
}
async function refFor(): Promise<string> {
  const { token } = await discord.interaction(command('brief', 'url', bot.url));
  return /brevier:share:([0-9a-f]{24})/.exec(JSON.stringify((await finished(token)).body))?.[1] ?? '';
}

it('registers its commands once and leaves them alone afterwards', async () => {
  const own = await startDiscord();
  for (let start = 0; start < 2; start += 1) {
    const starting = createDiscordAdapter({ ...config, apiUrl: own.apiUrl }, host);
    await starting.start(bot.handler);
    await starting.stop();
  }
  expect((own.commands() as { name: string }[]).map(({ name }) => name)).toEqual([
    'brief',
    'ask',
    'digest',
    'brevier',
    'Brief this',
    'Ask about this',
  ]);
  expect(own.calls.filter(({ route }) => route.startsWith('PUT'))).toHaveLength(1);
  await own.close();
});

describe('the Discord bot', () => {
  it('is deferred privately at once and answered with figures and buttons', async () => {
    const { id, token } = await discord.interaction(command('brief', 'url', bot.url));
    const { body } = await finished(token);
    const callback = discord.calls.find(({ route }) => route.startsWith(`POST /interactions/${id}/`));
    expect(callback?.body).toEqual({ type: 5, data: { flags: 64 } });
    const words = JSON.stringify(body);
    expect(words).toContain('Plant to open in May');
    expect(words).toContain('**more than 1,200**');
    for (const action of ['figures', 'ask', 'share']) expect(words).toContain(`brevier:${action}:`);
  });

  it('answers a question about the article last briefed in the channel', async () => {
    const { token } = await discord.interaction(command('ask', 'question', 'Who runs the site?'));
    expect(JSON.stringify((await finished(token)).body)).toContain('Anna Berg');
  });

  it('briefs the link in a message from its menu', async () => {
    const { token } = await discord.interaction({
      type: 2,
      data: {
        id: '2',
        name: 'Brief this',
        type: 3,
        target_id: MESSAGE.id,
        resolved: { messages: { [MESSAGE.id]: { ...MESSAGE, content: `see ${bot.url}` } } },
      },
    });
    expect(JSON.stringify((await finished(token)).body)).toContain('Plant to open in May');
  });

  it('shows the key figures from a button', async () => {
    const { token } = await discord.interaction(press('figures', await refFor()));
    expect(JSON.stringify((await finished(token)).body)).toContain('Key figures');
  });

  it('asks in a modal and answers', async () => {
    const ref = await refFor();
    const { id } = await discord.interaction(press('ask', ref));
    const modal = await eventually('a modal', () => discord.calls.find(({ route }) => route.startsWith(`POST /interactions/${id}/`)));
    expect(modal.body['type']).toBe(9);
    const { token } = await discord.interaction({
      type: 5,
      message: MESSAGE,
      data: {
        custom_id: `brevier:ask:${ref}`,
        components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'words', value: 'Who runs the site?' } }],
      },
    });
    expect(JSON.stringify((await finished(token)).body)).toContain('Anna Berg');
  });

  it('shares for everybody', async () => {
    const { id, token } = await discord.interaction(press('share', await refFor()));
    await finished(token);
    expect(discord.calls.find(({ route }) => route.startsWith(`POST /interactions/${id}/`))?.body).toEqual({ type: 5, data: { flags: 0 } });
  });

  it('says so when a button is older than what is kept', async () => {
    const { token } = await discord.interaction(press('figures', 'f'.repeat(24)));
    expect(JSON.stringify((await finished(token)).body)).toContain('Send the link again');
  });

  it('briefs the link of a mention as a reply to it', async () => {
    const id = await discord.message({ content: `<@${DISCORD_APP}> ${bot.url}`, mentions: [DISCORD_BOT] });
    const message = await eventually('a message', () => discord.posted[0]);
    expect(message).toMatchObject({ channel_id: DISCORD_CHANNEL, message_reference: { message_id: id }, enforce_nonce: true });
  });

  it('leaves other messages alone', async () => {
    await discord.message({ content: `look at ${bot.url}` });
    await discord.message({ content: `<@${DISCORD_APP}> help`, mentions: [DISCORD_BOT] });
    await eventually('a message', () => discord.posted[0]);
    expect(discord.posted).toHaveLength(1);
  });

  it('sends bodies that Discord itself describes as right', async (context) => {
    const faults = bodyFaults(discord.calls);
    context.skip(faults === null, 'the OpenAPI description is not on this machine');
    expect(faults).toEqual([]);
  });
});

describe('the configuration', () => {
  it.each([
    [{}, 'absent', /^$/],
    [{ DISCORD_APP_ID: '12345' }, 'faulty', /DISCORD_TOKEN is not/],
    [{ ...ENV, DISCORD_APP_ID: 'x' }, 'faulty', /Application ID/],
    [{ ...ENV, DISCORD_API_URL: 'http://x/v10' }, 'faulty', /must end in \/api/],
  ])('%o is %s', (env, status, fault) => {
    const result = discordConfig(env);
    expect(result.status).toBe(status);
    expect(result.status === 'faulty' ? result.faults.join() : '').toMatch(fault);
  });

  it('is checked against Discord itself', async () => {
    const signal = new AbortController().signal;
    expect((await checkDiscord(config, signal)).filter(({ todo }) => todo !== null)).toEqual([]);
    const wrong = await checkDiscord({ ...config, appId: '123456', messageContent: true }, signal);
    expect(wrong.map(({ what }) => what).join()).toMatch(/another app.*Message Content/);
    discord.fail('GET /applications/@me', { status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect((await checkDiscord(config, signal))[0]?.todo).toContain('Reset the token');
  });
});
