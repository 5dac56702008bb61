import { relativesOf } from '../../language/relations.ts';
import { isNegated, isPredicate } from '../../language/reading/clause.ts';
import { isPart, lowerAt, readingOf } from '../../language/reading/reading.ts';
import { stemOf } from '../../language/stem.ts';
import type { Passage } from '../passages.ts';

/**
 * Does the passage tell the opposite of what is asked: "when do flights resume?" of flights that stop? Only where the
 * grammar finds the verb of both, neither is denied, and the passage holds the question's own verb nowhere.
 */
export function tellsOpposite(question: string, { text, stems }: Passage, language: string): boolean {
  const asked = readingOf(question, language);
  const told = asked === null ? null : readingOf(text, language);
  if (asked === null || told === null) return false;
  return asked.words.some((_, at) => {
    if (!isPart(asked, at, 'VERB') || isNegated(asked, at)) return false;
    const verb = stemOf(lowerAt(asked, at), language);
    const { opposite } = relativesOf(verb, language);
    return (
      !stems.has(verb) &&
      told.words.some(
        (__, place) => opposite.has(stemOf(lowerAt(told, place), language)) && isPredicate(told, place) && !isNegated(told, place),
      )
    );
  });
}
