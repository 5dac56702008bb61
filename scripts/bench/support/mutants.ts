import { namesIn } from '../../../src/brief/names.ts';
import { findQuantities } from '../../../src/brief/figures/quantities.ts';
import { claimOf } from '../../../src/brief/figures/claim.ts';
import { languageFor } from '../../../src/language/tables.ts';
import type { Article } from '../../../src/model/article.ts';

export const MUTANT_KINDS = ['number', 'unit', 'qualifier', 'quote', 'link', 'date', 'name', 'hedge', 'negation', 'speaker'] as const;
export type MutantKind = (typeof MUTANT_KINDS)[number];

interface Mutant {
  kind: MutantKind;
  /** What was done, for the table of what got through. */
  what: string;
  text: string;
}

/** Every lie that can be told about a claim by changing one thing in it. `pick` chooses among equals, the same way each time. */
export function mutantsOf(claim: string, article: Article, pick: (count: number) => number): Mutant[] {
  const { language } = article;
  return [
    ...numberMutants(claim, language, pick),
    ...quoteMutants(claim, article),
    ...linkMutants(claim),
    ...dateMutants(claim, language, pick),
    ...nameMutants(claim, article, pick),
    ...guardMutants(claim, language, pick),
    ...speakerMutants(claim, article, pick),
  ].filter(({ text }) => text !== claim);
}

function numberMutants(claim: string, language: string, pick: (count: number) => number): Mutant[] {
  const found: Mutant[] = [];
  for (const { numberSpan, span, raw, qualifier, unit, kind, role, isWords, valueMax } of findQuantities(claim, language)) {
    if (isWords || (role !== 'quantity' && role !== 'year')) continue;
    const digits = claim.slice(numberSpan.start, numberSpan.end);
    if (!/\d/.test(digits)) continue;
    const put = (words: string) => claim.slice(0, numberSpan.start) + words + claim.slice(numberSpan.end);
    const at = digits.search(/\d/);
    const changed = digits.slice(0, at) + String((Number(digits[at]) % 9) + 1) + digits.slice(at + 1);
    found.push({ kind: 'number', what: 'a digit changed', text: put(changed) });
    if (role === 'quantity') {
      found.push({ kind: 'number', what: 'a digit more', text: put(digits.replace(/(\d)(?!.*\d)/, '$1$1')) });
      const scales: Record<string, string> = { million: 'billion', billion: 'million', thousand: 'million', trillion: 'billion' };
      const scale = /\b(million|billion|thousand|trillion)\b/.exec(raw)?.[1];
      if (scale !== undefined) {
        const where = claim.indexOf(scale, span.start);
        found.push({
          kind: 'unit',
          what: 'scale swapped',
          text: claim.slice(0, where) + (scales[scale] ?? '') + claim.slice(where + scale.length),
        });
      }
      if (raw.startsWith('$') || raw.startsWith('£') || raw.startsWith('€')) {
        found.push({
          kind: 'unit',
          what: 'currency swapped',
          text: claim.slice(0, span.start) + (raw.startsWith('$') ? '£' : '$') + claim.slice(span.start + 1),
        });
      }
      // "From 9 to 7%" says the same as "from 9% to 7%".
      const isShared = valueMax !== undefined || /^[\s–-]*(?:to|and|or|-|–)/u.test(claim.slice(span.end));
      if (kind === 'percent' && raw.includes('%') && !isShared)
        found.push({
          kind: 'unit',
          what: 'per cent dropped',
          text: claim.slice(0, span.start) + raw.replace('%', '') + claim.slice(span.end),
        });
      const units: Record<string, string> = {
        kilometre: 'miles',
        mile: 'kilometres',
        year: 'months',
        month: 'years',
        day: 'hours',
        hour: 'days',
        week: 'months',
        minute: 'hours',
      };
      const other = unit === null ? undefined : units[unit];
      const word = /[\p{L}]+$/u.exec(raw)?.[0];
      if (other !== undefined && word !== undefined) {
        found.push({ kind: 'unit', what: 'unit swapped', text: claim.slice(0, span.end - word.length) + other + claim.slice(span.end) });
      }
      const phrases = Object.entries(languageFor(language).numbers.qualifiers);
      if (qualifier !== 'exactly' && qualifier !== 'range') {
        const own = phrases.find(([name]) => name === qualifier)?.[1] ?? [];
        const said = own
          .filter((phrase) => claim.slice(0, span.start).toLowerCase().endsWith(`${phrase} `))
          .toSorted((a, b) => b.length - a.length)[0];
        if (said !== undefined) {
          const from = span.start - said.length - 1;
          found.push({ kind: 'qualifier', what: 'qualifier dropped', text: claim.slice(0, from) + claim.slice(span.start) });
          const swapped = {
            'more-than': 'less than',
            'less-than': 'more than',
            about: 'more than',
            'at-least': 'at most',
            'at-most': 'at least',
            'up-to': 'at least',
          }[qualifier];
          found.push({
            kind: 'qualifier',
            what: 'qualifier swapped',
            text: `${claim.slice(0, from)}${swapped} ${claim.slice(span.start)}`,
          });
        }
      } else if (qualifier === 'exactly' && language === 'en') {
        const phrase = ['more than', 'less than', 'up to'][pick(3)] ?? 'up to';
        found.push({
          kind: 'qualifier',
          what: 'qualifier put in',
          text: `${claim.slice(0, span.start)}${phrase} ${claim.slice(span.start)}`,
        });
      }
    }
  }
  return found;
}

function quoteMutants(claim: string, { language }: Article): Mutant[] {
  const found: Mutant[] = [];
  const quoted = /[“"]([^”"]{12,})[”"]/u.exec(claim);
  const words = quoted?.[1]?.split(' ') ?? [];
  // The first and the last word may be left out honestly: the rest is quoted word for word.
  if (quoted !== null && words.length >= 4) {
    const [, inner = ''] = quoted;
    const put = (text: string) => claim.replace(inner, text);
    found.push({
      kind: 'quote',
      what: 'a word of a quotation left out',
      text: put(words.toSpliced(Math.floor(words.length / 2), 1).join(' ')),
    });
    found.push({
      kind: 'quote',
      what: 'a word of a quotation changed',
      text: put(words.with(Math.floor(words.length / 2), 'really').join(' ')),
    });
  }
  if (language === 'en')
    found.push({ kind: 'quote', what: 'a quotation invented', text: `${claim.replace(/[.!?]$/u, '')}, “a turning point for all of us”.` });
  return found;
}

function linkMutants(claim: string): Mutant[] {
  const bare = claim.replace(/[.!?]$/u, '');
  return [
    { kind: 'link', what: 'an address', text: `${bare}, see https://news.example.net/more.` },
    { kind: 'link', what: 'a bare domain', text: `${bare} (prize-draw.top).` },
    { kind: 'link', what: 'a Markdown image', text: `${bare} ![x](https://t.example/p.png).` },
    { kind: 'link', what: 'a mention', text: `<!channel> ${claim}` },
  ];
}

function dateMutants(claim: string, language: string, pick: (count: number) => number): Mutant[] {
  const { months, weekdays } = languageFor(language).calendar;
  const found: Mutant[] = [];
  for (const [list, what] of [
    [months.filter((month) => month.length > 3), 'month changed'],
    [weekdays.filter((day) => day.length > 4), 'weekday changed'],
  ] as const) {
    for (const [word] of claim.matchAll(/\p{Lu}\p{Ll}{3,}/gu)) {
      const index = list.indexOf(word.toLowerCase());
      if (index < 0) continue;
      const other = list[(index + 1 + pick(list.length - 2)) % list.length] ?? '';
      found.push({ kind: 'date', what, text: claim.replace(word, other[0]?.toUpperCase() + other.slice(1)) });
    }
  }
  return found;
}

function nameMutants(claim: string, { text, sentences }: Article, pick: (count: number) => number): Mutant[] {
  const own = [...new Set(namesIn(claim))].filter((name) => name.length > 2);
  const others = [...new Set(sentences.flatMap(({ span }) => namesIn(text.slice(span.start, span.end))))].filter(
    (name) => name.length > 3 && !claim.includes(name) && !own.some((mine) => mine.includes(name) || name.includes(mine)),
  );
  const [name] = own;
  if (name === undefined) return [];
  const swap = (other: string) => claim.replace(name, other);
  const found: Mutant[] = [{ kind: 'name', what: 'a name invented', text: swap('Harold Winterbourne') }];
  const other = others[pick(Math.max(1, others.length))];
  if (other !== undefined) found.push({ kind: 'name', what: 'a name of another sentence', text: swap(other) });
  const second = own.find((candidate) => candidate !== name && !candidate.includes(name) && !name.includes(candidate));
  if (second !== undefined) {
    found.push({
      kind: 'name',
      what: 'two names exchanged',
      text: claim.replaceAll(name, '\u0001').replaceAll(second, name).replaceAll('\u0001', second),
    });
  }
  return found;
}

function guardMutants(claim: string, language: string, pick: (count: number) => number): Mutant[] {
  const { hedges, negations } = languageFor(language);
  const found: Mutant[] = [];
  for (const [list, kind] of [
    [hedges, 'hedge'],
    [negations, 'negation'],
  ] as const) {
    for (const phrase of list) {
      const pattern = new RegExp(`(?<![\\p{L}'’])${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}'’])`, 'u');
      if (!pattern.test(claim)) continue;
      found.push({
        kind,
        what: `${kind} dropped`,
        text: claim
          .replace(pattern, '')
          .replace(/\s{2,}/g, ' ')
          .replace(/\s([.,])/g, '$1')
          .trim(),
      });
      if (kind === 'hedge' && /^(?:would|could|might|may|should)$/.test(phrase)) {
        found.push({ kind, what: 'hedge made certain', text: claim.replace(pattern, 'will') });
        // "may" for "could" is no lie.
        const other = phrase === 'would' ? (['could', 'might', 'should'][pick(3)] ?? 'may') : phrase === 'should' ? 'would' : 'should';
        found.push({ kind, what: 'hedge exchanged', text: claim.replace(pattern, other) });
      }
    }
  }
  if (language === 'en') {
    const verb = /\b(is|are|was|were|has|have|had|will)\b(?! not)/.exec(claim);
    if (verb !== null)
      found.push({
        kind: 'negation',
        what: 'negation put in',
        text: `${claim.slice(0, verb.index)}${verb[0]} not${claim.slice(verb.index + verb[0].length)}`,
      });
  }
  return found;
}

function speakerMutants(claim: string, { text, sentences, language }: Article, pick: (count: number) => number): Mutant[] {
  const speaker = claimOf(claim, 0, language).attributedTo;
  if (speaker === null || !claim.includes(speaker) || language !== 'en') return [];
  const others = [...new Set(sentences.flatMap(({ span }) => namesIn(text.slice(span.start, span.end))))].filter(
    (name) => name.length > 3 && !claim.includes(name),
  );
  const found: Mutant[] = [];
  const other = others[pick(Math.max(1, others.length))];
  if (other !== undefined) found.push({ kind: 'speaker', what: 'words in another mouth', text: claim.replace(speaker, other) });
  const literal = speaker.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const tail = new RegExp(`,\\s(?:${literal}\\s(?:said|says|added|told [^,.]+)|(?:said|says|added)\\s${literal})\\.$`, 'u');
  if (tail.test(claim)) found.push({ kind: 'speaker', what: 'speaker left out', text: claim.replace(tail, '.') });
  const head = new RegExp(`^${literal}\\s(?:said|says)\\s(?:that\\s)?`, 'u');
  if (head.test(claim))
    found.push({ kind: 'speaker', what: 'speaker left out', text: claim.replace(head, '').replace(/^./u, (first) => first.toUpperCase()) });
  const named = names(claim).find((name) => name !== speaker && !speaker.includes(name) && !name.includes(speaker));
  if (named !== undefined) {
    found.push({
      kind: 'speaker',
      what: 'speaker and spoken of exchanged',
      text: claim.replace(speaker, '\u0001').replace(named, speaker).replace('\u0001', named),
    });
  }
  return found;
}

function names(claim: string): string[] {
  return [...new Set(namesIn(claim))];
}

/** Honest ways to say a claim otherwise or shorter: what a good writer does and no lock should mind. */
export function honestOf(claim: string, language: string): string[] {
  if (language !== 'en') return [];
  const isQuoting = /["“]/u.test(claim);
  const forms = [
    isQuoting ? claim : claim.replace(/\s\([^()]{3,80}\)(?=\s\p{Ll}|[.,])/u, ''),
    claim.replace(/^(?:However|Meanwhile|But|And|Moreover|In addition|Also|Still),?\s(\p{L})/u, (_whole, first: string) =>
      first.toUpperCase(),
    ),
    claim.replace(/([$£€]\d+(?:\.\d+)?) million\b/u, '$1m'),
    claim.replace(/([$£€]\d+(?:\.\d+)?) billion\b/u, '$1bn'),
    claim.replace(/\$(\d[\d,.]*\d|\d)(?![\d,.]| ?(?:million|billion|m\b|bn\b|trillion|a |an |per ))/u, '$1 dollars'),
    claim.replace(/(\d+(?:\.\d+)?)%/u, '$1 per cent'),
    claim.replace(/, said (\p{Lu}[\p{L}. ]+?)\.$/u, ', $1 said.'),
    isQuoting ? claim : claim.replace(/\bdid not\b/u, "didn't"),
    isQuoting ? claim : claim.replace(/\bisn['’]t\b/u, 'is not'),
    claim.replaceAll('"', '”').replace('”', '“'),
  ];
  return [...new Set(forms)].filter((form) => form !== claim && form.length > 20);
}
