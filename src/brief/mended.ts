import type { Article } from '../model/article.ts';
import type { Point } from '../model/brief.ts';
import type { Bullet } from './bullets.ts';
import { introduced } from './introduced.ts';
import { faultsOf } from './lock.ts';
import { namedAgain } from './named-again.ts';
import { ownVoiceOf } from './own-voice.ts';
import type { Passage } from './passages.ts';
import { repairerOf } from './repair.ts';
import { shortened } from './shorten.ts';

/** A quotation has nobody in brackets. */
const NAMELESS = { names: null };

/** How sentences of an article are worded as points: repaired, shortened where they are too long, and never past the lock. */
export function wordingOf(article: Article, passages: readonly Passage[], most: number) {
  const repaired = repairerOf(passages, article.language);
  const proven = new Map<string, boolean>();
  const citationOf = (passage: Passage) => {
    const { names } = ownVoice(passage) === null ? repaired(passage) : NAMELESS;
    return { sentenceIds: names === null ? [passage.id] : [passage.id, names] };
  };
  const isProven = ({ text, citations }: Point) => {
    const known = proven.get(text) ?? faultsOf(text, citations, article).length === 0;
    proven.set(text, known);
    return known;
  };
  const worded = new Map<Passage, string>();
  const textOf = (passage: Passage, limit = most): string => {
    const known = limit === most ? worded.get(passage) : undefined;
    if (known !== undefined) return known;
    const text = wordedOf(passage, limit);
    if (limit === most) worded.set(passage, text);
    return text;
  };
  const ownVoice = ownVoiceOf(article, passages);
  const wordedOf = (passage: Passage, limit: number) => {
    const own = ownVoice(passage);
    // A quotation is not shortened.
    if (own !== null) return own;
    const { text } = repaired(passage);
    const short = shortened(text, limit, article.language);
    return short === text || isProven({ text: short, citations: [citationOf(passage)] }) ? short : text;
  };
  /** A pronoun may stand right behind the sentence that says whom it means. */
  const bulletPoint = (bullet: Bullet, limit: number): Point => {
    const [first] = bullet;
    const isOpen = (passage: Passage, at: number) =>
      at > 0 &&
      first !== undefined &&
      ownVoice(passage) === null &&
      [first.id, repaired(first).names].includes(repaired(passage).names ?? -1);
    // Right behind its sentence a "But" says what it is there for.
    const isWhole = (passage: Passage, at: number) =>
      at > 0 && repaired(passage).names === null && textOf(passage, limit) === repaired(passage).text;
    const told = (passage: Passage, at: number) =>
      isOpen(passage, at) || isWhole(passage, at) ? passage.text.trim() : textOf(passage, limit);
    return {
      text: bullet.map(told).join(' '),
      citations: bullet.map((passage, at) => (isOpen(passage, at) ? { sentenceIds: [passage.id] } : citationOf(passage))),
    };
  };
  /** Points in the order in which they are read: who is named short before anybody knows him is named in full. */
  const pointsOf = (bullets: readonly { bullet: Bullet; limit: number }[]): Point[] => {
    let shown = '';
    return bullets.map(({ bullet, limit }) => {
      const plain = bulletPoint(bullet, limit);
      const isGood = ({ text, citations }: Point) => text.length <= limit && faultsOf(text, citations, article).length === 0;
      const point = namedAgain(introduced(plain, bullet, shown, passages, article.language, isGood), shown, passages, isGood);
      shown += ` ${point.text}`;
      return point;
    });
  };
  const holds = (bullet: Bullet, limit = most) => {
    const point = bulletPoint(bullet, limit);
    return point.text.length <= limit && isProven(point);
  };
  return { textOf, pointsOf, holds };
}
