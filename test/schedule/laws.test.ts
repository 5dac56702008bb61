import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot, type SlotRule, slotsBetween } from '../../src/schedule/slots.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const restless = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Casablanca', 'America/Nuuk'];
const zone = fc.oneof(fc.constantFrom(...restless), fc.constantFrom(...Intl.supportedValuesOf('timeZone')));
const instant = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2099, 0, 1) });
/** Days at which many zones change their clocks come up often. */
const start = fc.oneof(
  instant,
  fc
    .tuple(fc.integer({ min: 1990, max: 2037 }), fc.constantFrom(2, 3, 8, 9, 10), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => Date.UTC(year, month, day)),
);
const hour = fc.constantFrom('*', '*/2', '*/5', '0', '2', '1,2,3', '22-1', '23', '8-18/5');
const cron = fc
  .tuple(
    fc.constantFrom('0', '*/20', '7,52', '59'),
    hour,
    fc.constantFrom('*', '*', '1', '*/3', '28-31'),
    fc.constantFrom('*', '*', '3,10', '*/2'),
    fc.constantFrom('*', '*', '1-5', '0,6', '5-1'),
  )
  .map((fields) => fields.join(' '));
const holidays = fc.constantFrom([], ['12-25'], ['03-29', '10-25', '2026-11-01']);
const rule: fc.Arbitrary<SlotRule> = fc.record({ cron, zone, holidays });

describe('slots', () => {
  it('are sorted and unique and inside their span', () => {
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 0, max: 40 * DAY_MS }), (given, from, span) => {
        const slots = slotsBetween(given, new Date(from), new Date(from + span)).map(Number);
        expect(slots).toEqual([...new Set(slots)].toSorted((a, b) => a - b));
        for (const at of slots) expect(at > from && at <= from + span).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are the same whether a span is looked through at once or in two parts', () => {
    fc.assert(
      fc.property(
        rule,
        start,
        fc.integer({ min: 0, max: 8 * DAY_MS }),
        fc.integer({ min: 0, max: 8 * DAY_MS }),
        (given, from, first, second) => {
          const [a, b, c] = [new Date(from), new Date(from + first), new Date(from + first + second)] as const;
          expect([...slotsBetween(given, a, b), ...slotsBetween(given, b, c)]).toEqual(slotsBetween(given, a, c));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are the same when they are asked for one after another', () => {
    fc.assert(
      fc.property(rule, start, (given, from) => {
        const slots = slotsBetween(given, new Date(from), new Date(from + 5 * DAY_MS));
        let at: Date | null = new Date(from);
        for (const slot of slots.slice(0, 20)) {
          at = nextSlot(given, at);
          expect(at).toEqual(slot);
          if (at === null) return;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of a fixed time come once on every local day that matches, in any zone', () => {
    const weekdays = fc.constantFrom<[string, number[]]>(
      ['*', [0, 1, 2, 3, 4, 5, 6]],
      ['1-5', [1, 2, 3, 4, 5]],
      ['0,6', [0, 6]],
      ['5', [5]],
    );
    fc.assert(
      fc.property(
        zone,
        start,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        weekdays,
        (place, from, hours, minutes, [field, allowed]) => {
          const span = 20 * DAY_MS;
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: place, dateStyle: 'short', timeStyle: 'short' });
          const dayAt = (at: number) => shown.format(at).slice(0, 10);
          const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
          const days = new Set<string>();
          for (let at = from; at <= from + span; at += HOUR_MS) days.add(dayAt(at));
          // The days at both ends are not whole.
          const expected = [...days].slice(2, -2).filter((day) => allowed.includes(new Date(`${day}T00:00Z`).getUTCDay()));
          const slots = slotsBetween(
            { cron: `${minutes} ${hours} * * ${field}`, zone: place, holidays: [] },
            new Date(from),
            new Date(from + span),
          );
          // A gap moves a time forward, and may move it over midnight into the next day.
          const due = slots.map((at) => (shown.format(at).slice(11) >= time ? dayAt(at.getTime()) : dayAt(at.getTime() - 3 * HOUR_MS)));
          expect(due.filter((day) => day >= (expected[0] ?? '') && day <= (expected.at(-1) ?? ''))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
