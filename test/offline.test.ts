import nock from 'nock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDiscord, discordConfig } from '../adapters/discord/config.ts';
import { checkSlack, slackConfig } from '../adapters/slack/config.ts';
import { answerQuestion } from '../src/brief/answer/answer.ts';
import { briefArticle } from '../src/brief/built-in.ts';
import { BriefOptions } from '../src/model/brief.ts';
import { textArticle } from './articles.ts';

const signal = new AbortController().signal;
const refused: string[] = [];

beforeAll(() => {
  nock.disableNetConnect();
  nock.emitter.on('no match', (request) => {
    refused.push(request.url);
  });
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

it('briefs and answers without a single request', () => {
  const article = textArticle();
  expect(briefArticle(article, BriefOptions.parse({})).figures.length).toBeGreaterThan(0);
  expect(answerQuestion(article, 'Who runs the site?').status).toBe('answered');
  expect(refused).toEqual([]);
});

it('asks the real Slack when no other address is set', async () => {
  nock('https://slack.com')
    .post('/api/auth.test')
    .matchHeader('authorization', 'Bearer xoxb-1')
    .reply(200, { ok: false, error: 'invalid_auth' });
  const parsed = slackConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' });
  if (parsed.status !== 'ready') throw new Error('not ready');
  expect((await checkSlack(parsed.config, signal))[0]?.what).toBe('Slack refuses SLACK_BOT_TOKEN (invalid_auth)');
});

it('asks the real Discord when no other address is set', async () => {
  nock('https://discord.com').get('/api/v10/applications/@me').reply(401, { message: '401: Unauthorized', code: 0 });
  const parsed = discordConfig({ DISCORD_TOKEN: 'x'.repeat(40), DISCORD_APP_ID: '123456' });
  if (parsed.status !== 'ready') throw new Error('not ready');
  expect((await checkDiscord(parsed.config, signal))[0]?.what).toBe('Discord refuses DISCORD_TOKEN (401)');
});

it('says so when a platform cannot be reached', async () => {
  const parsed = slackConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' });
  if (parsed.status !== 'ready') throw new Error('not ready');
  expect((await checkSlack(parsed.config, signal))[0]?.what).toBe('Slack cannot be reached');
});
