/** Every way in which Brevier refuses or fails, as `area/what`. */
export type ErrorCode =
  | 'source/bad-url'
  | 'source/private'
  | 'source/unreachable'
  | 'source/timeout'
  | 'source/status'
  | 'source/too-large'
  | 'source/not-text'
  | 'source/empty'
  | 'source/not-article'
  | 'source/unreadable'
  | 'source/too-many-redirects'
  | 'work/too-hard'
  | 'work/busy'
  | 'source/robots'
  | 'ask/no-article'
  | 'ask/no-question'
  | 'image/unavailable'
  | 'feed/not-a-feed'
  | 'feed/not-opml'
  | 'feed/none'
  | 'feed/unknown'
  | 'schedule/time'
  | 'schedule/zone'
  | 'schedule/unknown'
  | 'digest/busy'
  | 'policy/denied'
  | 'policy/limit'
  | 'policy/setting'
  | 'command/unknown'
  | 'command/usage'
  | 'config/invalid'
  | 'store/unavailable'
  | 'store/unknown-ref'
  | 'platform/rate-limited'
  | 'platform/uncertain'
  | 'platform/refused'
  | 'llm/key'
  | 'llm/unknown-model'
  | 'llm/busy'
  | 'llm/server'
  | 'llm/refused'
  | 'llm/unreachable'
  | 'llm/timeout'
  | 'llm/not-a-model'
  | 'llm/unreadable'
  | 'llm/cut-off'
  | 'llm/failed'
  | 'internal/bug';

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'work/busy',
  'source/unreachable',
  'source/timeout',
  'store/unavailable',
  'platform/rate-limited',
]);

/**
 * The one error class. `message` is a sentence for the person who asked: what is wrong and what to do next.
 * It names no path, secret or internal address that the asker did not give.
 */
export class BrevierError extends Error {
  readonly code: ErrorCode;
  /** How long whoever refused asks to be left alone, in milliseconds; null when they did not say. */
  readonly waitMs: number | null;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; waitMs?: number | null } = {}) {
    super(message, options);
    this.name = 'BrevierError';
    this.code = code;
    this.waitMs = options.waitMs ?? null;
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}

/** Any thrown value as a `BrevierError`; what is not one already becomes `internal/bug` with the cause kept. */
export function toBrevierError(thrown: unknown): BrevierError {
  if (thrown instanceof BrevierError) return thrown;
  return new BrevierError('internal/bug', 'Something went wrong inside Brevier; the operator has a log line about it. Please try again.', {
    cause: thrown,
  });
}
