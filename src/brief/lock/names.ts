import { peopleOf } from '../../language/peoples.ts';
import { relativesOf } from '../../language/relations.ts';
import { languageFor } from '../../language/tables.ts';
import type { Article } from '../../model/article.ts';
import { findQuantities } from '../figures/quantities.ts';
import { namesIn } from '../names.ts';
import { wordsOf } from '../words.ts';
import { kinshipOf, type Evidence, type Token } from './evidence.ts';
import type { Fault } from './fault.ts';
import { stands } from './stands.ts';

/** Sentences before a cited one in which whom its pronouns mean may be named. */
const REACH = 8;
/** The article's own words say so often whom it is about that any of its sentences may mean him. */
const MAIN = 3;
/** So many words may stand between the parts of one name: "Doctor A. B. Smith". */
const GAP = 3;
const ALIKE = 0.9;

/**
 * Names that neither stand in the cited sentences nor can be meant by them, and names put together of two people's.
 * A name may be told where a sentence only has a pronoun or "the judge" for it: then it stands close before, or is whom
 * the article is about.
 */
export function nameFaults(
  { claim, tokens, given, language }: Evidence,
  cited: readonly number[],
  article: Article,
  isCopy: boolean,
): Fault[] {
  const source = cited.map((id) => textOf(article, id)).join('\n');
  // "240 MWh": a unit is compared as one.
  const measured = findQuantities(claim.sentence, language).map(({ span }) => span);
  const isMeasure = (at: number) => {
    const start = claim.words[at]?.start ?? -1;
    return measured.some((span) => start >= span.start && start < span.end);
  };
  const names = tokens.filter((token) => !isMeasure(token.at) && isName(token, claim.words[token.at]?.text ?? '', language, article));
  // A copy that leaves one name out has perhaps put another in its place.
  const isExchanged =
    isCopy &&
    given.some((other) => other.part === 'PROPN' && other.isContent && !tokens.some((token) => isOneName(token, other, language)));
  const strange = names.filter(
    (token) =>
      !isGiven(token, given, source, language) &&
      (isExchanged || (isCopy && isPatched(token, names, article)) || !isMeant(token, names, given, cited, article)),
  );
  if (strange.length > 0) return strange.map(({ at }) => ({ kind: 'name', words: claim.words[at]?.text ?? '' }));
  return gluedNames(names, claim.sentence, claim.words, article);
}

/** In a copy: a name beside another one, where the article nowhere has the two in this order. */
function isPatched(token: Token, names: readonly Token[], article: Article): boolean {
  return names.some(({ at, lower }) => {
    if (Math.abs(at - token.at) !== 1) return false;
    return !standsIn(at < token.at ? `${lower} ${token.lower}` : `${token.lower} ${lower}`, article.text);
  });
}

/** A proper noun; in German, where nouns have capitals too, only what the grammar takes for one. */
function isName(token: Token, text: string, language: string, article: Article): boolean {
  const { part, at, lower } = token;
  if (!/^\p{Lu}/u.test(text) || text.length < 2) return false;
  const { calendar } = languageFor(language);
  if (calendar.months.includes(lower) || calendar.weekdays.includes(lower)) return false;
  if (part === 'PROPN') return at > 0 || !(stands(lower, article.text) || isCommon(token.stem, language) || isRole(lower));
  // "Nottinghamshire police", read as an adjective: inside a sentence a capital is a name's in most languages.
  return (
    languageFor(language).code !== 'de' &&
    at > 0 &&
    part !== 'PRON' &&
    part !== 'DET' &&
    !stands(lower, article.text) &&
    namesIn(`x ${text}`).length > 0
  );
}

/** "Spokesman John Pavlik", "Sceptics who …": what somebody is, and not who. */
export function isRole(lower: string): boolean {
  return ROLE.test(lower);
}
const ROLE =
  /^(?:(?:spokes|congress|assembly|council|business|police|fire|chair|sales|sports)(?:m[ae]n|wom[ae]n|persons?|people)|(?:scept|skept|cr[ií]t)ics?|(?:expert|analyst|economist|official|investor|researcher|scientist|supporter|backer|opponent|campaigner|activist|investigator|prosecutor|lawyer|doctor|detective|resident|relative|colleague|fan|shareholder|lawmaker|senator|minister|governor|professor|pilot|driver|striker|midfielder|defender|goalkeeper|coach|captain|actor|singer|author|designer|director|commissioner|inspector|sergeant|officer|reporter|teacher|student|worker|employee|voter|protester|demonstrator|migrant|survivor|victim|tourist|visitor|viewer|reader|customer|consumer|user|developer|engineer)s?|mayors?|jurors?|actress(?:es)?|coaches|witness(?:es)?)$/u;

/** A word of the dictionary: at the front of a sentence its capital says nothing. */
function isCommon(stem: string, language: string): boolean {
  return relativesOf(stem, language).near.size > 0;
}

/** The same name, its people or an ending more: "Africa" and "African". */
function isOneName(a: Pick<Token, 'lower' | 'stem'>, b: Pick<Token, 'lower' | 'stem'>, language: string): boolean {
  if (a.lower === b.lower || kinshipOf(a, b, language) >= ALIKE) return true;
  const [short, long] = a.lower.length < b.lower.length ? [a.lower, b.lower] : [b.lower, a.lower];
  // "Himalayas" and "Himalayan"
  const bareOf = (name: string) => name.replace(/(?:ns|s|n)$/u, '');
  if (bareOf(short).length >= LONG && bareOf(short) === bareOf(long)) return true;
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 3;
}
/** Letters of a name that stay when its ending goes. */
const LONG = 6;

function isGiven(token: Token, given: readonly Token[], source: string, language: string): boolean {
  if (given.some((other) => isOneName(token, other, language))) return true;
  // "A350s", "U.S."
  const isCode = /\p{N}/u.test(token.lower) && source.toLowerCase().includes(token.lower.replace(/s$/u, ''));
  return isCode || standsIn(token.lower, source) || isShort(token.lower, source) || isAlso(token.lower, source);
}

/** "IMF" for the International Monetary Fund, and the other way round. */
function isShort(lower: string, source: string): boolean {
  const letters = lower.replace(/\./gu, '');
  if (letters.length < 2 || letters.length > 6) return false;
  return (
    longNames(source).some((initials) =>
      letters.length > 2 ? initials.startsWith(letters) || initials.endsWith(letters) : initials === letters,
    ) || source.replace(DOTTED, (found) => found.replaceAll('.', '')).includes(letters.toUpperCase())
  );
}

/** "U.N." */
const DOTTED = /\b(?:\p{Lu}\.){2,}/gu;

/** The first letters of every run of capitals, without the small words in between: "usc" for the University of Southern California. */
export function longNames(source: string): string[] {
  const runs = [...source.matchAll(RUN)].map(([run]) => run.replace(/^The\s/u, ''));
  // "Ada Berg of The Norvik Post"
  const bodies = runs.flatMap((run) => run.split(/\s(?:of|for) (?:[Tt]he\s)?/u).slice(1));
  return [...runs, ...bodies].map((run) => (run.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('').toLowerCase());
}

const RUN = /\p{Lu}[\p{L}\p{N}.’'-]*(?:\s(?:(?:of|and|for|the|on|de|la|del|des|du|für|e|y|et|und|&)\s){0,2}\p{Lu}[\p{L}\p{N}.’'-]*)+/gu;

/** Names that everybody knows by more than one word. */
const ALSO: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:tv|television)$/u, /\b(?:TV|television|televised)\b/iu],
  [/^(?:britain|uk|u\.k\.?|british|britons?|kingdom)$/u, /\b(?:UK|U\.K\.|United Kingdom|Brit(?:ain|ish|ons?))/u],
  [/^(?:us|u\.s\.?|usa|america|americans?|united|states)$/u, /\b(?:US|U\.S\.|USA|United States|Americans?)(?!\p{L})/u],
  [/^(?:lib|dems|liberals?|democrats?)$/u, /\bLib(?:eral)? Dem/u],
  [/^(?:tory|tories|conservatives?)$/u, /\b(?:Tory|Tories|Conservatives?)\b/u],
  [/^(?:washington|dc|d\.c\.?)$/u, /\b(?:Washington|DC|D\.C\.)/u],
  [/^oscars?$/u, /\b(?:Oscars?|Academy Awards?)\b/u],
  [/^(?:eu|european|union)$/u, /\b(?:EU|European Union)\b/u],
  [/^(?:senate|senators?)$/u, /\bsenat(?:e|ors?)\b/iu],
  [/^congress(?:m[ae]n|wom[ae]n)?$/u, /\bcongress/iu],
  [/^washington$/u, /\b(?:US|U\.S\.|American|Obama|Bush|Biden|Trump) (?:government|administration)\b|\bWhite House\b/u],
  [/^texas$/u, /\bTexan/u],
  [/^(?:sen\.?|senator)$/u, /\b(?:Sen\.|Senator)/u],
  [/^(?:gov\.?|governor)$/u, /\b(?:Gov\.|[Gg]overnor)/u],
  [/^(?:rep\.?|representative|congress(?:m[ae]n|wom[ae]n))$/u, /\b(?:Rep\.|Representative|Congress(?:man|woman))/u],
  [/^(?:prof\.?|professor)$/u, /\b(?:Prof\.|[Pp]rofessor)/u],
  [/^(?:gen\.?|general)$/u, /\b(?:Gen\.|General)/u],
  [
    /^(?:lt\.?|lieutenant|sgt\.?|sergeant|col\.?|colonel|capt\.?|captain)$/u,
    /\b(?:Lt|Lieutenant|Sgt|Sergeant|Col|Colonel|Capt|Captain)\b/u,
  ],
  [/^twitter$/u, /\btweet/iu],
  [/^(?:eastern|pacific)$/u, /\b[EP][SD]?T\b/u],
  [
    /^(?:brussels|brüssel|bruxelles|bruselas)$/u,
    /European (?:Commission|Union)|EU-Kommission|Commission européenne|Comisión Europea|\bEU\b/u,
  ],
  [/^kabul$/u, capital('Afghan')],
  [/^(?:moscow|kremlin)$/u, capital('Russian')],
  [/^beijing$/u, capital('Chinese')],
  [/^tehran$/u, capital('Iranian')],
  [/^pyongyang$/u, capital('North Korean')],
  [/^seoul$/u, capital('South Korean')],
  [/^tokyo$/u, capital('Japanese')],
  [/^(?:delhi|new)$/u, capital('Indian')],
  [/^islamabad$/u, capital('Pakistani')],
  [/^baghdad$/u, capital('Iraqi')],
  [/^damascus$/u, capital('Syrian')],
  [/^ankara$/u, capital('Turkish')],
  [/^(?:kyiv|kiev)$/u, capital('Ukrainian')],
];

/** A capital stands for those who govern there. */
function capital(people: string): RegExp {
  return new RegExp(`\\b${people} (?:government|administration|officials?|authorities|leaders?(?:hip)?|military|troops|president)\\b`, 'u');
}

function isAlso(lower: string, source: string): boolean {
  return ALSO.some(([own, other]) => own.test(lower) && other.test(source));
}

/** Named in the headline, close before a cited sentence, or again and again. */
function isMeant(token: Token, names: readonly Token[], given: readonly Token[], cited: readonly number[], article: Article): boolean {
  const { lower } = token;
  const { sentences, text, title, language } = article;
  if (isWholeName(token, names, given, article)) return true;
  if (peopleOf(token.stem, language).some((stem) => wordsOf(text, language).some((word) => word.stem === stem))) return true;
  // "the Surats"
  const ofFamily = lower.length >= LONG ? lower.replace(/s$/u, '') : lower;
  const inside = sentences.filter(({ span }) => [lower, ofFamily].some((name) => standsIn(name, text.slice(span.start, span.end))));
  if (inside.length === 0) return title !== null && standsIn(lower, title);
  const isClose = inside.some(({ id }) => cited.some((one) => id <= one && one - id <= REACH));
  return isClose || inside.length >= MAIN || (title !== null && standsIn(lower, title)) || inside.some(({ id }) => id < 2);
}

/** "Fraser" of "Fraser Kemp", where the sentence has Kemp. */
function isWholeName(token: Token, names: readonly Token[], given: readonly Token[], article: Article): boolean {
  const beside = names.filter(({ at }) => Math.abs(at - token.at) === 1);
  return beside.some((other) => given.some(({ lower }) => lower === other.lower) && isNear(token, other, article));
}

/** Two names side by side that the article has, but nowhere together. */
function gluedNames(names: readonly Token[], claim: string, words: Evidence['claim']['words'], article: Article): Fault[] {
  return names.flatMap((first, index) => {
    const second = names[index + 1];
    const [a, b] = [words[first.at], words[second?.at ?? -1]];
    if (
      second === undefined ||
      [first, second].some((one) => isCommon(one.stem, article.language)) ||
      first.lower.endsWith('.') ||
      // "Indiana Gov. Ole Lind"
      /^(?:gov|sen|rep|mayor|governor|senator)\b/u.test(second.lower) ||
      a === undefined ||
      b === undefined ||
      claim.slice(a.end, b.start).trim() !== ''
    )
      return [];
    const [near, known] = [isNear(first, second, article), standsIn(first.lower, article.text) && standsIn(second.lower, article.text)];
    return known && !near ? [{ kind: 'name' as const, words: `${a.text} ${b.text}` }] : [];
  });
}

/** Do the two stand close together somewhere, in whatever form? */
function isNear(first: Token, second: Token, article: Article): boolean {
  const words = plainWordsOf(article);
  const [one, other] = [first, second].map(({ lower, stem }) => ({ lower: bare(lower), stem })) as [PlainWord, PlainWord];
  const isIt = (word: PlainWord, name: PlainWord) => word.lower === name.lower || kinshipOf(name, word, article.language) >= ALIKE;
  return words.some(
    (word, at) => isIt(word, other) && words.slice(Math.max(0, at - GAP - 1), at + GAP + 2).some((near) => isIt(near, one)),
  );
}

type PlainWord = Pick<Token, 'lower' | 'stem'>;

/** Every claim of an article is held against the same words. */
const read = new WeakMap<Article, readonly PlainWord[]>();

function plainWordsOf(article: Article): readonly PlainWord[] {
  const words =
    read.get(article) ??
    wordsOf(article.text, article.language).flatMap(({ text, stem }) => text.split(/[-’']/u).map((part) => ({ lower: bare(part), stem })));
  read.set(article, words);
  return words;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.]$/u, '');
}

function standsIn(lower: string, text: string): boolean {
  return stands(lower, text.toLowerCase());
}

function textOf({ sentences, text }: Article, id: number): string {
  const span = sentences[id]?.span;
  return span === undefined ? '' : text.slice(span.start, span.end);
}
