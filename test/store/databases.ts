import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { postgres } from '../../src/store/postgres.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { lacking, startPostgres } from '../parts.ts';

/** Runs one suite on every database that the README names: SQLite on disk and a real PostgreSQL server. */
export async function onEveryDatabase(suite: (name: string, open: () => Promise<Store>) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-store-'));
  const server = await startPostgres();
  let opened = 0;
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  suite('SQLite', async () => openStore(sqlite(join(folder, String((opened += 1))))));
  if (server === null) {
    describe.skip(lacking('PostgreSQL', 'no postgres binary was found; install the postgresql package'), () =>
      it('is skipped', () => undefined),
    );
    return;
  }
  suite('PostgreSQL', async () => openStore(postgres(server.url, () => undefined)));
}
