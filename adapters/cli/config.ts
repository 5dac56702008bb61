import type { Environment } from '../../src/config.ts';
import { lineWidth } from './limits.ts';

export interface CliConfig {
  colour: boolean;
  links: boolean;
  width: number;
}

/**
 * Colours and links for a terminal, none for a pipe. NO_COLOR (https://no-color.org) switches both off,
 * FORCE_COLOR both on.
 */
export function cliConfig(env: Environment, stream: { isTTY?: boolean; columns?: number }): CliConfig {
  const rich = env['NO_COLOR'] ? false : env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : stream.isTTY === true && env['TERM'] !== 'dumb';
  return { colour: rich, links: rich, width: lineWidth(stream.columns) };
}
