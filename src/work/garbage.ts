import { Session } from 'node:inspector/promises';

/**
 * Collects the garbage of this thread. V8 does it by itself only while something is being made, so that a thread that
 * has nothing to do keeps what its last job left behind.
 */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
