import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { createFetcher } from '../../src/fetch/fetch.ts';
import type { Target } from '../../src/model/target.ts';
import type { View } from '../../src/view/view.ts';
import { CHANNEL, QUIET, startDigests } from './rig.ts';

let rig: Awaited<ReturnType<typeof startDigests>>;
beforeEach(async () => {
  rig = await startDigests();
  // One server under two names is two sites.
  const other = rig.newsroom.host.replace('127.0.0.1', 'localhost');
  rig.bot.fetcher = createFetcher(new Set([rig.newsroom.host, other]));
  rig.feeds.fetcher = rig.bot.fetcher;
});
afterEach(() => rig.close());

const plant = (workers: string) => [
  `Northwind opened its battery plant in Kiruna on Monday and hired ${workers} workers from the region for the first shift.`,
  'The company borrowed the money from a group of four banks in Stockholm over the past two years, it said.',
  'Anna Berg, who runs the site, said that the first cells would leave the hall before the end of the winter season.',
];
const follow = (url: string) => rig.desk.addFeed({ url, target: CHANNEL, user: 'slack:T1/U1' }, QUIET);
const digest = async () => {
  rig.posted.length = 0;
  await rig.desk.now(CHANNEL, null);
  await rig.work();
  return rig.posted.map(({ view }) => view);
};
/** The words of a view as a person reads them; citations as their sentences. */
const told = (view: View | undefined) =>
  (view?.blocks ?? [])
    .flatMap((block) =>
      block.type === 'points' ? block.items : block.type === 'paragraph' || block.type === 'meta' ? [block.inlines] : [],
    )
    .map((inlines) => inlines.map((inline) => (inline.type === 'cite' ? `[${inline.sentence}]` : inline.text)).join(''));

describe('one story on two sites', () => {
  it('is told once, names both, and shows where they disagree with a sentence of each', async () => {
    rig.newsroom.publish('post', 'Northwind opens battery plant in Kiruna', plant('1,200'), '2026-11-23T05:00:00Z');
    rig.newsroom.publish('herald', 'Battery plant of Northwind opens in Kiruna', plant('1,500'), '2026-11-23T05:30:00Z');
    await follow(rig.newsroom.feedUrl('post'));
    const elsewhere = rig.newsroom.feedUrl('herald').replace('127.0.0.1', 'localhost');
    rig.newsroom.answer('/herald/feed.xml', () => ({
      status: 200,
      headers: { 'content-type': 'application/rss+xml' },
      body: `<rss version="2.0"><channel><title>herald</title><item><title>Battery plant of Northwind opens in Kiruna</title><link>${elsewhere.replace('feed.xml', 'battery-plant-of-northwind-opens-in-kiruna')}</link><pubDate>Mon, 23 Nov 2026 05:30:00 GMT</pubDate><description>${plant('1,500')[0]}</description></item></channel></rss>`,
    }));
    await follow(elsewhere);
    const [top, story] = await digest();
    expect(rig.posted).toHaveLength(2);
    expect(told(top).join('\n')).toContain(' · 2 sites');
    const disagreement = told(story).find((line) => line.startsWith('Sources disagree'));
    expect(disagreement).toMatch(/127\.0\.0\.1 says 1,200 \[Northwind opened [^\]]* 1,200 [^\]]*\]/);
    expect(disagreement).toMatch(/localhost says 1,500 \[Northwind opened [^\]]* 1,500 [^\]]*\]/);
  });
});

describe('a question in a digest’s thread', () => {
  const ask = async (text: string) => {
    const thread: Target = { platform: 'slack', team: 'T1', channel: 'C1', thread: 'm1' };
    const handler = createBot({ ...rig.bot, desk: rig.desk });
    const response = await handler(
      { eventId: text, target: thread, user: 'slack:T1/U1', act: { type: 'reply', text } },
      new AbortController().signal,
    );
    return told(response?.view).join('\n');
  };

  it('is put to the story that answers it best, and the answer says which one that is', async () => {
    rig.newsroom.publish('post', 'Northwind opens battery plant in Kiruna', plant('1,200'), '2026-11-23T05:00:00Z');
    const ferry = [
      'The Harwich ferry will sail again from Friday after its engine was repaired in a yard in Bremerhaven over eleven days.',
      'The line expects 900 passengers on the first crossing and has sold all of the cabins, it said in a statement.',
      'Captain Ruth Olsen said that the crew had waited for the spare part since the storm at the beginning of the month.',
    ];
    rig.newsroom.publish('post', 'Harwich ferry to sail again', ferry, '2026-11-23T05:10:00Z');
    await follow(rig.newsroom.feedUrl('post'));
    const [top] = await digest();
    const list = top?.blocks.find((block) => block.type === 'points');
    expect(list).toMatchObject({ numbered: true });
    const ferryAt = 1 + (list?.type === 'points' ? list.items : []).findIndex((item) => JSON.stringify(item).includes('ferry'));
    const plantAt = 3 - ferryAt;
    const passengers = await ask('How many passengers are expected on the first crossing?');
    expect(passengers).toContain('900');
    expect(passengers).toContain(`Story ${ferryAt} of 2 · Harwich ferry to sail again`);
    const runs = await ask('Who runs the site?');
    expect(runs).toContain('Anna Berg');
    expect(runs).toContain(`Story ${plantAt} of 2`);
    // Asked by number, the story is asked, and no other: it may not say.
    expect(await ask(`How many passengers are expected in story ${plantAt}?`)).not.toContain('900');
    expect(await ask(`#${ferryAt}: what did Ruth Olsen say?`)).toContain('Ruth Olsen');
  });
});

describe('a story that was told yesterday', () => {
  it('comes back with what is new, and otherwise not at all', async () => {
    rig.newsroom.publish('post', 'Northwind opens battery plant in Kiruna', plant('1,200'), '2026-11-23T05:00:00Z');
    await follow(rig.newsroom.feedUrl('post'));
    expect(await digest()).toHaveLength(2);
    rig.setTime('2026-11-24T07:00:00Z');
    rig.newsroom.publish('post', 'Northwind battery plant in Kiruna hires more', plant('1,500'), '2026-11-24T05:00:00Z');
    const [top, story] = await digest();
    expect(told(top).join('\n')).toContain(' · update');
    expect(told(story).find((line) => line.startsWith('New: '))).toMatch(
      /^New: Northwind hired 1,500 workers.*, was 1,200 in yesterday’s digest \[/,
    );
    rig.setTime('2026-11-25T07:00:00Z');
    rig.newsroom.publish('post', 'Battery plant in Kiruna: Northwind hires more', plant('1,500'), '2026-11-25T05:00:00Z');
    const [quiet] = await digest();
    expect(quiet?.title).toContain('nothing new');
    const [last] = await rig.store.digests(null, 1);
    expect(last?.content?.skipped[0]?.reason).toBe('told in yesterday’s digest, nothing new since');
  });
});

describe('a feed whose pages cannot be read', () => {
  it('is told by its own text where that is enough, and named where it is not', async () => {
    const full = plant('1,200')
      .map((words) => `<p>${words}</p>`)
      .join('');
    rig.newsroom.answer('/walled.xml', () => ({
      status: 200,
      body: `<rss version="2.0"><channel><title>Walled</title>
        <item><title>Plant opens in Kiruna</title><link>${rig.newsroom.url}/wall/1</link><pubDate>Mon, 23 Nov 2026 05:00:00 GMT</pubDate><description><![CDATA[${full}]]></description></item>
        <item><title>Only a headline</title><link>${rig.newsroom.url}/wall/2</link><pubDate>Mon, 23 Nov 2026 05:00:00 GMT</pubDate></item></channel></rss>`,
    }));
    await follow(`${rig.newsroom.url}/walled.xml`);
    const [, story] = await digest();
    expect(told(story).join('\n')).toContain('1,200 workers');
    const [last] = await rig.store.digests(null, 1);
    expect(last?.content?.skipped).toMatchObject([{ title: 'Only a headline', reason: expect.stringContaining('does not exist') }]);
  });
});
