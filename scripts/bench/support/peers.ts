import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that others use for the same work. They are no dependencies of the project: docs/speed.md says how to install them. */
const folder = process.env['BREVIER_PEERS'] ?? '';

/** A package from the folder of peers, or that file of it; null, with a line that says so, when it is not there. */
export async function peer<T>(name: string, file?: string): Promise<T | null> {
  const root = join(resolve(folder), 'node_modules', name);
  try {
    const path = file === undefined ? createRequire(join(resolve(folder), 'package.json')).resolve(name) : join(root, file);
    return (await import(pathToFileURL(path).href)) as T;
  } catch (error) {
    console.log(`${name} is not compared: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    return null;
  }
}

export function hasPeers(): boolean {
  const isThere = folder !== '' && existsSync(join(folder, 'node_modules'));
  if (!isThere) console.log('No peers: set BREVIER_PEERS to a folder with their node_modules (docs/speed.md).');
  return isThere;
}
