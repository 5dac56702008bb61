// A week over the end of summer time, minute by minute on a clock that is set by hand: what is delivered, and when.
// `node test/chaos/week.ts`
import { localStamp } from '../../src/bot/schedule.ts';
import type { Target } from '../../src/model/target.ts';
import { BATTERY, scriptedPlatform, startDigests } from '../deliver/rig.ts';

const ZONE = 'Europe/Berlin';
const target: Target = { platform: 'slack', team: 'T1', channel: 'C1', thread: null };
const rig = await startDigests(scriptedPlatform());
rig.setTime('2026-10-21T22:00:00Z');
rig.newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, null);
await rig.desk.addFeed({ url: rig.newsroom.feedUrl('post'), target, user: 'slack:T1/U1' }, new AbortController().signal);
await rig.subscribe({ target, cron: '30 2 * * *', zone: ZONE, createdAt: rig.now().toISOString() });
/** What is new each day: a story that was told before would be kept quiet. */
const NEWS: readonly (readonly [string, string])[] = [
  [
    'Quay wall cracks at Norden',
    'A crack of nine metres has opened in the quay wall at Norden after the autumn tides, the harbour master said.',
  ],
  [
    'Millbrook school gets solar roof',
    'The school in Millbrook will heat its gym with 240 solar panels that parents paid for with a summer fair.',
  ],
  ['Baker wins rye contest', 'Ole Lind of Arvika has won the national rye bread contest with a loaf that he baked for 26 hours.'],
  ['Bus line 12 to run at night', 'Bus line 12 runs all night from Friday because nurses at the clinic had asked for it for years.'],
  ['Library buys rare atlas', 'The town library has bought an atlas of 1684 for 31,000 crowns, most of it left by a retired sailor.'],
  ['Storm fells oldest oak', 'The storm on Monday felled the oldest oak of the county, which stood for some 600 years by the mill pond.'],
  [
    'Chess club moves to the station',
    'The chess club leaves its cellar and will play in the waiting room of the station, which trains no longer need.',
  ],
];
const rows: Record<string, unknown>[] = [];
for (let minute = 0; minute < 7 * 24 * 60; minute += 1) {
  rig.later(60_000);
  const now = rig.now();
  const news = minute % 1440 === 0 ? NEWS[minute / 1440] : undefined;
  if (news !== undefined)
    rig.newsroom.publish('post', news[0], [news[1], `${news[0]}: more will be told in the council on Thursday.`], null);
  // Down on Monday from midnight to five in the morning.
  if (now >= new Date('2026-10-25T23:00:00Z') && now < new Date('2026-10-26T04:00:00Z')) continue;
  const before = rig.posted.length;
  await rig.tick();
  await rig.work();
  if (rig.posted.length === before) continue;
  const [digest] = await rig.store.digests(null, 1);
  rows.push({
    slot: digest === undefined ? '' : localStamp(new Date(digest.slot), ZONE),
    slotUtc: digest?.slot.slice(0, 16),
    sent: localStamp(now, ZONE),
    kind: digest?.kind,
    messages: rig.posted.length - before,
  });
}
console.table(rows);
await rig.close();
