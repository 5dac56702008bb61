import { z } from 'zod';
import type { Environment } from '../config.ts';
import { BrevierError } from '../errors.ts';

/** Which model, where it is, and what it may cost. */
export interface LlmSettings {
  provider: 'anthropic' | 'openai' | 'compatible';
  model: string;
  baseUrl: string;
  apiKey: string | null;
  /** Channels that may use it, as patterns of `channelKey`: `slack:T1/C1`, `discord:42/*`, `*`. */
  channels: readonly string[];
  /** Tokens a day, of all channels and of one. */
  dailyTokens: number;
  channelTokens: number;
  /** What the model's maker charges; null where nobody said. */
  price: Price | null;
  /** Dollars a day, of all channels and of one; null without a cap. */
  dailyDollars: number | null;
  channelDollars: number | null;
  /** Milliseconds until the built-in engine stands in. */
  limitMs: number;
}

/** Tokens that one or more requests took. */
export interface Spent {
  input: number;
  output: number;
}

/** US dollars for a million tokens read and a million written. */
export interface Price {
  input: number;
  output: number;
}

/** US dollars. */
export function costOf({ input, output }: Spent, price: Price): number {
  return (input * price.input + output * price.output) / 1_000_000;
}

const HOMES = { anthropic: 'https://api.anthropic.com/v1', openai: 'https://api.openai.com/v1' } as const;
const Tokens = z.coerce.number().int().min(1000).max(1_000_000_000);
const Dollars = z.coerce.number().min(0.01).max(1_000_000);
const PRICE = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;
const Variables = z.object({
  BREVIER_LLM: z
    .string()
    .regex(/^(?:anthropic|openai|compatible):\S+$/, 'must be anthropic:<model>, openai:<model> or compatible:<model>')
    .optional(),
  BREVIER_LLM_CHANNELS: z.string().default(''),
  BREVIER_LLM_DAILY_TOKENS: Tokens.default(2_000_000),
  BREVIER_LLM_CHANNEL_TOKENS: Tokens.default(500_000),
  BREVIER_LLM_PRICE: z.string().regex(PRICE, 'must be dollars for a million tokens in and out, such as 3/15').optional(),
  BREVIER_LLM_DAILY_DOLLARS: Dollars.optional(),
  BREVIER_LLM_CHANNEL_DOLLARS: Dollars.optional(),
  BREVIER_LLM_SECONDS: z.coerce.number().min(1).max(300).default(20),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: z.url().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  COMPATIBLE_API_KEY: z.string().optional(),
  COMPATIBLE_BASE_URL: z.url().optional(),
});

/**
 * Null when no model is wanted.
 * @throws BrevierError `config/invalid`, naming the variable.
 */
export function llmSettings(env: Environment): LlmSettings | null {
  const parsed = Variables.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) {
    throw new BrevierError('config/invalid', parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  const values = parsed.data;
  if (values.BREVIER_LLM === undefined) return null;
  const at = values.BREVIER_LLM.indexOf(':');
  const provider = values.BREVIER_LLM.slice(0, at) as LlmSettings['provider'];
  const { apiKey, baseUrl } = access(provider, values);
  const [, input, output] = PRICE.exec(values.BREVIER_LLM_PRICE ?? '') ?? [];
  const price = input === undefined ? null : { input: Number(input), output: Number(output) };
  if (price === null && (values.BREVIER_LLM_DAILY_DOLLARS ?? values.BREVIER_LLM_CHANNEL_DOLLARS) !== undefined)
    throw new BrevierError('config/invalid', 'BREVIER_LLM_PRICE: is needed to count dollars, such as 3/15 for a million tokens in and out');
  return {
    provider,
    model: values.BREVIER_LLM.slice(at + 1),
    apiKey,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    channels: values.BREVIER_LLM_CHANNELS.split(/[\s,]+/).filter((pattern) => pattern !== ''),
    dailyTokens: values.BREVIER_LLM_DAILY_TOKENS,
    channelTokens: values.BREVIER_LLM_CHANNEL_TOKENS,
    price,
    dailyDollars: values.BREVIER_LLM_DAILY_DOLLARS ?? null,
    channelDollars: values.BREVIER_LLM_CHANNEL_DOLLARS ?? null,
    limitMs: values.BREVIER_LLM_SECONDS * 1000,
  };
}

function access(provider: LlmSettings['provider'], values: z.infer<typeof Variables>): { apiKey: string | null; baseUrl: string } {
  if (provider === 'compatible') {
    const baseUrl = values.COMPATIBLE_BASE_URL;
    if (baseUrl === undefined) {
      throw new BrevierError('config/invalid', 'COMPATIBLE_BASE_URL: must be the address of the server, such as http://127.0.0.1:11434/v1');
    }
    return { apiKey: values.COMPATIBLE_API_KEY ?? null, baseUrl };
  }
  const apiKey = provider === 'anthropic' ? values.ANTHROPIC_API_KEY : values.OPENAI_API_KEY;
  if (apiKey === undefined)
    throw new BrevierError('config/invalid', `${provider.toUpperCase()}_API_KEY: is needed for BREVIER_LLM=${provider}:…`);
  return { apiKey, baseUrl: (provider === 'anthropic' ? values.ANTHROPIC_BASE_URL : values.OPENAI_BASE_URL) ?? HOMES[provider] };
}

/** May this channel's articles be sent to the model? */
export function mayServe(patterns: readonly string[], channel: string): boolean {
  return patterns.some(
    (pattern) => pattern === '*' || pattern === channel || (pattern.endsWith('*') && channel.startsWith(pattern.slice(0, -1))),
  );
}
