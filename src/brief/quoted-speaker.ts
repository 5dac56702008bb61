import { languageFor } from '../language/tables.ts';
import { peopleOf } from '../language/peoples.ts';
import { isPart, readingOf } from '../language/reading/reading.ts';
import { relativesOf } from '../language/relations.ts';
import { stemOf } from '../language/stem.ts';
import { isCalledShort, isShortFor, TITLE } from './full-names.ts';
import { namesIn } from './names.ts';
import { introducedBy } from './office.ts';
import type { Passage } from './passages.ts';

/** Whoever speaks as a reader should be told, and the sentence that says who that is. */
export interface Introduced {
  name: string;
  id: number;
}

/** WordNet's files of nouns for deeds, animals, qualities, parts of a body, thoughts, happenings, feelings and so on: these say nothing. */
const SPEECHLESS: ReadonlySet<number> = new Set([4, 5, 7, 8, 11, 12, 13, 16, 19, 20, 22, 23, 24, 25, 26, 27, 28]);
/** Deeds and thoughts in a file above that are printed, and quoted. */
const PRINTED =
  /^(?:study|survey|poll|research|investigation|inquiry|review|audit|analysis|campaign|government|administration|management|paper|police|major)s?$/u;
/** "the coroner for that case" */
const BEHIND = /\s(?:of|for|in|at|from|with|on|to|sent|who|that)\s/u;

/** "his website", "Mr", "many", "rapes": said by nobody whom a reader would know. English knows what its nouns are. */
export function isSomebodyNamed(speaker: string, language: string): boolean {
  if (
    speaker === '' ||
    /^(?:mrs?|ms|miss|dr|sir|many|most|some|others|both|all)\.?$|^(?:his|her|its|their|my|our|this|that|these|those|all|both)\s|^[^\p{L}\p{N}]/iu.test(
      speaker,
    ) ||
    /\b(?:him|her|his|them|their)\b/iu.test(speaker) ||
    isPeople(speaker, language) ||
    NOBODY.test(speaker)
  )
    return false;
  const last = /\p{L}+$/u.exec(speaker.split(BEHIND)[0] ?? '')?.[0] ?? '';
  if (languageFor(language).code !== 'en' || /\p{Lu}/u.test(speaker) || PRINTED.test(last) || /(?:er|or|ist|back)s?$/u.test(last))
    return true;
  return !SPEECHLESS.has(relativesOf(stemOf(last, language), language).noun ?? -1);
}

/** "the American": who that is stands elsewhere. */
function isPeople(speaker: string, language: string): boolean {
  const people = /^the (\p{Lu}\p{L}+)$/u.exec(speaker)?.[1];
  return people !== undefined && peopleOf(stemOf(people.toLowerCase(), language), language).length > 0;
}

/** "the statement": whose, stands elsewhere. */
const NOBODY = /^(?:the|an?|this) (?:(?:press|news|written) )?(?:statement|release|tweet|post|email|e-mail|message|caption|note)$/iu;

/** "Ada and Ole", "Judges Ole Lind" */
const SEVERAL = /\s(?:and|&|und|et|y|e|en)\s|^\p{Lu}\p{Ll}+(?:ges|ers|ors|ists|men|ents)\s/u;

/** So many speakers of an article are looked up: each costs a look at all of its sentences. */
const LOOKED_UP = 40;

/** Introduces the speakers of an article, each looked up once; null for whom no sentence tells more of than his name. */
export function introducerIn(passages: readonly Passage[], language: string): (speaker: string) => Introduced | null {
  let names: readonly string[] | null = null;
  const known = new Map<string, Introduced | null>();
  return (speaker) => {
    const earlier = known.get(speaker);
    if (earlier !== undefined || known.size >= LOOKED_UP) return earlier ?? null;
    names ??= [
      ...new Set(passages.flatMap((passage) => namesIn(passage.text).filter((name) => !opensOnDeed(name, passage, language)))),
    ].flatMap((name) => (opensPlainly(name, language) ? [] : [name.replace(TITLE, '').replace(OF_BODY, '')]));
    const found = introducedSpeaker(speaker, names, passages, language);
    known.set(speaker, found);
    return found;
  };
}

/** "Rodrigo de Berg" */
const PARTICLES = /(?<=^|\s)(?:de|da|di|du|dos|del|della|van|von|der|den|le|la|al|bin)\s/gu;

/** "Clarke" as "NASA official Steve Clarke", where one sentence says so. */
function introducedSpeaker(speaker: string, names: readonly string[], passages: readonly Passage[], language: string): Introduced | null {
  const bare = speaker.replace(TITLE, '');
  const plain = bare.replace(PARTICLES, '');
  if (!/^\p{Lu}/u.test(plain) || /\s\p{Ll}/u.test(plain)) return null;
  const isWhole = /^\p{Lu}\S*\s/u.test(bare);
  const [whole, ...others] = sameOnce(names.filter((name) => (isWhole ? name === bare : name.endsWith(` ${bare}`) && !SEVERAL.test(name))));
  if (whole === undefined || others.length > 0 || (!isWhole && !isShortFor(bare, whole, passages, language))) return null;
  let named: Introduced | null = null;
  for (const { id, text } of passages) {
    if (!text.includes(whole)) continue;
    const name: string = doingBehind(whole, text) ?? introducedBy(whole, text, language);
    if (name !== whole && !isOfSeveral(name.slice(0, name.indexOf(whole)), text, whole)) return { name, id };
    named ??= isWhole ? null : { name, id };
  }
  return named;
}

/** "Josh Apte" and "Joshua Apte" are one: each name once, by its longest form. */
function sameOnce(names: readonly string[]): string[] {
  const all = [...new Set(names)];
  return all.filter((name) => !all.some((other) => isCalledShort(name, other)));
}

/** "Mara Berg, who chairs the energy committee": what somebody does says who that is. */
function doingBehind(whole: string, text: string): string | null {
  const behind = text.slice(text.indexOf(whole) + whole.length);
  const doing = DOING.exec(behind)?.[0];
  return doing === undefined || /\b(?:he|she|his|her|it|its|they|their|this|that)\b/iu.test(doing) ? null : whole + doing;
}
const DOING =
  /^, who (?:chairs|leads|heads|runs|owns|directs|manages|edits|represents|coaches|captains|oversees|founded|co-founded) [^,.;:"“”()]{3,60}(?=[,.;]|$)/u;

/** "Ada Berg of the University of Norvik": her name, and where she is. */
const OF_BODY = /(?<=^\p{Lu}\S*(?:\s\p{Lu}\S*)+)\sof\s.*$/u;

/** "Haunted Ole on the way home.": what was done to him, at the front of a sentence. */
function opensOnDeed(name: string, { text }: Passage, language: string): boolean {
  const reading = text.startsWith(name) && /^\p{L}+(?:ed|ing)\s/u.test(name) ? readingOf(text, language) : null;
  return reading !== null && isPart(reading, 0, 'VERB', 'ADJ');
}

/** "About Lute": a capital alone makes no name. */
function opensPlainly(name: string, language: string): boolean {
  return languageFor(language).stopwords.includes((/^\p{L}+/u.exec(name)?.[0] ?? '').toLowerCase());
}

/** "Judges Simon Cowell, …", "the twins Ada and Ole Lind": an office of several, or a name that another one goes before. */
function isOfSeveral(office: string, text: string, whole: string): boolean {
  return /(?:[^s]s|men)\s$/u.test(office) || new RegExp(`\\p{Lu}\\p{L}+ (?:and|&) ${RegExp.escape(whole)}`, 'u').test(text);
}
