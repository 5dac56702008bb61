import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Article } from '../model/article.ts';
import type { Clock, Fetcher } from '../ports.ts';
import { articleFromBytes, articleFromFile } from '../source/file.ts';
import { articleFromSource, sourceFrom } from '../source/source.ts';

/** `-` is standard input, an address is fetched, everything else is a file. */
export async function articleFrom(
  words: string,
  { fetcher, clock, stdin }: { fetcher: Fetcher; clock: Clock; stdin: Readable },
  signal: AbortSignal,
): Promise<Article> {
  if (words === '-') return articleFromBytes(await buffer(stdin), '-', clock);
  const source = sourceFrom(words);
  return source.type === 'url' ? articleFromSource(source, { fetcher, clock }, signal) : articleFromFile(words, clock);
}
