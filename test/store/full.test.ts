import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import type { Request } from '../../src/bot/request.ts';
import { createLogger } from '../../src/log.ts';
import type { Target } from '../../src/model/target.ts';
import type { Store } from '../../src/ports.ts';
import { servingStore } from '../../src/store/serving.ts';
import { openStore } from '../../src/store/store.ts';
import { unwritable } from '../../src/store/unwritable.ts';
import { textArticle } from '../articles.ts';
import { startBot } from '../rig.ts';
import { toldSqlite } from './told.ts';

const TARGET: Target = { platform: 'slack', team: 'T1', channel: 'C1', thread: null };
const rig = await startBot();
const folders: string[] = [];
let told: ReturnType<typeof toldSqlite>;
let said = '';
let inner: Store;
let serving: ReturnType<typeof servingStore>;
let time = 0;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-full-'));
  folders.push(folder);
  said = '';
  told = toldSqlite(folder);
  inner = await openStore(told.database);
  const log = createLogger('error', { destination: { write: (line) => (said += line) } });
  serving = servingStore(inner, log, () => time);
});
afterEach(async () => {
  await inner.close();
  told.close();
});
afterAll(async () => {
  await rig.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Until the page that it goes to has no room left. */
async function fill(write: (n: number) => Promise<unknown> | undefined): Promise<void> {
  try {
    for (let n = 0; ; n += 1) await write(n);
  } catch {
    // Full.
  }
}

const FAULTS: Readonly<Record<string, { begin(): Promise<unknown>; end(): Promise<unknown> }>> = {
  'a full disk': {
    // The size that it has now is all there is, and what is free inside is used up.
    async begin() {
      await told.tell('CREATE TABLE IF NOT EXISTS filler (x); PRAGMA max_page_count = 1');
      const now = new Date();
      while (await told.tell('INSERT INTO filler VALUES (zeroblob(100))'));
      await fill((n) => inner.keep(`user ${n}`, 'a', now));
      await fill((n) => inner.firstSight(`event ${n}`, now));
      await fill((n) => inner.remember([`conversation ${n}`], 'a', now));
      await fill((n) => inner.countUse([`scope ${n}`], '2026-11-23'));
      await fill((n) => inner.saveRef({ articleId: `article ${n}`, briefId: null, question: null }));
      await fill((n) => inner.saveExchange(`conversation ${n}`, 'a', { question: 'q', answer: 'a' }, now));
    },
    end: () => told.tell('PRAGMA max_page_count = 1000000'),
  },
  'a database that may only be read': {
    begin: () => told.tell('PRAGMA query_only = ON'),
    end: () => told.tell('PRAGMA query_only = OFF'),
  },
};

describe.each(Object.entries(FAULTS))('%s', (_name, fault) => {
  const ask = (eventId: string, act: Request['act']) =>
    createBot({ ...rig.context, store: serving.store })(
      { eventId, target: TARGET, user: 'slack:T1/U1', act },
      new AbortController().signal,
    );
  const words = (view: unknown) => JSON.stringify(view);

  it('does not keep people from briefs, answers and what is stored already', async () => {
    const known = textArticle('https://example.org/known');
    await serving.store.saveArticle(known, null);
    await fault.begin();
    const brief = await ask('e1', { type: 'command', name: 'brief', text: rig.url });
    expect(words(brief)).toContain('Plant to open in May');
    expect(words(await ask('e2', { type: 'command', name: 'ask', text: 'How much will it cost?' }))).toContain('$86 million');
    expect(await serving.store.article(known.id)).toEqual(known);
    expect(serving.isWritable()).toBe(false);
    await serving.store.ping();
  });

  it('drops a repeated event all the same, and after it is over', async () => {
    await fault.begin();
    const act = { type: 'command', name: 'help', text: '' } as const;
    expect(await ask('e1', act)).not.toBeNull();
    expect(await ask('e1', act)).toBeNull();
    await fault.end();
    expect(await ask('e1', act)).toBeNull();
    expect(await ask('e2', act)).not.toBeNull();
    expect(serving.isWritable()).toBe(true);
  });

  it('refuses in plain words what has to be kept, and tells the operator once a minute', async () => {
    await fault.begin();
    time += 100_000;
    await expect(serving.store.keep('slack:T1/U1', 'a', new Date())).rejects.toMatchObject({
      code: 'store/unavailable',
      message: expect.stringMatching(/full or may only be read.*still work/),
    });
    const saved = await ask('e1', { type: 'command', name: 'brief', text: `save ${rig.url}` });
    expect(words(saved)).toMatch(/Nothing can be kept at the moment/);
    expect(said.match(/cannot be written/g)).toHaveLength(1);
    time += 61_000;
    await serving.store.remember(['c'], 'a', new Date());
    expect(said.match(/cannot be written/g)).toHaveLength(2);
  });
});

it.each([
  [{ code: '53100' }, true],
  [{ code: '25006' }, true],
  [{ code: 'ENOSPC' }, true],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 778 }, true],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, false],
  [{ code: '23505' }, false],
  [new Error('bug'), false],
])('%j cannot be written: %s', (error, expected) => {
  expect(unwritable(error) !== null).toBe(expected);
});
