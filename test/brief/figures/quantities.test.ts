import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../../src/brief/figures/quantities.ts';
import type { Quantity } from '../../../src/brief/figures/quantity.ts';
import { languages } from '../../../src/language/tables.ts';

/** The only quantity of a text, without what the case does not speak of. */
function only(text: string, language = 'en'): Partial<Quantity> {
  const found = findQuantities(text, language);
  expect(found.map(({ raw }) => raw)).toHaveLength(1);
  return found[0] ?? {};
}

describe('a number', () => {
  it.each([
    ['en', '1,250,000', 1_250_000],
    ['en', '2.5', 2.5],
    ['en', '12,34,567', 1_234_567],
    ['en', '2½', 2.5],
    ['en', '10 1/2', 10.5],
    ['en', '1.5 × 10^9', 1.5e9],
    ['de', '1.250.000', 1_250_000],
    ['de', '2,5', 2.5],
    ['fr', '3 000', 3000],
    ['fr', '3 000,5', 3000.5],
    ['es', '12.000', 12_000],
    ['ar', '١٢٠٠', 1200],
    ['hi', '१,२००', 1200],
  ])('in digits, %s: %s', (language, text, value) => {
    expect(only(text, language)).toMatchObject({ raw: text, value });
  });

  it.each([
    ['en', 'three hundred and twenty-one', 321],
    ['en', 'two million and a half', 2_500_000],
    ['en', 'one billion and a quarter million', 1_000_250_000],
    ['en', 'half a million', 500_000],
    ['en', 'two-thirds', 2 / 3],
    ['en', 'five point two five', 5.25],
    ['en', 'minus twelve', -12],
    ['de', 'dreihunderteinundzwanzig', 321],
    ['de', 'eine Million dreihunderttausend', 1_300_000],
    ['de', 'fuenfzehn', 15],
    ['fr', 'quatre-vingt-dix-sept', 97],
    ['fr', 'un et demi', 1.5],
    ['es', 'doscientos cincuenta y dos mil', 252_000],
    ['es', 'vigésimo quinto', 25],
    ['it', 'ventitré e tre quinti', 23.6],
    ['nl', 'drieënvijftigduizend negenhonderdtachtig', 53_980],
    ['pt', 'duzentos e quarenta e três', 243],
  ])('in words, %s: %s', (language, text, value) => {
    const quantity = only(text, language);
    expect(quantity.value).toBeCloseTo(value, 9);
    expect(quantity.isWords).toBe(true);
  });

  it.each([
    ['en', 'one in five', 1 / 5],
    ['en', '3 out of 10', 3 / 10],
    ['de', '17 von 52', 17 / 52],
    ['fr', 'un sur trois', 1 / 3],
    ['it', 'uno su tre', 1 / 3],
  ])('as a part of another, %s: %s', (language, text, value) => {
    expect(only(text, language)).toMatchObject({ raw: text, value, kind: 'ratio' });
  });

  it('is not made of two that stand in a list', () => {
    expect(findQuantities('22,24,26,31', 'en').map(({ value }) => value)).toEqual([22, 24, 26, 31]);
  });
  it('is not "the one" that somebody means', () => {
    expect(findQuantities('The one you mean is gone.', 'en')).toEqual([]);
  });
});

describe('a unit', () => {
  it.each([
    ['en', '$1.25 billion per month', 1.25e9, 'USD', 'month'],
    ['en', 'C$16.4 million', 16.4e6, 'CAD', null],
    ['en', '-$3.2 million', -3.2e6, 'USD', null],
    ['en', '30 MSEK', 30e6, 'SEK', null],
    ['en', '361 million pounds', 361e6, 'GBP', null],
    ['en', '13 dollars and 45 cents', 13.45, 'USD', null],
    ['en', '5 feet 6 inches', 5.5, 'foot', null],
    ['en', '300 megawatts', 300, 'megawatt', null],
    ['en', 'four-and-a-half-hour', 4.5, 'hour', null],
    ['en', '12 percentage points', 12, 'percentage-point', null],
    ['en', '48°C', 48, 'degree-celsius', null],
    ['de', '4,2 Millionen Euro', 4.2e6, 'EUR', null],
    ['de', '300 Quadratmeter', 300, 'square-metre', null],
    ['fr', '4,3 milliards d’euros', 4.3e9, 'EUR', null],
    ['fr', '35 millions de $', 35e6, 'USD', null],
    ['es', '20 millones de euros', 20e6, 'EUR', null],
  ])('%s: %s', (language, text, value, unit, per) => {
    expect(only(text, language)).toMatchObject({ raw: text, value, unit, per, role: 'quantity' });
  });

  it('keeps the article in front of a dollar sign out of it', () => {
    expect(only('They won a $48 million contract')).toMatchObject({ raw: '$48 million', unit: 'USD' });
  });
  it('takes degrees for an angle where something turns', () => {
    expect(only('Turn the lever by 45 degrees')).toMatchObject({ kind: 'other' });
    expect(only('It was 45 degrees in the shade')).toMatchObject({ kind: 'temperature' });
  });
  it('reads money in brackets as a loss where a result is stated, and nowhere else', () => {
    expect(only('The result was ($3.2 million).')).toMatchObject({ raw: '($3.2 million)', value: -3.2e6 });
    expect(only('There is a small fee ($5).')).toMatchObject({ raw: '$5', value: 5 });
  });
});

describe('a range', () => {
  it.each([
    ['en', 'It grew by 8–12%', 8, 12, 'percent'],
    ['en', 'from 8% to 12%', 8, 12, 'percent'],
    ['en', 'between 3 and 5 million people', 3e6, 5e6, null],
    ['en', 'from $350 per kg to $680 per kg', 350, 680, 'USD'],
    ['de', 'von 8 auf 12 Prozent', 8, 12, 'percent'],
    ['fr', 'entre 3 et 5 millions', 3e6, 5e6, null],
    ['es', 'del 3,1% al 3,6%', 3.1, 3.6, 'percent'],
  ])('%s: %s', (language, text, value, valueMax, unit) => {
    expect(only(text, language)).toMatchObject({ value, valueMax, unit, qualifier: 'range' });
  });
});

describe('a qualifier', () => {
  it.each([
    ['en', 'more than 220,000 GPUs', 'more-than'],
    ['en', 'about 40 people', 'about'],
    ['en', 'at least 40 people', 'at-least'],
    ['en', 'no more than 40 people', 'at-most'],
    ['en', 'up to 40 people', 'up-to'],
    ['en', 'less than 40 people', 'less-than'],
    ['en', '40 people', 'exactly'],
    ['de', 'mehr als 40 Menschen', 'more-than'],
    ['de', 'rund 40 Menschen', 'about'],
    ['fr', 'plus de 40 personnes', 'more-than'],
    ['es', 'más de 40 personas', 'more-than'],
  ])('%s: %s', (language, text, qualifier) => {
    expect(only(text, language)).toMatchObject({ qualifier });
  });
});

describe('a number that is no quantity', () => {
  it.each([
    'Colossus 1 is a data center.',
    'Anthropic released Claude 3.5.',
    'A Boeing 737 landed.',
    'Boeing 737 jets landed.',
    'The COVID-19 pandemic went on.',
    'The G7 met.',
    'Most 3-D arms are mechanical.',
    'They took Highway 61.',
    'It happened on 22 November 2026.',
    'It happened in 2025.',
    'The 2004 awards were given.',
    'It starts at 10:30 am.',
    'Call +46 8 123 456 78.',
    'Witnesses may call 0431 160333.',
    'Zeugen melden sich unter der Nummer 050639010.',
    'Der Rat darf das (Art. 16).',
    'So will es § 5 Abs. 3.',
    'He lives at 221 Baker Street.',
    'Witnesses called 911 at once.',
    'See version 4.2.1.',
    'ISBN 978-3-16-148410-0',
    'The anomaly SCP-173C moved.',
    'She read "Fifty Shades of Grey".',
    'Under Section 66A they may go to jail.',
    '1. Wash your hands',
  ])('%s', (text) => {
    expect(findQuantities(text, 'en').filter(({ role }) => role === 'quantity')).toEqual([]);
  });
});

const word = fc.constantFrom(
  ...'one two hundred million and a half third first $ € % - – . , ( ) 1 22 3.5 1,000 7.8 ½ km m² per hour from to between of in over °C "'.split(
    ' ',
  ),
  ...'zwei und dreißig tausend Millionen von bis quatre vingt et demi cien mil y medio constructor valueOf 10^9 ١٢ １２ 1e5 \n'.split(' '),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.tuple(word, fc.constantFrom('', ' ')), { maxLength: 30 }).map((parts) => parts.flat().join('')),
);
const anyLanguage = fc.constantFrom(...languages().map(({ code }) => code), 'und', 'zh');

describe('any text', () => {
  it('gives spans that hold what they say, sorted and disjoint, and finite numbers', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let end = 0;
        for (const { span, raw, numberSpan, value, valueMax } of findQuantities(text, language)) {
          expect(raw).toBe(text.slice(span.start, span.end));
          expect(raw).not.toBe('');
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(numberSpan.start).toBeGreaterThanOrEqual(span.start);
          expect(numberSpan.end).toBeLessThanOrEqual(span.end);
          expect(Number.isFinite(value) && Number.isFinite(valueMax ?? 0)).toBe(true);
          end = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
