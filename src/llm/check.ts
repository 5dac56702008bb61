import { z } from 'zod';
import type { Environment } from '../config.ts';
import type { ErrorCode } from '../errors.ts';
import { askModel } from './ask.ts';
import { modelError } from './fault.ts';
import { modelFor } from './model.ts';
import { llmSettings } from './settings.ts';

const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  'llm/key': 'Check the key of the model’s maker: it may be wrong, revoked, or for another address.',
  'llm/unknown-model': 'Check the model’s name in BREVIER_LLM, and that the base URL ends in what the maker says, mostly /v1.',
  'llm/busy': 'The account’s limit is used up: wait, or raise it at the model’s maker.',
  'llm/unreachable': 'Check the base URL, and that the server runs and can be reached from here.',
  'llm/not-a-model': 'Check the base URL: what answers there is a web page or something else.',
  'llm/unreadable': 'This model does not give JSON when asked for it: take another.',
  'llm/cut-off': 'This model does not give JSON when asked for it: take another.',
  'llm/timeout': 'Raise BREVIER_LLM_SECONDS, or take a faster model.',
};

/**
 * Asks the model for a word, without anybody's text. Nothing where none is configured.
 * @throws BrevierError `config/invalid`
 */
export async function checkModel(env: Environment, signal: AbortSignal): Promise<{ what: string; todo: string | null }[]> {
  const settings = llmSettings(env);
  if (settings === null) return [{ what: 'No language model is set up, and none is needed (docs/llm.md says how)', todo: null }];
  const { host } = new URL(settings.baseUrl);
  const within = AbortSignal.any([signal, AbortSignal.timeout(settings.limitMs)]);
  const question = {
    instructions: 'Answer with JSON only.',
    prompt: 'Give {"word": "ready"}.',
    schema: z.object({ word: z.string() }),
    random: () => 0.5,
    pay: () => undefined,
  };
  try {
    await askModel(await modelFor(settings), question, within);
  } catch (thrown) {
    const { code, message } = await modelError(thrown, within);
    return [{ what: `The model ${settings.model} at ${host}: ${message} (${code})`, todo: REMEDIES[code] ?? 'Ask the model’s maker.' }];
  }
  const where =
    settings.channels.length === 0
      ? 'No channel may use the model yet'
      : `The model may be used in ${settings.channels.join(', ')}, where /brief settings engine llm is set`;
  return [
    { what: `The model ${settings.model} at ${host} answers`, todo: null },
    {
      what: where,
      todo: settings.channels.length === 0 ? 'Name channels in BREVIER_LLM_CHANNELS; in the terminal --engine llm works without.' : null,
    },
  ];
}
