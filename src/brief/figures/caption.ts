import type { Taken } from './label-units.ts';
import { labelOf, type LabelModel } from './label.ts';
import { firstOf, type Place } from './place.ts';
import type { Quantity } from './quantity.ts';

/** How many figures back a caption may be borrowed, so that a row of numbers costs no square of it. */
const BORROWED_MAX = 3;

/** A figure with its place in the tree. */
export interface Placed {
  quantity: Quantity;
  place: Place | null;
}

/** What the figure is of, in words of its sentence; empty where nothing sensible can be said. */
export function captionOf(
  sentence: string,
  own: Placed,
  all: readonly Placed[],
  taken: Omit<Taken, 'numbers' | 'kind'>,
  model: LabelModel,
): string {
  // The first cell of a table's row says what stands in the others.
  const header = /^([^|]{2,60}?)\s\|\s/u.exec(sentence)?.[1];
  if (header !== undefined) return own.quantity.span.start > header.length && !/^\P{L}*$/u.test(header) ? header : '';
  const numbers = new Set(all.flatMap(({ place }) => [...(place?.number ?? [])]));
  return captionIn(own, all, { ...taken, numbers, kind: own.quantity.kind }, model, 0);
}

function captionIn({ place }: Placed, all: readonly Placed[], taken: Taken, model: LabelModel, depth: number): string {
  if (place === null) return '';
  const label = labelOf(place, taken, model);
  if (label !== '' || depth >= BORROWED_MAX) return label;
  const first = firstOf(place);
  const lender = first === null ? undefined : all.find((other) => other.place !== place && other.place?.number.has(first) === true);
  return lender === undefined ? '' : captionIn(lender, all, taken, model, depth + 1);
}
