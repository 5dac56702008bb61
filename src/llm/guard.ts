import type { Store } from '../ports.ts';
import type { LlmSettings } from './settings.ts';

/** After so many failures in a row the model is left alone for a while. */
const FAILURES = 4;
const REST_MS = 60_000;

/** Why the model is not asked now; null when it may be. */
export type Refusal = string | null;

/** Counts tokens and failures. Counts lie in the store, so that several processes share the caps. */
export function createGuard(
  { dailyTokens, channelTokens }: Pick<LlmSettings, 'dailyTokens' | 'channelTokens'>,
  { store, now }: { store: Pick<Store, 'countUse'>; now: () => Date },
) {
  let failures = 0;
  let restsUntil = 0;
  const scopes = (channel: string) => ['llm/tokens', `${channel}#llm`];
  const used = async (channel: string, tokens: number) => {
    const counts = await store.countUse(scopes(channel), now().toISOString().slice(0, 10), tokens);
    return { all: counts.get('llm/tokens') ?? 0, own: counts.get(`${channel}#llm`) ?? 0 };
  };
  return {
    async refusal(channel: string): Promise<Refusal> {
      if (now().getTime() < restsUntil) return 'the model has failed several times and is left alone for a minute';
      const { all, own } = await used(channel, 0);
      if (all >= dailyTokens) return 'the day’s tokens are used up';
      return own >= channelTokens ? 'the day’s tokens of this channel are used up' : null;
    },
    async succeeded(channel: string, tokens: number): Promise<void> {
      failures = 0;
      await used(channel, tokens);
    },
    failed(): void {
      failures += 1;
      if (failures < FAILURES) return;
      failures = 0;
      restsUntil = now().getTime() + REST_MS;
    },
  };
}
