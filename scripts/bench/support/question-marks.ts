import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../../src/model/article.ts';
import { MARKED_SETS, markedArticle, titled } from './marked-article.ts';
import { markedTexts, QuestionMark, textCheck } from './marks.ts';
import { overlap, shinglesOf, sizeOf } from './shingles.ts';

/** What makes a question tempting that the article does not answer: what of it differs from what is told. */
const TEMPTS = ['relation', 'number', 'time', 'polarity', 'type', 'place'] as const;
type Tempts = (typeof TEMPTS)[number];
/** Asked right behind another question; one that the article does not answer has no sentences. */
const FollowUp = z.strictObject({
  after: z.int(),
  ...QuestionMark.shape,
  sentences: z.array(z.int()),
  span: QuestionMark.shape.span.nullable(),
});

/** Questions about a text of the public sets by somebody who has not read the engine. */
const QuestionMarks = z.strictObject({
  set: z.enum(MARKED_SETS),
  /** Line, key or file of the text in its set. */
  id: z.string(),
  /** The first eight digits of the sha256 of the text that was marked. */
  text: z.string(),
  questions: z.array(QuestionMark),
  unanswerable: z.array(z.string()),
  tempting: z.array(z.strictObject({ text: z.string(), kind: z.enum(TEMPTS) })),
  followUps: z.array(FollowUp),
});

/** A text with the questions that colleagues asked of it. */
export interface AskedText {
  name: string;
  /** The first name of a text that tells much the same: what may not be learnt from and scored on at once. */
  group: string;
  article: Article;
  questions: readonly z.infer<typeof QuestionMark>[];
  unanswerable: readonly string[];
  /** `any`: of an earlier set, whose marks do not say what tempts. */
  tempting: readonly { text: string; kind: Tempts | 'any' }[];
  followUps: readonly z.infer<typeof FollowUp>[];
  /** Is nothing learnt from it, so that it shows what meets a new author? */
  isKept: boolean;
}

const FOLDER = resolve(import.meta.dirname, '../../../test/marks/questions');
/** Share of four-word runs from which on two texts tell the same. */
const SAME = 0.3;

/** Every text that is here and reads as when it was marked, with its questions: those of `test/marks` and of its folder `questions`. */
export function askedTexts(data: string): AskedText[] {
  const earlier = markedTexts(data)
    .texts.filter(({ marks }) => marks.questions.length > 0)
    .map(({ name, marks, article }) => ({
      name,
      article: titled(article, marks, data),
      questions: marks.questions,
      unanswerable: marks.unanswerable.flatMap(({ text, isTempting }) => (isTempting ? [] : [text])),
      tempting: marks.unanswerable.flatMap(({ text, isTempting }) => (isTempting ? [{ text, kind: 'any' as const }] : [])),
      followUps: marks.followUp === null ? [] : [marks.followUp],
      isKept: false,
    }));
  const later = questionMarks().flatMap(({ name, marks }) => {
    const article = markedArticle(marks, data);
    if (article === null || textCheck(article) !== marks.text) return [];
    const { questions, unanswerable, tempting, followUps } = marks;
    return [
      {
        name: `questions/${name}`,
        article: titled(article, marks, data),
        questions,
        unanswerable,
        tempting,
        followUps,
        isKept: name.startsWith('kept-'),
      },
    ];
  });
  return grouped([...earlier, ...later]);
}

/** Set and line of every text with questions, as `set id`, whether it is here or not. */
export function askedAbout(data: string): ReadonlySet<string> {
  return new Set([...markedTexts(data).texts, ...questionMarks()].map(({ marks }) => `${marks.set} ${marks.id}`));
}

/** Does the sentence with that number answer by itself? */
export function answersIt({ sentences }: Pick<z.infer<typeof QuestionMark>, 'sentences'>, article: Article, id: number): boolean {
  const span = article.sentences[id]?.span;
  return span !== undefined && sentences.some((at) => at >= span.start && at < span.end);
}

function questionMarks() {
  return readdirSync(FOLDER)
    .toSorted()
    .map((file) => ({ name: file.replace('.json', ''), marks: QuestionMarks.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))) }));
}

function grouped(texts: readonly Omit<AskedText, 'group'>[]): AskedText[] {
  const shingles = texts.map(({ article }) => shinglesOf(article.text));
  return texts.map((text, at) => {
    const own = shingles[at] ?? new Map<string, number>();
    const first = shingles.findIndex((other) => overlap(own, other) > SAME * Math.min(sizeOf(own), sizeOf(other)));
    return { ...text, group: texts[first]?.name ?? text.name };
  });
}
