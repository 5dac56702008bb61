import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createLogger } from '../../src/log.ts';
import { startBot } from '../rig.ts';
import { startDiscordBot } from '../discord/rig.ts';
import { slash } from '../discord/slash.ts';
import { startSlackBot } from '../slack/rig.ts';
import { DISCORD_BOT, DISCORD_GUILD } from '../standins/discord.ts';
import { startModel } from '../standins/llm.ts';
import { eventually } from '../standins/origin.ts';
import { SLACK_BOT } from '../standins/slack.ts';

const UNFINISHED = 'still being written';
const FIRST = 'Northwind said on Monday that its new battery plant in Kiruna would employ more than 1,200 people when it opens in May.';
const LAST = 'The old plant closed in 2019 after a fire';

const model = await startModel();
const llm = {
  BREVIER_LLM: 'compatible:small',
  COMPATIBLE_BASE_URL: model.url,
  BREVIER_LLM_CHANNELS: '*',
};
let release = () => undefined as void;
beforeEach(() => {
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  model.holdsUntil(promise);
  // The page's sentences, by what stands in the fence.
  model.says(({ prompt }) => {
    const sentence = (words: string) => Number(new RegExp(`\\[(\\d+)\\] [^\\n]*${words}`).exec(prompt)?.[1]);
    const whole = (words: string) => {
      const id = sentence(words);
      return { text: new RegExp(`\\[${id}\\] ([^\\n]*)`).exec(prompt)?.[1] ?? '', sentences: [id] };
    };
    return { gist: whole('1,200 people'), points: [whole('86 million'), whole('closed in 2019')] };
  });
});
afterAll(() => model.close());

describe('a brief that a model writes, in Slack', async () => {
  const chat = await startSlackBot(undefined, { llm });
  await chat.bot.store.savePolicyChanges(`slack:${SLACK_BOT.team}`, { engine: 'llm' });
  afterAll(() => chat.close());
  beforeEach(() => chat.clear());

  it('stands in the asker’s private message as far as it is written, and is replaced by the whole', async () => {
    await chat.slack.command({ command: '/brief', text: chat.bot.url });
    const draft = await eventually('a draft', () =>
      chat.slack.responses.find(({ message }) => JSON.stringify(message).includes(UNFINISHED)),
    );
    expect(JSON.stringify(draft.message)).toContain(FIRST);
    expect(JSON.stringify(draft.message)).not.toContain(LAST);
    expect(draft.message).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    release();
    const whole = await eventually('the brief', () => chat.slack.responses.find(({ message }) => JSON.stringify(message).includes(LAST)));
    expect(whole.message).toMatchObject({ response_type: 'ephemeral', replace_original: true });
    expect(JSON.stringify(whole.message)).toContain('1,000 tokens');
    expect(chat.faults()).toEqual([]);
  });

  it('grows in one message of the thread after a mention', async () => {
    await chat.bot.store.savePolicyChanges(`slack:${SLACK_BOT.team}`, { engine: 'llm' });
    await chat.slack.event({ type: 'app_mention', user: 'U1', channel: 'C7', ts: '700.1', text: `<@${SLACK_BOT.user}> ${chat.bot.url}?b` });
    await eventually('a draft', () => (JSON.stringify(chat.slack.posted[0] ?? '').includes(UNFINISHED) ? true : undefined));
    expect(JSON.stringify(chat.slack.posted[0])).not.toContain(LAST);
    release();
    await eventually('the brief', () => (JSON.stringify(chat.slack.posted[0] ?? '').includes(LAST) ? true : undefined));
    expect(JSON.stringify(chat.slack.posted)).not.toContain(UNFINISHED);
    expect(chat.slack.posted).toHaveLength(1);
    expect(chat.faults()).toEqual([]);
  });
});

describe('a brief that a model writes, in Discord', async () => {
  const chat = await startDiscordBot({ llm });
  await chat.bot.store.savePolicyChanges(`discord:${DISCORD_GUILD}`, { engine: 'llm' });
  afterAll(() => chat.close());

  it('stands where the answer will as far as it is written', async () => {
    const { token } = await chat.discord.interaction(slash('brief', { url: chat.bot.url }));

    const edits = () => chat.discord.calls.filter(({ route }) => route.startsWith('PATCH /webhooks/') && route.includes(token));
    const draft = await eventually('a draft', () => edits().find(({ body }) => JSON.stringify(body).includes(UNFINISHED)));
    expect(JSON.stringify(draft.body)).toContain('1,200');
    release();
    const whole = await eventually('the brief', () => edits().find(({ body }) => JSON.stringify(body).includes('closed in 2019')));
    expect(JSON.stringify(whole.body)).not.toContain(UNFINISHED);
  });

  it('grows in one reply after a mention', async () => {
    await chat.discord.message({ content: `<@${DISCORD_BOT.id}> ${chat.bot.url}?b`, mentions: [DISCORD_BOT] });
    const message = await eventually('a draft', () => chat.discord.posted.find((one) => JSON.stringify(one).includes(UNFINISHED)));
    release();
    await eventually('the brief', () => (JSON.stringify(message).includes('closed in 2019') ? true : undefined));
    expect(JSON.stringify(chat.discord.posted)).not.toContain(UNFINISHED);
    expect(chat.discord.posted).toHaveLength(1);
  });
});

describe('a brief that a model writes, in the web workspace', async () => {
  const bot = await startBot({ llm });
  await bot.store.savePolicyChanges('web:general', { engine: 'llm' });
  const look = () => ({ payload: null, html: '' });
  const web = createWebAdapter(
    { host: '127.0.0.1', token: null, port: 0, mayMove: true, publicHost: null },
    {
      log: createLogger('silent'),
      now: () => new Date(),
      showings: { slack: look, discord: look },
      ping: async () => undefined,
      article: async () => null,
      card: async () => Buffer.alloc(0),
      unready: () => [],
      metrics: createMetrics(),
      ledger: async () => [],
      feeds: async () => [],
    },
  );
  await web.start(bot.handler);
  afterAll(async () => {
    await web.stop();
    await bot.close();
  });

  it('is one message that grows', async () => {
    const said = fetch(`${web.url()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: web.url() },
      body: JSON.stringify({ id: 'm1', text: `/brief ${bot.url}` }),
    });
    const answers = async () => {
      const { messages } = (await (await fetch(`${web.url()}/api/messages`)).json()) as {
        messages: { author: string; looks: { web: string } }[];
      };
      return messages.filter(({ author }) => author === 'brevier').map(({ looks }) => looks.web);
    };
    let shown: string[] = [];
    while (!shown.join('').includes(UNFINISHED)) shown = await answers();
    expect(shown.join('')).toContain('1,200');
    release();
    await said;
    const [whole = '', ...others] = await answers();
    expect(others).toEqual([]);
    expect(whole).toContain('closed in 2019');
    expect(whole).not.toContain(UNFINISHED);
  });
});
