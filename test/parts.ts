import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** Says in a line why a part is skipped. Where everything has to be there (CI), its absence is a failure instead. */
export function lacking(part: string, reason: string): string {
  if (process.env['CI'] !== undefined) throw new Error(`${part} is needed here: ${reason}`);
  process.stdout.write(`skipped: ${part}: ${reason}\n`);
  return `needs ${part}`;
}

export function chromiumPath(): string | null {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  return process.env['CHROMIUM'] ?? found ?? null;
}

/** A file or folder of the evaluation data that stands beside the project; null, with a line, when it is not there. */
export function sharedPath(name: string): string | null {
  const path = fileURLToPath(new URL(`../../shared/${name}`, import.meta.url));
  if (existsSync(path)) return path;
  process.stdout.write(`skipped: the data in ../shared/${name} is not on this machine\n`);
  return null;
}

function postgresFolder(): string | null {
  const debian = '/usr/lib/postgresql';
  const version = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a))[0] : undefined;
  const folders = [version === undefined ? '' : join(debian, version, 'bin'), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb'))) ?? null;
}

/** A throwaway PostgreSQL server on a free port; null when there is no `postgres` on this machine. */
export async function startPostgres(): Promise<{ url: string; restart(ms: number): Promise<void>; stop(): Promise<void> } | null> {
  const bin = postgresFolder();
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'brevier-postgres-'));
  // PostgreSQL refuses to run as root, so that another user has to own its files.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) spawnSync('chown', ['-R', 'nobody', folder]);
  const as = (words: string[]) => (isRoot ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', ...words] : words);
  const [init = '', ...initWords] = as([
    join(bin, 'initdb'),
    '-D',
    join(folder, 'data'),
    '-U',
    'brevier',
    '-A',
    'trust',
    '-N',
    '--no-instructions',
  ]);
  const made = spawnSync(init, initWords, { encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const [run = '', ...runWords] = as([
    join(bin, 'postgres'),
    '-D',
    join(folder, 'data'),
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    folder,
    '-F',
  ]);
  const url = `postgres://brevier@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const started = spawn(run, runWords, { stdio: 'ignore', cwd: folder });
    await untilItAnswers(url);
    return started;
  };
  let server = await start();
  const halt = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
  };
  return {
    url,
    /** Down for `ms`, then up again with the same data. */
    async restart(ms: number) {
      await halt();
      await new Promise((resolve) => setTimeout(resolve, ms));
      server = await start();
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
