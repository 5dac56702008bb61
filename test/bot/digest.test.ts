import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import type { Request } from '../../src/bot/request.ts';
import type { Action, View } from '../../src/view/view.ts';
import { BATTERY, CHANNEL, FERRY, QUIET, startDigests } from '../deliver/rig.ts';

let rig: Awaited<ReturnType<typeof startDigests>>;
let events = 0;
beforeEach(async () => {
  rig = await startDigests();
  rig.newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, '2026-11-23T05:00:00Z');
  rig.newsroom.publish('post', 'Harwich ferry to sail again', FERRY, '2026-11-23T06:00:00Z');
});
afterEach(() => rig.close());

const ask = async (act: Request['act'], user = 'slack:T1/U1'): Promise<View> => {
  events += 1;
  const bot = createBot({ ...rig.bot, desk: rig.desk });
  const response = await bot({ eventId: `e${events}`, target: CHANNEL, user, act }, QUIET);
  expect(response?.visibility).toBe('private');
  return response?.view ?? { title: '', blocks: [] };
};
const digest = (text: string) => ask({ type: 'command', name: 'digest', text });
const words = (view: View) => JSON.stringify(view.blocks);

describe('a channel that wants a digest', () => {
  it('adds a feed, sets a time, and sees what it will get', async () => {
    expect((await digest(`feeds add ${rig.newsroom.feedUrl('post')}`)).title).toMatch(/^Added post \(http/);
    expect(words(await digest('schedule weekdays at 8 in Berlin; budget 3 minutes; mute football'))).toContain(
      'A digest on weekdays at 08:00 (Europe/Berlin), 3 min to read, at most 10 stories, without football. Next: Tue 24 Nov 2026, 08:00',
    );
    expect(words(await digest('list'))).toContain('on weekdays at 08:00');
    expect(words(await digest('feeds list'))).toContain('/post/feed.xml');
    expect((await digest('preview')).title).toContain('Harwich ferry to sail again');
    expect(await rig.store.digests(null, 5)).toEqual([]);
  });

  it('gets one at once when it asks', async () => {
    await digest(`feeds add ${rig.newsroom.feedUrl('post')}`);
    expect((await digest('now')).title).toContain('on its way');
    await rig.work();
    expect(rig.posted).toHaveLength(3);
    expect(words(await digest('log'))).toContain('delivered, 2 stories in 3 of 3 messages, asked for');
    rig.later(1000);
    await digest('now');
    await rig.work();
    expect(rig.posted[3]?.view.title).toContain('nothing new');
  });

  it('pauses, resumes and removes it without an id where there is one', async () => {
    await digest('schedule daily at 9 in UTC');
    expect((await digest('pause')).title).toContain('Paused');
    expect((await digest('resume')).title).toContain('Next: Mon 23 Nov 2026, 09:00');
    expect((await digest('remove')).title).toContain('is removed');
    expect((await digest('pause')).title).toContain('No digest is scheduled here');
  });

  it('names the one it means where there are several', async () => {
    await digest('schedule daily at 9 in UTC');
    await digest('schedule daily at 18');
    expect((await digest('pause')).title).toMatch(/Say which one: .*every day at 09:00.*every day at 18:00/);
    const [first] = await rig.store.subscriptions(null);
    expect((await digest(`pause ${first?.id}`)).title).toContain('Paused');
  });

  it.each([
    ['schedule', 'Say when and where'],
    ['schedule daily at 9', 'Say in which time zone'],
    ['schedule daily at 9 in Atlantis', 'no time zone that I know'],
    ['schedule daily at 9 in UTC; flurb 3', 'I do not understand “flurb 3”'],
    ['schedule daily at 9 in UTC; budget 500', 'budget takes a number from 1 to 60'],
    ['schedule daily at 9 in UTC; quiet 25-7', 'quiet takes two times'],
    ['schedule daily at 9 in UTC; off 31-12', 'off takes days'],
    ['feeds add', 'Say which one'],
    ['feeds ad x', 'Did you mean add?'],
    ['feeds remove nothing', 'There is no such feed here'],
    ['feeds import', 'Say where the OPML file is'],
    ['shedule daily', 'Did you mean /digest schedule?'],
  ])('is told what to do instead of “%s”', async (text, told) => {
    expect(JSON.stringify(await digest(text))).toContain(told);
  });
});

describe('feeds', () => {
  it('come in from OPML and go out again, and one bad feed does not cost the others', async () => {
    const outline = (url: string) => `<outline text="x" xmlUrl="${url}"/>`;
    const body = `<opml version="2.0"><body>${outline(rig.newsroom.feedUrl('post'))}${outline(`${rig.newsroom.url}/none.xml`)}</body></opml>`;
    rig.newsroom.answer('/mine.opml', () => ({ status: 200, headers: { 'content-type': 'text/xml' }, body }));
    const told = words(await digest(`feeds import ${rig.newsroom.url}/mine.opml`));
    expect(told).toContain('1 feeds added');
    expect(told).toContain('/none.xml: The site answered with an error (404)');
    expect(words(await digest('feeds export'))).toContain('xmlUrl');
    expect((await digest(`feeds remove ${rig.newsroom.feedUrl('post')}`)).title).toBe('post is no longer read here.');
  });
});

describe('/brief why', () => {
  it('explains each story’s place, and what was left out', async () => {
    await digest(`feeds add ${rig.newsroom.feedUrl('post')}`);
    await digest('schedule daily at 9 in UTC; mute ferry');
    await digest('now');
    await rig.work();
    const why = (text: string) => ask({ type: 'command', name: 'brief', text: `why ${text}` });
    expect((await why('battery plant')).title).toMatch(/Number 1 of 1 in the digest of Mon 23 Nov 2026, 07:00/);
    expect(words(await why('battery plant'))).toContain('published 2 h ago');
    expect((await why('Harwich')).title).toContain('muted here by “ferry”');
    expect((await why('something else')).title).toContain('None of the latest digests here has read that');
  });
});

describe('“more like this” and “less like this”', () => {
  it('count for the next digest of the channel', async () => {
    await digest(`feeds add ${rig.newsroom.feedUrl('post')}`);
    await digest('now');
    await rig.work();
    const actions = rig.posted[1]?.view.blocks.find((block) => block.type === 'actions');
    const button = actions?.type === 'actions' ? actions.buttons.find(({ action }) => action === 'less') : undefined;
    const noted = await ask({ type: 'action', action: 'less' as Action, ref: button?.ref ?? '', text: null });
    expect(noted.title).toBe('Noted: less from 127.0.0.1 in the digests here.');
    expect(await rig.store.votes('slack:T1/C1')).toEqual(new Map([['127.0.0.1', -1]]));
  });
});
