import { languageFor } from '../../language/tables.ts';
import type { FigureStatus } from '../../model/figure.ts';
import { openerOf, plannerOf, speakerOf, subjectOfParticiple } from './speaker.ts';

/** "was reported to have": said by nobody in particular. */
const HEARSAY = /\b(?:is|are|was|were|been) (?:said|reported|rumou?red|alleged|understood|believed|thought) to\b/iu;
/** What is to come, by the form of its verb: planned, and not yet so. */
const FUTURE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:will|shall)\b(?!['’])|\p{L}['’]ll\b/iu,
  fr: /(?<!\p{L})(?!(?:op|cam|guer|chol|lib|agend))\p{L}{1,12}(?:era|eront|ira|iront|dra|dront|vra|vront|tra|tront|aura|auront)(?!\p{L})/u,
  es: /\p{L}(?:ará|arán|erá|erán|irá|irán|drá|drán|brá|brán)(?!\p{L})/iu,
  pt: /\p{L}(?:ará|arão|erá|erão|irá|irão)(?!\p{L})|(?<!\p{L})(?:será|serão|terá|terão|irá|irão)(?!\p{L})/iu,
  it: /\p{L}(?:erà|eranno|irà|iranno|arà|aranno|rrà|rranno|drà|dranno)(?!\p{L})|(?<!\p{L})(?:sarà|saranno|avrà|avranno)(?!\p{L})/iu,
};
/** Verb forms that are conditional by their ending, where it means nothing else. */
const CONDITIONAL: Readonly<Record<string, RegExp>> = {
  fr: /(?:\p{L}e|au|oud|iend|rend|ev|our)rai(?:t|ent)(?!\p{L})/iu,
  es: /(?<!\p{L})(?!(?:secret|comis|not)aría)\p{L}+(?:arían?|erían|irían?|drían?|brían?)(?!\p{L})|(?<!\p{L})(?:sería|debería|haría)(?!\p{L})/iu,
  pt: /\p{L}(?:aria|eria|iria)m(?!\p{L})|(?<!\p{L})(?:seria|teria|poderia|haveria|deveria|custaria)(?!\p{L})/iu,
  it: /\p{L}rebbe(?:ro)?(?!\p{L})/iu,
};

/** What a firm tells its shareholders to expect. */
export const OUTLOOK = /\b(?:looking ahead|guidance (?:of|for|to)|outlook (?:of|for))\b/iu;

/** Opens a clause that has a verb of its own, so that a hedge on the other side says nothing about it. */
const CLAUSE =
  /;\s|\s(?:--|[-–—])\s|,\s(?=\p{L}{3,}ing\b)|\s(?=(?:after|while|despite|without)\s\p{L}+ing\b)|,\s(?=(?:which|who|whose|where|so|but|although|though|because|and (?:the|a|it|they|he|she|its|about|some|around|nearly|more|up)|der|die|das|deren|dessen|aber|und|qui|dont|mais|que|cuyo|pero|mas|che|ma|maar)\s)/u;

/** "The island's 31,000 residents" are there whatever the rest of the sentence hopes for. */
export const GIVEN =
  /(?:(?<!\b(?:it|he|she|that|there|what|who))['’]s|\b(?:the|its|their|his|her|our))\s(?:(?!(?:more|fewer|over|under|up|about|around|some|nearly|almost|at|of|in|to|and|or|for|by|from|with|are|were|be|will|would|could|may|might|should|said|new|extra)\s)(?!\p{L}*(?:expect|estimat|project|plan|propos|report|alleg|possib|potent|likel|forecast|predict|hope|target|addition|believ|thought|fear)\p{L}*|\p{L}+s\s)\p{Ll}+\s){0,2}$/iu;

export interface Claim {
  status: FigureStatus;
  attributedTo: string | null;
}

/** Who answers for the number at `at` in the sentence, and how sure it is of it. */
export function claimOf(sentence: string, at: number, language: string): Claim {
  return claimBy(speakerOf(sentence, language), sentence, at, language);
}

/** The same for a figure: whose plan it is and whose words it stands in count, too. */
export function figureClaimOf(sentence: string, at: number, language: string): Claim {
  const quote = quoteAround(sentence, at);
  const saying = sentence.slice(0, at) + sentence.slice(at).replace(ABOUT_ANOTHER, '');
  // "Berg, who won $2m, ended by saying “thanks”": the number is not what is said.
  const told =
    quote === null && ONLY_QUOTED.test(sentence.slice(at))
      ? null
      : (speakerOf(saying, language) ?? subjectOfParticiple(saying, at, language));
  const quoted = told === null && quote !== null && quote > 0 ? openerOf(sentence) : null;
  const claim = claimBy(told ?? quoted ?? plannerOf(sentence.replace(WAIT, ''), language), sentence, at, language);
  return quote !== null && claim.status === 'stated' ? { ...claim, status: 'attributed' } : claim;
}
/** "grew by 4%, impressive in a country which the World Bank says does well": the bank speaks of the country. */
const ABOUT_ANOTHER = /\s(?:which|whom)\s(?:the\s)?\p{Lu}.*$/su;
const ONLY_QUOTED = /^[^"“]*\b(?:saying|by saying)\s["“][^"”]*["”][.!]?$/u;
/** Fewer words in quotation marks are a name or an irony. */
const QUOTE_MIN = 4;

/** Where the quotation with the character at `at` begins; null when it stands in none. */
function quoteAround(sentence: string, at: number): number | null {
  for (const match of sentence.matchAll(/["“„«]([^"“”„«»]{1,600})(?:["”“»]|$)/gu)) {
    const isAround = match.index < at && at < match.index + match[0].length;
    if (isAround && (match[1] ?? '').trim().split(/\s+/u).length >= QUOTE_MIN) return match.index;
  }
  return null;
}

function claimBy(attributedTo: string | null, sentence: string, at: number, language: string): Claim {
  if (!GIVEN.test(sentence.slice(0, at)) && hedgesIn(clauseAround(sentence, at), language)) return { status: 'hedged', attributedTo };
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
/** "el tiempo de espera": waiting, and not hoping. */
const WAIT = /\b(?:de|da|la|una|em|en) espera\b/giu;
const COMMENT = /\b(?:perhaps|possibly|probably|likely)\s(?=\p{L}+ly\b)|\b(?:more|less|most|least)\slikely\b/giu;

/** Does a stretch of words doubt, plan or report: by a hedge, or by the form of its verbs? */
export function hedgesIn(clause: string, language: string, isFutureDoubt = true): boolean {
  // "Perhaps surprisingly" doubts the surprise and not the number.
  const words = ` ${clause
    .replace(COMMENT, '')
    .replace(WAIT, '')
    .replace(COMPARED, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}'’]+/gu, ' ')} `;
  const { code } = languageFor(language);
  if (
    HEARSAY.test(clause) ||
    CONDITIONAL[code]?.test(clause) === true ||
    (isFutureDoubt && FUTURE[code]?.test(clause) === true) ||
    OUTLOOK.test(clause)
  )
    return true;
  return languageFor(language).hedges.some((hedge) => words.includes(` ${hedge} `));
}
