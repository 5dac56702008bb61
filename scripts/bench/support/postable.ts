import { stemOf } from '../../../src/language/stem.ts';
import type { Article } from '../../../src/model/article.ts';
import type { KeyFigure } from '../../../src/model/figure.ts';
import type { FigureMark } from './marks.ts';

export type Fault = 'not wanted' | 'label' | 'change' | 'as of' | 'qualifier' | 'status' | 'speaker';

/** What keeps an editor from posting the card's row as it stands; none when it may go out. */
export function faultsOf(figure: KeyFigure, mark: FigureMark | undefined, article: Article): Fault[] {
  if (mark === undefined || mark.card === 'no') return ['not wanted'];
  const faults: Fault[] = [];
  const { row } = mark;
  const textAt = ([start, length]: readonly [number, number]) => article.text.slice(start, start + length);
  if (row !== undefined) {
    const words = stemsOf(`${figure.label} ${figure.unit ?? ''}`, article.language);
    const isTold = row.must.every((word) => [...stemsOf(textAt(word), article.language)].every((stem) => words.has(stem)));
    if (!isTold || (row.label.length > 0 && figure.label === '') || row.label.length === 0) faults.push('label');
    const direction = figure.change?.direction ?? null;
    if ((direction === 'flat' ? null : direction) !== row.change) faults.push('change');
    if (!sameTime(figure.asOf ?? null, row.asOf === null ? null : textAt(row.asOf))) faults.push('as of');
  }
  if (figure.qualifier !== mark.qualifier && !(mark.qualifier === 'less-than' && figure.qualifier === 'about')) faults.push('qualifier');
  if (figure.status !== mark.status) faults.push('status');
  const speaker = mark.by === undefined ? null : textAt(mark.by);
  if (!sameWords(speaker, figure.attributedTo)) faults.push('speaker');
  return faults;
}

/** A time that names no year may be left out: the digest's own date says it. */
function sameTime(told: string | null, marked: string | null): boolean {
  const year = /\p{N}{4}/u;
  if (told === null || marked === null) return told === marked || (told === null && !year.test(marked ?? ''));
  const words = new Set(marked.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return (told.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => word.length > 2 && words.has(word));
}

function stemsOf(text: string, language: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => stemOf(word, language)));
}

/** One names the other: "Berg" and "Anna Berg" are one speaker. */
function sameWords(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const plain = (text: string) => text.toLowerCase().replace(/^(?:the|die|der|das|le|la|les|el|los|il|de|het|o)\s/u, '');
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}
