import type { IncomingMessage } from 'node:http';
import { PassThrough, pipeline, Transform, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { BrevierError } from '../errors.ts';
import type { Deadlines } from './deadlines.ts';
import type { FetchLimits } from './http.ts';

const DECODERS: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['identity', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/**
 * The decoded bytes of an answer. Neither they nor the bytes on the wire may be more than the limit; `cut` gives the
 * first ones instead of refusing.
 * @throws BrevierError `source/too-large`, `source/not-text`
 */
export async function bytesOf(
  response: IncomingMessage,
  limits: FetchLimits,
  deadlines: Deadlines,
  beyond: 'refuse' | 'cut' = 'refuse',
): Promise<Uint8Array> {
  const decoder = DECODERS.get(response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity');
  const declared = Number(response.headers['content-length'] ?? 0);
  if (decoder === undefined || (declared > limits.maxBytes && beyond === 'refuse')) {
    response.destroy();
    throw decoder === undefined ? unknownEncoding() : tooLarge(limits);
  }
  // An error in any part reaches the reader of the last, so the callback has nothing to add.
  const decoded = pipeline(response, counted(limits, deadlines), decoder(), () => undefined);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= limits.maxBytes) continue;
    decoded.destroy();
    response.destroy();
    if (beyond === 'refuse') throw tooLarge(limits);
    return Buffer.concat(chunks).subarray(0, limits.maxBytes);
  }
  return Buffer.concat(chunks);
}

export function charsetOf(response: IncomingMessage): string | null {
  return /charset\s*=\s*["']?([\w-]{2,40})/i.exec(response.headers['content-type'] ?? '')?.[1] ?? null;
}

/** Bytes as they arrive: a site that falls silent, or that sends much which decodes to nothing, is left. */
function counted(limits: FetchLimits, deadlines: Deadlines): Transform {
  let size = 0;
  deadlines.step(limits.idleMs);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      deadlines.step(limits.idleMs);
      // Compression makes small things a little larger; a text that needs twice its size on the wire is an attack.
      if (size > 2 * limits.maxBytes) done(tooLarge(limits));
      else done(null, chunk);
    },
  });
}

function tooLarge(limits: FetchLimits): BrevierError {
  return new BrevierError(
    'source/too-large',
    `The page is larger than ${limits.maxBytes / 1_000_000} MB, too much for an article. Paste the part you care about.`,
  );
}

function unknownEncoding(): BrevierError {
  return new BrevierError('source/not-text', 'The site sends that page in an encoding that Brevier does not read. Paste the text instead.');
}
