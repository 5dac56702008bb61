import type { Point } from '../model/brief.ts';
import { isPersonName } from './antecedent.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';

/**
 * The point with those in brackets whom something above names already called as the article calls them then: "[harbour
 * master Ole Lind]" is "[Lind]" the second time. The same point where the lock (`isProven`) does not let it through.
 */
export function namedAgain(point: Point, shown: string, passages: readonly Passage[], isProven: (point: Point) => boolean): Point {
  const text = point.text.replaceAll(/\[([^\][]+?)(’s?)?\]/gu, (bracket, name: string, ending: string | undefined) => {
    const short = shown.includes(name) ? shortOf(name, passages) : null;
    return short === null ? bracket : `[${short}${owned(short, ending)}]`;
  });
  if (text === point.text) return point;
  const again = { ...point, text };
  return isProven(again) ? again : point;
}

function owned(name: string, ending: string | undefined): string {
  if (ending === undefined) return '';
  return name.endsWith('s') ? '’' : '’s';
}

/** The last words of a person's name that the article uses alone: "Lind", "Del Piero"; null where it never does. */
function shortOf(name: string, passages: readonly Passage[]): string | null {
  const words = name.split(/\s+/u);
  if (words.length < 2 || !isPersonName(words.slice(-2).join(' '), passages)) return null;
  const alone = new Set(passages.flatMap(({ text }) => namesIn(text)));
  for (let at = words.length - 1; at > 0; at -= 1) {
    const short = words.slice(at).join(' ');
    if (alone.has(short)) return short;
  }
  return null;
}
