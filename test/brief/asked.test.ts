import { describe, expect, it } from 'vitest';
import { askedFor, measureFor } from '../../src/brief/answer/asked.ts';

describe('askedFor', () => {
  it.each([
    ['¿Quién firmó el acuerdo?', 'es', 'person'],
    ['¿Cuánto pagó la empresa?', 'es', 'count'],
    ['¿Por qué cuesta tanto encontrar piso?', 'es', 'reason'],
    ['Was hat der Umbau gekostet?', 'de', 'money'],
    ['Was plant die Stadt?', 'de', 'thing'],
    ['In welke maand begint de bouw?', 'nl', 'time'],
  ] as const)('reads %s by its own question word', (question, language, asked) => {
    expect(askedFor(question, language)).toBe(asked);
  });

  it.each([
    ['What happens when the lease ends?', 'thing'],
    ["Who's in charge of the harbour?", 'person'],
    ['Who announced how long the works take?', 'person'],
    ['Was the bridge closed when the storm came?', 'yes-no'],
    ["What's behind the delay?", 'reason'],
    ["What's making the ferry late?", 'reason'],
    ['How come the ferry is late?', 'reason'],
    ['How long did the repair take?', 'duration'],
    ['What did the mayor say about it?', 'wording'],
    ['What does a ticket to the island cost in May?', 'money'],
    ["What's the harbour master's salary?", 'money'],
    ['What is the council doing about the cost of living?', 'thing'],
    ["What's Lind's plan for the quay?", 'thing'],
    ["What's the harbour called?", 'thing'],
    ["What's the deadline for the sale?", 'time'],
    ["Who'd they sell it to?", 'person'],
    ['How high were interest rates under the mayor?', 'percent'],
    ['how much per share is the harbour paying?', 'money'],
    ['how much is the pad?', 'money'],
    ['How much are tickets a night?', 'money'],
    ['How much is left?', 'count'],
  ] as const)('goes by the first question word of "%s"', (question, asked) => {
    expect(askedFor(question, 'en')).toBe(asked);
  });

  it.each([
    ['Which engineer drew the plans?', 'person'],
    ['Which company runs the ferry?', 'person'],
    ['Which city paid for it?', 'place'],
    ['What month does it open?', 'time'],
    ['What portion of the fleet is electric?', 'percent'],
    ['Which Norway sailor won?', 'person'],
    ['Which old picture of the mayor hangs there?', 'thing'],
    ['What rate do they pay?', 'percent'],
  ] as const)('goes by the noun of "%s"', (question, asked) => {
    expect(askedFor(question, 'en')).toBe(asked);
  });
});

describe('measureFor', () => {
  it('knows the measure that a question names', () => {
    expect(measureFor('How old is the lighthouse?')).toBe('duration');
    expect(measureFor('How heavy is the anchor?')).toBe('mass');
    expect(measureFor('How far is the island?')).toBe('length');
    expect(measureFor('How big was the fine?')).toBe('money');
  });

  it('names none where the question does not', () => {
    expect(measureFor('How many boats came?')).toBeNull();
  });
});
