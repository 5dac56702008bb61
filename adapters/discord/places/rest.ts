import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { BrevierError } from '../../../src/errors.ts';

/** discord.js waits by itself until a limit is over that it knows of, but not longer than this. Milliseconds. */
const LONGEST_WAIT_MS = 60_000;
/** Nobody who limits rates asks for so long a pause. Seconds. */
const ABSURD_S = 3600;

/**
 * How discord.js calls Discord. It retries nothing: a POST that is sent again after a 5xx could post twice, so whoever
 * posts decides about that. A 429 comes back, too, since discord.js would wait and ask for ever.
 */
export function restOptions(apiUrl: string, callMs: number): Partial<RESTOptions> {
  const limited = new Set<string>();
  return {
    api: apiUrl,
    retries: 0,
    timeout: callMs,
    rejectOnRateLimit: ({ method, url, retryAfter }) => limited.delete(`${method} ${url}`) || retryAfter > LONGEST_WAIT_MS,
    async makeRequest(url, init) {
      // discord.js stops its clock at the headers.
      const signal = AbortSignal.any([...(init.signal instanceof AbortSignal ? [init.signal] : []), AbortSignal.timeout(callMs)]);
      const response = await DefaultRestOptions.makeRequest(url, { ...init, signal });
      const { status, headers } = response;
      if (status === 429) {
        const seconds = Number(headers.get('retry-after') ?? Number.NaN);
        // It would go into discord.js's own books, where an absurd pause stops everything.
        if (!(seconds > 0 && seconds <= ABSURD_S)) throw rateLimited();
        limited.add(`${init.method ?? 'GET'} ${url}`);
      }
      const isDiscord = status === 204 || status >= 400 || headers.get('content-type')?.startsWith('application/json') === true;
      if (!isDiscord || (status >= 300 && status < 400)) throw new Error(`that was not Discord (${status})`);
      return response;
    },
  };
}

function rateLimited(): BrevierError {
  return new BrevierError('platform/rate-limited', 'Discord asks for a pause. Try again in a few minutes.');
}
