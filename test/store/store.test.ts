import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import type { Store } from '../../src/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { textArticle } from '../articles.ts';
import { onEveryDatabase } from './databases.ts';

const NOON = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
let opened = 0;

await onEveryDatabase(contract);

function contract(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    const article = textArticle();
    beforeEach(async () => {
      opened += 1;
      store = await open();
    });
    afterEach(() => store.close());

    it('gives back the article it was given, word for word', async () => {
      await store.saveArticle(article, 'https://example.org/a');
      expect(await store.article(article.id)).toEqual(article);
      expect(await store.article('0'.repeat(64))).toBeNull();
    });

    it('keeps an article once when it is saved twice', async () => {
      await store.saveArticle(article, null);
      await store.saveArticle({ ...article, title: 'Another title' }, null);
      expect((await store.article(article.id))?.title).toBe('Another title');
    });

    it('finds an article by the address that was asked for while it is fresh', async () => {
      await store.saveArticle(article, 'https://example.org/short');
      const fetched = new Date(article.fetchedAt ?? '');
      expect((await store.articleByUrl('https://example.org/short', new Date(fetched.getTime() - 1000)))?.id).toBe(article.id);
      expect(await store.articleByUrl('https://example.org/short', new Date(fetched.getTime() + 1000))).toBeNull();
    });

    it('gives back a brief', async () => {
      const brief = briefArticle(article, BriefOptions.parse({}));
      await store.saveArticle(article, null);
      await store.saveBrief(brief);
      await store.saveBrief(brief);
      expect(await store.brief(brief.id)).toEqual(brief);
    });

    it('makes the same short reference for the same content', async () => {
      const ref = { articleId: article.id, briefId: null, question: 'Who?' };
      const id = await store.saveRef(ref);
      expect(await store.saveRef(ref)).toBe(id);
      expect(id).toMatch(/^[0-9a-f]{24}$/);
      expect(await store.ref(id)).toEqual(ref);
      expect(await store.ref('unknown')).toBeNull();
    });

    it('recalls what a conversation was about, newest first, and forgets the rest', async () => {
      const key = `slack:T/C${opened}`;
      await store.remember([key], 'a'.repeat(64), minutes(0));
      await store.remember([key], 'b'.repeat(64), minutes(1));
      await store.remember([key], 'a'.repeat(64), minutes(2));
      expect(await store.recall(key, minutes(0), 10)).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
      expect(await store.recall(key, minutes(2), 10)).toEqual(['a'.repeat(64)]);
      expect(await store.recall('slack:T/other', minutes(0), 10)).toEqual([]);
    });

    it('keeps an article for a person once', async () => {
      const user = `user${opened}`;
      expect(await store.keep(user, article.id, NOON)).toBe(true);
      expect(await store.keep(user, article.id, NOON)).toBe(false);
    });

    it('gives the last questions of a conversation, oldest first', async () => {
      const key = `web:c${opened}`;
      for (const [index, question] of ['one', 'two', 'three'].entries()) {
        await store.saveExchange(key, article.id, { question, answer: `${question}!` }, minutes(index));
      }
      expect(await store.exchanges(key, article.id, 2)).toEqual([
        { question: 'two', answer: 'two!' },
        { question: 'three', answer: 'three!' },
      ]);
    });

    it('sees an event for the first time once, also when it arrives twice at the same moment', async () => {
      const id = `event${name}${opened}`;
      const seen = await Promise.all([store.firstSight(id, NOON), store.firstSight(id, NOON), store.firstSight(id, NOON)]);
      expect(seen.toSorted()).toEqual([false, false, true]);
      await store.forget({ events: minutes(1), entries: minutes(1), digests: minutes(1), articles: new Date(0) });
      expect(await store.firstSight(id, NOON)).toBe(true);
    });

    it('takes quotation marks, null characters in JSON and every script as they are', async () => {
      const odd = textArticle(`O'Neill; DROP TABLE article;-- "quoted" 漢字 עברית 🙂 ${'x'.repeat(200)} and more words here.`);
      await store.saveArticle(odd, "https://example.org/'--");
      expect((await store.article(odd.id))?.text).toBe(odd.text);
    });
  });
}

it('reads what another opening of the same SQLite file wrote', async () => {
  const path = mkdtempSync(join(tmpdir(), 'brevier-shared-'));
  const first = await openStore(sqlite(path));
  const second = await openStore(sqlite(path));
  await first.firstSight('x', NOON);
  expect(await second.firstSight('x', NOON)).toBe(false);
  await first.close();
  await second.close();
  rmSync(path, { recursive: true, force: true });
});

it('says what to do when the folder cannot be used', async () => {
  await expect(openStore(sqlite('/proc/nowhere'))).rejects.toMatchObject({ code: 'store/unavailable' });
});
