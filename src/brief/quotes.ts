import { clauseAt, isPredicate, subjectOf } from '../language/reading/clause.ts';
import { dependentsOf, isPart, readingOf } from '../language/reading/reading.ts';
import { isSaying, speakerText, speechAt } from '../language/reading/speech.ts';
import { languageFor } from '../language/tables.ts';
import type { Article } from '../model/article.ts';
import type { Quote } from '../model/brief.ts';
import { claimOf } from './figures/claim.ts';
import { voicesOf, type Voice } from './figures/voices.ts';
import { pointersIn } from './leaning.ts';
import { namesIn } from './names.ts';
import { passagesOf, type Passage } from './passages.ts';
import { introducerIn, isSomebodyNamed } from './quoted-speaker.ts';
import { wholeSpeaker } from './whole-speaker.ts';

const PAIRS: readonly [string, string][] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['"', '"'],
];
/** Shorter quotations are single words in inverted commas, not something that was said. */
const MIN_WORDS = 4;
const MAX_LENGTH = 400;

/** What people said, verbatim, in reading order. A quotation counts when a verb of saying stands in its sentence. */
export function findQuotes(article: Article, excluded: ReadonlySet<number>): Quote[] {
  const { language } = article;
  const verbs = new Set(languageFor(language).sayingVerbs);
  const passages = passagesOf(article);
  const voices = voicesOf(passages, language);
  const introduce = introducerIn(passages, language);
  return passages.flatMap((passage, at): Quote[] => {
    const { id, text } = passage;
    const found = excluded.has(id) ? null : quotationIn(text);
    if (found === null || !isWorthQuoting(found.text, language)) return [];
    const outside = `${text.slice(0, found.start)}${' '.repeat(found.end - found.start)}${text.slice(found.end)}`;
    if (!says(outside, verbs)) return [];
    const own = ownedBy(text.slice(0, found.start)) ?? speakerIn(outside, language);
    // The name that a pronoun stands for needs its own proof.
    const voice = own === null ? (voices.get(id) ?? meantBy(outside, passages[at - 1], language)) : null;
    if (isTurned(passage, passages[at + 1])) return [];
    const start = (article.sentences[id]?.span.start ?? 0) + found.textStart;
    const named = (own ?? voice?.name ?? '').replace(WHEN, '');
    const speaker = isSomebodyNamed(named, language) ? named : null;
    const known = speaker === null ? null : introduce(speaker);
    return [
      {
        text: found.text,
        speaker: known?.name ?? speaker,
        citation: {
          sentenceIds: [...new Set([id, ...(voice === null ? [] : [voice.id]), ...(known === null ? [] : [known.id])])],
          quote: { start, end: start + found.text.length },
        },
      },
    ];
  });
}

/**
 * A quotation is worth its place when it says something: "a few days ago" in quotation marks does not, and neither does "That is
 * not the case" to those who have not heard what.
 */
function isWorthQuoting(text: string, language: string): boolean {
  const reading = readingOf(text, language);
  if (reading === null) return true;
  const root = reading.words.findIndex(({ head }) => head < 0);
  // "is going back home": who, stands outside the quotation marks.
  const isHalf = /^\p{Ll}/u.test(text) && (isPart(reading, 0, 'SCONJ', 'AUX', 'VERB') || subjectOf(reading, root) === null);
  const [pointer = LATER] = reading.language === 'en' ? pointersIn(reading) : [];
  return !isHalf && pointer >= LATER && reading.words.some((_, at) => isPredicate(reading, at));
}
/** Words, after which a pointer does not open the quotation any more. */
const LATER = 2;

/** "Earlier chief constable Berg": when he said it is no part of who he is. */
const WHEN = /^(?:Earlier|Later|Meanwhile|Yesterday|Today|Then|Now)\s(?=\p{L})/u;

/** "“We can forgive,” Lind said. “But if I had …”": what follows takes it back. */
function isTurned({ text, block }: Passage, next: Passage | undefined): boolean {
  return next?.block === block ? TURN.test(next.text) : next !== undefined && /["“„«]/u.test(text) && QUOTED_TURN.test(next.text);
}
const TURN = /^["“„«‘']?\s*(?:but|however|yet|aber|doch|mais|pero|ma|mas|maar)\b/iu;
const QUOTED_TURN = /^["“„«‘']\s*(?:but|however|yet|aber|doch|mais|pero|ma|mas|maar)\b/iu;

/** Who governs the verb of saying beside the quotation, with name and role; null where nobody is named. */
function speakerIn(outside: string, language: string): string | null {
  const reading = readingOf(outside, language);
  if (reading === null) {
    const [name] = namesIn(claimOf(outside, 0, language).attributedTo ?? '');
    return name !== undefined && outside.includes(name) ? name : null;
  }
  for (const at of reading.words.keys()) {
    // "rapes that are reported": said of them, and not by them.
    const speech = isSaying(reading, at) && !clauseAt(reading, at).isPassive ? speechAt(reading, at) : null;
    const named = speech === null ? '' : withoutNumbers(wholeSpeaker(reading, speakerText(reading, speech)));
    if (named !== '' && named.length <= LONGEST_TITLE && outside.includes(named)) return named;
  }
  const beside = wholeSpeaker(reading, claimOf(outside, 0, language).attributedTo ?? '');
  return namesIn(beside).length > 0 && outside.includes(beside) ? beside : null;
}
const LONGEST_TITLE = 70;

/** "the report noted a judge's statement that “…”": the judge's words, whoever noted them. */
function ownedBy(before: string): string | null {
  return OWNED_WORDS.exec(before.slice(-LONGEST_OWNER))?.[1] ?? null;
}
/** Characters: whose words they are stands right before them. */
const LONGEST_OWNER = 120;
const OWNED_WORDS =
  /((?:an?|the|\p{Lu}[\p{L}.-]+)\s(?:[\p{L}-]+\s){0,3}?[\p{L}-]+)['’]s (?:own )?(?:statement|remark|comment|claim|words|assertion|finding|complaint)s? (?:that|of)\s*$/u;

/** "Tom Adeyemi runs the cooperative. “…,” he said": whom the sentence before is about, where a pronoun speaks. */
function meantBy(outside: string, before: Passage | undefined, language: string): Voice | null {
  const reading = readingOf(outside, language);
  const isPronoun = reading?.words.some(
    (_, at) => isSaying(reading, at) && dependentsOf(reading, at, 'nsubj').some((one) => isPart(reading, one, 'PRON')),
  );
  const last = before === undefined ? null : readingOf(before.text, language);
  if (isPronoun !== true || last === null || before === undefined) return null;
  const root = last.words.findIndex(({ head }) => head < 0);
  const subject = root < 0 ? undefined : dependentsOf(last, root, 'nsubj')[0];
  return subject !== undefined && isPart(last, subject, 'PROPN') ? { name: speakerText(last, subject), id: before.id } : null;
}

function withoutNumbers(name: string): string {
  return /\p{N}/u.test(name) ? '' : name;
}

function says(text: string, verbs: ReadonlySet<string>): boolean {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  for (const verb of verbs) if (lower.includes(` ${verb} `)) return true;
  return false;
}

interface Quotation {
  /** Of the whole quotation, marks included, in the sentence. */
  start: number;
  end: number;
  text: string;
  textStart: number;
}

function quotationIn(sentence: string): Quotation | null {
  for (const [open, close] of PAIRS) {
    const start = sentence.indexOf(open);
    if (start < 0) continue;
    const end = sentence.indexOf(close, start + 1);
    if (end < 0) continue;
    const inner = sentence.slice(start + 1, end);
    const text = inner.trim().replace(/,$/u, '');
    const words = text.split(/\s+/u);
    // In capitals throughout it is a title.
    if (words.length < MIN_WORDS || text.length > MAX_LENGTH || words.every((word) => /^\p{Lu}/u.test(word))) continue;
    return { start, end: end + 1, text, textStart: start + 1 + inner.indexOf(text) };
  }
  return null;
}
