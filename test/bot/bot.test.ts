import { afterAll, describe, expect, it } from 'vitest';
import type { Request } from '../../src/bot/request.ts';
import type { View } from '../../src/view/view.ts';
import { PLANT } from '../articles.ts';
import { stringsOf } from '../contract/harness.ts';
import type { Target } from '../../src/model/target.ts';
import { startBot } from '../rig.ts';

const bot = await startBot();
const signal = new AbortController().signal;
let events = 0;

afterAll(() => bot.close());

const CHANNEL = { platform: 'slack', team: 'T', channel: 'C1', thread: null } as const;

async function say(act: Request['act'], target: Request['target'] = CHANNEL, eventId = `e${(events += 1)}`): Promise<View | null> {
  return (await bot.handler({ eventId, target, user: 'slack:T/U1', act }, signal))?.view ?? null;
}
const command = async (name: string, text: string, channel = 'C1') =>
  words(await say({ type: 'command', name, text }, { ...CHANNEL, channel }));
const words = (view: View | null) => stringsOf(view).join('\n');

describe('/brief', () => {
  it('briefs a link, and fetches it once when it is asked for twice', async () => {
    expect(await command('brief', bot.url)).toContain('more than 1,200');
    expect(await command('brief', bot.url)).toContain('more than 1,200');
    expect(bot.asked.filter((path) => path === '/plant')).toHaveLength(1);
  });
  it('briefs pasted text', async () => {
    expect(await command('brief', PLANT)).toContain('more than 1,200');
  });
  it('gives only the figures when asked for them', async () => {
    const view = await say({ type: 'command', name: 'brief', text: `figures ${bot.url}` });
    expect(view?.blocks.some(({ type }) => type === 'figures')).toBe(true);
    expect(view?.blocks.some(({ type }) => type === 'points')).toBe(false);
  });
  it('shows the figures as an image by its address, else as one that the chat takes itself, else as text', async () => {
    const image = async (context: Awaited<ReturnType<typeof startBot>>, eventId: string, target: Target) =>
      (
        await context.handler(
          { eventId, target, user: 'slack:T/U1', act: { type: 'command', name: 'brief', text: `image ${context.url}` } },
          signal,
        )
      )?.view.blocks;
    const alt = expect.stringContaining('> 1,200: ') as string;
    const articleId = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(await image(bot, 'image-1', CHANNEL)).toEqual([{ type: 'image', url: null, alt, articleId }]);
    expect((await image(bot, 'image-2', { platform: 'cli' }))?.map(({ type }) => type)).toContain('figures');
    const open = await startBot({ publicUrl: 'https://briefs.example.org' });
    const url = expect.stringMatching(/^https:\/\/briefs\.example\.org\/articles\/[0-9a-f]{64}\/figures\.png$/) as string;
    expect(await image(open, 'image-3', { platform: 'cli' })).toEqual([{ type: 'image', url, alt, articleId }]);
    await open.close();
  });
  it('keeps an article for a person, once', async () => {
    expect(await command('brief', `save ${bot.url}`)).toContain('is saved for you');
    expect(await command('brief', `save ${bot.url}`)).toContain('was saved already');
  });
  it.each([
    ['', '/brief <link or text>'],
    ['help', '/brief <link or text>'],
    ['figurs', 'Did you mean /brief figures?'],
    ['hello there', 'neither a link nor enough text'],
    ['http://127.0.0.1:1/', 'private network'],
    ['https://nowhere.invalid/a', 'no site at nowhere.invalid'],
    ['javascript:alert(1)', 'neither a link'],
    ['\u0000\u0001\u0002\u0003\u0004\u0005'.repeat(20), 'not text'],
    ['x'.repeat(5_100_000), 'too much for one brief'],
  ])('answers %j with what to do', async (text, told) => {
    expect(await command('brief', text)).toContain(told);
  });
  it('reads languages it has no tables for, and says so', async () => {
    const told = await command(
      'brief',
      '北京的一家公司周一表示，新工厂将雇用超过1200名员工。工厂预计耗资8600万美元。公司还说，明年春天将开始招聘工人。',
      'C9',
    );
    expect(told).toContain('1200');
    expect(told).toContain('not recognised in this language');
  });
});

describe('/ask', () => {
  it('answers about the article last briefed in the channel', async () => {
    await command('brief', bot.url, 'C2');
    expect(await command('ask', 'Who runs the site?', 'C2')).toContain('Anna Berg');
  });
  it('looks through the other articles of the day when the last one does not say', async () => {
    await command(
      'brief',
      'The choir of Lund sang in the cathedral on Sunday evening. Its leader, Per Alm, thanked the 300 people who came to listen.',
      'C2',
    );
    expect(await command('ask', 'How many people came to listen?', 'C2')).toContain('300 people');
    expect(await command('ask', 'How much will the plant cost?', 'C2')).toContain('$86 million');
  });
  it('asks about another article when a link stands before the question', async () => {
    expect(await command('ask', `${bot.url} How much will it cost?`, 'CNEW')).toContain('$86 million');
  });
  it.each([
    ['', 'CX', 'Ask a question after the command'],
    ['Who?', 'CX', 'Brief one first'],
    [`${'why '.repeat(4000)}?`, 'C2', 'does not say'],
    ['?!', 'C2', 'does not say'],
    ['\u202E\u0000', 'C2', 'does not say'],
  ])('answers %j in %s with what to do', async (question, channel, told) => {
    expect(await command('ask', question, channel)).toContain(told);
  });
});

describe('/digest', () => {
  it('gives everything briefed in the channel today', async () => {
    expect(await command('digest', '', 'C2')).toContain('Digest: 2 stories');
  });
  it('gives a digest of links and names the ones that could not be read', async () => {
    const told = await command('digest', `now ${bot.url} ${bot.site}/gone`, 'C3');
    expect(told).toContain('Digest: 1 story');
    expect(told).toContain('1 skipped');
    expect(told).toContain('does not exist');
  });
  it.each([
    ['', 'Nothing has been briefed here'],
    ['schedule 8:00', 'Say in which time zone'],
    ['nwo', 'Did you mean /digest now?'],
  ])('answers %j with what to do', async (text, told) => {
    expect(await command('digest', text, 'CEMPTY')).toContain(told);
  });
});

describe('the bot', () => {
  it('says what it knows when it does not know a command', async () => {
    expect(await command('breif', 'x')).toContain('Did you mean /brief?');
  });
  it('handles an event once, also when it arrives twice at the same moment', async () => {
    const act = { type: 'command', name: 'help', text: '' } as const;
    const answers = await Promise.all([say(act, CHANNEL, 'same'), say(act, CHANNEL, 'same')]);
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });
  it('stays quiet in a thread when nobody asks it', async () => {
    const thread = { ...CHANNEL, thread: '1.1' };
    await say({ type: 'mention', text: bot.url }, thread);
    expect(await say({ type: 'reply', text: 'thanks, reading it now' }, thread)).toBeNull();
    expect(await say({ type: 'reply', text: '<@U2> what do you think?' }, thread)).toBeNull();
    expect(words(await say({ type: 'reply', text: 'Who runs the site?' }, thread))).toContain('Anna Berg');
  });
  it('tells the asker nothing of what broke inside', async () => {
    const broken = { ...bot.context, briefer: { ...bot.context.briefer, brief: () => Promise.reject(new Error('secret path /etc')) } };
    const { createBot } = await import('../../src/bot/bot.ts');
    const answer = await createBot(broken)(
      { eventId: 'broken', target: CHANNEL, user: 'u', act: { type: 'command', name: 'brief', text: PLANT } },
      signal,
    );
    expect(words(answer?.view ?? null)).toContain('Something went wrong inside Brevier');
    expect(words(answer?.view ?? null)).not.toContain('secret');
  });
});
