import { readFile } from 'node:fs/promises';
import { BrevierError } from '../errors.ts';
import { parseSentence } from '../language/grammar/grammar.ts';
import type { Parse } from '../language/grammar/universal.ts';
import { languages } from '../language/tables.ts';
import '../work/grammars.ts';
import type { Command } from './command.ts';
import { filledConllu } from './conllu.ts';
import { parsed } from './options.ts';
import { withProgress } from './progress.ts';
import { articleFrom } from './source.ts';

const USAGE = 'brevier parse <url | file | -> [--json], or brevier parse --conllu <file> --language en';

/** What the grammar makes of each sentence, for those who want to know why a brief says what it says. */
export const parse: Command = async (cli, words) => {
  const { values, positionals } = parsed(words, {
    json: { type: 'boolean', default: false },
    conllu: { type: 'string' },
    language: { type: 'string' },
  });
  const language = languageFrom(values.language);
  if (values.conllu !== undefined) {
    if (language === null) throw new BrevierError('command/usage', 'Say which language the file is in: --language en');
    cli.stdout.write(filledConllu(await textOf(values.conllu), language));
    return 0;
  }
  const [source] = positionals;
  if (source === undefined || positionals.length > 1) throw new BrevierError('command/usage', `Say what to read: ${USAGE}`);
  const article = await withProgress(cli, `Reading ${source}`, articleFrom(source, cli, cli.signal));
  const code = language ?? article.language;
  const read = article.sentences.map(({ id, span }) => {
    const text = article.text.slice(span.start, span.end);
    return { id, text, parse: parseSentence(text, code) };
  });
  if (values.json) cli.stdout.write(`${JSON.stringify({ language: code, sentences: read }, null, 2)}\n`);
  else
    for (const { id, text, parse: tree } of read) cli.stdout.write(`[${id + 1}] ${text}\n${tree === null ? NO_GRAMMAR : tableOf(tree)}\n`);
  return 0;
};

const NO_GRAMMAR = '    There is no grammar of this language: sentences are read as words.\n';

function languageFrom(word: string | undefined): string | null {
  if (word === undefined) return null;
  const codes = languages().map(({ code }) => code);
  if (!codes.includes(word)) throw new BrevierError('command/usage', `--language takes one of ${codes.join(', ')}, not “${word}”.`);
  return word;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new BrevierError('source/unreadable', `I could not read ${path}. Name a CoNLL-U file that is there.`, { cause });
  }
}

/** A line for each word: its part of speech, its relation and what it depends on. */
function tableOf({ words, isCut }: Parse): string {
  const widest = Math.min(WIDEST, Math.max(...words.map(({ text }) => text.length)));
  const lines = words.map(({ text, part, relation, head }) => {
    const governor = head < 0 ? '' : `← ${words[head]?.text ?? ''}`;
    return `    ${text.padEnd(widest)}  ${part.padEnd(5)}  ${relation.padEnd(10)} ${governor}`.trimEnd();
  });
  return `${lines.join('\n')}\n${isCut ? '    This sentence is too long to be read whole; it was read in pieces.\n' : ''}`;
}
const WIDEST = 24;
