import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Article } from '../model/article.ts';
import type { Clock, Extractor, Fetcher } from '../ports.ts';
import { articleFromBytes, articleFromFile } from '../source/file.ts';
import { articleFromSource, sourceFrom } from '../source/source.ts';

/** `-` is standard input, an address is fetched, everything else is a file. */
export async function articleFrom(
  words: string,
  { stdin, ...tools }: { fetcher: Fetcher; clock: Clock; extractor: Extractor; stdin: Readable },
  signal: AbortSignal,
): Promise<Article> {
  if (words === '-') return await articleFromBytes(await buffer(stdin), '-', tools);
  const source = sourceFrom(words);
  return source.type === 'url' ? await articleFromSource(source, tools, signal) : await articleFromFile(words, tools);
}
