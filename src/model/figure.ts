import { z } from 'zod';
import { Citation } from './article.ts';

export const FigureKind = z.enum([
  'money',
  'percent',
  'count',
  'power',
  'energy',
  'data',
  'length',
  'area',
  'mass',
  'temperature',
  'duration',
  'ratio',
  'rank',
  'score',
  'other',
]);
export type FigureKind = z.infer<typeof FigureKind>;

export const Qualifier = z.enum(['exactly', 'about', 'more-than', 'at-least', 'less-than', 'at-most', 'up-to', 'range']);
export type Qualifier = z.infer<typeof Qualifier>;

/** `stated`: the author says so. `attributed`: somebody is named for it, or it stands in somebody's words. `hedged`: conditional, reported, planned. */
export const FigureStatus = z.enum(['stated', 'attributed', 'hedged']);
export type FigureStatus = z.infer<typeof FigureStatus>;

/** `from` and `to` are null where the sentence does not say them; both are for a figure that is itself the change: "rose 12%". */
export const FigureChange = z.strictObject({
  from: z.number().nullable(),
  to: z.number().nullable(),
  direction: z.enum(['up', 'down', 'flat']),
});
export type FigureChange = z.infer<typeof FigureChange>;

export const KeyFigure = z.strictObject({
  id: z.string(),
  /** Verbatim from the first cited sentence, e.g. `300 megawatts`. */
  raw: z.string().min(1),
  /** In `unit`, scaled: "1.25 billion" is 1250000000; a percentage is in percent (8, not 0.08). */
  value: z.number(),
  /** The upper end of a range; `value` is then the lower one. */
  valueMax: z.number().optional(),
  /** The whole that it is a part of: 52 in "17 of 52". */
  of: z.number().optional(),
  /** Singular English name or ISO 4217 code (`USD`, `percent`, `megawatt`, `GPU`); null for a bare number. */
  unit: z.string().nullable(),
  kind: FigureKind,
  /** What it measures, in words that stand in the cited sentence. */
  label: z.string(),
  /**
   * The words of the first cited sentence around the figure, as they stand there, at most 240 characters: what a row
   * shows. A name in brackets is from the next one cited. Absent where the label says all that can be said.
   */
  told: z.string().optional(),
  /** More probably than not an editor would leave it out: it stands on the full card only. */
  minor: z.boolean().optional(),
  qualifier: Qualifier,
  status: FigureStatus,
  attributedTo: z.string().nullable(),
  change: FigureChange.optional(),
  asOf: z.string().optional(),
  /** Another voice of the article gives another value for the same thing. */
  conflict: z
    .strictObject({ raw: z.string().min(1), value: z.number(), attributedTo: z.string().nullable(), citations: z.array(Citation).min(1) })
    .optional(),
  citations: z.array(Citation).min(1),
  /** 1 is the figure that matters most. */
  rank: z.int().positive(),
});
export type KeyFigure = z.infer<typeof KeyFigure>;
