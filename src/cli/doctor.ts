import { briefArticle } from '../brief/built-in.ts';
import { storeFor } from '../compose.ts';
import { readConfig, type Config, type Environment } from '../config.ts';
import { toBrevierError } from '../errors.ts';
import { readArticle } from '../extract/article.ts';
import { createLogger } from '../log.ts';
import { BriefOptions } from '../model/brief.ts';
import type { Cli, ExitCode } from './command.ts';

/** What a check comes to; `todo` is null when all is well. */
interface Finding {
  what: string;
  todo: string | null;
}

export interface Checkable {
  name: string;
  check(env: Environment, signal: AbortSignal): Promise<readonly Finding[]>;
}

/** Checks configuration, database, engine, the model and every platform that is set up, and says what to do about each fault. */
export async function doctor(cli: Cli, platforms: readonly Checkable[]): Promise<ExitCode> {
  const findings: Finding[] = [{ what: `Node ${process.versions.node}`, todo: null }, engine()];
  try {
    const { config, env } = readConfig(cli.env);
    findings.push({ what: 'The configuration is readable', todo: null }, await database(config));
    for (const { name, check } of platforms) {
      const found = await check(env, cli.signal);
      findings.push(
        ...(found.length === 0
          ? [{ what: `${name === 'slack' ? 'Slack' : 'Discord'} is not set up (the README says how)`, todo: null }]
          : found),
      );
    }
    const { checkModel } = await import('../llm/check.ts');
    findings.push(...(await checkModel(env, cli.signal)));
  } catch (thrown) {
    findings.push({ what: toBrevierError(thrown).message, todo: 'Correct these settings, then run this again.' });
  }
  for (const { what, todo } of findings) cli.stdout.write(todo === null ? `ok     ${what}\n` : `fault  ${what}\n       → ${todo}\n`);
  const faults = findings.filter(({ todo }) => todo !== null).length;
  cli.stdout.write(faults === 0 ? 'Everything that is set up works.\n' : `${faults} ${faults === 1 ? 'fault' : 'faults'} to mend.\n`);
  return faults === 0 ? 0 : 2;
}

async function database(config: Config): Promise<Finding> {
  const name = config.databaseUrl === null ? `The database in ${config.dataFolder}` : 'The PostgreSQL database';
  try {
    const store = await storeFor(config, createLogger('silent'));
    await store.ping();
    await store.close();
    return { what: `${name} answers`, todo: null };
  } catch {
    const todo =
      config.databaseUrl === null
        ? 'Make the folder writable, or name another one in BREVIER_DATA.'
        : 'Check DATABASE_URL, and that the server runs and lets this machine in.';
    return { what: `${name} cannot be opened`, todo };
  }
}

/** A sentence whose brief is known: a broken installation shows here and not in front of a team. */
function engine(): Finding {
  const text = 'The company said it would build more than 40 charging stations by March, the first of its kind in the country.';
  const article = readArticle({ kind: 'text', content: text, url: null, fetchedAt: null });
  const { figures } = briefArticle(article, BriefOptions.parse({}));
  return figures.some(({ value }) => value === 40)
    ? { what: 'The built-in engine works', todo: null }
    : { what: 'The built-in engine does not find a figure that is there', todo: 'Install Brevier again from a fresh clone.' };
}
