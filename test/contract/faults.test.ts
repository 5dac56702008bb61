import { afterAll, describe, expect, it } from 'vitest';
import { ADAPTER_NAMES } from '../../adapters/registry.ts';
import { brokenFaults } from './broken-faults.ts';
import { cliFaults } from './cli-faults.ts';
import { discordFaults } from './discord-faults.ts';
import { FAULT_NAMES, isNeverSilent, ownsUp, survives, type FaultHarness, type FaultName } from './faults.ts';
import { slackFaults } from './slack-faults.ts';
import { webFaults } from './web-faults.ts';

const HARNESSES: Readonly<Record<(typeof ADAPTER_NAMES)[number], FaultHarness>> = {
  slack: slackFaults,
  discord: discordFaults,
  web: webFaults,
  cli: cliFaults,
};
/** Each of these takes an attempt's full time whenever it is tried. */
const SLOW = new Set<FaultName>(['a time-out', 'a time-out after it was taken']);
const FOR_EVER = 'for ever';
const table: { adapter: string; call: string; cells: Map<string, string> }[] = [];

for (const [adapter, harness] of Object.entries(HARNESSES)) {
  for (const [call, { spared = [], ofAsker }] of Object.entries(harness.calls)) {
    const cells = new Map<string, string>();
    table.push({ adapter, call, cells });
    const faults = FAULT_NAMES.filter((fault) => !spared.includes(fault));
    describe(`${adapter}: ${call}`, () => {
      it.each(faults)('answers all the same, and once, after %s', async (fault) => {
        cells.set(fault, await survives(harness, call, fault));
      });
      it.each(ofAsker === true ? [] : faults.filter((fault) => !SLOW.has(fault)))(
        'answers by another way or says that it could not when there is always %s',
        async (fault) => {
          const before = cells.get(FOR_EVER)?.split(', ') ?? [];
          cells.set(FOR_EVER, [...new Set([...before, await isNeverSilent(harness, call, fault)])].join(', '));
        },
      );
    });
  }
}

it.each([slackFaults, discordFaults])('$name says that an answer is lost when nothing works', async (harness) => {
  await ownsUp(harness);
});

describe('the broken adapter', () => {
  it('does not say that an answer is lost', async () => {
    await expect(ownsUp(brokenFaults)).rejects.toThrow();
  });
  it.each(FAULT_NAMES)('does not survive %s', async (fault) => {
    await expect(survives(brokenFaults, 'answer', fault)).rejects.toThrow();
  });
  it.each(FAULT_NAMES)('is silent when there is always %s', async (fault) => {
    await expect(isNeverSilent(brokenFaults, 'answer', fault)).rejects.toThrow();
  });
});

afterAll(() => {
  if (process.env['CONTRACT_TABLE'] === undefined) return;
  const columns = [...FAULT_NAMES, FOR_EVER];
  const rows = table.map(
    ({ adapter, call, cells }) => `| ${adapter}: ${call} | ${columns.map((name) => cells.get(name) ?? '—').join(' | ')} |`,
  );
  process.stdout.write(`\n| call | ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length + 1)}\n${rows.join('\n')}\n`);
});
