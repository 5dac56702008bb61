import { stemOf } from '../../language/stem.ts';
import { languageFor } from '../../language/tables.ts';
import type { Answer } from '../../model/answer.ts';
import type { Article, Span } from '../../model/article.ts';
import { BriefOptions } from '../../model/brief.ts';
import { namedAlone } from '../alone.ts';
import { titleStemsOf } from '../context.ts';
import { namesIn } from '../names.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { promotionalIds } from '../promotion.ts';
import { summarise } from '../summary.ts';
import { undated } from '../wording.ts';
import learnt from './data/answers.json' with { type: 'json' };
import { tellsAnotherRank, tellsOpposite } from './differs.ts';
import { doerIn, isOfAnotherTime } from './doer.ts';
import { hedgedElsewhere } from './hedged.ts';
import { highlightIn } from './highlight.ts';
import { identityIn } from './identity.ts';
import { followed, followingOf, type Following } from './follow-rank.ts';
import { asksForVoice, placeOf, readingsOf, type Exchange } from './follow-up.ts';
import { isHeading, judgedOf, lacks, lacksKind, marginOf, NEVER, QUOTING, type Caution } from './margin.ts';
import { search } from './matching.ts';
import { namesHolder } from './office-holder.ts';
import { pageFactAskedFor } from './page-facts.ts';
import { readQuestion, type Question } from './question.ts';
import { readAgainst, stretchesIn, type AnswerModel, type Reading } from './reading.ts';
import type { RankedEvidence } from './ranked.ts';
import { slotIn } from './slot.ts';
import { isHeard, speakerAskedFor, speaksIn, type Speaker } from './speaks.ts';
import type { Doubts } from './trust.ts';
import { verdictOf } from './verdict.ts';
import { voiceBehind } from './voice.ts';
import { ageOfSubject } from './whose-age.ts';

/** All that was learnt about answering; made by scripts/train/answers.ts. */
export interface AnsweringModel extends AnswerModel, Doubts {
  /** One weight for each of `followingOf`'s features. */
  follow: readonly number[];
  caution: Caution;
  strict: Caution;
}

const MODEL: AnsweringModel = learnt;
/** The settings of the model: what is shipped, and one that refuses more than a third of what could be answered. */
export const CAUTION: { shipped: Caution; strict: Caution } = { shipped: MODEL.caution, strict: MODEL.strict };
/** So little short of a bar it is not denied that the article says it: of the answerable questions that are refused half are so near. */
const UNSURE = 0.7;
/** Passages shown with a refusal, so that the reader can judge. */
const NEAREST = 2;

/**
 * The sentence that answers, with the answer highlighted, or an honest refusal with the nearest passage. A follow-up
 * ("and how much power?") is read in the light of what was asked `earlier`, oldest first.
 */
export function answerQuestion(
  article: Article,
  asked: string,
  {
    earlier = [],
    model = MODEL,
    caution = model.caution,
  }: { earlier?: readonly Exchange[]; model?: AnsweringModel; caution?: Caution } = {},
): Answer {
  const passages = tellingPassages(article);
  const question = asked.trim();
  const page = pageFactAskedFor(question, article);
  if (page !== null) return { status: 'not-in-article', question, nearest: null, page };
  const voice = voiceOf(passages, question, earlier, article.language);
  if (voice !== null) return answered(article, passages, question, voice.index, voice);
  const identity = identityIn(passages, question, article.language);
  if (identity !== null) return answered(article, passages, question, identity.index, identity);
  const title = titleStemsOf(article);
  const own = readQuestion(question, article.language);
  const age = earlier.length > 0 ? null : ageOfSubject(passages, own, title, article.language);
  if (age !== null) return answered(article, passages, question, age.index, age);
  const gist = earlier.length === 0 && ASKS_GIST.test(question) ? summarise(article, [], BriefOptions.parse({})).gist : null;
  const told = passages.findIndex(({ id }) => id === gist?.citations[0]?.sentenceIds[0]);
  if (told >= 0) return answered(article, passages, question, told, null);
  const names = [...own.names];
  const texts = readingsOf(question, earlier, article.language);
  const speaker = speakerAskedFor(question, passages, article.language);
  const isSilent = speaker !== null && !isHeard(speaker, passages, article.language);
  const read = texts.map((text) =>
    withLead(readAgainst(search(readQuestion(text, article.language), passages, title, article.language), model), text, speaker, model),
  );
  const following = followUps(article, read, earlier.at(-1), model);
  const leading = following.length === 0 ? -1 : followed(following, model.follow);
  const readings = texts.map((text, at) => {
    const reading = ledBy(leading, read[at] as Reading, model);
    // "And what did it pay the mayor of Boston?": words of the question before do not make up for a name that stands nowhere.
    const isStrange = text !== question && names.some((name) => !reading.known.has(name));
    if (isStrange || isSilent) return { reading, margin: NEVER };
    const margin = marginOf(reading, model, caution);
    return { reading, margin: isSaid(speaker, reading, passages, article.language) ? Math.max(0, margin) : margin };
  });
  const decided = decidedIn(readings, article.language);
  // The fullest reading that is answered; of refused ones the nearest.
  const best = readings.find(({ margin }) => margin >= 0) ?? readings.reduce((a, b) => (b.margin > a.margin ? b : a));
  if (decided !== null) {
    const answer = answered(article, passages, question, decided.index, null);
    if (answer.status === 'answered') return { ...answer, verdict: decided.verdict, sure: Math.max(0, best.margin) };
  }
  const { ranked, search: searched } = best.reading;
  const [first] = ranked;
  if (first === undefined || best.margin < 0) {
    const nearest = ranked.filter(({ evidence }) => !isHeading(evidence.passage) && evidence.coverage > 0).slice(0, NEAREST);
    const sentenceIds = nearest.map(({ evidence }) => evidence.passage.id);
    const near = nearest[0]?.evidence.passage;
    const differs = near !== undefined && tellsOpposite(question, near, article.language) ? { differs: 'opposite' as const } : {};
    // What lacks only the kind of thing that is asked for, as far as a rule can see, may be an answer in other words.
    const isNear = best.margin >= -UNSURE || (lacksKind(best.reading) && judgedOf(best.reading, model, caution) >= 0);
    const isUnsure = sentenceIds.length > 0 && isNear && differs.differs === undefined;
    const unsure = isUnsure ? { unsure: true as const } : {};
    return { status: 'not-in-article', question, nearest: sentenceIds.length === 0 ? null : { sentenceIds }, ...unsure, ...differs };
  }
  const { text } = first.evidence.passage;
  const inside = insideOf(first, searched.question, article.language);
  if (searched.question.asked !== 'yes-no' && tellsOpposite(question, first.evidence.passage, article.language)) {
    return { status: 'not-in-article', question, nearest: { sentenceIds: [first.evidence.passage.id] }, differs: 'opposite' };
  }
  if (tellsAnotherRank(question, text, article.language)) {
    return { status: 'not-in-article', question, nearest: { sentenceIds: [first.evidence.passage.id] } };
  }
  if (isOfAnotherTime(question, text, inside, article.language)) {
    return { status: 'not-in-article', question, nearest: { sentenceIds: [first.evidence.passage.id] }, differs: 'time' };
  }
  const hedged = hedgedElsewhere(ranked, inside, article.language);
  const lead = hedged === null ? null : ledBy(hedged.evidence.index, best.reading, model).ranked[0];
  const answer = lead
    ? answered(article, passages, question, lead.evidence.index, insideOf(lead, searched.question, article.language))
    : answered(article, passages, question, first.evidence.index, inside);
  return answer.status === 'answered' ? { ...answer, sure: best.margin } : answer;
}

/** Does he whose words are asked for speak in the leading sentence, and has it every word of the question? */
function isSaid(speaker: Speaker | null, { ranked: [first] }: Reading, passages: readonly Passage[], language: string): boolean {
  return (
    speaker !== null &&
    first !== undefined &&
    first.evidence.coverage > WHOLE &&
    speaksIn(speaker, passages, first.evidence.index, language)
  );
}
/** Share of the question's words, by weight, that is all of them. */
const WHOLE = 0.95;

/** "What happened?", "what's it about?" */
const ASKS_GIST =
  /^(?:so,? |and |ok,? )?(?:what(?:['’]s| is| was)? (?:(?:this|it|that)(?: article| story| piece| page)?(?: all)? about|(?:the )?(?:news|gist|story|point|upshot|bottom line)|happened|happening|going on)(?: here)?|tl;?dr)\W*$/iu;

/** The words that answer. */
function insideOf({ evidence: { passage, candidate }, spans }: RankedEvidence, question: Question, language: string): Span | null {
  return highlightIn(question, passage.text, { candidate, found: spans.map(({ span }) => span) }, language);
}

/** What may follow the exchange before: nothing where the question stands alone. */
function followUps(article: Article, readings: readonly Reading[], last: Exchange | undefined, model: AnswerModel): Following[] {
  if (last === undefined || readings.length < 2) return [];
  const passages = readings[0]?.search.passages ?? [];
  const before = readAgainst(
    search(readQuestion(last.question, article.language), passages, titleStemsOf(article), article.language),
    model,
  );
  const place = placeOf(last.answer, passages, article.language);
  return followingOf(readings, before, place >= 0 ? place : (before.ranked[0]?.evidence.index ?? -1));
}

/** A follow-up with every sentence that may answer it, for training; none where the question stands alone. */
export function followingIn(article: Article, question: string, last: Exchange, model: AnswerModel): Following[] {
  const [passages, title] = [tellingPassages(article), titleStemsOf(article)];
  const readings = readingsOf(question, [last], article.language).map((text) =>
    readAgainst(search(readQuestion(text, article.language), passages, title, article.language), model),
  );
  return followUps(article, readings, last, model);
}

/** The same with one sentence in front, where it was looked at. */
function ledBy(index: number, reading: Reading, model: AnswerModel): Reading {
  const led = reading.ranked.find(({ evidence }) => evidence.index === index);
  if (led === undefined) return reading;
  const spans = led.spans.length > 0 ? led.spans : stretchesIn(reading.search, index, model);
  return { ...reading, ranked: [{ ...led, spans }, ...reading.ranked.filter((one) => one !== led)] };
}

/** Among the first sentences one that says or denies what is asked: then nothing is in doubt. */
function decidedIn(readings: readonly { reading: Reading }[], language: string): { index: number; verdict: 'yes' | 'no' } | null {
  for (const { reading } of readings) {
    const { ranked, search: searched } = reading;
    if (searched.question.asked !== 'yes-no') continue;
    for (const { evidence } of ranked.slice(0, LED)) {
      const verdict = verdictOf(searched.question.text, evidence.passage.text, language);
      if (verdict !== null) return { index: evidence.index, verdict };
    }
  }
  return null;
}

/** Every sentence as an answer to the question, best first, whether or not it would be given. */
export function rankSentences(article: Article, asked: string, model: AnswerModel = MODEL): Passage[] {
  const question = readQuestion(asked, article.language);
  const reading = readAgainst(search(question, tellingPassages(article), titleStemsOf(article), article.language), model);
  const { ranked } = withLead(reading, asked, speakerAskedFor(asked, tellingPassages(article), article.language), model);
  return ranked.map(({ evidence }) => evidence.passage);
}

/** With the sentence in front that does what is asked: where somebody does it, names it, or says something. */
function withLead(reading: Reading, question: string, speaker: Speaker | null, model: AnswerModel): Reading {
  const { passages, language } = reading.search;
  const first = withKindFirst(withDoerFirst(reading, question), model);
  if (speaker === null) return first;
  const spoken = first.ranked.slice(0, SPOKEN).map(({ evidence: { index } }) => speaksIn(speaker, passages, index, language));
  // Of all that he says rather what has every word of the question.
  const whole = first.ranked.findIndex(({ evidence }, place) => spoken[place] === true && evidence.coverage > WHOLE);
  const at = whole >= 0 ? whole : spoken.indexOf(true);
  return at <= 0 ? first : ledBy(first.ranked[at]?.evidence.index ?? -1, first, model);
}
/** Where the leading sentence holds nothing of what is asked for, one that does and comes nearly as near goes before it. */
function withKindFirst(reading: Reading, model: AnswerModel): Reading {
  const { ranked } = reading;
  const [first] = ranked;
  if (first === undefined || !lacksKind(reading)) return reading;
  // Whoever is named with the office that is asked for is the answer, however few other words the question has in common with it.
  const { question, language } = reading.search;
  const holder = ranked.slice(0, OFFICES).find(({ evidence }) => namesHolder(question.text, evidence.passage.text, language) === true);
  if (holder !== undefined) return ledBy(holder.evidence.index, reading, model);
  for (const { evidence, score } of ranked.slice(1, LED)) {
    if (score < first.score - NEARLY) break;
    const led = ledBy(evidence.index, reading, model);
    if (!lacks(led)) return led;
  }
  return reading;
}
/** Sentences that are looked at for who has an office. */
const OFFICES = 12;
/** As a score of sentences. */
const NEARLY = 1;

/** Sentences that are looked at for who speaks. */
const SPOKEN = 6;

/** Asked who does a thing, or what somebody calls it, a sentence in which just that is done leads, where it is among the first ones. */
function withDoerFirst(reading: Reading, question: string): Reading {
  const { ranked } = reading;
  const isNaming = NAMING.test(question);
  const at = ranked
    .slice(0, LED)
    .findIndex(({ evidence: { passage } }) =>
      isNaming ? NAMED_AS.test(passage.text) && QUOTING.test(passage.text) : doesJustThat(reading, passage),
    );
  const led = ranked[at];
  return at <= 0 || led === undefined ? reading : { ...reading, ranked: [led, ...ranked.filter((one) => one !== led)] };
}
/** Is it done there, and is anything else there that the question names? "Who won the award?" is not told by who won a race. */
function doesJustThat({ search: { question, language, met, passages } }: Reading, passage: Passage): boolean {
  const doer = doerIn(question.text, passage.text, language);
  if (doer === null) return false;
  const deed = slotIn(question.text, language)?.verb ?? '';
  const others = question.terms.flatMap((term, at) => (term === stemOf(deed, language) ? [] : [at]));
  const own = met[passages.indexOf(passage)] ?? [];
  return others.length === 0 || others.some((at) => Math.max(own[at]?.own ?? 0, own[at]?.alike ?? 0, own[at]?.nearby ?? 0) >= OTHER_MET);
}
const OTHER_MET = 0.5;

/** Sentences that are looked at for who does what. */
const LED = 3;
/** "What did Musk call the firm?" is answered where something is called or described so in quotation marks, and not by what he says of something else. */
const NAMING = /^what (?:did|does|do|has|have)\b.{1,80}\b(?:call|called|describe|described)\b/iu;
const NAMED_AS = /\b(?:call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|label(?:s|led|ed)?|dub(?:s|bed)?|brand(?:s|ed)?)\b/iu;

/** What sells to the reader answers nothing. */
export function tellingPassages(article: Article): readonly Passage[] {
  let telling = tellings.get(article);
  if (telling === undefined) {
    const passages = passagesOf(article);
    const promotional = promotionalIds(passages);
    tellings.set(article, (telling = passages.filter(({ id }) => !promotional.has(id))));
  }
  return telling;
}
const tellings = new WeakMap<Article, readonly Passage[]>();

/** The answer to "who said that?", where the answer before stands in this article. */
function voiceOf(passages: readonly Passage[], question: string, earlier: readonly Exchange[], language: string) {
  const last = earlier.at(-1);
  if (last === undefined || !asksForVoice(question)) return null;
  const place = placeOf(last.answer, passages, language);
  return place < 0 ? null : voiceBehind(passages, place, language);
}

function answered(article: Article, passages: readonly Passage[], question: string, index: number, inside: Span | null): Answer {
  const passage = passages[index];
  const sentence = article.sentences[passage?.id ?? -1];
  if (passage === undefined || sentence === undefined) return { status: 'not-in-article', question, nearest: null };
  const { start } = sentence.span;
  const highlight = inside === null ? null : { start: start + inside.start, end: start + inside.end };
  const { text, ids } = namedAlone(article, passages, passage) ?? withBefore(passages, index, article.language);
  return {
    status: 'answered',
    question,
    text,
    highlight,
    citations: [{ sentenceIds: ids, ...(highlight === null ? {} : { quote: highlight }) }],
  };
}

/** With the sentence before it, where its pronoun needs that. */
function withBefore(passages: readonly Passage[], index: number, language: string): { text: string; ids: number[] } {
  const before = neededBefore(passages, index, language);
  const told = [...(before === null ? [] : [before]), ...passages.slice(index, index + 1)];
  return { text: told.map(({ text }) => undated(text)).join(' '), ids: told.map(({ id }) => id).toReversed() };
}

const STANDS_FOR = /^(?:he|she|it|they|his|her|its|their|er|sie|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze)$/iu;

/** The sentence that names whom a leading pronoun means; null when the answer can be read alone. */
function neededBefore(passages: readonly Passage[], index: number, language: string): Passage | null {
  const opener = passages[index]?.words[0]?.text ?? '';
  const before = passages[index - 1];
  if (!STANDS_FOR.test(opener) || !languageFor(language).danglingOpeners.includes(opener.toLowerCase())) return null;
  return before === undefined || before.kind === 'heading' || namesIn(before.text).length === 0 ? null : before;
}
