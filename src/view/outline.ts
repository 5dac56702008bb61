import type { Article } from '../model/article.ts';

/** The headings of a long page, the first of them in their own words, and how many are left. */
interface Outline {
  shown: string[];
  more: number;
}

/** Fewer headings are subheads of a story, which its lines tell. */
const FEWEST = 5;
/** Sentences; a shorter page is read as quickly as its headings. */
const LONG = 25;
/** Characters; longer ones are sentences, questions of an interview or names of goods. */
const HEADING_MAX = 64;
/** Share of the headings that are short. */
const MOSTLY = 0.7;
/** Characters of all that is shown. */
const ROOM = 260;
const NONE: Outline = { shown: [], more: 0 };

/** What a guide, a list, a review or a reference page has under which heading: no sentence of it tells that. */
export function outlineOf({ blocks, text, title, sentences }: Article): Outline {
  if (sentences.length < LONG) return NONE;
  const written = blocks.flatMap(({ kind, span }) => (kind === 'heading' ? [tidy(text.slice(span.start, span.end))] : []));
  const own = [...new Set(withoutRepeats(written))].filter((heading) => isPart(heading) && !isTitle(heading, title));
  const short = countedUp(own).filter((heading) => !isLong(heading));
  if (short.length < FEWEST || own.filter(isLong).length > own.length * (1 - MOSTLY)) return NONE;
  const shown: string[] = [];
  for (const heading of short) {
    if ([...shown, heading].join(' · ').length > ROOM) break;
    shown.push(heading);
  }
  return { shown, more: short.length - shown.length };
}

function isLong(heading: string): boolean {
  return heading.length > HEADING_MAX;
}

/** Not a rule, an address, an arrow, or what somebody is asked: "Q: Favourite books?" */
function isPart(heading: string): boolean {
  return /\p{L}{2}/u.test(heading) && !/^[<>»→]|^[QFPD]\s?:|\bwww\.|:\/\//u.test(heading);
}

/** Of a list whose entries are numbered these alone, from the first on: a ranking counts down. */
function countedUp(headings: readonly string[]): readonly string[] {
  const counted = headings.flatMap((heading) => {
    const number = /^(?:#|no\.? ?)?(\d{1,3})[.):]? /iu.exec(heading)?.[1];
    return number === undefined ? [] : [{ heading, number: Number(number) }];
  });
  const isList = counted.length >= FEWEST && new Set(counted.map(({ number }) => number)).size === counted.length;
  return isList ? counted.toSorted((a, b) => a.number - b.number).map(({ heading }) => heading) : headings;
}

/** "History[edit]", "Ingredients:" */
function tidy(heading: string): string {
  return heading
    .replace(/\[[^\]]{1,12}\]$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/\s*:$/u, '')
    .trim();
}

/** "Coinbase vs. Coinbase Pro: Security", "Small Nursery Idea #2: Wall Space": what several begin with says nothing. */
function withoutRepeats(headings: readonly string[]): string[] {
  const opening = (heading: string) => /^(.{4,}?):\s+\S/u.exec(heading)?.[1];
  const kindOf = (begin: string) => begin.replaceAll(/\d+/gu, '0');
  const counts = new Map<string, number>();
  for (const heading of headings) {
    const begin = opening(heading);
    if (begin !== undefined) counts.set(kindOf(begin), (counts.get(kindOf(begin)) ?? 0) + 1);
  }
  return headings.map((heading) => {
    const begin = opening(heading);
    return begin !== undefined && (counts.get(kindOf(begin)) ?? 0) >= SEVERAL ? heading.slice(begin.length + 1).trim() : heading;
  });
}
const SEVERAL = 3;

function isTitle(heading: string, title: string | null): boolean {
  const bare = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return title !== null && bare(title).includes(bare(heading)) && bare(heading).length * 2 > bare(title).length;
}
