import { languageFor } from '../../language/tables.ts';
import type { FigureStatus } from '../../model/figure.ts';
import { namesIn } from '../names.ts';

const SOURCE =
  /\b(?:according to|(?:nach|laut|gemäß|gemäss) (?:angaben|auswertungen|berechnungen|zahlen) (?:der|des|von)|gemäß|gemäss|nach angaben (?:der|des|von)|laut|selon|d['’]après|según|segundo|de acordo com|secondo|volgens)\s+/iu;
/** "data from the Federal Reserve showing" */
const PUBLISHED =
  /\b(?:data|figures|statistics|numbers|estimates|report|study|survey|poll)\s(?:from|by|of)\s(?:the\s)?(\p{Lu}[\p{L}&.’'-]*(?:\s(?:of\s|the\s)?\p{Lu}[\p{L}&.’'-]*){0,5})/u;
const PASSIVE = /\b(?:is|are|was|were|be|been|being|wird|wurden?|werden|est|sont|été|es|son|fue|è|sono|stato|foi|são|wordt|werden|werd)$/iu;
/** "was reported to have": said by nobody in particular. */
const HEARSAY = /\b(?:is|are|was|were|been) (?:said|reported|rumou?red|alleged|understood|believed|thought) to\b/iu;
/** Verb forms that are conditional by their ending, where it means nothing else. */
const CONDITIONAL: Readonly<Record<string, RegExp>> = {
  fr: /(?:\p{L}e|au|oud|iend|rend|ev|our)rai(?:t|ent)(?!\p{L})/iu,
  es: /(?<!\p{L})(?!(?:secret|comis|not)aría)\p{L}+(?:arían?|erían|irían?|drían?|brían?)(?!\p{L})|(?<!\p{L})(?:sería|debería|haría)(?!\p{L})/iu,
  pt: /\p{L}(?:aria|eria|iria)m(?!\p{L})|(?<!\p{L})(?:seria|teria|poderia|haveria|deveria|custaria)(?!\p{L})/iu,
  it: /\p{L}rebbe(?:ro)?(?!\p{L})/iu,
};

const VERB = /\s(?=(?:fielen|sank|stieg|sind|ist|haben|hat|est|sont|is|are|was|were|has|have|had|could|would|will)\b)/u;
const ACTOR =
  /(?:\b(?:the|its|his|her|their|die|der|das|le|la|les|el|los|il|de|het|o|a)\s)?(?:[\p{L}\p{M}\p{N}’'&.-]+\s){0,5}[\p{L}\p{M}\p{N}’'&.-]+$/u;

/** Opens a clause that has a verb of its own, so that a hedge on the other side says nothing about it. */
const CLAUSE =
  /;\s|\s(?:--|[-–—])\s|,\s(?=\p{L}{3,}ing\b)|\s(?=(?:after|while|despite|without)\s\p{L}+ing\b)|,\s(?=(?:which|who|whose|where|so|but|although|though|because|and (?:the|a|it|they|he|she|its|about|some|around|nearly|more|up)|der|die|das|deren|dessen|aber|und|qui|dont|mais|que|cuyo|pero|mas|che|ma|maar)\s)/u;

/** "The island's 31,000 residents" are there whatever the rest of the sentence hopes for. */
const GIVEN = /(?:['’]s|\b(?:the|its|their|his|her|our))\s$/iu;

/** Who answers for the number at `at` in the sentence, and how sure it is of it. */
export function claimOf(sentence: string, at: number, language: string): { status: FigureStatus; attributedTo: string | null } {
  const attributedTo = speakerOf(sentence, language);
  if (!GIVEN.test(sentence.slice(0, at)) && isHedged(clauseAround(sentence, at), language)) return { status: 'hedged', attributedTo };
  return { status: attributedTo === null ? 'stated' : 'attributed', attributedTo };
}

/** The clause with the number. A relative clause ends at its comma; the main clause goes on behind it. */
function clauseAround(sentence: string, at: number): string {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  for (const part of sentence.split(CLAUSE)) {
    const from = sentence.indexOf(part, start);
    const isRelative = /^(?:which|who|whose|where|der|die|das|deren|dessen|qui|dont|cuyo|che)\s/u.test(part);
    const comma = isRelative ? part.indexOf(',') : -1;
    if (comma < 0) parts.push({ text: part, start: from });
    else {
      parts.push({ text: part.slice(0, comma), start: from });
      // What follows belongs to the main clause before.
      parts.push({ text: `${part.slice(comma)} ${parts.at(-2)?.text ?? ''}`, start: from + comma });
    }
    start = from + part.length;
  }
  const own = parts.findLastIndex((part) => part.start <= at);
  const next = parts[own + 2];
  const isInterrupted = next !== undefined && next.text.startsWith(',');
  return `${parts[own]?.text ?? sentence} ${isInterrupted ? next.text : ''}`;
}

/** "a better-than-expected 8% jump": the jump is a fact. */
const COMPARED = /\b\p{L}{2,12}-than-\p{L}{2,12}\b/gu;
const COMMENT = /\b(?:perhaps|possibly|probably|likely)\s(?=\p{L}+ly\b)/giu;

function isHedged(clause: string, language: string): boolean {
  // "Perhaps surprisingly" doubts the surprise and not the number.
  const words = ` ${clause
    .replace(COMMENT, '')
    .replace(COMPARED, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' ')} `;
  if (HEARSAY.test(clause) || CONDITIONAL[languageFor(language).code]?.test(clause) === true) return true;
  return languageFor(language).hedges.some((hedge) => words.includes(` ${hedge} `));
}

function speakerOf(sentence: string, language: string): string | null {
  const found = SOURCE.exec(sentence);
  if (found !== null) {
    const rest = sentence.slice(found.index + found[0].length);
    const named = /^[^,;:.!?\p{N}]{2,60}/u.exec(rest)?.[0].trim();
    const source = named === undefined ? '' : trimmed(named, language);
    if (source !== '') return source;
  }
  const published = PUBLISHED.exec(sentence)?.[1];
  if (published !== undefined) return trimmed(published, language);
  for (const verb of languageFor(language).sayingVerbs) {
    const at = wordIndex(sentence, verb);
    if (at < 0) continue;
    const speaker = besideVerb(sentence.slice(0, at).trimEnd(), sentence.slice(at + verb.length).trimStart());
    if (speaker !== null) return speaker;
  }
  return null;
}

/** The first words of a source, up to its verb; no small word is left hanging at the end. */
function trimmed(named: string, language: string): string {
  const subject = named.split(VERB)[0] ?? '';
  const words = /^(?:\S+\s+){0,4}\S+/u.exec(subject)?.[0].split(/(?<=\s)/u) ?? [];
  while (words.length > 0 && languageFor(language).stopwords.includes((words.at(-1) ?? '').trim().toLowerCase())) words.pop();
  return words.join('').trim();
}

/** "Northwind said", "the company says", "said Anna Berg". */
function besideVerb(before: string, behind: string): string | null {
  // "was said to": somebody else speaks, and is not named.
  if (PASSIVE.test(before)) return null;
  const plain = before.replace(ADVERBS, '').replace(/\s?\([^()]{1,20}\)$/u, '');
  // "Deutsche Boerse, the German stock exchange, has said"
  const named = /^(\p{Lu}[^,]{2,40}),\s.{3,120},$/u.exec(plain)?.[1];
  return actorOf(named ?? plain) ?? actorBehind(behind);
}

/** Who speaks without a name and without an article. */
const PEOPLE =
  /\b(?:experts|analysts|economists|officials|police|researchers|scientists|doctors|prosecutors|critics|campaigners|unions|authorities|investigators|lawyers|forecasters|insiders|experten|analysten|ökonomen|forscher|expertos|analistas|experts|esperti|analisti)$/iu;

/** "also said", "has since said" */
const ADVERBS =
  /(?:\s(?:also|later|then|now|has|have|had|since|already|previously|repeatedly|himself|herself|itself|figures|data|statistics|auch|hat|außerdem|également|aussi|a|avait|ont|también|ha|também|anche|ook|heeft))+$/iu;

function actorOf(before: string): string | null {
  const name = namesIn(before).at(-1);
  if (name !== undefined && before.endsWith(name)) {
    // "The Centers for Disease Control" is one name, which its small words part.
    const head =
      /(?:\p{Lu}[\p{L}\p{M}’'-]*\s){1,5}(?:for|of|on)\s(?:the\s)?$/u.exec(before.slice(-name.length - 80, -name.length))?.[0] ?? '';
    return head.replace(/^The\s/u, '') + name;
  }
  const people = PEOPLE.exec(before)?.[0];
  if (people !== undefined) return people;
  const actor = ACTOR.exec(before)?.[0].trim();
  if (
    actor !== undefined &&
    !/\p{N}/u.test(actor) &&
    /^(?:(?:the|a|an|die|der|das|le|la|el|il|de|het|o)\s|l['’])/iu.test(actor) &&
    actor.split(/\s+/u).length <= 6
  )
    return actor;
  return null;
}

/** "informó este martes el Banco Central": what may stand between the verb and its subject. */
const BETWEEN =
  /^(?:(?:este|esta|el|la|los|las|hoy|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo|le|les|lundi|mardi|mercredi|jeudi|vendredi|il|lo|i|gli|o|a|os|as|der|die|das|gestern|heute|am|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)\s)+(?=\p{Lu})/iu;

function actorBehind(words: string): string | null {
  const behind = words.replace(BETWEEN, '');
  const [next] = namesIn(behind);
  if (next !== undefined && behind.startsWith(next)) return next;
  const title = /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)/u.exec(behind);
  if (title !== null && next !== undefined) return next;
  // "…, said the company.", "aldus het waterschap."
  return /^(?:the|der|die|das|le|la|el|il|het|de|o|a)\s(?:[\p{L}’'-]+\s){0,3}[\p{L}’'-]+(?=[.,;]|$)/u.exec(words)?.[0] ?? null;
}

function wordIndex(sentence: string, verb: string): number {
  let from = 0;
  for (;;) {
    // In small letters: the "States" of the United States say nothing.
    const at = sentence.indexOf(verb, from);
    if (at < 0) return -1;
    if (!/[\p{L}\p{M}]/u.test(sentence[at - 1] ?? ' ') && !/[\p{L}\p{M}]/u.test(sentence[at + verb.length] ?? ' ')) return at;
    from = at + verb.length;
  }
}
