import { BrevierError, toBrevierError } from './errors.ts';

/** Whoever starts Brevier is its operator, and may see what broke. */
export function startError(thrown: unknown): BrevierError {
  const { code, port } = thrown as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return new BrevierError('config/invalid', `Port ${port} is taken by another program. Set another one in BREVIER_WEB_PORT or PORT.`);
  const error = toBrevierError(thrown);
  if (error.code !== 'internal/bug') return error;
  return new BrevierError('internal/bug', `Brevier could not start: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
    cause: thrown,
  });
}
