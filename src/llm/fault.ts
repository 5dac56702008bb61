import { BrevierError, type ErrorCode } from '../errors.ts';
import type { Read } from './lenient.ts';

type Code = Extract<ErrorCode, `llm/${string}`>;

/** Why the model did not write, for the reader of a brief and for the log: neither has the article's words. */
export class ModelError extends BrevierError {
  /** Has the article's text reached somebody? */
  readonly wasSent: boolean;
  readonly status: number | null;

  constructor(code: Code, why: string, { wasSent = true, status = null }: { wasSent?: boolean; status?: number | null } = {}) {
    super(code, why);
    this.name = 'ModelError';
    this.wasSent = wasSent;
    this.status = status;
  }
}

type Unread = Extract<Read<unknown>, { fault: string }>['fault'];
const UNREAD: Readonly<Record<Unread, readonly [Code, string]>> = {
  page: ['llm/not-a-model', 'a web page answered instead of a model'],
  cut: ['llm/cut-off', 'the model’s answer was cut off'],
  form: ['llm/unreadable', 'the model’s JSON had another form than it was asked for'],
  prose: ['llm/unreadable', 'the model wrote prose instead of JSON'],
};

export function unread(fault: Unread): ModelError {
  return new ModelError(...UNREAD[fault]);
}

/** Connections that were never made: no text has left. */
const UNCONNECTED = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|bad port|certificate|CERT_/iu;

const CAUSES = 5;

/** Any failure of a request to a model, told apart by what somebody can do about it. */
export async function modelError(thrown: unknown, signal: AbortSignal): Promise<ModelError> {
  for (let one = thrown, deep = 0; one instanceof Error && deep < CAUSES; one = one.cause, deep += 1) {
    if (one instanceof ModelError) return one;
  }
  if (signal.aborted) return new ModelError('llm/timeout', 'the model did not answer in time');
  const { APICallError, InvalidResponseDataError } = await import('ai');
  if (InvalidResponseDataError.isInstance(thrown)) return new ModelError('llm/not-a-model', 'what answers there is no model’s API');
  if (!APICallError.isInstance(thrown)) return new ModelError('llm/failed', 'the model failed');
  const { statusCode: status, responseBody = '', cause } = thrown;
  if (status === undefined) {
    const reason = `${thrown.message} ${String((cause as { code?: unknown } | undefined)?.code ?? '')}`;
    return UNCONNECTED.test(reason)
      ? new ModelError('llm/unreachable', 'nothing answers at the model’s address', { wasSent: false })
      : new ModelError('llm/unreachable', 'the connection to the model broke');
  }
  if (status < 400) {
    const isPage = /^\s*</u.test(responseBody);
    return isPage ? unread('page') : new ModelError('llm/not-a-model', 'what answers there is no model’s API', { status });
  }
  return refusal(status);
}

function refusal(status: number): ModelError {
  const told = { status };
  if (status === 401 || status === 403) return new ModelError('llm/key', `the model’s server did not accept the key (${status})`, told);
  if (status === 404) return new ModelError('llm/unknown-model', 'the server knows no such model, or has no API there (404)', told);
  if (status === 429) return new ModelError('llm/busy', 'the model’s server is asked too much (429)', told);
  if (status === 413) return new ModelError('llm/refused', 'the article is too long for the model’s server (413)', told);
  return status >= 500
    ? new ModelError('llm/server', `the model’s server failed (${status})`, told)
    : new ModelError('llm/refused', `the model’s server refused the request (${status})`, told);
}
