import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Every score there is, a table each: `npm run bench:quality`, or `-- --data <folder>` for data of the same layout. */
const SCORES = ['grammar', 'briefs', 'extraction', 'figures', 'lock', 'marks', 'questions', 'summaries'];

for (const name of SCORES) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
