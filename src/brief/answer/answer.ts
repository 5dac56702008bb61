import { languageFor } from '../../language/tables.ts';
import type { Answer } from '../../model/answer.ts';
import type { Article, Span } from '../../model/article.ts';
import { BriefOptions } from '../../model/brief.ts';
import { titleStemsOf } from '../context.ts';
import { namesIn } from '../names.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { promotionalIds } from '../promotion.ts';
import { faultsOf } from '../lock.ts';
import { repairerOf } from '../repair.ts';
import { summarise } from '../summary.ts';
import { undated } from '../wording.ts';
import learnt from './data/answers.json' with { type: 'json' };
import { focusOf } from './aspects.ts';
import { tellsAnotherRank, tellsOpposite } from './differs.ts';
import { doerIn, isOfAnotherTime } from './doer.ts';
import { hedgedElsewhere } from './hedged.ts';
import { EVIDENCE_FEATURES, type Evidence } from './evidence.ts';
import { highlightIn } from './highlight.ts';
import { identityIn } from './identity.ts';
import { followed, followingOf, type Following } from './follow-rank.ts';
import { asksForVoice, placeOf, readingsOf, type Exchange } from './follow-up.ts';
import { search } from './matching.ts';
import { readQuestion, type Question } from './question.ts';
import { fillersOf, readAgainst, stretchesIn, type AnswerModel, type Reading } from './reading.ts';
import type { RankedEvidence } from './ranked.ts';
import { isHeard, speakerAskedFor, speaksIn, type Speaker } from './speaks.ts';
import { doubtsOf, type Doubts } from './trust.ts';
import { verdictOf } from './verdict.ts';
import { namesAnybody, tellsTime } from './wanted.ts';
import { voiceBehind } from './voice.ts';
import { ageOfSubject } from './whose-age.ts';

/**
 * How sure the engine must be, as logits: that the article is about this at all, that it tells just this, and that a
 * colleague's question is answered here at all.
 */
export interface Caution {
  foreign: number;
  tempting: number;
  told: number;
}

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
const SENSE = EVIDENCE_FEATURES.indexOf('sense');
const OWN = EVIDENCE_FEATURES.indexOf('own');
const WORDWISE = EVIDENCE_FEATURES.indexOf('wordwise');
/** Words that carry meaning in a short question. */
const SHORT = 2;
/** A sentence that shares no word with the question and comes no nearer to what it means is about something else. */
const STRANGE = 0.2;
/** Kinds of question that a sentence without such words cannot answer. */
const NEEDS_CANDIDATE: ReadonlySet<Question['asked']> = new Set(['count', 'money', 'percent', 'duration']);
/** A candidate of the thing that is counted is at least so strong, one of the measure that is asked for twice as much. */
const COUNTED = 0.3;
const MEASURED = 0.6;
/** What is never told by counting: "six hospitals" says not how tall one is. */
const ONLY_MEASURED: ReadonlySet<Question['measure']> = new Set(['mass', 'length', 'temperature']);

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
    if (isStrange || isSilent) return { reading, margin: -9 };
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
    const nearest = ranked.filter(({ evidence }) => evidence.passage.kind !== 'heading' && evidence.coverage > 0).slice(0, NEAREST);
    const sentenceIds = nearest.map(({ evidence }) => evidence.passage.id);
    const near = nearest[0]?.evidence.passage;
    const differs = near !== undefined && tellsOpposite(question, near, article.language) ? { differs: 'opposite' as const } : {};
    const isUnsure = sentenceIds.length > 0 && best.margin >= -UNSURE && differs.differs === undefined;
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
  const place = placeOf(last.answer, passages);
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
  const first = withDoerFirst(reading, question, language);
  if (speaker === null) return first;
  const spoken = first.ranked.slice(0, SPOKEN).map(({ evidence: { index } }) => speaksIn(speaker, passages, index, language));
  // Of all that he says rather what has every word of the question.
  const whole = first.ranked.findIndex(({ evidence }, place) => spoken[place] === true && evidence.coverage > WHOLE);
  const at = whole >= 0 ? whole : spoken.indexOf(true);
  return at <= 0 ? first : ledBy(first.ranked[at]?.evidence.index ?? -1, first, model);
}
/** Sentences that are looked at for who speaks. */
const SPOKEN = 6;

/** Asked who does a thing, or what somebody calls it, a sentence in which just that is done leads, where it is among the first ones. */
function withDoerFirst(reading: Reading, question: string, language: string): Reading {
  const { ranked } = reading;
  const isNaming = NAMING.test(question);
  const at = ranked
    .slice(0, LED)
    .findIndex(({ evidence: { passage } }) =>
      isNaming ? NAMED_AS.test(passage.text) && QUOTING.test(passage.text) : doerIn(question, passage.text, language) !== null,
    );
  const led = ranked[at];
  return at <= 0 || led === undefined ? reading : { ...reading, ranked: [led, ...ranked.filter((one) => one !== led)] };
}
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
  const place = placeOf(last.answer, passages);
  return place < 0 ? null : voiceBehind(passages, place, language);
}

/** "How many turbines?" of a sentence with one battery: what is counted has to be there, or something like it. */
function isCounted({ ranked, search: { question, met, language } }: Reading): boolean {
  const noun = focusOf(question.text, language) ?? question.focusNoun;
  const term = noun === null ? -1 : question.terms.indexOf(noun);
  const thing = term < 0 ? undefined : met[ranked[0]?.evidence.index ?? -1]?.[term];
  return thing === undefined || Math.max(thing.own, thing.alike) >= LIKE;
}
/** So like what is asked for is what is counted. */
const LIKE = 0.5;

/** "Is there a fire risk?" of a sentence that has only the battery: whether something is so, or who said it, is told by its words. */
const NEEDS_WORDS: ReadonlySet<Question['asked']> = new Set(['yes-no', 'wording']);
const LEAST_MET = 0.25;

/** How much of what the question says the leading sentence, its neighbours or its heading say, 0 to 1. */
function metShare({ ranked, search: { question, met, weights } }: Reading): number {
  const best = met[ranked[0]?.evidence.index ?? -1] ?? [];
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const told = question.terms.map((_, term) => {
    const one = best[term];
    return one === undefined ? 0 : Math.max(one.own, one.nearby, one.above, one.alike >= LIKE ? one.alike : 0);
  });
  return told.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0) / total;
}

/** "Who owns the moon base?" of a sentence with a site: so little of it stands there, its other words have nothing near them, and it means something else. */
function isFaint({ coverage, features }: Evidence): boolean {
  return coverage < FAINT.coverage && (features[WORDWISE] ?? 0) < FAINT.wordwise && (features[SENSE] ?? 0) < FAINT.sense;
}
const YEAR = /^(?:1[5-9]|20)\d{2}$/u;
const FAINT = { coverage: 0.2, wordwise: 0.35, sense: 0.3 };

/** "Where did it crash?" of "pilots are not different from other people": no word of it could say where. English knows its nouns. */
function isNowhere({ search: asked }: Reading, index: number): boolean {
  const [, strongest = 0] = fillersOf(asked, index);
  return languageFor(asked.language).code === 'en' && strongest >= 0 && strongest < SOMEWHERE;
}
const SOMEWHERE = 0.3;

/** By how much the least certain of the judgements clears its bar; below 0 the question is refused. */
function marginOf(reading: Reading, model: AnsweringModel, caution: Caution): number {
  const { question } = reading.search;
  const evidence = reading.ranked[0]?.evidence;
  if (evidence === undefined || evidence.passage.kind === 'heading' || question.terms.length === 0) return -9;
  if (evidence.coverage === 0 && (evidence.features[SENSE] ?? 0) < STRANGE) return -9;
  if (isFaint(evidence)) return -9;
  if (question.asked === 'time' && !tellsTime(evidence.passage.text)) return -9;
  if (question.asked === 'place' && isNowhere(reading, evidence.index)) return -9;
  // "What happened in 1974?" of an article that does not go back so far.
  if (question.numbers.some((number) => YEAR.test(number) && !reading.search.passages.some(({ text }) => text.includes(number)))) return -9;
  // So short a question is told by its words or not at all.
  if (question.terms.length <= SHORT && (evidence.features[OWN] ?? 0) === 0) return -9;
  if ((NEEDS_CANDIDATE.has(question.asked) || question.asksAge) && evidence.candidate === null) return -9;
  const least = ONLY_MEASURED.has(question.measure) ? MEASURED : COUNTED;
  const isMeasured = (evidence.candidate?.strength ?? 0) >= least;
  if (question.measure !== null && !isMeasured) return -9;
  if (question.asked === 'count' && !isCounted(reading)) return -9;
  if (!namesAnybody(question, evidence.passage.text, reading.search.language)) return -9;
  if (NEEDS_WORDS.has(question.asked) && metShare(reading) < LEAST_MET) return -9;
  const doubts = doubtsOf(reading, model);
  const sure = Math.min(doubts.foreign - caution.foreign, doubts.tempting - caution.tempting);
  return quotesAbout(reading) || asksOnlyForWords(reading) ? sure : Math.min(sure, doubts.told - caution.told);
}

/** "What did Musk call the firm?": the leading sentence quotes, and all whom the question names stand in it or right beside it, however they are called there. */
function quotesAbout({ search: { question, passages }, ranked }: Reading): boolean {
  const lead = ranked[0]?.evidence;
  if (lead === undefined || question.asked !== 'wording' || question.names.size < NAMED || !QUOTING.test(lead.passage.text)) return false;
  const around = passages.slice(Math.max(0, lead.index - 1), lead.index + 2);
  return [...question.names].every((name) => around.some(({ stems }) => stems.has(name)));
}
const NAMED = 2;
const QUOTING = /["“„«][^"“”„«»]{2,200}["”“»]/u;

/** "What did Moen think of it?": asks for nothing but somebody's words, and the leading sentence names him. */
function asksOnlyForWords({ search: { question }, ranked }: Reading): boolean {
  const lead = ranked[0]?.evidence.passage;
  const isNamed = question.names.size > 0 && [...question.names].every((name) => lead?.stems.has(name) === true);
  return question.asked === 'wording' && isNamed && question.terms.every((term) => question.names.has(term) || OF_SPEECH.test(term));
}
const OF_SPEECH = /^(?:sa[yi]|said|think|thought|tell|told|describ|call|comment|react|respon|feel|felt|mak|argu|claim|believ|put)/u;

function answered(article: Article, passages: readonly Passage[], question: string, index: number, inside: Span | null): Answer {
  const passage = passages[index];
  const sentence = article.sentences[passage?.id ?? -1];
  if (passage === undefined || sentence === undefined) return { status: 'not-in-article', question, nearest: null };
  const { start } = sentence.span;
  const highlight = inside === null ? null : { start: start + inside.start, end: start + inside.end };
  const { text, ids } = readable(article, passages, index);
  return {
    status: 'answered',
    question,
    text,
    highlight,
    citations: [{ sentenceIds: ids, ...(highlight === null ? {} : { quote: highlight }) }],
  };
}

/** The sentence so that it can be read alone: whom its pronoun means in brackets, as in a brief, or the sentence before it as well. */
function readable(article: Article, passages: readonly Passage[], index: number): { text: string; ids: number[] } {
  const passage = passages[index] as Passage;
  const { text, names } = repairerOf(passages, article.language)(passage);
  if (names !== null && names !== passage.id) {
    const ids = [passage.id, names];
    if (faultsOf(text, [{ sentenceIds: ids }], article).length === 0) return { text, ids };
  }
  const before = neededBefore(passages, index, article.language);
  return before === null
    ? { text: undated(passage.text), ids: [passage.id] }
    : { text: `${undated(before.text)} ${undated(passage.text)}`, ids: [passage.id, before.id] };
}

const STANDS_FOR = /^(?:he|she|it|they|his|her|its|their|er|sie|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze)$/iu;

/** The sentence that names whom a leading pronoun means; null when the answer can be read alone. */
function neededBefore(passages: readonly Passage[], index: number, language: string): Passage | null {
  const opener = passages[index]?.words[0]?.text ?? '';
  const before = passages[index - 1];
  if (!STANDS_FOR.test(opener) || !languageFor(language).danglingOpeners.includes(opener.toLowerCase())) return null;
  return before === undefined || before.kind === 'heading' || namesIn(before.text).length === 0 ? null : before;
}
