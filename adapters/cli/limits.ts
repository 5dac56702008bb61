/** A terminal takes any length; these only keep a line readable. */
const LIMITS = { defaultWidth: 80, maxWidth: 100, minWidth: 20 };

/** Columns to wrap at for a terminal of this width; `undefined` for a pipe. */
export function lineWidth(columns: number | undefined): number {
  return Math.max(LIMITS.minWidth, Math.min(columns ?? LIMITS.defaultWidth, LIMITS.maxWidth));
}
