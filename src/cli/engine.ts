import { writerFor, storeFor } from '../compose.ts';
import { readConfig, type Environment } from '../config.ts';
import { BrevierError } from '../errors.ts';
import { createLogger } from '../log.ts';
import { channelKey } from '../model/target.ts';
import { NO_METER, type Briefer } from '../ports.ts';

const ENGINES = ['built-in', 'llm'] as const;
type EngineName = (typeof ENGINES)[number];

/**
 * `--engine llm` anywhere among the words of a command, taken out of them.
 * @throws BrevierError `command/usage`
 */
export function engineIn(words: readonly string[]): { engine: EngineName; rest: string[] } {
  const rest = [...words];
  let engine: EngineName = 'built-in';
  for (let at = rest.findIndex(isEngine); at >= 0; at = rest.findIndex(isEngine)) {
    const [, inline] = /^--engine=(.*)$/.exec(rest[at] ?? '') ?? [];
    const named = inline ?? rest[at + 1] ?? '';
    rest.splice(at, inline === undefined ? 2 : 1);
    const found = ENGINES.find((known) => known === named.toLowerCase());
    if (found === undefined) throw new BrevierError('command/usage', `--engine takes built-in or llm, not “${named}”.`);
    engine = found;
  }
  return { engine, rest };
}

function isEngine(word: string): boolean {
  return word === '--engine' || word.startsWith('--engine=');
}

interface ModelBriefer {
  briefer: Briefer;
  /** Has the built-in engine stood in for the model? */
  hasStoodIn(): boolean;
  close(): Promise<void>;
}

/**
 * The model as a briefer for the terminal, with the caps and the cache that the bot has.
 * @throws BrevierError `config/invalid` when no model is configured.
 */
export async function modelBriefer(environment: Environment, builtIn: Briefer): Promise<ModelBriefer> {
  const { config, env } = readConfig(environment);
  const log = createLogger(config.logLevel);
  const store = await storeFor(config, log);
  const channel = channelKey({ platform: 'cli' });
  try {
    const writer = await writerFor(env, { builtIn, store, log, meter: NO_METER });
    if (writer === undefined)
      throw new BrevierError('config/invalid', 'There is no model to use. Set BREVIER_LLM, for example BREVIER_LLM=anthropic:<model>.');
    let hasStoodIn = false;
    return {
      hasStoodIn: () => hasStoodIn,
      close: () => store.close(),
      briefer: {
        async brief(article, options) {
          const brief = await writer.brief(article, options, channel);
          if (brief.engine === 'llm' || brief.refused !== undefined) await store.saveBrief(brief);
          hasStoodIn ||= brief.engine !== 'llm';
          return brief;
        },
        async answer(article, question, context) {
          const answer = await writer.answer(article, question, context, channel);
          hasStoodIn ||= answer.note !== undefined;
          return answer;
        },
      },
    };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}
