import type { Span } from '../../model/article.ts';
import type { FigureKind, Qualifier } from '../../model/figure.ts';

/**
 * What a number is doing where it stands. Only a `quantity` or a `rank` can be a key figure; the others are numbers
 * that name, date or point at something.
 */
export type Role = 'quantity' | 'rank' | 'year' | 'date' | 'time' | 'name' | 'code' | 'list-number';

/** One number expression with its unit: `more than $1.25 billion`, `8–12%`, `two-thirds`. */
export interface Quantity {
  /** Of the expression with its unit and currency sign, without the words that qualify it. */
  span: Span;
  /** `text.slice(span)`. */
  raw: string;
  /** Of the number alone: `300` in `300 megawatts`. */
  numberSpan: Span;
  /** Scaled: "1.25 billion" is 1250000000; a percentage is in percent. */
  value: number;
  /** The upper end of a range; `value` is then the lower one. */
  valueMax?: number;
  /** Singular English name or ISO 4217 code; null for a bare number. */
  unit: string | null;
  /** What the quantity is per: `hour` in `$15 an hour`; null when it is not a rate. */
  per: string | null;
  kind: FigureKind;
  qualifier: Qualifier;
  /** `third`, `21st`. */
  isOrdinal: boolean;
  /** Written in words, at least in part. */
  isWords: boolean;
  /** `from 8% to 12%` and the like, where a verb may make it a change. */
  isFromTo: boolean;
  role: Role;
  /** "17 of 52", "one in 500": both numbers; `value` is then the one divided by the other. */
  share?: { part: number; whole: number };
}
