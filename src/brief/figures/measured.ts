import type { FigureKind } from '../../model/figure.ts';
import type { NumberReading } from './numbers.ts';

/** A number with its unit. Indices are of tokens, half-open. */
export interface Measure {
  start: number;
  end: number;
  numberStart: number;
  numberEnd: number;
  value: number;
  /** What a scale multiplied the number by; 1 without one. */
  factor: number;
  unit: string | null;
  kind: FigureKind;
  per: string | null;
  reading: NumberReading;
  /** A unit of one letter behind a bare number: `5 m`, `13 F`. */
  isLoose: boolean;
}

export function bareMeasure(start: number, numberStart: number, reading: NumberReading, factor: number): Measure {
  const { value, end } = reading;
  return { start, end, numberStart, numberEnd: end, value, factor, unit: null, kind: 'count', per: null, reading, isLoose: false };
}
