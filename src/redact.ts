import type { Environment } from './config.ts';

/** What secrets look like wherever they stand: in a message of an error, an address, a header. */
const SHAPES: readonly (readonly [shape: RegExp, shown: string])[] = [
  [/\bxox[a-z]-[\w-]{6,}|\bxapp-[\w-]{6,}|\bxoxe\.[\w.-]{6,}/g, '[redacted]'],
  [/\bsk-[\w-]{12,}/g, '[redacted]'],
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g, '[redacted]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/g, '$1 [redacted]'],
  [/\bBot\s+[\w.-]{20,}/g, 'Bot [redacted]'],
  [/\b(authorization|x-api-key|cookie|set-cookie)((?:\\?")?\s*[:=]\s*(?:\\?")?)(?!\[)[^"\s,}\\]+(?:\s[^"\s,}\\]+)?/gi, '$1$2[redacted]'],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"]*:[^\s/"]*@/gi, '$1[redacted]@'],
  [/\b(password|passwd|pwd|secret|token|api_?key|signature|sig)=(?!\[)[^&\s"]+/gi, '$1=[redacted]'],
  [/(hooks\.slack\.com\/[a-z]+\/)[\w/-]+/g, '$1[redacted]'],
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w-]{20,}/g, '$1[redacted]'],
];
/** Settings whose values are secrets. */
const SECRET_NAME = /TOKEN|SECRET|PASSWORD|KEY|DATABASE_URL/;
const LEAST = 8;

/** The text without anything that looks like a secret, and without those that are known by heart. */
export function redacted(text: string, secrets: readonly string[] = []): string {
  const unknown = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  return SHAPES.reduce((rest, [shape, shown]) => rest.replace(shape, shown), unknown);
}

/** The secrets of a configuration, longest first, also as they stand inside JSON. Short ones would black out ordinary words. */
export function secretsIn(env: Environment): string[] {
  const values = Object.entries(env).flatMap(([name, value]) =>
    SECRET_NAME.test(name) && value !== undefined && value.length >= LEAST ? [value] : [],
  );
  const all = values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]);
  return [...new Set(all)].toSorted((a, b) => b.length - a.length);
}
