import type { z } from 'zod';

/** What became of a model's words. */
export type Read<T> = { value: T } | { fault: 'page' | 'cut' | 'form' | 'prose' };

/** The JSON that a model wrote, out of whatever it put around it: thinking, a fence, a greeting. */
export function readWritten<T>(text: string, schema: z.ZodType<T>): Read<T> {
  if (/^\s*<(?:!doctype|html|head|body)\b/iu.test(text)) return { fault: 'page' };
  const spoken = withoutThinking(text);
  const start = spoken.indexOf('{');
  if (start < 0) return { fault: 'prose' };
  const end = endOfObject(spoken, start);
  if (end < 0) return { fault: 'cut' };
  try {
    const parsed = schema.safeParse(plainForm(JSON.parse(spoken.slice(start, end))));
    return parsed.success ? { value: parsed.data } : { fault: 'form' };
  } catch {
    return { fault: 'prose' };
  }
}

/** The opening tag is left out by models whose template has it already. */
function withoutThinking(text: string): string {
  const closing = [...text.matchAll(/<\/think(?:ing)?>/giu)].at(-1);
  return closing === undefined ? text.replace(/<think(?:ing)?>[\s\S]*$/iu, '') : text.slice(closing.index + closing[0].length);
}

/** Index behind the brace that closes the object at `start`; -1 where it is cut off. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (isString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isString = false;
    } else if (sign === '"') isString = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

const ID = /^\D{0,12}(\d{1,6})\D{0,2}$/u;

/** Ids as "4", "[4]" or without their list, and truth as a word: meant is the same. */
function plainForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainForm);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (key === 'sentences') return [key, (Array.isArray(inner) ? inner : [inner]).map(plainId)];
      if (key === 'answered' && typeof inner === 'string') return [key, /^(?:true|yes)$/iu.test(inner)];
      return [key, plainForm(inner)];
    }),
  );
}

function plainId(id: unknown): unknown {
  const digits = typeof id === 'string' ? ID.exec(id)?.[1] : undefined;
  return digits === undefined ? id : Number(digits);
}
