import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenRules } from './architecture.ts';

const ROOT = new URL('..', import.meta.url);
const tree = new Map(
  ['src', 'adapters', 'test', 'scripts']
    .flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]),
);

it('keeps every rule of the design', () => {
  expect(brokenRules(tree)).toEqual([]);
});

describe('a planted violation is caught', () => {
  const planted: readonly [name: string, path: string, text: string, fault: RegExp][] = [
    [
      'an adapter in the core',
      'src/bot/planted.ts',
      "import { renderSlack } from '../../adapters/slack/render.ts';\n",
      /imports the adapter file/,
    ],
    ['a chat SDK in the core', 'src/bot/planted.ts', "import { App } from '@slack/bolt';\n", /imports the chat SDK/],
    ['an SDK loaded late', 'src/bot/planted.ts', "const sdk = await import('discord.js');\n", /imports the chat SDK/],
    ['a file of the core in the model', 'src/model/planted.ts', "import { sha256 } from '../hash.ts';\n", /knows only zod/],
    [
      'a Node module in a pure folder',
      'src/brief/planted.ts',
      "import { readFile } from 'node:fs/promises';\n",
      /is pure but imports node:fs/,
    ],
    ['a clock in a pure folder', 'src/view/planted.ts', 'export const now = () => Date.now();\n', /is pure but uses Date\.now/],
    [
      'one adapter in another',
      'adapters/slack/send.ts',
      "import { renderDiscord } from '../discord/render.ts';\n",
      /imports the other adapter/,
    ],
    ['the environment outside config', 'src/fetch/planted.ts', 'export const token = process.env.TOKEN;\n', /reads process\.env/],
    ['an adapter with a file of its own', 'adapters/cli/colours.ts', 'export const x = 1;\n', /adapters\/cli has/],
    ['a file nobody can hold in mind', 'src/bot/planted.ts', 'export {};\n'.repeat(401), /has 401 lines/],
  ];
  for (const [name, path, text, fault] of planted) {
    it(name, () => {
      expect(brokenRules(new Map([...tree, [path, text]])).join('\n')).toMatch(fault);
    });
  }

  it('an import cycle', () => {
    const cycle = new Map([...tree, ['src/bot/a.ts', "import { b } from './b.ts';\n"], ['src/bot/b.ts', "import { a } from './a.ts';\n"]]);
    expect(brokenRules(cycle).join('\n')).toMatch(/import cycle: src\/bot\/a\.ts → src\/bot\/b\.ts → src\/bot\/a\.ts/);
  });
});
