import { subjectOf } from '../../language/reading/clause.ts';
import { nounPhrase } from '../../language/reading/phrase.ts';
import { dependentsOf, headOf, isPart, lowerAt, subtreeOf, type Reading } from '../../language/reading/reading.ts';
import { isSaying, speechOver } from '../../language/reading/speech.ts';
import { peopleOf } from '../../language/peoples.ts';
import { relativesOf } from '../../language/relations.ts';
import { stemOf } from '../../language/stem.ts';
import type { Article } from '../../model/article.ts';
import { voicesOf } from '../figures/voices.ts';
import { passagesOf } from '../passages.ts';
import { bestOf, kinshipOf, tokensIn, type Evidence, type Token } from './evidence.ts';
import type { Fault } from './fault.ts';
import { longNames } from './names.ts';
import { stands } from './stands.ts';

/** Who is heard where a word stands: those named, somebody who is only a pronoun, or the article itself. */
type Heard =
  | {
      by: readonly Token[];
      words: string;
      /** Those who say that he says it: "ABC reported that Hanks suggested …". */
      above: readonly Token[];
    }
  | 'pronoun'
  | null;

const SAME = 0.9;
/** Of roles: "backers" are supporters. */
const ALIKE = 0.6;
/** So many of the words that are told must be somebody's. */
const MOSTLY = 0.6;
/** Words between a role and its name. */
const NEXT = 3;
/** Words beside a role that name who has it. */
const BESIDE = 12;

/** Words in the mouth of somebody who does not say them, and somebody's words told as a fact. */
export function speakerFaults(evidence: Evidence, cited: readonly number[], article: Article): Fault[] {
  const { claim, tokens } = evidence;
  const voices = voicesOf(passagesOf(article), article.language);
  const sourceVoice = (sentence: number): Heard => {
    const voice = voices.get(cited[sentence] ?? -1);
    if (voice === undefined) return null;
    const by = wordsAsTokens(voice.name, article.language);
    return isEpithet(by, article.language) ? 'pronoun' : { by, words: voice.name, above: [] };
  };
  const groups = new Map<number, Heard[]>();
  for (const token of tokens) {
    const [found] = token.isContent ? bestOf(evidence, token.at, SAME) : [];
    if (found === undefined) continue;
    const source = evidence.sources[found.sentence];
    if (source === undefined) continue;
    const speaker = speechOver(claim, token.at)?.speaker ?? -1;
    if (speaker === token.at || (speaker >= 0 && phraseOf(claim, speaker).includes(token.at))) continue;
    const heard = heardOver(source, found);
    const resolved = heard === null || heard === 'pronoun' ? (sourceVoice(found.sentence) ?? heard) : heard;
    groups.set(speaker, [...(groups.get(speaker) ?? []), resolved]);
  }
  return [...groups].flatMap(([speaker, heard]) =>
    speaker < 0 ? leftOut(evidence, heard, groups) : wrongly(evidence, speaker, heard, cited, article),
  );
}

/** "the Brazilian": whoever it is has been named. */
function isEpithet(by: readonly Token[], language: string): boolean {
  return by.length > 0 && by.every(({ stem }) => peopleOf(stemOf(stem, language), language).length > 0);
}

/** The claim names somebody as speaking: is it who is heard in the source? */
function wrongly(evidence: Evidence, speaker: number, heard: readonly Heard[], cited: readonly number[], article: Article): Fault[] {
  const { claim, given, tokens } = evidence;
  const own = phraseOf(claim, speaker).flatMap((at) => (tokens[at]?.isContent === true ? [tokens[at]] : []));
  const named = heard.filter((one) => one !== null && one !== 'pronoun');
  if (own.length === 0 || named.some(({ by, above }) => isSameSpeaker(own, by, article) || sharesName(own, above))) return [];
  const words = claim.words[speaker]?.text ?? '';
  if (named.length >= MOSTLY * heard.length) return [{ kind: 'speaker', words }];
  if (heard.includes('pronoun')) return [];
  // Told by the article itself: whoever is to have said it stands there at least.
  if (isOwnWords(evidence, own, cited, article)) return [];
  const isThere = own.some((token) => given.some((other) => kinshipOf(token, other, article.language) >= SAME));
  if (isThere || own.every(({ part }) => part !== 'PROPN')) return [];
  return [{ kind: 'speaker', words, isOpen: isNamedBefore(own, cited, article) }];
}

/** "“I am not allowed to swing yet.”": nobody is named beside it, and whom the claim names has been named shortly before. */
function isOwnWords({ sources }: Evidence, own: readonly Token[], cited: readonly number[], article: Article): boolean {
  return sources.some(({ sentence }) => FIRST_PERSON.test(sentence)) && isNamedBefore(own, cited, article);
}

/** Has whom the claim names been named shortly before its sentences? */
function isNamedBefore(own: readonly Token[], cited: readonly number[], { sentences, text }: Article): boolean {
  const first = Math.min(...cited);
  const before = sentences.slice(Math.max(0, first - RECENT), first).map(({ span }) => text.slice(span.start, span.end).toLowerCase());
  return own.some(({ part, lower }) => part === 'PROPN' && before.some((sentence) => stands(lower, sentence)));
}
const FIRST_PERSON = /(?<!\p{L})(?:I|my|me|we|our)(?!\p{L})|^i\s|\si\s/u;
/** Sentences back. */
const RECENT = 8;

function sharesName(own: readonly Token[], other: readonly Token[]): boolean {
  return own.some(({ lower, part }) => part === 'PROPN' && other.some((one) => one.lower === lower));
}

/** Verbs with which a clause is somebody's view without being said. */
const ATTITUDE =
  /^(?:hopes?|hoped|wants?|wanted|believes?|believed|thinks?|thought|fears?|feared|expects?|expected|complain(?:s|ed)|prais(?:es|ed)|demand(?:s|ed)|urge[sd]?|accus(?:es|ed)|blam(?:es|ed)|criticis(?:es|ed)|criticiz(?:es|ed)|argu(?:es|ed)|call(?:s|ed)|considers?|sees?|alleged(?:ly)?|hofft|glaubt|fordert|espera|cree|acusa|alegan?|estiman?)$/u;

/** The claim tells as a fact what somebody says. */
function leftOut({ claim, tokens, language }: Evidence, heard: readonly Heard[], groups: ReadonlyMap<number, Heard[]>): Fault[] {
  const named = heard.filter((one) => one !== null && one !== 'pronoun').filter(({ by }) => !by.every((word) => isPaper(word, language)));
  const [first] = named;
  if (first === undefined || named.length < MOSTLY * heard.length || groups.size > 1) return [];
  const isSaidSo = claim.words.some((_, at) => isSaying(claim, at) || ATTITUDE.test(lowerAt(claim, at)));
  const isNamed = first.by.some((one) => tokens.some((token) => token.isContent && kinshipOf(one, token, language) >= SAME));
  return isSaidSo || isNamed ? [] : [{ kind: 'speaker', words: first.words }];
}

/** "The register shows that …": what is written down somewhere is told as a fact; what a study or a poll finds is its own. */
function isPaper({ part, stem, lower }: Token, language: string): boolean {
  const kind = relativesOf(stem, language).noun;
  return part !== 'PROPN' && kind !== null && kind !== GROUPS && kind !== PEOPLE && !FINDS.test(lower);
}
/** WordNet's kinds of nouns. */
const [GROUPS, PEOPLE] = [14, 18];
const FINDS = /^(?:stud(?:y|ies)|surveys?|polls?|reports?|research|sources?|estimates?|forecasts?|analys[ei]s|reviews?)$/u;

/** Who governs the verb of saying over a word of the source. */
function heardOver(source: Reading, { at }: Token): Heard {
  const speech = speechOver(source, at);
  if (speech !== null) {
    const tokens = tokensIn(source, 0);
    const named = (speaker: number) => phraseOf(source, speaker).flatMap((one) => (tokens[one]?.isContent === true ? [tokens[one]] : []));
    const over = speech.verb === null ? null : speechOver(source, speech.verb);
    const by = named(speech.speaker);
    if (isEpithet(by, source.language)) return 'pronoun';
    return {
      by,
      words: source.words[speech.speaker]?.text ?? '',
      above: over === null || over.speaker === speech.speaker ? [] : named(over.speaker),
    };
  }
  for (let one = at; one >= 0; one = headOf(source, one)) {
    const verbs = [one, ...dependentsOf(source, one, 'parataxis', 'ccomp')].filter((verb) => isSaying(source, verb));
    const isPronoun = verbs.some((verb) => {
      const subject = subjectOf(source, verb);
      return subject !== null && isPart(source, subject, 'PRON');
    });
    if (isPronoun) return 'pronoun';
  }
  return null;
}

/** The speaker with his titles, appositions and whoever speaks with him. */
function phraseOf(reading: Reading, head: number): number[] {
  const joined = dependentsOf(reading, head, 'appos', 'conj', 'flat', 'compound', 'nmod').flatMap((at) => subtreeOf(reading, at));
  const above = dependentsOf(reading, headOf(reading, head), 'appos').includes(head) ? [headOf(reading, head)] : [];
  // "Port inspector Marta Silva said": both are read as the subject.
  const beside = dependentsOf(reading, headOf(reading, head), 'nsubj').filter(
    (at) => isPart(reading, at, 'PROPN', 'NOUN') && Math.abs(at - head) <= NEXT,
  );
  return [...new Set([...nounPhrase(reading, head), ...joined, ...above, ...beside.flatMap((at) => subtreeOf(reading, at))])];
}

/** What a named body is called the second time. */
const BODY =
  /^(?:company|firm|group|business|broadcaster|channel|network|station|bank|club|team|airline|agency|carrier|retailer|maker|studio|newspaper|paper|magazine|university|regulator|watchdog|union|charity|institute|alliance|body|organi[sz]ation|unternehmen|konzern|firma|sender|behörde|entreprise|groupe|société|empresa|compañía|banco|autoridad|emisor|entidad|azienda|società|bedrijf)$/u;

/** The same name; or the one's role stands beside the other's name somewhere in the article. */
function isSameSpeaker(own: readonly Token[], other: readonly Token[], article: Article): boolean {
  const { language } = article;
  if (own.some((a) => other.some((b) => kinshipOf(a, b, language) >= SAME))) return true;
  const names = (some: readonly Token[]) => some.filter(({ part }) => part === 'PROPN');
  const [mine, theirs] = [names(own), names(other)];
  if (mine.length === 0 && theirs.length === 0) return own.some((a) => other.some((b) => kinshipOf(a, b, language) >= ALIKE));
  const isShort = mine.some(({ lower }) => lower.length > 2 && longNames(article.text).some((initials) => initials === lower));
  if (isShort && other.some(({ lower }) => LONG_NAME.test(lower))) return true;
  // "NOAA" is the National Oceanic and Atmospheric Administration, whatever part of speech its words are taken for.
  const letters = (some: readonly Token[]) =>
    some
      .toSorted((a, b) => a.at - b.at)
      .map(({ lower }) => lower[0] ?? '')
      .join('');
  const spells = (short: readonly Token[], long: readonly Token[]) =>
    short.some(
      ({ lower, part }) =>
        lower.length > (part === 'PROPN' ? 1 : 2) && [letters(long), letters(names(long))].some((all) => all.includes(lower)),
    );
  if (spells(own, other) || spells(other, own)) return true;
  if (mine.length > 0 && theirs.length > 0) return false;
  if (own.concat(other).some(({ lower, part }) => part !== 'PROPN' && BODY.test(lower))) return true;
  const words = article.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word, at) => {
    if (!own.some(({ lower }) => lower === word)) return false;
    return words.slice(Math.max(0, at - BESIDE), at + BESIDE).some((one) => other.some(({ lower }) => lower === one));
  });
}

/** What the name of a body ends in that has initials. */
const LONG_NAME =
  /^(?:administration|agency|association|authority|board|commission|committee|council|department|federation|foundation|fund|institute|organi[sz]ation|office|service|society|union|university)s?$/u;

function wordsAsTokens(name: string, language: string): Token[] {
  // "Martin-Green" is two words of the grammar's.
  return name.split(/[\s-]+/u).map((word, at) => ({
    sentence: 0,
    at,
    lower: word.toLowerCase().replace(/['’]s?$/u, ''),
    stem: word.toLowerCase(),
    // "the Brazilian" names nobody.
    part: /^\p{Lu}/u.test(word) && peopleOf(stemOf(word.toLowerCase(), language), language).length === 0 ? 'PROPN' : 'NOUN',
    isContent: /^\p{L}/u.test(word) && !/^(?:the|a|an|der|die|das|le|la|el)$/iu.test(word),
  }));
}

/** Does the grammar hear a named speaker in the claim and in a sentence of the source? */
export function isHeardIn({ claim, sources }: Evidence): boolean {
  const hears = (reading: Reading) => reading.words.some((_, at) => speechOver(reading, at) !== null);
  return hears(claim) && sources.some(hears);
}
