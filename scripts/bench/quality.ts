import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every score there is, a table each: `npm run bench:quality`, or `-- --data <folder>` for data of the same layout. */
const NOT_SCORES = new Set(['quality.ts', 'speed.ts', 'cost.ts', 'start-up.ts', 'peers.ts', 'load.ts']);
const scripts = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !NOT_SCORES.has(name));

for (const name of scripts.toSorted()) {
  process.stdout.write(`\n${name.replace('.ts', '')}\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, name), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
