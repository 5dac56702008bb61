// Reads heavy pages in two threads, then sits still and says how much memory it takes.
import { createEnginePool } from '../../src/work/pool.ts';

const pool = createEnginePool({ threads: 2, quietMs: 100 });
const words = 'words and more words '.repeat(8);
const pageOf = (number: number) =>
  `<html><body><article>${Array.from({ length: 3000 }, (_, at) => `<p>Paragraph ${at} of ${number} says that it cost $${at} million and ${words}.</p>`).join('')}</article></body></html>`;
for (let round = 0; round < 4; round += 1) {
  const reading = [1, 2, 3, 4].map((at) =>
    pool.engine.extract({ kind: 'html', content: pageOf(at), url: 'https://example.org/', fetchedAt: null }),
  );
  await Promise.all(reading);
}
const peak = process.memoryUsage.rss();
setInterval(() => process.send?.({ peak, now: process.memoryUsage.rss() }), 100);
