import { pino, type Logger } from 'pino';
import { redacted } from './redact.ts';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, however deep an object carries them. */
const SECRET = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'password', 'databaseUrl', 'response_url'];

interface LogOptions {
  /** Values that are taken out wherever they stand. */
  secrets?: readonly string[];
  /** Where lines go; stderr unless told otherwise, so that stdout stays for the product. */
  destination?: { write(line: string): void };
}

/** JSON lines. */
export function createLogger(
  level: string,
  { secrets = [], destination = pino.destination({ dest: 2, sync: true }) }: LogOptions = {},
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
      // Errors carry addresses and headers in their words, which no key tells.
      hooks: { streamWrite: (line) => redacted(line, secrets) },
    },
    destination,
  );
}
