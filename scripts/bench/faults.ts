import { discordFaults } from '../../test/contract/discord-faults.ts';
import { FAULT_NAMES, FAULTS, notingHost, type FaultHarness } from '../../test/contract/faults.ts';
import { slackFaults } from '../../test/contract/slack-faults.ts';

/** From a question to its answer when one call meets one fault, in real time: `npm run bench:faults`. Seconds. */
const CALLS: readonly [FaultHarness, string[]][] = [
  [slackFaults, ['response_url', 'chat.postMessage', 'chat.update', 'chat.postEphemeral', 'chat.postMessage to a person']],
  [discordFaults, ['interaction callback', 'edit of the reply', 'message beside the reply', 'create message', 'edit message', 'create DM']],
];
const rows: Record<string, Record<string, string>> = {};
for (const [harness, calls] of CALLS) {
  for (const call of calls) {
    const times = await Promise.all([null, ...FAULT_NAMES].map((fault) => timeOf(harness, call, fault)));
    rows[`${harness.name}: ${call}`] = Object.fromEntries(['no fault', ...FAULT_NAMES].map((name, at) => [name, times[at] ?? '']));
  }
}
console.table(rows);

async function timeOf(harness: FaultHarness, call: string, fault: (typeof FAULT_NAMES)[number] | null): Promise<string> {
  const rig = await harness.open(notingHost());
  try {
    if (fault !== null) rig.strike(call, FAULTS[fault], 1);
    const since = performance.now();
    await rig.ask(call);
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    return `${seconds} ${rig.outcomes().at(-1)}${rig.seen().length === 0 ? ', unseen' : ''}`;
  } finally {
    await rig.close();
  }
}
