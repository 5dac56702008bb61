import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ADAPTER_NAMES } from '../../adapters/registry.ts';
import { brokenHarness } from './broken-harness.ts';
import { cliHarness } from './cli-harness.ts';
import { discordHarness } from './discord-harness.ts';
import type { Harness } from './harness.ts';
import { LAWS } from './laws.ts';
import { slackHarness } from './slack-harness.ts';
import { webHarness } from './web-harness.ts';

const HARNESSES: Readonly<Record<(typeof ADAPTER_NAMES)[number], Harness>> = {
  slack: slackHarness,
  discord: discordHarness,
  web: webHarness,
  cli: cliHarness,
};
const table = new Map<string, Record<string, string>>();

for (const [name, harness] of Object.entries(HARNESSES)) {
  describe(`the ${name} adapter`, async () => {
    const rig = await harness.open(async () => null);
    await rig.close();
    for (const law of LAWS) {
      const cells = table.get(law.name) ?? {};
      table.set(law.name, cells);
      if (law.missing?.(rig) === true) {
        cells[name] = '—';
        continue;
      }
      it(
        law.name,
        async () => {
          await law.check(harness);
          cells[name] = '✓';
        },
        20_000,
      );
    }
  });
}

describe('the broken adapter', () => {
  for (const law of LAWS) {
    it(`fails the law: ${law.name}`, async () => {
      await expect(law.check(brokenHarness)).rejects.toThrow();
    }, 20_000);
  }
});

it('leaves no adapter out', () => {
  const folders = readdirSync(new URL('../../adapters/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...ADAPTER_NAMES].toSorted());
  expect(Object.keys(HARNESSES).toSorted()).toEqual([...ADAPTER_NAMES].toSorted());
});

afterAll(() => {
  if (process.env['CONTRACT_TABLE'] === undefined) return;
  const rows = [...table].map(
    ([law, cells]) =>
      `| ${law} | ${Object.keys(HARNESSES)
        .map((name) => cells[name] ?? '✗')
        .join(' | ')} |`,
  );
  process.stdout.write(`\n| law | ${Object.keys(HARNESSES).join(' | ')} |\n|---|---|---|---|---|\n${rows.join('\n')}\n`);
});
