import { cliConfig } from '../../adapters/cli/config.ts';
import { serve } from '../serve.ts';
import type { Command } from './command.ts';

/** Every chat that is configured, until it is stopped. */
export const start: Command = async (cli) => {
  const { colour, width } = cliConfig(cli.env, process.stdout);
  await serve(cli.env, { write: (text) => cli.stdout.write(text), colour, width }, cli.signal);
  return 0;
};
