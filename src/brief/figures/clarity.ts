import { dependentsOf, hasRelation, headOf, isPart } from '../../language/reading/reading.ts';
import type { FigureKind } from '../../model/figure.ts';
import type { Mention } from './mentions.ts';

const KINDS: readonly FigureKind[] = ['money', 'percent', 'count', 'ratio', 'duration', 'score', 'rank'];

/** What tells whether a row can be read right: where its number stands in the tree, and what its label is made of. */
export function clarityOf({ passage, quantity, figure, place, company, unit }: Mention): number[] {
  const { text } = passage;
  const { label } = figure;
  const flag = (is: boolean) => (is ? 1 : 0);
  const shape = place === null ? NO_PLACE : placeFeatures(place);
  const words = label === '' ? [] : label.split(/\s+/u);
  return [
    ...KINDS.map((kind) => flag(kind === quantity.kind)),
    flag(unit !== null),
    words.length,
    label.length,
    flag(label !== '' && text.includes(label)),
    flag(/^\p{Lu}/u.test(label)),
    flag(/\p{Lu}\p{Ll}/u.test(label.slice(1))),
    flag(figure.status === 'hedged'),
    flag(figure.attributedTo !== null),
    flag(figure.change !== undefined),
    flag(figure.asOf !== undefined),
    flag(figure.qualifier !== 'exactly'),
    flag(quantity.valueMax !== undefined),
    flag(quantity.isWords),
    Math.min(8, company),
    Math.min(400, text.length),
    quantity.span.start / Math.max(1, text.length),
    (text.match(/,/gu) ?? []).length,
    flag(/["“„«”»]/u.test(text)),
    flag(/[:;–—()]|\s-\s/u.test(text)),
    Math.min(20, passage.id),
    ...shape,
  ];
}

const NO_PLACE = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1];

function placeFeatures({ reading, anchor, noun, top, clause }: NonNullable<Mention['place']>): number[] {
  const flag = (is: boolean) => (is ? 1 : 0);
  let depth = 0;
  for (let at = anchor; at >= 0; at = headOf(reading, at)) depth += 1;
  const subject = clause?.subject ?? null;
  return [
    1,
    flag(noun !== null),
    flag(clause !== null),
    flag(subject !== null && isPart(reading, subject, 'NOUN', 'PROPN')),
    flag(clause?.object !== null && clause !== null),
    flag(clause?.isPassive ?? false),
    flag(hasRelation(reading, top, 'nsubj')),
    flag(hasRelation(reading, top, 'obj')),
    flag(hasRelation(reading, top, 'obl')),
    flag(hasRelation(reading, anchor, 'nummod')),
    flag(hasRelation(reading, anchor, 'nmod')),
    flag(hasRelation(reading, anchor, 'conj', 'appos', 'parataxis', 'dep')),
    flag(clause !== null && headOf(reading, clause.head) < 0),
    Math.min(8, depth),
    clause === null ? -1 : Math.min(4, dependentsOf(reading, clause.head, 'obl').length),
  ];
}
