import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/view/view.ts';
import { BATTERY, CHANNEL, FERRY, scriptedPlatform, startDigests } from './rig.ts';

type Rig = Awaited<ReturnType<typeof startDigests>>;
let rig: Rig;
const words = (view: View) => JSON.stringify(view);

async function morning(platform = scriptedPlatform(), fields: Parameters<Rig['subscribe']>[0] = {}): Promise<void> {
  rig = await startDigests(platform);
  rig.setTime('2026-11-22T12:00:00Z');
  rig.newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, '2026-11-22T10:00:00Z');
  rig.newsroom.publish('herald', 'Harwich ferry to sail again', FERRY, '2026-11-22T11:00:00Z');
  for (const site of ['post', 'herald'])
    await rig.desk.addFeed({ url: rig.newsroom.feedUrl(site), target: CHANNEL, user: 'slack:T1/U1' }, new AbortController().signal);
  await rig.subscribe(fields);
  rig.setTime('2026-11-23T07:00:30Z');
}

afterEach(() => rig.close());

describe('a digest that is due', () => {
  beforeEach(() => morning());

  it('goes out as one message and a reply a story in its thread', async () => {
    await rig.tick();
    await rig.work();
    expect(rig.posted.map(({ parent }) => parent?.messageId ?? null)).toEqual([null, 'm1', 'm1']);
    const [top] = rig.posted;
    expect(top?.view.title).toContain('Digest for Monday 23 November');
    expect(words(top?.view ?? { title: '', blocks: [] })).toContain('Harwich ferry to sail again');
    expect((await rig.store.digests(null, 5)).map(({ state }) => state)).toEqual(['done']);
  });

  it('is one digest, however often the clock is looked at and however many workers take it', async () => {
    await Promise.all([rig.tick(), rig.tick()]);
    rig.later(45_000);
    await rig.tick();
    const [id] = rig.queued;
    await Promise.all([rig.work(), rig.work()]);
    rig.queued.push(id ?? '');
    await rig.work();
    expect(rig.posted).toHaveLength(3);
  });

  it('is looked for and not sent again when the connection broke after it had arrived', async () => {
    rig.fates.push('arrives unconfirmed');
    await rig.tick();
    await rig.work();
    expect((await rig.store.deliveries((await rig.store.digests(null, 1))[0]?.id ?? ''))[0]?.state).toBe('uncertain');
    rig.later(120_000);
    await rig.tick();
    await rig.work();
    expect(rig.posted.map(({ key }) => key)).toEqual([...new Set(rig.posted.map(({ key }) => key))]);
    expect(rig.posted).toHaveLength(3);
  });

  it('is sent again when it is known not to have arrived', async () => {
    rig.fates.push('is lost');
    await rig.tick();
    await rig.work();
    expect(rig.posted).toHaveLength(0);
    rig.later(120_000);
    await rig.tick();
    await rig.work();
    expect(rig.posted).toHaveLength(3);
  });

  it('waits and goes on where a rate limit stopped it', async () => {
    rig.fates.push('arrives', 'is limited');
    await rig.tick();
    await rig.work();
    expect(rig.posted).toHaveLength(1);
    rig.later(120_000);
    await rig.tick();
    await rig.work();
    expect(rig.posted.map(({ parent }) => parent?.messageId ?? null)).toEqual([null, 'm1', 'm1']);
  });

  it('pauses its subscription when the platform refuses it, and tells whoever set it up', async () => {
    rig.fates.push('is refused');
    await rig.tick();
    await rig.work();
    const [subscription] = await rig.store.subscriptions(null);
    expect([subscription?.status, subscription?.pausedBecause]).toEqual(['paused', 'That channel is archived.']);
    expect(rig.told[0]).toContain('paused. That channel is archived.');
    rig.setTime('2026-11-24T07:00:10Z');
    await rig.tick();
    expect(rig.queued).toEqual([]);
  });

  it('is left alone by a worker whose lease another one has taken', async () => {
    await rig.tick();
    const [id = ''] = rig.queued.splice(0);
    const slow = await rig.store.claimDigest(id, rig.now(), 60_000);
    rig.later(61_000);
    const quick = await rig.store.claimDigest(id, rig.now(), 60_000);
    expect(slow).not.toBeNull();
    expect(quick?.fence).toBe(2);
    if (slow === null) return;
    expect(await rig.store.startSending(slow, 'any', rig.now(), 60_000)).toBe(false);
    expect(await rig.store.closeDigest(slow, 'done', null, rig.now())).toBe(false);
  });

  it('tells tomorrow only what came since', async () => {
    await rig.tick();
    await rig.work();
    rig.setTime('2026-11-23T18:00:00Z');
    rig.newsroom.publish(
      'herald',
      'Mayor of Esbjerg resigns over quay',
      [
        'The mayor of Esbjerg resigned on Monday evening after the council had voted against her plan for the old quay.',
        'Her deputy takes over until the election in May, and said that the plan would be looked at again by a new committee.',
        'The vote was 14 to 9, with two members of her own party against the plan that she had defended for three years.',
      ],
      '2026-11-23T17:00:00Z',
    );
    rig.setTime('2026-11-24T07:00:30Z');
    await rig.tick();
    await rig.work();
    const second = rig.posted.slice(3);
    expect(second).toHaveLength(2);
    expect(words(second[0]?.view ?? { title: '', blocks: [] })).toContain('Mayor of Esbjerg resigns');
    expect(words(second[0]?.view ?? { title: '', blocks: [] })).not.toContain('Battery plant');
  });
});

describe('a platform that cannot say what has arrived', () => {
  it('is never sent a doubtful message again; the doubt is shown', async () => {
    await morning(scriptedPlatform({ canFind: false }));
    rig.fates.push('arrives unconfirmed');
    await rig.tick();
    await rig.work();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      rig.later(3_600_000);
      await rig.tick();
      await rig.work();
    }
    expect(rig.posted).toHaveLength(1);
    const [digest] = await rig.store.digests(null, 1);
    expect(digest?.state).toBe('failed');
    expect((await rig.store.deliveries(digest?.id ?? ''))[0]?.state).toBe('uncertain');
  });
});

describe('a quiet morning', () => {
  it.each([
    ['skip', 0],
    ['line', 1],
  ] as const)('brings what the channel chose: %s', async (whenQuiet, messages) => {
    rig = await startDigests();
    await rig.subscribe({ settings: { layout: 'thread', budgetMinutes: 5, maxStories: 10, perSource: 3, only: [], mute: [], whenQuiet } });
    rig.later(30_000);
    rig.setTime('2026-11-24T07:00:30Z');
    await rig.tick();
    await rig.work();
    expect(rig.posted).toHaveLength(messages);
    expect((await rig.store.digests(null, 1))[0]?.state).toBe('done');
  });
});

describe('a morning after the process was down', () => {
  beforeEach(() => morning());

  it('brings one late digest, labelled, and lists the missed ones', async () => {
    rig.setTime('2026-11-26T09:30:00Z');
    await rig.tick();
    await rig.work();
    expect(words(rig.posted[0]?.view ?? { title: '', blocks: [] })).toContain('late, because Brevier was not running');
    expect((await rig.store.digests(null, 10)).map(({ kind, state }) => [kind, state])).toEqual([
      ['catch-up', 'done'],
      ['scheduled', 'skipped'],
      ['scheduled', 'skipped'],
      ['scheduled', 'skipped'],
    ]);
  });

  it('sends nothing when the last slot is too long ago', async () => {
    rig.setTime('2026-11-23T20:00:00Z');
    await rig.tick();
    expect(rig.queued).toEqual([]);
    expect((await rig.store.digests(null, 10)).map(({ state }) => state)).toEqual(['skipped']);
  });

  it('keeps the quiet hours', async () => {
    await rig.subscribe({ quietHours: { from: '07:30', to: '09:00' } });
    await rig.tick();
    expect((await rig.store.digests(null, 10)).map(({ state, reason }) => [state, reason?.includes('quiet hours')])).toEqual([
      ['skipped', true],
    ]);
  });
});

describe('a clock that ran a day ahead before the process was started', () => {
  beforeEach(() => morning());

  it('does not cost the digest of today', async () => {
    await rig.store.setCheckedAt('morning', new Date(rig.now().getTime() + 86_400_000));
    await rig.tick();
    await rig.work();
    expect((await rig.store.digests(null, 10)).map(({ kind, state }) => [kind, state])).toEqual([['scheduled', 'done']]);
    const before = rig.posted.length;
    await rig.tick();
    await rig.work();
    expect(rig.posted).toHaveLength(before);
  });
});

describe('a feed that cannot be read', () => {
  it('does not keep the digest from going out, and is named in it', async () => {
    await morning();
    rig.newsroom.answer('/herald/feed.xml', () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><p>Gone</p></html>',
    }));
    await rig.tick();
    await rig.work();
    expect(rig.posted.length).toBeGreaterThan(1);
    expect(words(rig.posted[0]?.view ?? { title: '', blocks: [] })).toContain('That is a web page and no feed.');
  });
});

describe('two channels with the same feed, due in the same minute', () => {
  it('both get its news, though only one of them reads it', async () => {
    rig = await startDigests();
    const other = { ...CHANNEL, channel: 'C2' } as typeof CHANNEL;
    rig.newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, null);
    for (const target of [CHANNEL, other]) {
      await rig.desk.addFeed({ url: rig.newsroom.feedUrl('post'), target, user: 'slack:T1/U1' }, new AbortController().signal);
      await rig.desk.now(target, null);
      await rig.work();
    }
    rig.posted.length = 0;
    rig.later(3_600_000);
    rig.newsroom.publish('post', 'Harwich ferry to sail again', FERRY, null);
    const before = rig.newsroom.asked.length;
    await Promise.all([rig.desk.now(CHANNEL, null), rig.desk.now(other, null)]);
    await Promise.all([rig.work(), rig.work()]);
    const told = rig.posted.filter(({ view }) => view.title.includes('Harwich ferry') && view.title.startsWith('Digest'));
    expect(told.map(({ target }) => (target.platform === 'slack' ? target.channel : '')).toSorted()).toEqual(['C1', 'C2']);
    expect(rig.newsroom.asked.slice(before).filter(({ path }) => path.endsWith('feed.xml'))).toHaveLength(1);
  });
});
