import { dependentsOf, headOf, isPart, lowerAt, readingOf } from '../language/reading/reading.ts';
import { languageFor } from '../language/tables.ts';
import { overlap, type Passage } from './passages.ts';

const QUOTATION = /["“„«].*?(?:["”“»]|$)/gu;
/** "100 g", "2 EL": a recipe. */
const PORTION = /\b\d+(?:[.,/]\d+)? ?(?:g|kg|ml|cl|l|EL|TL|cm|Min\.?|Minuten|minutes|minutos|minuti|tsp|tbsp|cups?)\b/gu;

/** Does the sentence speak to whoever reads, outside of quotations; and of whoever writes? */
export function speaksTo(text: string, language: string): { reader: boolean; writer: boolean } {
  const told = text.replaceAll(QUOTATION, ' ');
  const { reader, writer } = patternsFor(language);
  return { reader: reader.test(told), writer: writer.test(told) };
}

/** "I" and "we" of whoever writes, in English: no "I’m a Celebrity", no "Why We Fight", no "us" that may be a country. */
const FIRST = /(?<!\p{Lu}\p{L}*\s)\bI\b(?!['’]m an? \p{Lu})(?!\s\p{Lu})|\b(?:my|me|we)\b|(?:^|[.!?]\s)(?:We|My)\b/u;

/** Does the writer of an English sentence speak of himself in it, outside of quotations? */
export function speaksOfSelf(text: string): boolean {
  return FIRST.test(text.replaceAll(QUOTATION, ' '));
}

interface Address {
  reader: RegExp;
  writer: RegExp;
}
const patterns = new Map<string, Address>();

function patternsFor(language: string): Address {
  const { code, address } = languageFor(language);
  const known = patterns.get(code);
  if (known !== undefined) return known;
  const anyOf = (words: readonly string[]) => `(?:${words.map((word) => word.replace('*', String.raw`\p{L}*`)).join('|')})`;
  const whole = (words: string) => new RegExp(String.raw`(?<![\p{L}’'-])${words}(?!\p{L})`, 'u');
  const { reader, polite, writer } = address;
  const polites = polite.length === 0 ? '' : String.raw`|(?<=[\p{Ll},] )${anyOf(polite)}`;
  const made = {
    reader: reader.length === 0 ? NOBODY : whole(`(?:${anyOf(reader)}${polites})`),
    writer: writer.length === 0 ? NOBODY : whole(anyOf(writer)),
  };
  patterns.set(code, made);
  return made;
}
const NOBODY = /(?!)/u;

/** How an article speaks and how each of its sentences does, whatever its language. */
export function mannerFeatures(candidates: readonly Passage[], titleStems: ReadonlySet<string>, language: string): number[][] {
  const { code } = languageFor(language);
  const voices = candidates.map(({ text }) => speaksTo(text, language));
  const count = Math.max(1, candidates.length);
  const share = (is: (passage: Passage, at: number) => boolean) => candidates.filter(is).length / count;
  const whole = [
    share((_, at) => voices[at]?.reader === true),
    share((_, at) => voices[at]?.writer === true),
    share(({ text }) => /["“„«]/u.test(text)),
    share(({ text }) => /\d/u.test(text)),
    share(({ text }) => /\?/u.test(text)),
    share(({ text }) => text.search(PORTION) >= 0),
    share(({ kind }) => kind === 'list-item'),
    count,
    candidates.reduce((sum, { words }) => sum + words.length, 0) / count,
    titleStems.size === 0 ? 0 : 1,
    code === 'en' ? 0 : code === 'de' ? 1 : 2,
  ];
  return candidates.map((passage, at) => {
    const { text, stems, words, kind } = passage;
    return [
      ...whole,
      voices[at]?.reader === true ? 1 : 0,
      voices[at]?.writer === true ? 1 : 0,
      overlap(stems, titleStems, () => 1),
      [...titleStems].filter((stem) => stems.has(stem)).length,
      text.match(PORTION)?.length ?? 0,
      /[?!]/u.test(text) ? 1 : 0,
      /["“„«]/u.test(text) ? 1 : 0,
      /[:;–—]/u.test(text) ? 1 : 0,
      /\b(?:19|20)\d\d\b/u.test(text) ? 1 : 0,
      /\d/u.test(text) ? 1 : 0,
      /[€$£%]|Prozent|Euro|pour cent|por ciento|per cento/u.test(text) ? 1 : 0,
      kind === 'list-item' ? 1 : 0,
      words.filter(({ text: word }) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length),
      words.filter(({ text: word }) => word.length > 11).length / Math.max(1, words.length),
      ...builtFeatures(text, language),
    ];
  });
}

/** What a sentence may open with. */
const OPENERS = ['PRON', 'DET', 'PROPN', 'ADV', 'VERB', 'ADP', 'NOUN'] as const;

/** How the sentence is built: whether somebody does something in it, and what it opens with. */
function builtFeatures(text: string, language: string): number[] {
  const reading = readingOf(text, language);
  if (reading === null) return [-1, -1, -1, -1, -1, -1, -1];
  const root = reading.words.findIndex(({ head }) => head < 0);
  const subject = dependentsOf(reading, root, 'nsubj')[0] ?? -1;
  return [
    isPart(reading, root, 'VERB', 'AUX') ? 1 : 0,
    subject < 0 ? 0 : isPart(reading, subject, 'PRON') ? 1 : isPart(reading, subject, 'PROPN') ? 3 : 2,
    OPENERS.findIndex((part) => isPart(reading, 0, part)) + 1,
    isPart(reading, 0, 'VERB') && headOf(reading, 0) < 0 ? 1 : 0,
    reading.words.filter(({ part }) => part === 'PROPN').length,
    reading.words.filter(({ part }) => part === 'VERB' || part === 'AUX').length,
    /^(?:dies\p{L}*|jene\p{L}*|es|er|sie|das|damit|dabei|darum|so|ce|cette|il|elle|este|esta|esto|eso|questo|questa|isso|dit|dat|deze)$/u.test(
      lowerAt(reading, 0),
    )
      ? 1
      : 0,
  ];
}
