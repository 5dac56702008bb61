import type { Environment } from '../src/config.ts';
import type { View } from '../src/view/view.ts';
import type { Adapter, AdapterName, ChatHost, Rendered } from './contract.ts';
import { checkDiscord, discordConfig } from './discord/config.ts';
import { renderDiscord } from './discord/render.ts';
import { faulty, type Finding } from './finding.ts';
import type { Parsed } from './parsed.ts';
import { checkSlack, slackConfig } from './slack/config.ts';
import { renderSlack } from './slack/render.ts';

/** A chat platform that runs when its tokens are set. */
export interface Platform {
  name: Extract<AdapterName, 'slack' | 'discord'>;
  render(view: View): Rendered;
  /** What the environment comes to, and a way to make the adapter. The SDK is loaded only then: it costs start-up time. */
  prepare(env: Environment): Parsed<(host: ChatHost) => Promise<Adapter>>;
  /** Asks the platform itself whether the settings work. Empty when the platform is not set up. */
  check(env: Environment, signal: AbortSignal): Promise<Finding[]>;
}

/** Every adapter there is. `web` and `cli` need no tokens, so the composition root makes them by itself. */
export const ADAPTER_NAMES = ['slack', 'discord', 'web', 'cli'] as const satisfies readonly AdapterName[];

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'slack',
    render: renderSlack,
    prepare: (env) =>
      prepared(slackConfig(env), async (config, host) => (await import('./slack/index.ts')).createSlackAdapter(config, host)),
    check: async (env, signal) => checked(slackConfig(env), async (config) => checkSlack(config, signal)),
  },
  {
    name: 'discord',
    render: renderDiscord,
    prepare: (env) =>
      prepared(discordConfig(env), async (config, host) => (await import('./discord/index.ts')).createDiscordAdapter(config, host)),
    check: async (env, signal) => checked(discordConfig(env), async (config) => checkDiscord(config, signal)),
  },
];

function prepared<Config>(
  parsed: Parsed<Config>,
  create: (config: Config, host: ChatHost) => Promise<Adapter>,
): Parsed<(host: ChatHost) => Promise<Adapter>> {
  if (parsed.status !== 'ready') return parsed;
  return { status: 'ready', config: (host) => create(parsed.config, host) };
}

async function checked<Config>(parsed: Parsed<Config>, check: (config: Config) => Promise<Finding[]>): Promise<Finding[]> {
  if (parsed.status === 'absent') return [];
  if (parsed.status === 'ready') return check(parsed.config);
  return parsed.faults.map((fault) => faulty(fault, 'Correct this setting.'));
}
