import { BrevierError } from '../../src/errors.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Outgoing } from '../contract.ts';
import type { Channel } from './workspace/channel.ts';

/** Posts into the channel. The key is the message's id there, so the same key shows once. */
export function deliver(channel: Channel, { key, target, view }: Outgoing, signal: AbortSignal): Receipt {
  signal.throwIfAborted();
  if (target.platform !== 'web') throw new BrevierError('internal/bug', 'A message for another platform reached the web workspace.');
  if (!channel.messages().some(({ id }) => id === key)) channel.post(key, view, false);
  return { target, messageId: key };
}
