import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SLACK_ADMIN, SLACK_BOT } from '../standins/slack.ts';
import { eventually } from '../standins/origin.ts';
import { startSlackBot } from './rig.ts';

const rig = await startSlackBot();
const { slack, bot } = rig;
afterAll(() => rig.close());
beforeEach(() => rig.clear());

const line = (value: string) => ({ type: 'plain_text_input', value });
const choice = (value: string) => ({ type: 'static_select', selected_option: { value } });

async function home(user = 'U1'): Promise<string> {
  rig.clear();
  await slack.event({ type: 'app_home_opened', tab: 'home', user, channel: 'D1', event_ts: String(Math.random()) });
  const published = () => slack.calls.find(({ method, args }) => method === 'views.publish' && args['user_id'] === user);
  return JSON.stringify((await eventually('the home page', published)).args['view']);
}

describe('the home tab', () => {
  it('welcomes a person who has nothing yet, with a field to try it and what to set up', async () => {
    const shown = await home();
    for (const words of ['No digest yet', 'No feed yet', 'Press Save under a brief', 'Try it', 'brevier:new-digest', 'brevier:new-feed']) {
      expect(shown).toContain(words);
    }
  });

  it('briefs what is typed into its field, in a modal that says at once that it reads', async () => {
    await rig.pressAtHome('try', bot.url, 'U1', 'plain_text_input');
    expect(JSON.stringify((await rig.call('views.open'))['view'])).toContain('Reading');
    expect(JSON.stringify((await rig.call('views.update'))['view'])).toContain('more than 1,200');
  });

  it('schedules a digest for a channel, in the zone of the person, and then shows it', async () => {
    await rig.pressAtHome('new-digest', 'home');
    const form = JSON.stringify((await rig.call('views.open'))['view']);
    expect(form).toContain('"value":"Europe/Stockholm"');
    await rig.submit({
      channel: { type: 'conversations_select', selected_conversation: 'C7' },
      days: choice('weekdays'),
      time: line('7:30'),
      zone: choice('Europe/Stockholm'),
      budget: choice('budget 10 minutes'),
      only: line(''),
      mute: line('football; golf'),
    });
    expect(JSON.stringify((await rig.call('views.update'))['view'])).toContain('on weekdays at 07:30');
    const [digest] = await bot.store.subscriptions('slack:T0001/C7');
    expect(digest).toMatchObject({ cron: '30 7 * * 1-5', zone: 'Europe/Stockholm', createdBy: 'slack:T0001/U1' });
    expect(digest?.settings).toMatchObject({ budgetMinutes: 10, mute: ['football', 'golf'] });
    expect(await home()).toContain('on weekdays at 07:30');
    expect(await home('U2')).toContain('No digest yet');
    expect(await home(SLACK_ADMIN)).toContain('on weekdays at 07:30');
  });

  it('says at the field what is wrong with a form, and keeps it open', async () => {
    await rig.pressAtHome('new-digest', 'home');
    await rig.call('views.open');
    const acknowledged = await rig.submit({
      days: choice('weekdays'),
      time: line('25:99'),
      zone: choice('Europe/Stockholm'),
      budget: choice('no budget'),
    });
    expect(acknowledged.payload).toMatchObject({
      response_action: 'errors',
      errors: { time: expect.stringContaining('is not possible') as string },
    });
  });

  it('offers zones as somebody types', async () => {
    const { payload } = await slack.interaction(
      {
        type: 'block_suggestion',
        team: { id: SLACK_BOT.team },
        user: { id: 'U1' },
        action_id: 'brevier:zone',
        block_id: 'zone',
        value: 'new y',
        container: { type: 'view' },
      },
      { responseUrl: false },
    );
    expect(JSON.stringify(payload)).toContain('America/New_York');
  });

  it('pauses a digest and shows that', async () => {
    const [digest] = await bot.store.subscriptions('slack:T0001/C7');
    await rig.pressAtHome('pause', digest?.id ?? '');
    expect(JSON.stringify((await rig.call('views.publish'))['view'])).toContain('Paused');
    expect(JSON.stringify((await rig.call('views.open'))['view'])).toContain('Paused');
  });

  it('lists what a person saved', async () => {
    await slack.command({ command: '/brief', text: `save ${bot.url}` });
    await rig.response();
    expect(await home()).toContain('Plant to open in May');
  });
});

describe('shortcuts', () => {
  it('brief the link in a message, privately, in its thread', async () => {
    const message = { type: 'message', text: `Read this: <${bot.url}|link>`, ts: '5.1', thread_ts: '5.0', user: 'U2' };
    await slack.interaction({
      type: 'message_action',
      callback_id: 'brevier:brief-this',
      trigger_id: 'm1',
      team: { id: SLACK_BOT.team },
      channel: { id: 'C3' },
      user: { id: 'U1' },
      message,
    });
    const response = await rig.response();
    expect(response).toContain('more than 1,200');
    expect(response).toContain('"response_type":"ephemeral"');
    expect(response).toContain('"thread_ts":"5.0"');
  });

  it('say so when a message holds nothing to brief', async () => {
    const message = { type: 'message', text: 'thanks!', ts: '5.2', user: 'U2' };
    const from = { team: { id: SLACK_BOT.team }, channel: { id: 'C3' }, user: { id: 'U1' } };
    await slack.interaction({ type: 'message_action', callback_id: 'brevier:brief-this', trigger_id: 'm2', ...from, message });
    expect(await rig.response()).toContain('neither a link nor enough text');
  });

  it('open a form from anywhere and answer in it', async () => {
    await slack.interaction(
      { type: 'shortcut', callback_id: 'brevier:new-brief', trigger_id: 'g1', team: { id: SLACK_BOT.team }, user: { id: 'U1' } },
      { responseUrl: false },
    );
    await rig.call('views.open');
    const acknowledged = await rig.submit({ words: line(bot.url) });
    expect(acknowledged.payload).toMatchObject({ response_action: 'update' });
    expect(JSON.stringify((await rig.call('views.update'))['view'])).toContain('more than 1,200');
  });
});

describe('the assistant pane', () => {
  it('suggests what to ask', async () => {
    const thread = { user_id: 'U1', context: {}, channel_id: 'D1', thread_ts: '9.1' };
    await slack.event({ type: 'assistant_thread_started', assistant_thread: thread, event_ts: '9.1' });
    expect(JSON.stringify((await rig.call('assistant.threads.setSuggestedPrompts'))['prompts'])).toContain('What can you do?');
  });

  it('shows that it reads, and answers in its thread', async () => {
    const said = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', thread_ts: '9.1', ts: '9.2', text: bot.url };
    await slack.event(said);
    expect(await rig.post()).toMatchObject({ channel: 'D1', thread_ts: '9.1' });
    expect(await rig.call('assistant.threads.setStatus')).toMatchObject({ channel_id: 'D1', thread_ts: '9.1', status: 'is reading…' });
  });

  it('understands the words of a suggestion', async () => {
    await slack.event({ type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', thread_ts: '9.1', ts: '9.3', text: 'brief saved' });
    expect(JSON.stringify(await rig.post())).toContain('1 article saved');
  });
});

it('sends nothing that Slack would refuse', () => {
  expect(rig.faults()).toEqual([]);
});
