import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';
import type { Passage } from '../passages.ts';
import { quotedOf } from './quotation.ts';
import { speakerOf } from './speaker.ts';

/** Whom a pronoun before a verb of saying means, or whose quotation goes on, and the sentence that names him. */
export interface Voice {
  name: string;
  id: number;
}

const PRONOUNS = 'he|she|it|they|er|sie|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze';
const PRONOUN = new RegExp(
  `^(?:(?:but|and|also|in addition|aber|und|mais|et|pero|y|ma|e|mas|en|maar),?\\s)?(?:${PRONOUNS})\\s(?:(?:also|then|later|has|had|have|auch|hat|haben|aussi|a|ont|también|ha|han|também|ook|heeft)\\s)*(\\p{L}+(?:\\sthat)?)`,
  'iu',
);
/** "…, he said.", "…, sagte sie." */
const TAIL = new RegExp(`,["”“»]?\\s(?:(?:${PRONOUNS})\\s(\\p{L}+)|(\\p{L}+)\\s(?:${PRONOUNS}))(?=[\\s.,;])`, 'iu');
/** "According to him, …" */
const SOURCE =
  /(?<!\p{L})(?:according to (?:him|her|them)|(?:laut|nach) (?:ihm|ihr|ihnen)|selon (?:lui|elle|eux)|según (?:él|ella|ellos)|segundo (?:ele|ela|eles)|secondo (?:lui|lei|loro)|volgens (?:hem|haar|hen))(?!\p{L})/iu;
/** Languages that leave the pronoun out: "Señaló que …", "“…”, dijo a la radio". */
const DROPS = /^(?:es|it|pt)$/u;
const DROPPED = /["”»],\s(\p{L}+)\s/u;
/** "Skipper Ian Walker spoke about the journey so far.": what follows in quotation marks is his. */
const INTERVIEW =
  /^[^"“„«]{0,120}?,?\s(?:spoke|speaks|talked|talks|answered|answers|sat down|spricht|sprach|répond|parle|habla|habló|fala|falou|parla|spreekt|sprak)\s(?:about|of|to us|with us|with|our|questions|über|mit|à nos|de|sobre|con|com|di|over|met)(?!\p{L})/iu;
/** Sentences that a pronoun may stand behind the name it means. */
const REACH = 2;

/** Figures, quotes and every claim that the lock checks ask for the voices of the same article. */
const heardIn = new WeakMap<readonly Passage[], ReadonlyMap<number, Voice>>();

/** The passages in which a pronoun speaks or a quotation goes on, with whoever was last named as speaking. */
export function voicesOf(passages: readonly Passage[], language: string): ReadonlyMap<number, Voice> {
  const voices = heardIn.get(passages) ?? hear(passages, language);
  heardIn.set(passages, voices);
  return voices;
}

function hear(passages: readonly Passage[], language: string): ReadonlyMap<number, Voice> {
  const { code, sayingVerbs } = languageFor(language);
  const verbs = new Set([...sayingVerbs, 'found', 'showed']);
  const quoted = quotedOf(passages);
  const named = passages.map(({ text }) => speakerOf(text, language));
  const voices = new Map<number, Voice>();
  let last: Voice | null = null;
  /** The sentence up to which `last` is speaking: quotations without a name go on with the voice before them. */
  let heard = 0;
  passages.forEach(({ id, text, words }, at) => {
    const speaks = speaksHere(text, words[0]?.text.toLowerCase() ?? '', words[1]?.text ?? '', verbs, DROPS.test(code));
    const isWhole = quoted[at]?.isWhole === true;
    const own = named[at] ?? null;
    if (own !== null && !isWhole) {
      last = { name: own, id };
      heard = id;
      return;
    }
    const guest = isWhole ? null : guestOf(text);
    if (guest !== null) {
      last = { name: guest, id };
      heard = id + FAR;
      return;
    }
    if (last !== null && id - heard > REACH) last = null;
    const later = isWhole ? laterVoice(passages, named, quoted, at) : null;
    const voice: Voice | null = later ?? (speaks || isWhole ? last : null);
    if (voice !== null) voices.set(id, voice);
    if (later !== null) last = later;
    if (voice !== null && isWhole) heard = Math.max(heard, id);
    if (last !== null && !speaks && !isWhole && id > heard && namesIn(text).length > 0) last = null;
  });
  return voices;
}

/** Who is introduced as speaking in what follows; the sentence itself is not his. */
function guestOf(text: string): string | null {
  const opening = INTERVIEW.exec(text)?.[0];
  return opening === undefined ? null : (namesIn(opening).at(-1) ?? null);
}

function speaksHere(text: string, first: string, second: string, verbs: ReadonlySet<string>, drops: boolean): boolean {
  const verb = PRONOUN.exec(text)?.[1] ?? '';
  const tail = TAIL.exec(text);
  if ([verb, tail?.[1] ?? '', tail?.[2] ?? ''].some((word) => verbs.has(word.toLowerCase())) || SOURCE.test(text)) return true;
  return drops && ((verbs.has(first) && second === 'que') || verbs.has(DROPPED.exec(text)?.[1]?.toLowerCase() ?? ''));
}

/** Who is named where the quotation that this sentence is part of ends. */
function laterVoice(
  passages: readonly Passage[],
  named: readonly (string | null)[],
  quoted: readonly { isOpen: boolean }[],
  from: number,
): Voice | null {
  for (let at = from; quoted[at]?.isOpen === true && at < from + FAR; at += 1) {
    const next = passages[at + 1];
    const name = named[at + 1] ?? null;
    if (next !== undefined && name !== null && quoted[at + 1]?.isOpen === false) return { name, id: next.id };
  }
  return null;
}
/** Sentences of one quotation that are looked through for its speaker. */
const FAR = 8;
