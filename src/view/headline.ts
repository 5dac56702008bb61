import type { Brief } from '../model/brief.ts';
import type { Labels } from './labels/labels.ts';

/** Characters. */
const MOST = 100;

/** What stands on top: the headline, else the gist, else how the first point begins, which is told whole below. */
export function headlineOf(title: string | null, { gist, points: [first] }: Pick<Brief, 'gist' | 'points'>, labels: Labels): string {
  return title ?? gist?.text ?? (first === undefined ? labels.untitled : beginning(first.text));
}

/** Up to a sign that parts clauses, where one stands late enough, else between two words. */
function beginning(text: string): string {
  if (text.length <= MOST) return text;
  const opening = text.slice(0, MOST);
  const clause = /^.{50,}(?=[,;:]\s|\s[–—-])/su.exec(opening)?.[0] ?? opening.replace(/\s+\S*$/u, '');
  return `${clause.replace(/[\s,;:–—-]+$/u, '')}…`;
}
