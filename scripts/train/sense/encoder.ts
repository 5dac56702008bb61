import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Texts as the encoder sees them, less the mean of all. */
export interface Encoded {
  size: number;
  width: number;
  row: (at: number) => Float64Array;
  covariance: () => Float64Array[];
}

const WIDTH = 512;
const TOGETHER = 32;
const LONGEST = 600;

interface Model {
  embed: (texts: readonly string[]) => Promise<number[][]>;
}

/** Encodes what `work`.json and `work`.bin do not hold yet, and keeps it there. */
export async function encoded(packages: string, work: string, texts: readonly string[]): Promise<Encoded> {
  const known = existsSync(`${work}.json`) ? (JSON.parse(readFileSync(`${work}.json`, 'utf8')) as string[]) : [];
  const places = new Map(known.map((text, at) => [text, at]));
  const missing = [...new Set(texts.filter((text) => !places.has(text)))].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const values = new Float32Array((known.length + missing.length) * WIDTH);
  if (known.length > 0) {
    const bytes = readFileSync(`${work}.bin`);
    values.set(new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
  }
  const model = missing.length === 0 ? null : await modelIn(packages);
  for (let from = 0; from < missing.length && model !== null; from += TOGETHER) {
    const batch = missing.slice(from, from + TOGETHER);
    const rows = await model.embed(batch.map((text) => text.replace(/\s+/gu, ' ').slice(0, LONGEST)));
    rows.forEach((row, at) => values.set(row, (known.length + from + at) * WIDTH));
    batch.forEach((text, at) => places.set(text, known.length + from + at));
    if (from % 3200 === 0) console.log(`${from} of ${missing.length} encoded`);
  }
  if (missing.length > 0) {
    writeFileSync(`${work}.json`, JSON.stringify([...known, ...missing]));
    writeFileSync(`${work}.bin`, Buffer.from(values.buffer));
  }
  return centred(texts.map((text) => values.subarray((places.get(text) ?? 0) * WIDTH, ((places.get(text) ?? 0) + 1) * WIDTH)));
}

async function modelIn(packages: string): Promise<Model> {
  const require = createRequire(join(packages, 'here.js'));
  const owner = '@energetic-ai';
  const { initModel } = require(`${owner}/embeddings`) as { initModel: (source: unknown) => Promise<Model> };
  const { modelSource } = require(`${owner}/model-embeddings-en`) as { modelSource: unknown };
  return initModel(modelSource);
}

function centred(rows: readonly Float32Array[]): Encoded {
  const mean = new Float64Array(WIDTH);
  for (const row of rows)
    for (let column = 0; column < WIDTH; column += 1) mean[column] = (mean[column] ?? 0) + (row[column] ?? 0) / rows.length;
  const row = (at: number) => Float64Array.from(rows[at] ?? [], (value, column) => value - (mean[column] ?? 0));
  return {
    size: rows.length,
    width: WIDTH,
    row,
    covariance: () => {
      const sums = Array.from({ length: WIDTH }, () => new Float64Array(WIDTH));
      rows.forEach((_, at) => {
        const own = row(at);
        for (let a = 0; a < WIDTH; a += 1) {
          const [value, sum] = [own[a] as number, sums[a] as Float64Array];
          for (let b = 0; b < WIDTH; b += 1) sum[b] = (sum[b] as number) + value * (own[b] as number);
        }
      });
      return sums;
    },
  };
}
