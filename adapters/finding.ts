/** One line of `brevier doctor`. `todo` says what to do about it; null when all is well. */
export interface Finding {
  what: string;
  todo: string | null;
}

export function fine(what: string): Finding {
  return { what, todo: null };
}

export function faulty(what: string, todo: string): Finding {
  return { what, todo };
}

/** How long `doctor` waits for one answer, in milliseconds. */
const CHECK_MS = 10_000;

/** A JSON answer and its headers; null when the platform cannot be reached. */
export async function askPlatform(
  url: string,
  init: { method: 'GET' | 'POST'; authorization: string },
  signal: AbortSignal,
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> } | null> {
  try {
    const response = await fetch(url, {
      method: init.method,
      headers: { authorization: init.authorization },
      signal: AbortSignal.any([signal, AbortSignal.timeout(CHECK_MS)]),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
  } catch {
    return null;
  }
}
