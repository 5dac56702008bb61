import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** All that docs/speed.md quotes, one measurement after the other and each in a process of its own: `npm run bench`. */
for (const name of ['start-up', 'cost', 'peers', 'throughput']) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
