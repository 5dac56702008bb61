import { languageFor } from '../../language/tables.ts';
import type { Lexicon } from './number-lexicon.ts';
import type { Measure } from './measured.ts';
import { unitAt } from './units/lexicon.ts';
import type { Role } from './quantity.ts';
import { attached, type Token } from './tokens.ts';

const OPENS_YEAR =
  /^(?:in|since|by|from|until|till|of|during|after|before|early|late|mid|circa|im|seit|bis|von|vor|nach|jahr|jahre|jahres|en|depuis|vers|desde|hasta|hacia|em|desde|até|dal|dall|nel|del|dal|sinds|tot|anno|année|año|ano|jaar|year|fiscal|spring|summer|autumn|fall|winter)$/u;
const REFERENCE =
  /^(?:no|loket|schalter|gleis|linie|sala|salle|canal|kanal|puerta|nos|nr|num|número|numero|numéro|chapter|page|pages|section|article|artikel|kapitel|seite|figure|fig|table|room|route|highway|interstate|motorway|flight|gate|volume|vol|episode|season|version|phase|stage|level|tier|grade|class|type|model|building|floor|block|step|part|line|channel|district|ward|unit|box|suite|isbn|issn|doi|tel|phone|fax|zip|code|postcode|plz|serial|id|chromosome|formula|apollo|platform|terminal|pier|studio)$/u;
/** Whole names of months; the other words of three letters are short forms, and words of their own. */
const SHORT_MONTH = /^(?:mai|mei)$/u;
const ROAD = /^(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd|square|plaza|way)$/u;
const CLOCK_BEHIND = /^(?:am|pm|a\.m|p\.m|uhr|h|hrs|gmt|utc|est|cet|o'clock)$/u;
/** Most groups of digits in a telephone number. */
const TELEPHONE_MAX = 8;
const WORD = /^\p{L}/u;

/** What the number does where it stands. */
export function roleOf(tokens: readonly Token[], measure: Measure, lexicon: Lexicon): Role {
  const { start, end, reading, unit, value } = measure;
  if (reading.isOrdinal) return isDay(tokens, start, end, lexicon) ? 'date' : 'rank';
  const before = tokens[start - 1];
  const behind = tokens[end];
  if (isListNumber(tokens, measure)) return 'list-number';
  if (isCode(tokens, measure)) return 'code';
  // "SCP-173C", "MIL-12 mm": capitals and a hyphen make a name of the number, whatever follows it.
  const maker = tokens[start - 2];
  if (before?.text === '-' && attached(before) && attached(tokens[start]) && maker !== undefined && /^\p{Lu}{2,}$/u.test(maker.text))
    return 'name';
  if (measure.isLoose && before !== undefined && REFERENCE.test(before.lower)) return 'name';
  // "the Under 21s": a team's age, and no seconds.
  if (/^(?:under|u)$/u.test(before?.lower ?? '') && unit === 'second' && tokens[end - 1]?.lower === 's') return 'name';
  // "an under 21 international"
  if (/^(?:under|u)$/u.test(before?.lower ?? '') && TEAM.test(behind?.lower ?? '')) return 'name';
  if (reading.isWords && isTen(tokens, start, end)) return 'name';
  if (isReferred(tokens, measure) || isDialled(tokens, measure, lexicon)) return 'name';
  if (reading.isWords && isTitle(tokens, start, end, lexicon)) return 'name';
  if (isDateInDigits(tokens, measure)) return 'date';
  if (unit !== null || measure.kind === 'ratio') return 'quantity';
  if (isDay(tokens, start, end, lexicon) || isNumericDate(tokens, start, end)) return 'date';
  if (isClock(tokens, start, end)) return 'time';
  // "G7", "H100", "5G", "COVID-19": the number is part of a word.
  const first = tokens[start];
  const glued = (before?.kind === 'word' && attached(first)) || (behind?.kind === 'word' && attached(behind) && !reading.isWords);
  const hyphened =
    before !== undefined && /^[-‐‑.]$/u.test(before.text) && attached(before) && attached(first) && tokens[start - 2]?.kind === 'word';
  // "3-D"
  const letter = behind !== undefined && /^[-‐‑]$/u.test(behind.text) && attached(behind) ? tokens[end + 1] : undefined;
  const isLettered = letter !== undefined && attached(letter) && /^\p{Lu}$/u.test(letter.text);
  if (!reading.isWords && (glued || hyphened || isLettered)) return 'name';
  if (isYear(tokens, measure, lexicon)) return 'year';
  // "class of '83", "gli anni ’90"
  if (before !== undefined && /^['’‘]$/u.test(before.text) && attached(first) && before.spaced && reading.isPlain && value < 100)
    return 'year';
  // "in the year 70", "im Jahr 70", but not "last year 70 firms"
  if (/^(?:year|jahr|jahre)$/u.test(before?.lower ?? '') && /^(?:the|im)$/u.test(tokens[start - 2]?.lower ?? '')) return 'year';
  if (isGermanOrdinal(tokens, measure, lexicon)) return 'rank';
  // "this season 40,000 fans came": things that are counted follow.
  const isCounting = value >= 1000 && /^\p{Ll}+s$/u.test(tokens[end]?.text ?? '');
  if (before !== undefined && !reading.isWords && isReference(before) && value < 100_000 && !isCounting) return 'name';
  if (before?.text === '.' && REFERENCE.test(tokens[start - 2]?.lower ?? '') && attached(before)) return 'name';
  if (reading.isPlain && isAddress(tokens, end, value, lexicon)) return 'name';
  return isPartOfName(tokens, measure, lexicon) ? 'name' : 'quantity';
}

const TEAM = /^(?:international|star|side|team|squad|level|player|captain|striker|goalkeeper|defender|midfielder|manager|coach)s?$/u;

/** "ten Hoopen", "Ten Brink": a Dutch name, and no ten of them. */
function isTen(tokens: readonly Token[], start: number, end: number): boolean {
  const [own, name, next] = [tokens[start], tokens[end], tokens[end + 1]];
  const isAlone = end === start + 1 && own?.lower === 'ten' && name?.kind === 'word';
  return (
    isAlone &&
    /^\p{Lu}\p{Ll}+[^s\P{L}]$/u.test(name.text) &&
    !/^(?!(?:was|is|has|does|says)$)\p{L}+s$|^(?:people|men|women|children)$/u.test(next?.lower ?? '')
  );
}

/** "page", "flight"; and "World War", "Area", where they are names. */
function isReference({ text, lower }: Token): boolean {
  return REFERENCE.test(lower.replace('.', '')) || /^(?:War|Area)$/u.test(text);
}

/** "Channel Five", "at number six", "phase two": the word in front says which one, and not how many. */
function isReferred(tokens: readonly Token[], { start, end, reading, unit, value }: Measure): boolean {
  const before = tokens[start - 1];
  if (unit !== null || value > 99 || before === undefined || !tokens[start]?.spaced) return false;
  // "the Norvik number 10"
  const isPointed = before.lower === 'number' || (reading.isWords && before.lower.length > 2 && isReference(before));
  // "part three times": things that are counted follow.
  return isPointed && !/^\p{Ll}+s$/u.test(tokens[end]?.text ?? '');
}

/** "called 911", "dial 112" */
function isDialled(tokens: readonly Token[], { start, end, reading, unit }: Measure, lexicon: Lexicon): boolean {
  const [token, verb] = [tokens[start], tokens[start - 1]?.lower ?? ''];
  const isAlone = end === start + 1 && reading.isPlain && token?.text.length === 3 && unit === null;
  const next = tokens[end];
  // "called 200 people"
  return isAlone && DIALS.test(verb) && (next?.kind !== 'word' || lexicon.table.stopwords.includes(next.lower));
}
const DIALS =
  /^(?:call|calls|called|calling|dial|dials|dialled|dialed|dialling|dialing|phone|phoned|phoning|ring|rang|rings|anrufen|wählen|wählte|appeler|appelé|composer|llamar|llamó|llame|marcar|ligar|ligou|ligue|chiamare|chiamato|bellen|belde|belt)$/u;

function isDay(tokens: readonly Token[], start: number, end: number, lexicon: Lexicon): boolean {
  const months = new Set(lexicon.table.calendar.months);
  const plain = (token: Token | undefined) =>
    token !== undefined && token.kind === 'word' && months.has(token.lower) && /^\p{Lu}|^(?:de|d)/u.test(token.text);
  const lower = (token: Token | undefined) =>
    token !== undefined && token.kind === 'word' && (token.lower.length > 3 || SHORT_MONTH.test(token.lower)) && months.has(token.lower);
  const month = (token: Token | undefined) => plain(token) || lower(token);
  let next = end;
  if (/^[.,]$/u.test(tokens[next]?.text ?? '')) next += 1;
  if (/^(?:of|de|del|di)$/u.test(tokens[next]?.lower ?? '')) next += 1;
  if (month(tokens[next])) return true;
  const previous = /^[.,]$/u.test(tokens[start - 1]?.text ?? '') ? start - 2 : start - 1;
  // "June 8 and 16", and "on may 2" where nothing has capitals.
  const isSecond = /^(?:and|or|to|und|et|y|e|en)$/u.test(tokens[start - 1]?.lower ?? '') && tokens[start - 2]?.kind === 'digits';
  if (isSecond && plain(tokens[start - 3]) && tokens[end]?.kind !== 'word') return true;
  if (tokens[start - 1]?.lower === 'may' && /^(?:on|until|till|by|since|before|after)$/u.test(tokens[start - 2]?.lower ?? '')) return true;
  return month(tokens[previous]) || (tokens[start - 1]?.text === ',' && month(tokens[start - 3]));
}

/** `22.11.2026`, `11/22/2026`, `2026-11-22`. */
function isNumericDate(tokens: readonly Token[], start: number, end: number): boolean {
  const mark = /^[./-]$/u;
  const next = tokens[end];
  const joinedAhead =
    next !== undefined && mark.test(next.text) && attached(next) && tokens[end + 1]?.kind === 'digits' && attached(tokens[end + 1]);
  const last = tokens[start - 1];
  const joinedBehind =
    last !== undefined && mark.test(last.text) && attached(last) && attached(tokens[start]) && tokens[start - 2]?.kind === 'digits';
  return joinedAhead || joinedBehind;
}

function isClock(tokens: readonly Token[], start: number, end: number): boolean {
  const colonAhead = tokens[end]?.text === ':' && attached(tokens[end]) && tokens[end + 1]?.kind === 'digits' && attached(tokens[end + 1]);
  const colonBehind =
    tokens[start - 1]?.text === ':' && attached(tokens[start - 1]) && attached(tokens[start]) && tokens[start - 2]?.kind === 'digits';
  const word = tokens[end]?.lower ?? '';
  return colonAhead || colonBehind || CLOCK_BEHIND.test(word) || (/^[ap]$/u.test(word) && tokens[end + 1]?.text === '.');
}

function isYear(tokens: readonly Token[], { start, end, reading, value }: Measure, lexicon: Lexicon): boolean {
  if (!reading.isPlain || value < 1000 || value > 2200) return false;
  const before = tokens[start - 1];
  const behind = tokens[end];
  if (behind === undefined || behind.kind !== 'word') return true;
  if (before !== undefined && OPENS_YEAR.test(before.lower)) return true;
  // "the 2004 awards"
  if (value >= 1900 && value <= 2100 && /^(?:the|die|der|das|les|los|las|os|gli|de|het|s)$/u.test(before?.lower ?? '')) return true;
  if (value >= 1500 && isStopword(behind, lexicon)) return true;
  // "the 2018 flu season": a year in front of one thing; a count stands in front of several.
  return value >= 1900 && value <= 2100 && lexicon.table.code === 'en' && !/s$|^(?:people|men|women|children)$/u.test(behind.lower);
}

/** "die 56. Runde": the full stop of a German ordinal, in front of its noun. */
function isGermanOrdinal(tokens: readonly Token[], { start, end, reading, value }: Measure, lexicon: Lexicon): boolean {
  const mark = tokens[end];
  const isPlain = lexicon.table.code === 'de' && reading.isPlain && value < 1000 && start > 0;
  return isPlain && mark?.text === '.' && attached(mark) && tokens[end + 1]?.spaced === true && /^\p{L}/u.test(tokens[end + 1]?.text ?? '');
}

/** "221 Baker Street", and outside German, where every noun has a capital, "75001 Paris". */
function isAddress(tokens: readonly Token[], end: number, value: number, lexicon: Lexicon): boolean {
  const isCapital = (at: number) => /^\p{Lu}/u.test(tokens[at]?.text ?? '');
  if (!isCapital(end)) return false;
  if ([1, 2, 3].some((ahead) => isCapital(end + ahead) && ROAD.test(tokens[end + ahead]?.lower ?? ''))) return true;
  return lexicon.table.code !== 'de' && value >= 10_000 && value < 100_000;
}

/** "9/11", "7/7": a day that has become a name. */
function isDateInDigits(tokens: readonly Token[], { start, reading }: Measure): boolean {
  const [day, slash, month] = tokens.slice(start, start + 3).map(({ text }) => text);
  return reading.isFraction && slash === '/' && NAMED_DAYS.has(`${day}/${month}`);
}
const NAMED_DAYS = new Set(['9/11', '11/9', '7/7', '24/7']);

/** "Fifty Shades of Grey", "Radio Two", "Sixty Minutes": capitals on both where no sentence begins. */
function isTitle(tokens: readonly Token[], start: number, end: number, lexicon: Lexicon): boolean {
  const before = tokens[start - 1];
  const isQuoted = /^["“„«‘']$/u.test(before?.text ?? '');
  const isOpening = !isQuoted && (before === undefined || /^[.!?:;–—•*-]$/u.test(before.text) || tokens[start]?.broken === true);
  const isCapital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? '');
  const isBeside = isCapital(tokens[end]) || isCapital(tokens[start + 1]) || (before?.kind === 'word' && isCapital(before));
  return !isOpening && lexicon.table.code !== 'de' && isCapital(tokens[start]) && isBeside;
}

/** "Colossus 1", "Boeing 737 jets", "Claude 3.5": a small or plain number right behind a name. */
function isPartOfName(tokens: readonly Token[], { start, end, reading, value }: Measure, lexicon: Lexicon): boolean {
  // "737 MAX 8"
  if (reading.isPlain && /^\p{Lu}{2,}$/u.test(tokens[end]?.text ?? '') && tokens[end + 1]?.kind === 'digits') return true;
  const before = tokens[start - 1];
  if (reading.isWords || before === undefined || before.kind !== 'word' || !tokens[start]?.spaced) return false;
  if (!/^\p{Lu}/u.test(before.text) || isStopword(before, lexicon) || value >= 10_000) return false;
  // German nouns are all capitals: "hat der Ort 52 Läden".
  if (lexicon.table.code === 'de' && /^\p{Lu}/u.test(tokens[end]?.text ?? '')) return false;
  const isFirst = start === 1 || /^[.!?:"“„«(\n]$/u.test(tokens[start - 2]?.text ?? '') || before.broken;
  const known = Object.values(lexicon.table.numbers.qualifiers).flat().includes(before.lower) || lexicon.atoms.has(before.lower);
  if (known) return false;
  if (!isFirst || tokens[end]?.kind !== 'word') return true;
  // "Boeing 737 jets", but not "Another 40 people".
  return (
    lexicon.table.code === 'en' &&
    value < 1000 &&
    !/ly$|^(?:another|exactly|last|next|first|today|yesterday|total|police)$/u.test(before.lower)
  );
}

/** Reference and telephone numbers: three and more groups of digits with dashes, or a number sign before it. */
function isCode(tokens: readonly Token[], { start, end }: Measure): boolean {
  const [own, before, next] = [tokens[start], tokens[start - 1], tokens[end]];
  if (/^[#№]$/u.test(before?.text ?? '') && attached(own)) return true;
  // "§ 5 Abs. 3", "(Art. 16)": where it stands in a law.
  if (before?.text === '§' || (before?.text === '.' && LAW.test(tokens[start - 2]?.lower ?? ''))) return true;
  // "0431 160333", "04103 Leipzig": no amount is written with a nought in front.
  if (isDialCode(own) && (own?.text.length !== 4 || next?.kind === 'digits')) return true;
  if (isDialCode(before) && own?.kind === 'digits' && own.spaced) return true;
  if (isTelephone(tokens, start)) return true;
  let groups = 1;
  const isGlued = (at: number) => attached(tokens[at]) && attached(tokens[at + 1]) && /^[-./]$/u.test(tokens[at]?.text ?? '');
  for (let at = end; groups < 3 && isGlued(at) && tokens[at + 1]?.kind === 'digits'; at += 2) groups += 1;
  for (let at = start - 1; groups < 3 && isGlued(at) && tokens[at - 1]?.kind === 'digits'; at -= 2) groups += 1;
  return groups >= 3;
}

const LAW = /^(?:art|abs|ziff|inc|cpv)$/u;

function isDialCode(token: Token | undefined): boolean {
  return token?.kind === 'digits' && /^0\d{3,}$/u.test(token.text);
}

/** `+46 8 123 456 78`: groups of digits with nothing between them but blanks, behind a plus sign. */
function isTelephone(tokens: readonly Token[], start: number): boolean {
  const [open, close, first, dash] = [tokens[start - 1], tokens[start + 1], tokens[start + 2], tokens[start + 3]];
  if (open?.text === '(' && close?.text === ')' && first?.kind === 'digits' && dash?.text === '-' && attached(dash)) return true;
  let at = start;
  while (at > 0 && start - at < TELEPHONE_MAX && tokens[at - 1]?.kind === 'digits') at -= 1;
  return tokens[at - 1]?.text === '+' && attached(tokens[at]) && tokens[at + 1]?.kind === 'digits' && tokens[at + 2]?.kind === 'digits';
}

function isListNumber(tokens: readonly Token[], { start, end, reading, value }: Measure): boolean {
  const mark = tokens[end];
  return (
    start === 0 &&
    reading.isPlain &&
    value < 100 &&
    mark !== undefined &&
    /^[.)]$/u.test(mark.text) &&
    attached(mark) &&
    tokens[end + 1]?.spaced === true &&
    WORD.test(tokens[end + 1]?.text ?? '') &&
    unitAt(tokens, end, 'en') === null
  );
}

function isStopword(token: Token, lexicon: Lexicon): boolean {
  return languageFor(lexicon.table.code).stopwords.includes(token.lower);
}
