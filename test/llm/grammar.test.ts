import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const at = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);

it('reads a model’s lines with the grammar also where no engine is loaded', () => {
  const program = `await import(${at('llm/claims.ts')}); const { hasGrammar } = await import(${at('language/grammar/grammar.ts')}); console.log(hasGrammar('en'))`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).trim()).toBe('true');
});
