// What `npm start` runs.
import { createEnginePool } from './work/pool.ts';

// The engine's thread loads on another core while this one loads everything else.
const pool = createEnginePool();
pool.warm();
const [{ serve }, { processEnvironment }, { startError }, { redacted, secretsIn }] = await Promise.all([
  import('./serve.ts'),
  import('./config.ts'),
  import('./start-error.ts'),
  import('./redact.ts'),
]);

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
const { stdout } = process;
// Whoever read the greeting may have gone; the bot has not.
stdout.on('error', () => undefined);
const environment = processEnvironment();
const colour = stdout.isTTY && !environment['NO_COLOR'];
const width = Math.min(stdout.columns ?? 80, 100);
try {
  await serve(environment, { write: (words) => stdout.write(words), colour, width }, stopping.signal, pool);
} catch (thrown) {
  const error = startError(thrown);
  process.stderr.write(`${redacted(error.message, secretsIn(environment))}\n`);
  process.exitCode = error.code === 'config/invalid' ? 2 : 1;
}
