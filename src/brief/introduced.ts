import { hasRelation, isPart, readingOf, wordsIn } from '../language/reading/reading.ts';
import type { Point } from '../model/brief.ts';
import { isPersonName } from './antecedent.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';

const TITLE = /^(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\b\.?\s+/u;

/**
 * The point with the first person whom nothing shown above names in full named so, in brackets: "Lind said" becomes
 * "[Ole Lind] said", and the sentence that has the name is cited. The same point where nobody is to be introduced.
 */
export function introduced(point: Point, bullet: readonly Passage[], shown: string, passages: readonly Passage[], language: string): Point {
  const [first] = bullet;
  if (first === undefined || point.text.includes('[')) return point;
  const names = namesIn(point.text);
  for (const name of names) {
    const last = name.replace(TITLE, '');
    if (/\s/u.test(last) || last.length < 3 || shown.includes(last) || names.some((other) => other.endsWith(` ${last}`) && other !== name))
      continue;
    const full = fullNameOf(last, first.id, passages, language);
    const start = full === null ? -1 : point.text.indexOf(name);
    if (full === null || start < 0 || !isActing(point.text, start, name, language)) continue;
    const [own, ...others] = point.citations;
    if (own === undefined) continue;
    return {
      text: `${point.text.slice(0, start)}[${full.name}]${point.text.slice(start + name.length)}`,
      citations: [{ ...own, sentenceIds: [...new Set([...own.sentenceIds, full.id])] }, ...others],
    };
  }
  return point;
}

/** The one longer name of a person before the sentence that ends in the name; null where there are several, or none. */
function fullNameOf(last: string, before: number, passages: readonly Passage[], language: string): { name: string; id: number } | null {
  let found: { name: string; id: number } | null = null;
  for (const { id, text } of passages) {
    if (id >= before) break;
    for (const long of namesIn(text)) {
      const name = long.replace(TITLE, '');
      if (!name.endsWith(` ${last}`) || name.split(/\s+/u).length > 3 || name.includes('’s ') || name.includes("'s ")) continue;
      if (found !== null && !found.name.endsWith(name) && !name.endsWith(found.name)) return null;
      found ??= isPersonName(name, passages) && isName(name, text, language) ? { name, id } : null;
    }
  }
  return found;
}

/** "Selling Lind’s boat": the first word of a sentence has a capital whatever it is. */
function isName(name: string, text: string, language: string): boolean {
  const start = text.indexOf(name);
  const reading = start > 2 ? null : readingOf(text, language);
  return reading === null || wordsIn(reading, start, start + 1).every((at) => isPart(reading, at, 'PROPN'));
}

/** Does somebody of that name do, suffer, say or own something there? "smaller Asian nations" names nobody. */
function isActing(text: string, start: number, name: string, language: string): boolean {
  const reading = readingOf(text, language);
  if (reading === null) return false;
  const isOwner = /^['’]s?\b/u.test(text.slice(start + name.length));
  return (
    isOwner ||
    wordsIn(reading, start, start + name.length).some(
      (at) => isPart(reading, at, 'PROPN') && hasRelation(reading, at, 'nsubj', 'obl', 'obj', 'nmod'),
    )
  );
}
