import { languageFor } from '../../language/tables.ts';
import { wordsOf } from '../words.ts';
import type { Fault, Held } from './fault.ts';

interface Part {
  /** As it stands: "May" inside a sentence is a name or a month. */
  text: string;
  lower: string;
  stem: string;
  stop: boolean;
  /** A comma, a semicolon or the like stands in front of it. */
  opensClause: boolean;
}

interface Guard {
  phrase: string;
  kind: 'hedge' | 'negation';
  /** What it governs: the content words behind it, or where there are none, before it. */
  scope: readonly string[];
}

const SCOPE = 4;
/** So much of what a word governs stands in the claim: then the word has to stand there, too. */
const KEPT = 0.5;
const ENGLISH_NOT = /\b(can|wo|sha)(?:n['’]t|not)\b|(\p{L}+)n['’]t\b/giu;

/** Words whose exchange turns a claim round. Each pair is tried both ways. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['before', 'after'],
  ['won', 'lost'],
  ['wins', 'loses'],
  ['approved', 'rejected'],
  ['accepted', 'refused'],
  ['bought', 'sold'],
  ['opened', 'closed'],
  ['guilty', 'innocent'],
  ['supported', 'opposed'],
  ['supports', 'opposes'],
  ['legal', 'illegal'],
  ['allowed', 'banned'],
  ['men', 'women'],
  ['highest', 'lowest'],
  ['best', 'worst'],
  ['with', 'without'],
  ['possible', 'impossible'],
  ['likely', 'unlikely'],
  ['succeeded', 'failed'],
  ['hired', 'fired'],
  ['increase', 'decrease'],
  ['increased', 'decreased'],
  ['above', 'below'],
  ['more', 'fewer'],
  ['more', 'less'],
];

/** Hedges and negations that were dropped, put in or exchanged; directions that were turned round. */
export function guardFaults({ claim, sentences, language }: Held): Fault[] {
  const claimed = partsOf(claim, language);
  const stems = new Set(claimed.map(({ stem }) => stem));
  const said = guardsIn(claimed, language);
  const given = sentences.flatMap((text) => guardsIn(partsOf(text, language), language));
  const isMet = (guard: Guard, others: readonly Guard[]) =>
    others.some(
      ({ phrase, scope, kind }) =>
        (means(phrase, guard.phrase) ||
          (NOTHING.test(phrase) && NOTHING.test(guard.phrase) && kind === guard.kind && overlapsMuch(scope, guard.scope))) &&
        (scope.length === 0 || guard.scope.length === 0 || overlaps(scope, guard.scope)),
    );
  const dropped = given.filter(({ scope }) => scope.length > 0 && scope.filter((stem) => stems.has(stem)).length / scope.length >= KEPT);
  return [
    ...dropped.filter((guard) => !isMet(guard, said)).map(({ kind, phrase }) => ({ kind, words: phrase })),
    ...said.filter((guard) => !isMet(guard, given)).map(({ kind, phrase }) => ({ kind, words: phrase })),
    ...turned(
      claimed,
      sentences.flatMap((text) => partsOf(text, language)),
      language,
    ),
  ];
}

/** Hedges of one strength, in English: each may stand for the others of its line. */
const ALIKE: readonly (readonly string[])[] = [
  'reportedly|allegedly|supposedly|apparently|purportedly|is said to|are said to|said to be|believed to|thought to|a reported',
  'may|might|could|possibly|perhaps|potentially',
  'expected|is expected to|are expected to|likely|probably|set to|scheduled to|forecast|forecasts|projected|predicted|predicts|expects|expect',
  'planned|plans to|plan to|intends to|aims to|aim to|hopes to|seeks to|targets|targeting',
  'promised to|promises to|pledged to|pledges to|vowed to|vows to',
  'estimated|estimates say|estimates suggest|suggests|suggest',
].map((line) => line.split('|'));

function means(one: string, other: string): boolean {
  // "would probably" is "will probably": the other word carries the doubt.
  if (other === 'would' && ALIKE.slice(1, 3).some((alike) => alike.includes(one))) return true;
  return one === other || ALIKE.some((alike) => alike.includes(one) && alike.includes(other));
}

/** "neither … nor" and "not" deny alike. */
const NOTHING = /^(?:not|no|neither|nor|none)$/u;

function overlapsMuch(a: readonly string[], b: readonly string[]): boolean {
  return a.filter((stem) => b.includes(stem)).length * 2 >= Math.max(1, Math.min(a.length, b.length));
}

function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.some((stem) => b.includes(stem));
}

function partsOf(text: string, language: string): Part[] {
  const plain = text.replace(ENGLISH_NOT, (_whole, stem: string | undefined, other: string | undefined) => {
    const verb = { can: 'can', wo: 'will', sha: 'shall' }[(stem ?? '').toLowerCase()] ?? other ?? '';
    return `${verb} not`;
  });
  let last = 0;
  return wordsOf(plain, language).map(({ text: word, start, end, stem, stop }) => {
    const opensClause = /[,;:()–—]/u.test(plain.slice(last, start));
    last = end;
    return { text: word, lower: word.toLowerCase(), stem, stop, opensClause };
  });
}

const phrasesByLanguage = new Map<string, ReadonlyMap<string, Guard['kind']>>();

function phrasesFor(language: string): ReadonlyMap<string, Guard['kind']> {
  const { code, hedges, negations } = languageFor(language);
  const known = phrasesByLanguage.get(code);
  if (known !== undefined) return known;
  const phrases = new Map<string, Guard['kind']>([
    ...hedges.map((phrase) => [phrase, 'hedge'] as const),
    ...negations.map((phrase) => [phrase, 'negation'] as const),
  ]);
  phrasesByLanguage.set(code, phrases);
  return phrases;
}

function guardsIn(parts: readonly Part[], language: string): Guard[] {
  const phrases = phrasesFor(language);
  const guards: Guard[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    for (let size = 4; size >= 1; size -= 1) {
      const phrase = parts
        .slice(at, at + size)
        .map(({ lower }) => lower)
        .join(' ');
      const isName = size === 1 && at > 0 && parts[at]?.text === 'May';
      const kind = at + size <= parts.length && !isName ? phrases.get(phrase) : undefined;
      if (kind === undefined) continue;
      guards.push({ phrase, kind, scope: scopeOf(parts, at, at + size) });
      at += size - 1;
      break;
    }
  }
  return guards;
}

function scopeOf(parts: readonly Part[], from: number, to: number): string[] {
  const behind: string[] = [];
  for (const part of parts.slice(to)) {
    if (part.opensClause || behind.length >= SCOPE) break;
    if (!part.stop) behind.push(part.stem);
  }
  if (behind.length > 0) return behind;
  return parts
    .slice(Math.max(0, from - SCOPE), from)
    .filter(({ stop }) => !stop)
    .map(({ stem }) => stem);
}

function turned(claimed: readonly Part[], given: readonly Part[], language: string): Fault[] {
  const { up, down } = languageFor(language).changes;
  const source = new Set(given.map(({ lower }) => lower));
  const hasAny = (words: readonly string[]) => words.some((word) => source.has(word));
  const faults: Fault[] = [];
  for (const { lower } of claimed) {
    if (source.has(lower)) continue;
    const isTurned =
      (up.includes(lower) && hasAny(down) && !hasAny(up)) ||
      (down.includes(lower) && hasAny(up) && !hasAny(down)) ||
      OPPOSITES.some(([a, b]) => (lower === a && source.has(b)) || (lower === b && source.has(a)));
    if (isTurned) faults.push({ kind: 'negation', words: lower });
  }
  return faults;
}
