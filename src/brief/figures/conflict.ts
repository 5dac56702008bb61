import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';
import { overlap, type Passage } from '../passages.ts';
import { wordsOf } from '../words.ts';

/** What decides whether two figures contradict each other. */
export interface Rival {
  value: number;
  valueMax?: number | undefined;
  unit: string | null;
  label: string;
  attributedTo: string | null;
  isChange: boolean;
  passage: Passage;
}

/** Sentences about the same thing share at least this much. */
const SAME_MATTER = 0.4;
const SAME_LABEL = 0.5;
/** Values further apart than this measure different things. */
const FURTHEST = 5;
/** "the first", "in March", "last year": what tells two figures of one kind apart. */
const PART = /^(?:first|second|third|fourth|last|next|previous|earlier|other|another|former|latter|more|further|additional)$/iu;

/** Do two voices give different values for the same thing? When in doubt they do not. */
export function contradicts(a: Rival, b: Rival, language: string): boolean {
  if (a.unit === null || a.unit !== b.unit || a.isChange || b.isChange || a.passage.id === b.passage.id) return false;
  if (a.valueMax !== undefined || b.valueMax !== undefined || a.value === b.value || a.value * b.value <= 0) return false;
  if (Math.max(a.value / b.value, b.value / a.value) > FURTHEST) return false;
  if (plain(a.attributedTo) === plain(b.attributedTo)) return false;
  const labels = [a, b].map(({ label }) => new Set(wordsOf(label, language).flatMap(({ stem, stop }) => (stop ? [] : [stem]))));
  const [first = new Set<string>(), second = new Set<string>()] = labels;
  const common = [...first].filter((stem) => second.has(stem)).length;
  if (common === 0 || common / Math.max(first.size, second.size) < SAME_LABEL) return false;
  if (setting(a, language) !== setting(b, language)) return false;
  return overlap(matter(a), matter(b), () => 1) >= SAME_MATTER;
}

function plain(name: string | null): string {
  return (name ?? '').toLowerCase();
}

/** Names, times and ordinals of the sentence, its speaker aside: where they differ, so does what is measured. */
function setting({ passage, attributedTo }: Rival, language: string): string {
  const { months } = languageFor(language).calendar;
  const speaker = plain(attributedTo);
  const names = namesIn(passage.text).filter((name) => !speaker.includes(name.toLowerCase()) && !passage.text.startsWith(name));
  const times = passage.words
    .map(({ text }) => text.toLowerCase())
    .filter((word) => months.includes(word) || PART.test(word) || /^(?:19|20)\d\d$/u.test(word));
  return [...names, ...times].toSorted().join('|');
}

function matter({ passage, attributedTo }: Rival): ReadonlySet<string> {
  const speaker = plain(attributedTo);
  return new Set(
    passage.words
      .filter(({ text, stop }) => !stop && !/\p{N}/u.test(text) && !speaker.includes(text.toLowerCase()))
      .map(({ stem }) => stem),
  );
}
