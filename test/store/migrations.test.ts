import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { toldSqlite } from './told.ts';

const folder = mkdtempSync(join(tmpdir(), 'brevier-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a process killed at any step of a migration leaves a database that opens', async () => {
  let steps = 0;
  for (let n = 1; ; n += 1) {
    const place = join(folder, `die-at-${n}`);
    const told = toldSqlite(place);
    const killed = await openStore(told.database).then(
      async (store) => {
        await store.close();
        return false;
      },
      () => true,
    );
    told.close();
    if (!killed) break;
    steps = n;
    const store = await openStore(sqlite(place));
    expect(await store.recall('c', new Date(0), 1)).toEqual([]);
    expect(await store.subscriptions(null)).toEqual([]);
    await store.close();
  }
  expect(steps).toBeGreaterThan(20);
});

it('processes that start together on one new database all open it', async () => {
  const place = join(folder, 'together');
  const stores = await Promise.all([1, 2, 3].map(() => openStore(sqlite(place))));
  for (const store of stores) expect(await store.subscriptions(null)).toEqual([]);
  await Promise.all(stores.map((store) => store.close()));
});
