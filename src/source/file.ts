import { readFile, stat } from 'node:fs/promises';
import { BrevierError } from '../errors.ts';
import { decodeBytes } from '../fetch/charset.ts';
import type { Article } from '../model/article.ts';
import type { Clock, Extractor } from '../ports.ts';
import { isPdf, kindOf } from './kind.ts';

interface Tools {
  clock: Clock;
  extractor: Extractor;
}

const MAX_BYTES = 5_000_000;

/**
 * Reads an article from a local file.
 * @throws BrevierError `source/unreadable`, `source/too-large` and what `readArticle` throws.
 */
export async function articleFromFile(path: string, tools: Tools): Promise<Article> {
  const bytes = await bytesOf(path);
  return await articleFromBytes(bytes, path, tools);
}

/** The same for bytes that are at hand, such as standard input. `name` decides the kind by its ending. */
export async function articleFromBytes(bytes: Uint8Array, name: string, { clock, extractor }: Tools): Promise<Article> {
  if (bytes.length > MAX_BYTES) throw tooLarge();
  const fetchedAt = clock.now().toISOString();
  if (isPdf(bytes)) return await extractor.extract({ kind: 'pdf', bytes, url: null, fetchedAt });
  const content = decodeBytes(bytes, null);
  return await extractor.extract({ kind: kindOf(name, content), content, url: null, fetchedAt });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      throw new BrevierError('source/unreadable', `${path} is a folder. Name a file in it.`);
    }
    if (found.size > MAX_BYTES) throw tooLarge();
    return await readFile(path);
  } catch (thrown) {
    if (thrown instanceof BrevierError) throw thrown;
    const code = (thrown as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'There is no such file' : code === 'EACCES' ? 'It may not be read' : 'It could not be read';
    throw new BrevierError('source/unreadable', `${why}: ${path}. Check the path.`, { cause: thrown });
  }
}

function tooLarge(): BrevierError {
  return new BrevierError('source/too-large', 'The file is larger than 5 MB, too much for an article. Send the part you care about.');
}
