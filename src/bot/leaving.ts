import { workspaceKey } from '../model/target.ts';
import type { Store } from '../ports.ts';

/** Pauses every digest of a workspace that the bot can no longer reach. Gives their number. */
export async function pauseWorkspace(store: Store, workspace: string, reason: string): Promise<number> {
  const own = (await store.subscriptions(null)).filter(({ target, status }) => status === 'active' && workspaceKey(target) === workspace);
  for (const subscription of own) await store.saveSubscription({ ...subscription, status: 'paused', pausedBecause: reason });
  return own.length;
}
