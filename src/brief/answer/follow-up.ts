import type { Passage } from '../passages.ts';
import { repairerOf } from '../repair.ts';
import { undated } from '../wording.ts';
import { wordsOf } from '../words.ts';
import { namesIn } from '../names.ts';

/** What was asked and answered before, oldest first; an empty answer is a refusal. */
export type Exchange = Readonly<{ question: string; answer: string }>;

/** Opens a question that goes on from the one before, in every language that has a table. */
const GOES_ON =
  /^(?:and|but|so|also|or|then|und|aber|oder|auch|et|mais|ou|aussi|y|pero|o|e|mas|ma|anche|en|maar|of|ook)\b[\s,]*|^(?:why|how come|since when|where|when|who|which ones?|how|warum|wieso|pourquoi|por qué|perché|waarom|por quê)\s*(?:so|not|else|exactly|then|was that|is that|did that happen)?\s*\?*$/iu;
/** "What about women?" asks the question before again, of something else. */
const INSTEAD =
  /^(?:(?:and|und|et|y|e|en)\s+)?(?:what about|how about|was ist mit|wie (?:sieht es|steht es) mit|et pour|qu'en est-il de|y (?:qué hay de|qué pasa con)|e quanto a|e (?:per|quanto riguarda)|hoe zit het met)\s+(.+?)[?\s]*$/iu;
/** "In women?", "And last year?": no verb and no question word of its own. */
const FRAGMENT = /^(?:and|und|et|y|e|en)?\s*(?:in|for|of|by|with|on|at|für|bei|pour|chez|para|per|voor)\s.{2,40}\?*$/iu;
/** "Who said that?" asks for the voice behind the answer before. */
const VOICE =
  /\b(?:who|whose)\b.{0,20}\b(?:said|says|say|claims?|claimed|reported|reports|told|estimates?|word)\b.{0,12}\b(?:that|so|this|it)\b|^(?:and )?(?:says who|according to whom)|\bwer (?:sagt|sagte|hat) (?:das|dies)|\bqui (?:dit|a dit|l'a dit)|\bquién (?:lo )?(?:dice|dijo)|\bquem (?:disse|diz)|\bchi (?:lo )?(?:dice|ha detto)|\bwie (?:zegt|zei) dat/iu;
const PRONOUN =
  /\b(?:he|she|it|they|him|her|them|his|its|their|that|this|those|these|there|one|er|sie|es|ihm|ihr|dort|il|elle|ils|elles|là|él|ella|ellos|allí|ele|ela|eles|lui|lei|loro|hij|zij|ze|daar)\b/iu;
/** "a battery that size": which one is told by the noun behind it. "Is there a risk" points at nothing. */
const WHICH =
  /\b(?:is|are|was|were)\sthere\b|\b(?:this|that|these|those)\s(?!(?:is|was|are|were|will|would|happen|mean|cost|take|do|did|be|been)\b)\p{L}{3,}/giu;
/** So few words of its own hardly make a question, unless one is named as known: "When was the hospital founded?" */
const FEW = 2;
const KNOWN = /\s(?:the|der|die|das|den|dem|des|le|la|les|el|los|las|il|lo|gli|o|os|as|do|da|de|het)\s\p{L}|\s(?:l|d|dell|all)['’]\p{L}/iu;
/** With so many a pronoun most likely means something in the question itself. */
const MANY = 4;
/** Nobody goes on at greater length without saying what about. */
const LONGEST = 14;

/** Does the question ask who is behind the answer before? */
export function asksForVoice(question: string): boolean {
  return VOICE.test(question);
}

/**
 * The question as it may be meant after what was asked before, most literal first: itself, then with the names, then with
 * all the words of the question before. Only itself when it can stand alone.
 */
export function readingsOf(question: string, earlier: readonly Exchange[], language: string): string[] {
  const last = earlier.at(-1);
  if (last === undefined) return [question];
  const instead = INSTEAD.exec(question)?.[1] ?? (FRAGMENT.test(question) ? question.replace(/^(?:and|und|et|y|e|en)\s/iu, '') : undefined);
  if (instead !== undefined) return [`${last.question.replace(/[?\s]+$/u, '')} ${instead}?`, question];
  const all = wordsOf(question, language);
  if (all.length === 0 || all.length > LONGEST) return [question];
  const own = all.filter(({ stop }) => !stop);
  const leans =
    GOES_ON.test(question) ||
    own.length < FEW ||
    (own.length === FEW && !KNOWN.test(question)) ||
    (PRONOUN.test(own.length < MANY ? question : question.replace(WHICH, ' ')) && own.length <= MANY);
  if (!leans) return [question];
  const plain = question.replace(/[?\s]+$/u, '');
  const names = namesIn(last.question).filter((name) => !question.includes(name));
  const words = wordsOf(last.question, language).filter(({ stop, text }) => !stop && !question.includes(text));
  const said = namesIn(last.answer).slice(0, 2);
  return [
    ...new Set([
      `${plain} ${words.map(({ text }) => text).join(' ')}?`,
      ...(names.length === 0 ? [] : [`${plain} ${names.join(' ')}?`]),
      ...(said.length === 0 ? [] : [`${plain} ${said.join(' ')}?`]),
      question,
    ]),
  ];
}

/** The passage that the answer before was taken from; -1 when it is not in this article. */
export function placeOf(answer: string, passages: readonly Passage[], language: string): number {
  if (answer === '') return -1;
  const told = passages.findIndex(({ text }) => {
    const bare = undated(text);
    return bare !== '' && answer.endsWith(bare);
  });
  // "[Greta Holm] said …": as it was shown, with whom it means.
  return told >= 0 || !answer.includes('[')
    ? told
    : passages.findIndex((passage) => repairerOf(passages, language)(passage).text === answer);
}
