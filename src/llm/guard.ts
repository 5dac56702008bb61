import type { Store } from '../ports.ts';
import { costOf, type LlmSettings, type Spent } from './settings.ts';

/** After so many failures in a row the model is left alone for a while. */
const FAILURES = 4;
const REST_MS = 60_000;
/** The store counts whole numbers: millionths of a dollar. */
const MICRO = 1_000_000;

/** Why the model is not asked now; null when it may be. */
export type Refusal = string | null;

type Caps = Pick<LlmSettings, 'dailyTokens' | 'channelTokens' | 'price' | 'dailyDollars' | 'channelDollars'>;

/** Counts tokens, money and failures. Counts lie in the store, so that several processes share the caps. */
export function createGuard(caps: Caps, { store, now }: { store: Pick<Store, 'countUse'>; now: () => Date }) {
  let failures = 0;
  let restsUntil = 0;
  const count = async (scopes: readonly [all: string, own: string], by: number) => {
    const counts = await store.countUse(scopes, now().toISOString().slice(0, 10), by);
    return { all: counts.get(scopes[0]) ?? 0, own: counts.get(scopes[1]) ?? 0 };
  };
  const tokens = (channel: string) => ['llm/tokens', `${channel}#llm`] as const;
  const money = (channel: string) => ['llm/microdollars', `${channel}#llm-microdollars`] as const;
  return {
    /** `need` is what the request will take at the least: a cap is not to be found out by going over it. */
    async refusal(channel: string, need: Spent): Promise<Refusal> {
      if (now().getTime() < restsUntil) return 'the model has failed several times and is left alone for a minute';
      const used = await count(tokens(channel), 0);
      if (used.all + need.input > caps.dailyTokens) return 'the day’s tokens are used up';
      if (used.own + need.input > caps.channelTokens) return 'the day’s tokens of this channel are used up';
      if (caps.price === null) return null;
      const cost = costOf(need, caps.price);
      const paid = await count(money(channel), 0);
      if (paid.all / MICRO + cost > (caps.dailyDollars ?? Infinity)) return 'the day’s money is used up';
      return paid.own / MICRO + cost > (caps.channelDollars ?? Infinity) ? 'the day’s money of this channel is used up' : null;
    },
    async paid(channel: string, spent: Spent): Promise<void> {
      await count(tokens(channel), spent.input + spent.output);
      if (caps.price !== null) await count(money(channel), Math.ceil(costOf(spent, caps.price) * MICRO));
    },
    succeeded(): void {
      failures = 0;
    },
    failed(): void {
      failures += 1;
      if (failures < FAILURES) return;
      failures = 0;
      restsUntil = now().getTime() + REST_MS;
    },
  };
}
