import { readFileSync } from 'node:fs';

const TYPES = {
  'app.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export interface Asset {
  type: string;
  body: Buffer;
}

/** A file of the page by its name; null for every other name, so that no path can be asked for. */
export function asset(name: string): Asset | null {
  if (!Object.hasOwn(TYPES, name)) return null;
  const known = name as keyof typeof TYPES;
  return { type: TYPES[known], body: readFileSync(new URL(`assets/${known}`, import.meta.url)) };
}
