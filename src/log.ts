import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Keys whose values never reach a log line, however deep an object carries them. */
const SECRET = ['token', 'botToken', 'appToken', 'signingSecret', 'authorization', 'password', 'databaseUrl', 'response_url'];

/** JSON lines on stderr, so that stdout stays for the product. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
