import { languageFor } from '../language/tables.ts';
import type { Article } from '../model/article.ts';
import type { Quote } from '../model/brief.ts';
import { claimOf } from './figures/claim.ts';
import { namesIn } from './names.ts';

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
  const verbs = new Set(languageFor(article.language).sayingVerbs);
  const quotes: Quote[] = [];
  let last: { name: string; id: number } | null = null;
  for (const { id, span } of article.sentences) {
    if (excluded.has(id)) continue;
    const sentence = article.text.slice(span.start, span.end);
    const found = quotationIn(sentence);
    const outside = found === null ? sentence : `${sentence.slice(0, found.start)} | ${sentence.slice(found.end)}`;
    const speaker = found === null ? (namesIn(outside).find((name) => name.length > 2) ?? null) : speakerBeside(outside, article.language);
    if (found !== null && says(outside, verbs)) {
      const pronoun = /\b(?:he|she|they|it|er|sie|il|elle|él|ella|ele|ela|lui|lei|hij|zij|ze)\b/iu.test(outside);
      const meant = speaker === null && pronoun ? last : null;
      quotes.push({
        text: found.text,
        speaker: speaker ?? meant?.name ?? null,
        citation: {
          // The name that a pronoun stands for needs its own proof.
          sentenceIds: meant === null ? [id] : [id, meant.id],
          quote: { start: span.start + found.textStart, end: span.start + found.textStart + found.text.length },
        },
      });
    }
    if (speaker !== null) last = { name: speaker, id };
  }
  return quotes;
}

/** Who stands beside the verb of saying: "Customers “want this,” Cook told Benioff" is Cook's. */
function speakerBeside(outside: string, language: string): string | null {
  const beside = claimOf(outside.replace(/\s*\|\s*/gu, ', '), 0, language).attributedTo;
  const [name] = namesIn(beside ?? '');
  return name !== undefined && outside.includes(name) ? name : null;
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
