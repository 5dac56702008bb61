// Reads heavy pages in two threads, then sits still and says how much memory it takes.
import { createEnginePool } from '../../src/work/pool.ts';

const pool = createEnginePool({ threads: 2, quietMs: 1000, modest: 0 });
const words = 'words and more words '.repeat(8);
const pageOf = (number: number) =>
  `<html><body><article>${Array.from({ length: 3000 }, (_, at) => `<p>Paragraph ${at} of ${number} says that it cost $${at} million and ${words}.</p>`).join('')}</article></body></html>`;
const read = (...pages: string[]) =>
  Promise.all(pages.map((content) => pool.engine.extract({ kind: 'html', content, url: 'https://example.org/', fetchedAt: null })));

// Both threads have loaded what they need.
await read(pageOf(1).slice(0, 20_000), pageOf(2).slice(0, 20_000));
const base = process.memoryUsage.rss();
let peak = base;
for (let round = 0; round < 6; round += 1) {
  await read(...[1, 2, 3, 4].map(pageOf));
  peak = Math.max(peak, process.memoryUsage.rss());
}
setInterval(() => process.send?.({ base, peak, now: process.memoryUsage.rss() }), 100);
