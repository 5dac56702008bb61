// A week over the end of summer time, minute by minute on a clock that is set by hand: what is delivered, and when.
// `node test/chaos/week.ts`
import { localStamp } from '../../src/bot/schedule.ts';
import type { Target } from '../../src/model/target.ts';
import { BATTERY, FERRY, scriptedPlatform, startDigests } from '../deliver/rig.ts';

const ZONE = 'Europe/Berlin';
const target: Target = { platform: 'slack', team: 'T1', channel: 'C1', thread: null };
const rig = await startDigests(scriptedPlatform());
rig.setTime('2026-10-21T22:00:00Z');
rig.newsroom.publish('post', 'Battery plant opens in Kiruna', BATTERY, null);
await rig.desk.addFeed({ url: rig.newsroom.feedUrl('post'), target, user: 'slack:T1/U1' }, new AbortController().signal);
await rig.subscribe({ target, cron: '30 2 * * *', zone: ZONE, createdAt: rig.now().toISOString() });
const rows: Record<string, unknown>[] = [];
let story = 0;
for (let minute = 0; minute < 7 * 24 * 60; minute += 1) {
  rig.later(60_000);
  const now = rig.now();
  if (minute % 720 === 0) {
    story += 1;
    rig.newsroom.publish(
      'post',
      `Harwich ferry, part ${story}: ${['quay', 'ramp', 'ticket', 'crew', 'storm', 'vote', 'strike'][story % 7]}`,
      [`Day ${story} of the works. ${FERRY[0]}`, ...FERRY.slice(1)],
      null,
    );
  }
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
