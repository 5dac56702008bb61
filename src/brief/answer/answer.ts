import { languageFor } from '../../language/tables.ts';
import type { Answer } from '../../model/answer.ts';
import type { Article, Span } from '../../model/article.ts';
import { namesIn } from '../names.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { promotionalIds } from '../promotion.ts';
import { scoreOf, type Trees } from '../../trees.ts';
import { wordsOf } from '../words.ts';
import learnt from './data/answers.json' with { type: 'json' };
import { doerIn, isOfAnotherTime } from './doer.ts';
import { asksForVoice, placeOf, readingsOf, type Exchange } from './follow-up.ts';
import { search } from './matching.ts';
import { wholeSpan } from './whole-span.ts';
import { readQuestion, type Question } from './question.ts';
import { readAgainst, type AnswerModel, type Reading } from './reading.ts';
import { trustFeatures } from './trust.ts';
import { voiceBehind } from './voice.ts';

/** How sure the engine must be, as logits: that the article is about this at all, that it tells just this, and that what leads is the answer. */
export interface Caution {
  foreign: number;
  tempting: number;
  right: number;
}

const MODEL: AnswerModel & { foreign: Trees; tempting: Trees; right: Trees; caution: Caution; strict: Caution } = learnt;
/** The settings of the model: what is shipped, and one that refuses more than a third of what could be answered. */
export const CAUTION: { shipped: Caution; strict: Caution } = { shipped: MODEL.caution, strict: MODEL.strict };
/** Passages shown with a refusal, so that the reader can judge. */
const NEAREST = 2;
/** Kinds of question that a sentence without such words cannot answer. */
const NEEDS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent', 'duration']);
/** A candidate of the thing that is counted is at least so strong, one of the measure that is asked for twice as much. */
const COUNTED = 0.3;
const MEASURED = 0.6;
/** What is never told by counting: "six hospitals" says not how tall one is. */
const ONLY_MEASURED: ReadonlySet<Question['measure']> = new Set(['mass', 'length', 'temperature']);
/** "Anna Berg, 42, …" tells an age without its unit. */
const AGE = /,\s\d{1,3}(?:,|$)|\baged\b|-year-old/u;

/**
 * The sentence that answers, with the answer highlighted, or an honest refusal with the nearest passage. A follow-up
 * ("and how much power?") is read in the light of what was asked `earlier`, oldest first.
 */
export function answerQuestion(
  article: Article,
  asked: string,
  { earlier = [], caution = MODEL.caution }: { earlier?: readonly Exchange[]; caution?: Caution } = {},
): Answer {
  const passages = tellingPassages(article);
  const question = asked.trim();
  const voice = voiceOf(passages, question, earlier, article.language);
  if (voice !== null) return answered(article, passages, question, voice.index, voice);
  const title = titleStems(article);
  const isStrange = namesStrangers(readQuestion(question, article.language), passages, title);
  const readings = readingsOf(question, earlier, article.language).map((text) => {
    const reading = withDoerFirst(
      readAgainst(search(readQuestion(text, article.language), passages, title, article.language), MODEL),
      text,
      article.language,
    );
    return { reading, margin: isStrange ? -9 : marginOf(reading, caution) };
  });
  // The fullest reading that is answered; of refused ones the nearest.
  const best = readings.find(({ margin }) => margin >= 0) ?? readings.reduce((a, b) => (b.margin > a.margin ? b : a));
  const { ranked, search: searched } = best.reading;
  const [first] = ranked;
  if (first === undefined || best.margin < 0) {
    const nearest = ranked.filter(({ evidence }) => evidence.passage.kind !== 'heading' && evidence.coverage > 0).slice(0, NEAREST);
    const sentenceIds = nearest.map(({ evidence }) => evidence.passage.id);
    return { status: 'not-in-article', question, nearest: sentenceIds.length === 0 ? null : { sentenceIds } };
  }
  const { text } = first.evidence.passage;
  const found = searched.question.asked === 'yes-no' ? undefined : wholeSpan(text, first.spans[0]?.span, article.language);
  const inside = doerIn(question, text, article.language) ?? found ?? null;
  if (isOfAnotherTime(question, text, inside, article.language)) {
    return { status: 'not-in-article', question, nearest: { sentenceIds: [first.evidence.passage.id] } };
  }
  const answer = answered(article, passages, question, first.evidence.index, inside);
  return answer.status === 'answered' ? { ...answer, sure: best.margin } : answer;
}

/** Every sentence as an answer to the question, best first, whether or not it would be given. */
export function rankSentences(article: Article, asked: string): Passage[] {
  const question = readQuestion(asked, article.language);
  const reading = readAgainst(search(question, tellingPassages(article), titleStems(article), article.language), MODEL);
  const { ranked } = withDoerFirst(reading, asked, article.language);
  return ranked.map(({ evidence }) => evidence.passage);
}

/** Asked who does a thing, a sentence in which somebody does just that leads, where it is among the first ones. */
function withDoerFirst(reading: Reading, question: string, language: string): Reading {
  const { ranked } = reading;
  const at = ranked.slice(0, LED).findIndex(({ evidence }) => doerIn(question, evidence.passage.text, language) !== null);
  const led = ranked[at];
  return at <= 0 || led === undefined ? reading : { ...reading, ranked: [led, ...ranked.filter((one) => one !== led)] };
}
/** Sentences that are looked at for who does what. */
const LED = 3;

/** What sells to the reader answers nothing. */
export function tellingPassages(article: Article): Passage[] {
  const passages = passagesOf(article);
  const promotional = promotionalIds(passages);
  return passages.filter(({ id }) => !promotional.has(id));
}

export function titleStems({ title, language }: Article): ReadonlySet<string> {
  return new Set(
    wordsOf(title ?? '', language)
      .filter((word) => !word.stop)
      .map((word) => word.stem),
  );
}

/** The answer to "who said that?", where the answer before stands in this article. */
function voiceOf(passages: readonly Passage[], question: string, earlier: readonly Exchange[], language: string) {
  const last = earlier.at(-1);
  if (last === undefined || !asksForVoice(question)) return null;
  const place = placeOf(last.answer, passages);
  return place < 0 ? null : voiceBehind(passages, place, language);
}

/** By how much the less certain of the two judgements clears its bar; below 0 the question is refused. */
function marginOf(reading: Reading, caution: Caution): number {
  const { question } = reading.search;
  const evidence = reading.ranked[0]?.evidence;
  if (evidence === undefined || evidence.passage.kind === 'heading' || question.terms.length === 0 || evidence.coverage === 0) return -9;
  if (NEEDS_CANDIDATE.has(question.asked) && evidence.candidate === null) return -9;
  const least = ONLY_MEASURED.has(question.measure) ? MEASURED : COUNTED;
  const isMeasured = (evidence.candidate?.strength ?? 0) >= least || (question.measure === 'duration' && AGE.test(evidence.passage.text));
  if (question.measure !== null && !isMeasured) return -9;
  const features = trustFeatures(reading);
  return Math.min(
    scoreOf(MODEL.foreign, features) - caution.foreign,
    scoreOf(MODEL.tempting, features) - caution.tempting,
    scoreOf(MODEL.right, features) - caution.right,
  );
}

/** A question about somebody whom the article never names has no answer here, however much else it shares. */
function namesStrangers({ names }: Question, passages: readonly Passage[], title: ReadonlySet<string>): boolean {
  const strange = [...names].filter((name) => !title.has(name) && !passages.some(({ stems }) => stems.has(name))).length;
  return strange > names.size / 2;
}

function answered(article: Article, passages: readonly Passage[], question: string, index: number, inside: Span | null): Answer {
  const passage = passages[index];
  const sentence = article.sentences[passage?.id ?? -1];
  if (passage === undefined || sentence === undefined) return { status: 'not-in-article', question, nearest: null };
  const { start } = sentence.span;
  const highlight = inside === null ? null : { start: start + inside.start, end: start + inside.end };
  const before = neededBefore(passages, index, article.language);
  return {
    status: 'answered',
    question,
    text: before === null ? passage.text : `${before.text} ${passage.text}`,
    highlight,
    citations: [
      { sentenceIds: [passage.id, ...(before === null ? [] : [before.id])], ...(highlight === null ? {} : { quote: highlight }) },
    ],
  };
}

const STANDS_FOR = /^(?:he|she|it|they|his|her|its|their|er|sie|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze)$/iu;

/** The sentence that names whom a leading pronoun means; null when the answer can be read alone. */
function neededBefore(passages: readonly Passage[], index: number, language: string): Passage | null {
  const opener = passages[index]?.words[0]?.text ?? '';
  const before = passages[index - 1];
  if (!STANDS_FOR.test(opener) || !languageFor(language).danglingOpeners.includes(opener.toLowerCase())) return null;
  return before === undefined || before.kind === 'heading' || namesIn(before.text).length === 0 ? null : before;
}
