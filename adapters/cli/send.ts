import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { BrevierError } from '../../src/errors.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Outgoing } from '../contract.ts';
import type { CliConfig } from './config.ts';
import { renderCli } from './render.ts';

/** Prints once per key for as long as the process lives. */
export function createPrinter(output: Writable, config: CliConfig): (outgoing: Outgoing, signal: AbortSignal) => Promise<Receipt> {
  const printed = new Set<string>();
  return async ({ key, target, view }, signal) => {
    signal.throwIfAborted();
    if (target.platform !== 'cli') throw new BrevierError('internal/bug', 'A message for another platform reached the terminal.');
    if (!printed.has(key)) {
      await write(output, renderCli(view, config).payload, signal);
      printed.add(key);
    }
    return { target, messageId: key };
  };
}

export async function write(output: Writable, words: string, signal: AbortSignal): Promise<void> {
  if (output.destroyed) throw new BrevierError('platform/refused', 'The terminal is closed.');
  if (!output.write(words)) await once(output, 'drain', { signal });
}
