import { isPredicate, subjectOf } from '../language/reading/clause.ts';
import { nounPhrase } from '../language/reading/phrase.ts';
import { dependentsOf, hasRelation, headOf, isPart, lowerAt, readingOf, subtreeOf, type Reading } from '../language/reading/reading.ts';
import { isSaying } from '../language/reading/speech.ts';
import { languageFor } from '../language/tables.ts';
import { antecedentOf, type Antecedent } from './antecedent.ts';
import { namedByEpithet } from './epithet.ts';
import { pointersIn } from './leaning.ts';
import { namesIn } from './names.ts';
import { personBefore } from './persons.ts';
import { quotedOf } from './figures/quotation.ts';
import type { Passage } from './passages.ts';
import { pointText, taggedFirst } from './wording.ts';

/** A sentence made to stand alone: what tied it backwards is cut, and a pronoun has in brackets whom it means. */
export interface Repaired {
  text: string;
  /** The sentence that names whom the bracket names; null where there is none. */
  names: number | null;
}

/** Words that only tie a sentence to the one before. */
const TYING = new Set([
  'but',
  'and',
  'yet',
  'so',
  'or',
  'also',
  'too',
  'however',
  'meanwhile',
  'moreover',
  'furthermore',
  'nevertheless',
  'nonetheless',
]);

type Repairer = (passage: Passage) => Repaired;
/** Figures and points mend the same sentences. */
const repairers = new WeakMap<readonly Passage[], Repairer>();

/** Makes points of passages; `passages` are all of the article, in order. Each is made once. */
export function repairerOf(passages: readonly Passage[], language: string): Repairer {
  const repairer = repairers.get(passages) ?? newRepairer(passages, language);
  repairers.set(passages, repairer);
  return repairer;
}

function newRepairer(passages: readonly Passage[], language: string): Repairer {
  const quoted = quotedOf(passages);
  const made = new Map<Passage, Repaired>();
  return (passage) => {
    const known = made.get(passage) ?? repaired(passage, passages, (one) => quoted[passages.indexOf(one)]?.isWhole === true, language);
    made.set(passage, known);
    return known;
  };
}

function repaired(passage: Passage, passages: readonly Passage[], isWholeQuote: (passage: Passage) => boolean, language: string): Repaired {
  const plain = pointText(passage.text, language);
  // Only English is repaired so far: a wrong name in brackets would be worse than a pronoun.
  if (languageFor(language).code !== 'en' || !mayLean(plain)) return { text: plain, names: null };
  const text = untied(plain, language);
  const reading = readingOf(text, language);
  if (reading === null || isWholeQuote(passage)) return { text, names: null };
  const gap = leaningSubject(reading);
  const person = leaningPerson(reading);
  if (person !== null && !isQuoted(text, reading, person)) {
    const meant = personBefore(person.word, passage, passages, isWholeQuote, language);
    // "Lind sold the quay with his son": the sentence names him itself.
    const isNamed = meant !== null && namesIn(text).some((name) => meant.name.endsWith(name));
    if (meant !== null && !isNamed) return { text: bracketed(text, reading, person, meant), names: meant.id };
  }
  const epithet = person === null ? namedByEpithet(reading, passage, passages, isWholeQuote) : null;
  if (epithet !== null)
    return { text: `${text.slice(0, epithet.at)} [${epithet.person.name}]${text.slice(epithet.at)}`, names: epithet.person.id };
  if (gap === null || gap.from === person?.from || isQuoted(text, reading, gap)) return { text, names: null };
  const meant = antecedentOf(gap, passage, passages, language);
  return meant === null ? { text, names: null } : { text: bracketed(text, reading, gap, meant), names: meant.id };
}

/** The first he or she that nobody in the sentence explains; null where something else leans before it. */
function leaningPerson(reading: Reading): Gap | null {
  const [at] = pointersIn(reading);
  const word = at === undefined ? '' : lowerAt(reading, at);
  if (at === undefined || !/^(?:he|she|him|his|her)$/u.test(word) || /^['’]/u.test(reading.words[at + 1]?.text ?? '')) return null;
  const isOwner = word === 'his' || (word === 'her' && hasRelation(reading, at, 'nmod', 'det'));
  return { from: at, until: at + 1, word, kind: isOwner ? 'owner' : 'pronoun' };
}

/** Sentences without any of these words are not worth a tree. */
function mayLean(text: string): boolean {
  const opening = text.split(/\s+/u, OPENING).join(' ');
  return text.startsWith('(') || LEANING.test(opening) || PERSON.test(text) || /\b(?:also|however)\b/iu.test(text);
}
const OPENING = 8;
const PERSON = /\b(?:he|she|his|her|him)\b/iu;
const LEANING =
  /^(?:but|and|yet|so|or|too|meanwhile|moreover|furthermore|nevertheless|nonetheless|the)\b|\b(?:he|she|it|they|his|her|its|their)\b/iu;

/** Without the words and asides that tie it backwards; nothing that changes a claim, its hedge or its time is cut. */
function untied(text: string, language: string): string {
  const reading = readingOf(withoutAside(text), language);
  if (reading === null) return text;
  const { words, sentence } = reading;
  const root = words.findIndex(({ head }) => head < 0);
  const cut = words.findIndex((_, at) => isTie(reading, at, root));
  const word = words[cut];
  if (word === undefined) return raised(sentence);
  const before = sentence.slice(0, word.start).replace(/,\s*$/u, ' ');
  const behind = sentence.slice(word.end).replace(/^\s*,?\s*/u, ' ');
  const rest = before === '' ? taggedFirst(behind.trim()) : `${before.trimEnd()}${behind}`.trim();
  return untied(raised(rest), language);
}

/** "But …", "…, however, …", "They also said": at the front of the main clause, and joined to nothing in the sentence. */
function isTie(reading: Reading, at: number, root: number): boolean {
  const word = lowerAt(reading, at);
  const isFront = at === 0 && isPart(reading, at, 'CCONJ') && hasRelation(reading, at, 'cc');
  // "But, Berg said": its comma hangs on it.
  const isAlone = subtreeOf(reading, at).every((one) => one === at || isPart(reading, one, 'PUNCT'));
  if (!TYING.has(word) || (headOf(reading, at) !== root && !isFront) || !isAlone) return false;
  // "So will Berg": without its "so" it is a question; "So began an odyssey", "so it has proved": nothing without it.
  if (word === 'so' && (isPart(reading, at + 1, 'AUX', 'VERB') || IT_PROVED.test(reading.sentence.slice(reading.words[at]?.start))))
    return false;
  // "But not before he made history": without its "but" it says nothing.
  if (word === 'but' && lowerAt(reading, at + 1) === 'not' && isPart(reading, at + 2, 'ADP', 'SCONJ')) return false;
  if (at === 0) return isPart(reading, at, 'CCONJ', 'ADV', 'SCONJ') && lowerAt(reading, 1) !== 'far' && lowerAt(reading, 1) !== 'that';
  const isInside = word === 'also' || (word === 'however' && reading.words[at - 1]?.text === ',');
  return isInside && hasRelation(reading, at, 'advmod') && !/\bnot only\b/iu.test(reading.sentence) && lowerAt(reading, at + 1) !== 'known';
}

const IT_PROVED =
  /^so it (?:(?:has|had|would) )?(?:prove[dns]?|is|was|be|been|goes|went|turned|seems?|seemed)\b(?! (?:\p{L}+ )?(?:that|to|as|like)\b)/iu;

/** "(The Hollywood Reporter)": who filed it. */
function withoutAside(text: string): string {
  return text.replace(/^\((?:\p{Lu}[\p{L}.’'-]*\s?){1,4}\)\s*(?=\p{Lu})/u, '');
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who is meant in somebody else's words is not known from what stands before them. */
function isQuoted(text: string, { words }: Reading, { from }: Gap): boolean {
  const before = text.slice(0, words[from]?.start ?? 0);
  const opened = (before.match(/["“„«]/gu)?.length ?? 0) - (before.match(/[”»]/gu)?.length ?? 0);
  const isOdd = (before.match(/"/gu)?.length ?? 0) % 2 === 1;
  const marks = text.match(/"/gu)?.length ?? 0;
  return (
    isOdd || (!before.includes('"') && opened > 0) || marks % 2 === 1 || /^["“„«]/u.test(text.slice(words[from]?.end ?? 0).trimStart())
  );
}

/** What of a sentence leans on the one before. */
interface Gap {
  /** The words to be replaced. */
  from: number;
  until: number;
  /** Lower case: `he`, `its`, `airline`. */
  word: string;
  kind: 'pronoun' | 'owner' | 'noun';
}

const PERSONAL = /^(?:he|she|it|they)$/u;
const POSSESSIVE = /^(?:his|her|its|their)$/u;

/** The subject of the main clause, where it is a pronoun, is owned by one, or is a bare "the airline". */
function leaningSubject(reading: Reading): Gap | null {
  const root = reading.words.findIndex(({ head }) => head < 0);
  if (root < 0 || !isPredicate(reading, root)) return null;
  const subject = subjectOf(reading, root);
  // Whoever is named before the subject may be whom it means.
  if (subject === null || reading.words.slice(0, subject).some(({ part }) => part === 'PROPN')) return null;
  const word = lowerAt(reading, subject);
  // "It’s", "she’d": a bracket cannot take the ending.
  if (/^['’]/u.test(reading.words[subject + 1]?.text ?? '')) return null;
  if (isPart(reading, subject, 'PRON') && PERSONAL.test(word)) {
    if (word === 'it' && isEmptyIt(reading, root)) return null;
    // "They can be used" may mean anything that was named; who says something is a body.
    if (word === 'they' && !isSaying(reading, root)) return null;
    return { from: subject, until: subject + 1, word, kind: 'pronoun' };
  }
  if (!isPart(reading, subject, 'NOUN')) return null;
  const owner = dependentsOf(reading, subject, 'nmod', 'det').find((at) => at < subject && POSSESSIVE.test(lowerAt(reading, at)));
  if (owner !== undefined) {
    const own = lowerAt(reading, owner);
    return own === 'their' ? null : { from: owner, until: owner + 1, word: own, kind: 'owner' };
  }
  const phrase = nounPhrase(reading, subject);
  const isBare = phrase.length === 2 && lowerAt(reading, phrase[0] ?? -1) === 'the' && (reading.dependents[subject] ?? []).length === 1;
  return isBare ? { from: phrase[0] ?? 0, until: subject + 1, word, kind: 'noun' } : null;
}

/** Verbs before which an it mostly stands for what follows. */
const NOTHING_MEANT = /^(?:seems?|seemed|appears?|appeared|makes?|made|takes?|took|happens?|happened)$/u;

/** "It is likely that …", "It rained": an it that means nothing before. */
function isEmptyIt(reading: Reading, root: number): boolean {
  return (
    NOTHING_MEANT.test(lowerAt(reading, root)) ||
    dependentsOf(reading, root, 'expl', 'csubj', 'ccomp').length > 0 ||
    (isPart(reading, root, 'ADJ') && dependentsOf(reading, root, 'xcomp', 'advcl').length > 0)
  );
}

function bracketed(text: string, { words }: Reading, { from, until, kind }: Gap, { name }: Antecedent): string {
  const start = words[from]?.start ?? 0;
  const end = words[until - 1]?.end ?? start;
  const owned = kind === 'owner' ? `${name}’${name.endsWith('s') ? '' : 's'}` : name;
  return `${text.slice(0, start)}[${start === 0 ? raised(owned) : owned}]${text.slice(end)}`;
}
