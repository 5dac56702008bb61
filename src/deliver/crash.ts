/** Where a process can be killed for a test, in the order of a digest's life. */
export const CRASH_POINTS = ['tick', 'claim', 'render', 'before-send', 'after-send', 'after-commit', 'before-ack'] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];
export type Crash = (point: CrashPoint) => void;

/**
 * `CRASH_AT=<point>[:n]` kills the process, without any clean-up, when it reaches the point for the n-th time.
 * Unset it does nothing. An unknown point is refused, since a test that never crashes proves nothing.
 */
export function crashFrom(spec: string | undefined, kill: () => void): Crash {
  if (spec === undefined || spec === '') return () => undefined;
  const [name, count = '1'] = spec.split(':');
  const point = CRASH_POINTS.find((known) => known === name);
  if (point === undefined || !/^[1-9]\d*$/.test(count))
    throw new Error(`CRASH_AT takes one of ${CRASH_POINTS.join(', ')}, with :n behind it`);
  let left = Number(count);
  return (reached) => {
    if (reached !== point) return;
    left -= 1;
    if (left === 0) kill();
  };
}
