import { describe, expect, it } from 'vitest';
import { dueSlot, isQuiet } from '../../src/schedule/slots.ts';

const MINUTE_MS = 60_000;
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString().replace(':00.000Z', 'Z'));

describe('isQuiet', () => {
  const night = { from: '22:00', to: '07:00' };
  const noon = { from: '12:00', to: '13:30' };
  it.each([
    ['2026-06-01T19:59:59Z', night, false],
    ['2026-06-01T20:00:00Z', night, true],
    ['2026-06-01T22:00:00Z', night, true],
    ['2026-06-02T04:59:59Z', night, true],
    ['2026-06-02T05:00:00Z', night, false],
    ['2026-06-01T09:59:00Z', noon, false],
    ['2026-06-01T10:00:00Z', noon, true],
    ['2026-06-01T11:30:00Z', noon, false],
    ['2026-06-01T10:00:00Z', { from: '12:00', to: '12:00' }, false],
    ['2026-06-01T22:00:00Z', null, false],
  ])('says for %s in Berlin and %j: %s', (at, quiet, expected) => {
    expect(isQuiet(new Date(at), 'Europe/Berlin', quiet)).toBe(expected);
  });
});

describe('dueSlot', () => {
  const decided = (cron: string, checkedAt: string, now: string) => {
    const span = { checkedAt: new Date(checkedAt), now: new Date(now), windowMs: 6 * 60 * MINUTE_MS, freshMs: 3 * MINUTE_MS };
    const { send, skipped } = dueSlot({ cron, zone: 'UTC', holidays: [] }, span);
    return { send: send === null ? null : [...iso([send.slot]), send.isLate], skipped: iso(skipped) };
  };
  it.each<[string, string, string, (string | boolean)[] | null, string[]]>([
    ['nothing before its time', '2026-06-01T07:58Z', '2026-06-01T07:59:59Z', null, []],
    ['nothing that was decided before', '2026-06-01T08:00Z', '2026-06-01T08:01Z', null, []],
    ['nothing when the clock was set back', '2026-06-01T09:00Z', '2026-06-01T07:00Z', null, []],
    ['a slot on time', '2026-06-01T07:59Z', '2026-06-01T08:00Z', ['2026-06-01T08:00Z', false], []],
    ['a slot on time at the end of its freshness', '2026-06-01T07:59Z', '2026-06-01T08:03Z', ['2026-06-01T08:00Z', false], []],
    ['a late slot', '2026-06-01T07:59Z', '2026-06-01T08:03:01Z', ['2026-06-01T08:00Z', true], []],
    ['a late slot at the end of its window', '2026-06-01T07:59Z', '2026-06-01T14:00Z', ['2026-06-01T08:00Z', true], []],
    ['no slot that is too late', '2026-06-01T07:59Z', '2026-06-01T14:00:01Z', null, ['2026-06-01T08:00Z']],
    [
      'only the latest of several',
      '2026-05-30T07:59Z',
      '2026-06-01T09:00Z',
      ['2026-06-01T08:00Z', true],
      ['2026-05-30T08:00Z', '2026-05-31T08:00Z'],
    ],
    ['none of several that are too late', '2026-05-30T09:00Z', '2026-06-01T20:00Z', null, ['2026-05-31T08:00Z', '2026-06-01T08:00Z']],
  ])('sends %s', (_case, checkedAt, now, send, skipped) => {
    expect(decided('0 8 * * *', checkedAt, now)).toEqual({ send, skipped });
  });
  it('lists the last fifty of the skipped, whether the latest is sent or not', () => {
    const sent = decided('0 8 * * *', '2026-01-01T00:00Z', '2026-06-01T08:00Z');
    expect(sent.skipped).toHaveLength(50);
    expect(sent.skipped.at(-1)).toBe('2026-05-31T08:00Z');
    const unsent = decided('0 8 * * *', '2026-01-01T00:00Z', '2026-06-01T20:00Z');
    expect(unsent.skipped).toHaveLength(50);
    expect(unsent.skipped.at(-1)).toBe('2026-06-01T08:00Z');
  });
});
