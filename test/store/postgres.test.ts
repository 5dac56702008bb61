import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { postgres } from '../../src/store/postgres.ts';
import { lacking, startPostgres } from '../parts.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

if (server === null) {
  describe.skip(lacking('PostgreSQL', 'no postgres binary was found; install the postgresql package'), () =>
    it('is skipped', () => undefined),
  );
} else {
  const { url } = server;
  describe('a PostgreSQL server that goes away', () => {
    it('in the middle of a transaction costs that transaction and not the process', async () => {
      const heard: Error[] = [];
      const db = new Kysely<object>({ dialect: postgres(url, (error) => heard.push(error)).dialect });
      const transaction = db.transaction().execute(async (within) => {
        await sql`select 1`.execute(within);
        await endOthers(url);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await sql`select 1`.execute(within);
      });
      await expect(transaction).rejects.toThrow();
      expect(heard[0]?.message).toContain('terminating connection');
      expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
      await db.destroy();
    });
  });
}

/** Ends every other connection, as a restart does. */
async function endOthers(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and client_port is not null');
  await client.end();
}
