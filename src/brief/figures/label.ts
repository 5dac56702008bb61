import { languageFor } from '../../language/tables.ts';
import type { Span } from '../../model/article.ts';
import { wordsOf, type Word } from '../words.ts';
import type { Quantity } from './quantity.ts';

const MAX_WORDS = 7;
/** How far a label may be from its number, in UTF-16 units. */
const REACH = 160;
/** Marks that end a noun phrase. */
const PARTITIVE = /^(?:of|de|d|von|der|des|di|del|van)$/u;
const BREAK = /[,;:.!?()"“”„«»—–\n|]|\s-\s/u;
/** Marks behind which something new begins, so that what stands before them is no label of what stands behind. */
const ASIDE = /[,;:.!?()"“”„«»–—]|--|\s-\s/u;
/** "a 3% rise in prices": the number belongs to what follows. */
const ARTICLE = /(?<!\p{L})(?:an?|the|its|their|his|her|ein|eine|einen|einem|einer)\s$/iu;
/** Small words that hold a noun phrase together, by language. */
const LINKS: Readonly<Record<string, RegExp>> = {
  en: /^(?:of|in|for|on)$/iu,
  de: /^(?:von|in|für|der|des)$/iu,
  fr: /^(?:de|des|du|d)$/iu,
  es: /^(?:de|del)$/iu,
  it: /^(?:di|del|dello|della|dei|degli|delle)$/iu,
  pt: /^(?:de|do|da|dos|das)$/iu,
  nl: /^(?:van|in)$/iu,
};
const DETERMINER =
  /^(?:the|more|other|further|additional|its|their|his|her|our|a|an|new|all|these|those|der|die|das|den|dem|des|ein|eine|einen|einer|le|la|les|un|une|el|los|las|una|o|os|as|um|uma|il|lo|i|gli|de|het|een)$/iu;
/** Prepositions that tie a number to the noun before it: "a power of more than 300 megawatts". */
const TIES = /^(?:worth|at|of|by|to|from|for|with|auf|um|von|bei|mit|à|de|en|por|al|em|di|del|op|met|van)$/iu;
const WHEN = /^(?:last|this|next|per|each|every|a|an|today|yesterday|pro|je|par|por|al)$/iu;
/** Verbs that say only that the number is so: the subject alone is the label. */
const PLAIN_VERB =
  /^(?:is|are|was|were|be|been|has|have|had|rise|rises|fall|falls|grow|grows|climb|jump|drop|drops|decline[ds]?|decrease|increase|reach|reaches|hit|hits|exceed(?:ed|s)?|rising|falling|growing|rose|risen|fell|fallen|grew|grown|climbed|jumped|dropped|slid|sank|surged|soared|increased|decreased|reached|hit|totalled|totaled|stood|remained|averaged|stay(?:ed|s)?|amount(?:ed|s)?|account(?:ed|s)?|represent(?:ed|s)?|equals?|comes?|came|touched|valued|estimated|stores?|stored|ist|sind|war|waren|hat|haben|steigt|stieg|sank|sinkt|fiel|fielen|beträgt|betrug|est|sont|était|a|ont|es|son|fue|era|è|sono|foi|são|wordt|is|zijn|betragen|liegt|lag|kletterte|atteint|atteignait|s['’]élève|ascendió|asciende|alcanzó|alcanza|llegó|llega|chegou|chega|atingiu|atinge|raggiunge|ammonta|bedroeg|bedraagt|steeg|daalde|komt)$/iu;
const VERB =
  /^(?:help(?:ed|s)?|buy|buys|bought|sell|sells|sold|make|makes|made|lose|loses|lost|earn(?:ed|s)?|win|wins|won|get|gets|got|build|builds|built|would|could|may|might|will|can|should|must|employs?|employed|employ|wird|werden|würde|würden|put|puts|set|sets|said|says|say|cuts?|costs?|expects?|expected|gives?|gave|take[sn]?|took|borrow(?:ed|s)?|covers?|covered|finden|findet|kostet|kosten|plans?|planned|aims?|paid|pays?|pay|raised?|raises|invest(?:ed|s)?|spent|spends?|spend|called|fined|awarded|donated|charged|lent|offer(?:ed|s)?|bid|seized|stole|saved|gained|pledged|granted|fetched|totall?ing|own(?:s|ed)?|use[sd]?|burn(?:s|ed|t)?|have|work(?:s|ed)?|live[sd]?|answer(?:ed|s)?|kill(?:ed|ing|s)?|injur(?:ed|ing|es)|wound(?:ed|ing|s)?)$/iu;
const AUXILIARY = /^(?:would|could|may|might|will|can|should|must|said|says|say)$/iu;
/** Words that say when or how far, and not what. */
const EMPTY =
  /^(?:years?|months?|weeks?|days?|hours?|quarters?|times?|today|past|last|average|order|(?:l['’])?ordre|away|ago|apart|long|wide|tall|high|deep|old|more|back|worse|better|each|\p{L}+ly|jahr|jahre|monat|tag|woche|an|ans|année|mois|semaine|jour|años?|mes|meses|días?|semana|anos?|mês|dias?|anno|anni|mese|giorno|jaar|maand|dag)$/u;
/** Plurals that go on with another: "police officers". */
const JOINT = /^(?:police|women|staff)$/iu;
const IRREGULAR_PLURAL = /^(?:people|men|women|children|staff|police|personnel|troops|cattle|aircraft)$/iu;

/** What the quantity measures, as a stretch of its sentence; empty when nothing near it says so. */
export function labelOf(sentence: string, quantity: Quantity, language: string): string {
  const { kind } = quantity;
  const behind = phraseBehind(sentence, quantity, language);
  const isPart = PARTITIVE.test(behind?.link ?? '');
  const isCounted = (kind === 'count' || kind === 'ratio') && behind?.link === null;
  const isLinked = kind !== 'money' && kind !== 'percent' && kind !== 'count' && (behind?.link ?? null) !== null;
  // "300-megawatt turbines"
  const isCompound = behind?.link === null && /\p{N}[-‐‑]\p{L}/u.test(quantity.raw);
  const before = isPart || isCounted || isLinked || isCompound ? null : phraseBefore(sentence, quantity, language);
  const span = before ?? behind?.span ?? null;
  const label = span === null ? '' : sentence.slice(span.start, span.end);
  return label !== '' && !isEmptyWord(label, language) ? label : predicateBehind(sentence, quantity, language);
}

/** "raise 25bn euros from privatisations": the noun phrase behind the number, whatever ties it; empty when there is none. */
export function phraseAfter(sentence: string, quantity: Quantity, language: string): string {
  const behind = phraseBehind(sentence, quantity, language);
  if (behind !== null) {
    const label = sentence.slice(behind.span.start, behind.span.end);
    return isEmptyWord(label, language) ? '' : label;
  }
  const tie = TIE_BEHIND.exec(sentence.slice(quantity.span.end, quantity.span.end + REACH))?.[0];
  if (tie === undefined) return '';
  const end = quantity.span.end + tie.length - 1;
  const tied = phraseBehind(sentence, { ...quantity, span: { start: quantity.span.start, end } }, language);
  const label = tied === null ? '' : sentence.slice(tied.span.start, tied.span.end);
  return isEmptyWord(label, language) ? '' : label;
}
const TIE_BEHIND = /^(?:\s\([^()]{1,30}\))?\s(?:from|worth of|into)\s(?=\p{Ll})/u;

/** Singular of the thing counted: `GPU` in `220,000 Nvidia GPUs`; null when nothing is. */
export function countedUnit(sentence: string, quantity: Quantity, language: string): string | null {
  const behind = phraseBehind(sentence, quantity, language);
  if (behind === null || !(behind.link === null || PARTITIVE.test(behind.link))) return null;
  const words = sentence.slice(behind.span.start, behind.span.end).split(/\s+/u);
  const { code } = languageFor(language);
  const link = words.findIndex((word) => linkIn(language).test(word));
  // The Romance languages begin with the noun, the Germanic ones end with it.
  const last = /^(?:fr|es|it|pt)$/u.test(code) ? words[0] : link > 0 ? words[link - 1] : words.at(-1);
  if (last === undefined || !/^\p{L}[\p{L}\p{M}-]+$/u.test(last)) return null;
  if (code !== 'en') return last;
  if (!isPlural(last, language)) return null;
  if (last === 'people') return 'person';
  if (/^[A-Z]{2,}s$/u.test(last)) return last.slice(0, -1);
  const lower = /^\p{Lu}\p{Lu}/u.test(last) ? last : last.toLowerCase();
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(lower)) return lower.slice(0, -2);
  return /[^s]s$/u.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}

/** "71% called the nights quiet": what is said of them, where nothing names them. */
function predicateBehind(sentence: string, { span, kind }: Quantity, language: string): string {
  if (kind !== 'percent' && kind !== 'ratio' && kind !== 'money') return '';
  const rest = sentence.slice(span.end, span.end + REACH);
  const stops = stopwordsOf(language);
  const kept: Word[] = [];
  for (const word of wordsOf(rest, language)) {
    if (BREAK.test(rest.slice(kept.at(-1)?.end ?? 0, word.start)) || kept.length >= MAX_WORDS) break;
    kept.push(word);
  }
  if (kept[0] === undefined || stops.has(kept[0].text.toLowerCase()) || /^\p{N}/u.test(kept[0].text)) return '';
  while (kept.length > 0 && stops.has(kept.at(-1)?.text.toLowerCase() ?? '')) kept.pop();
  return kept.length < 2 ? '' : rest.slice(kept[0].start, kept.at(-1)?.end);
}

/** "against 38% in the year before": when it was, and not what. */
function isEmptyWord(label: string, language: string): boolean {
  const { months, weekdays } = languageFor(language).calendar;
  return label
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => EMPTY.test(word) || months.includes(word) || weekdays.includes(word));
}

/** "Nvidia GPUs", "of diesel": the noun phrase right behind the number. `link` is the preposition that leads to it. */
function phraseBehind(sentence: string, { span, kind }: Quantity, language: string): { span: Span; link: string | null } | null {
  // "$27.5bn (£14.5bn) in unpaid taxes": what stands in brackets says the same once more.
  const aside = /^\s?\([^()]{1,30}\)/u.exec(sentence.slice(span.end, span.end + 40))?.[0] ?? '';
  const from = span.end + aside.length;
  const rest = sentence.slice(from, from + REACH);
  const stops = stopwordsOf(language);
  const kept: Word[] = [];
  let reach = 0;
  let link: string | null = null;
  const isModifier = ARTICLE.test(sentence.slice(Math.max(0, span.start - 8), span.start));
  for (const word of wordsOf(rest, language)) {
    if (BREAK.test(rest.slice(reach, word.start)) || (isAnyVerb(word, language) && !(isModifier && kept.length === 0))) break;
    reach = word.end;
    const last = kept.at(-1);
    if (last === undefined) {
      if (linkIn(language).test(word.text) && link === null) link = word.text.toLowerCase();
      else if (!DETERMINER.test(word.text)) {
        const isAdverb = /\p{L}{2}ly$/u.test(word.text) && !/^\s\p{L}+ed(?!\p{L})/u.test(rest.slice(word.end, word.end + 30));
        if (stops.has(word.text.toLowerCase()) || /^\p{N}/u.test(word.text) || isAdverb) break;
        kept.push(word);
      }
      continue;
    }
    const isCount = kind === 'count' || kind === 'ratio';
    const isOf = (isCount ? PARTITIVE : linkIn(language)).test(word.text) && kept.length < 3;
    if ((stops.has(word.text.toLowerCase()) && !isOf) || WHEN.test(word.text) || word.text === 'plus' || /^\p{N}/u.test(word.text)) break;
    const isJoint = JOINT.test(last.text) && isPlural(word.text, language);
    if (!isJoint && (isCount || /\p{L}ed$/u.test(word.text)) && !isOf && !linkIn(language).test(last.text) && isPlural(last.text, language))
      break;
    if (/^(?:fr|es|it|pt)/u.test(language) && !isOf && !agrees(word.text, last.text) && !linkIn(language).test(last.text)) break;
    kept.push(word);
    if (kept.length < MAX_WORDS) continue;
    // What is cut is cut in front of a small word: "record of Hayao Miyazaki's previous film Spirited".
    const cut = kept.findLastIndex(({ text }) => linkIn(language).test(text));
    if (cut > 0) kept.length = cut;
    break;
  }
  while (kept.length > 0 && linkIn(language).test(kept.at(-1)?.text ?? '')) kept.pop();
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return null;
  // "bis zu 60 Prozent übernehmen": in German what has no capital is no noun.
  if (language.startsWith('de') && !kept.some((word) => /^\p{Lu}/u.test(word.text))) return null;
  return { span: { start: from + first.start, end: from + last.end }, link };
}

/** "processeurs graphiques Nvidia": behind a Romance noun, what is plural with it or a name; a verb is neither. */
function agrees(word: string, noun: string): boolean {
  return /^\p{Lu}/u.test(word) || (/[sx]$/u.test(noun) && /[sx]$/u.test(word));
}

/** A plural noun ends its phrase; in German every noun does, because adjectives are not capitalised. */
function isPlural(word: string, language: string): boolean {
  if (language.startsWith('de')) return /^\p{Lu}/u.test(word);
  if (/['’]s$/u.test(word)) return false;
  return language.startsWith('en') && (IRREGULAR_PLURAL.test(word) || /[^sui]s$/u.test(word));
}

/** "a power of", "cut its bedside alarms by", "Power prices rose", "expected to cost": what leads up to the number. */
function phraseBefore(sentence: string, { span }: Quantity, language: string): Span | null {
  if (ARTICLE.test(sentence.slice(Math.max(0, span.start - 8), span.start))) return null;
  const from = clauseStart(sentence, span.start);
  const words = wordsOf(sentence.slice(from, span.start), language);
  const stops = stopwordsOf(language);
  dropQualifier(words, sentence.slice(from, span.start), language);
  let isTied = false;
  // "fell 3.38% to": another number in between is not what this one measures.
  while (words.length > 0 && (TIES.test(words.at(-1)?.text ?? '') || /^\p{N}/u.test(words.at(-1)?.text ?? ''))) {
    isTied ||= TIES.test(words.at(-1)?.text ?? '');
    words.pop();
  }
  // "sank dadurch um", "rose sharply by": how, and not what.
  const adverb = language.startsWith('de') ? /^\p{Ll}+$/u : /\p{L}{2}ly$/u;
  while (words.length > 1 && adverb.test(words.at(-1)?.text ?? '') && !isAnyVerb(words.at(-1), language)) words.pop();
  const isLight = (word: Word) => stops.has(word.text.toLowerCase()) || DETERMINER.test(word.text);
  const last = words.at(-1);
  if (last === undefined || ASIDE.test(sentence.slice(from + last.end, span.start))) return null;
  const verbs: Word[] = [];
  if (isAnyVerb(last, language) || !isTied) {
    while (words.length > 0 && (isAnyVerb(words.at(-1), language) || /^(?:to|be|been|not)$/iu.test(words.at(-1)?.text ?? '')))
      verbs.unshift(words.pop() as Word);
  }
  // "a deal that could be worth $6bn"
  if (verbs.length > 0 && words.length > 1 && /^(?:that|which|who)$/iu.test(words.at(-1)?.text ?? '')) words.pop();
  const noun: Word[] = [];
  // "rates on its policies": a determiner inside the phrase, behind a word that ties.
  const isInside = (word: Word, before: readonly Word[], behind: readonly Word[]) =>
    behind.length > 0 && DETERMINER.test(word.text) && linkIn(language).test(before.at(-2)?.text ?? '') && before.length > 2;
  dropTimes(words, sentence.slice(from, span.start));
  for (let word = words.at(-1); word !== undefined && noun.length < MAX_WORDS; word = words.at(-1)) {
    const isInner = noun.length > 0 && linkIn(language).test(word.text);
    // "down 25 cents at $48.64": the unit of another number; "its 2004 dividend by 27%": a year.
    if (/^\p{N}/u.test(word.text) && !/^(?:19|20)\d\d$/u.test(word.text)) return null;
    if (
      isAnyVerb(word, language) ||
      /^\p{N}/u.test(word.text) ||
      (isLight(word) && !isInner && !isInside(word, words, noun)) ||
      (noun[0] !== undefined && BREAK.test(sentence.slice(from + word.end, from + noun[0].start)))
    )
      break;
    noun.unshift(word);
    words.pop();
  }
  while (noun[0] !== undefined && linkIn(language).test(noun[0].text)) noun.shift();
  if (!isTied && verbs.length === 0) {
    // "a punitive 17.25%" says nothing, "pay SpaceX $1.25 billion" does, with its verb.
    const verb = words.at(-1);
    if (verb === undefined || !VERB.test(verb.text) || AUXILIARY.test(verb.text)) return null;
    noun.unshift(verb);
  }
  const telling = verbs.some((word) => VERB.test(word.text) && !AUXILIARY.test(word.text));
  const kept = telling ? [...noun, ...verbs] : noun;
  const first = kept[0];
  const end = kept.at(-1);
  return first === undefined || end === undefined ? null : { start: from + first.start, end: from + end.end };
}

const TIMES =
  /\s(?:in|for|during|over|at|by|since)\s(?:the\s)?(?:[\p{L}\p{N}-]+\s){0,3}?(?:years?|quarter|months?|weeks?|days|half|period|(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december)(?:\s(?:to|ended|ending|of|from)\s(?:\d{1,2}\s)?[\p{L}\p{N}]+(?:\s\d{1,4})?)?$/iu;

/** "profit in the three months to 31 December was": when it was is no part of what it was. */
function dropTimes(words: Word[], before: string): void {
  const last = words.at(-1);
  const when = last === undefined ? null : TIMES.exec(before.slice(0, last.end));
  if (when === null || !words.some(({ end }) => end <= when.index)) return;
  while (words.length > 0 && (words.at(-1)?.start ?? 0) >= when.index) words.pop();
}

function isAnyVerb(word: Word | undefined, language: string): boolean {
  return word !== undefined && (VERB.test(word.text) || isPlainVerb(word, language));
}

function isPlainVerb({ text }: Word, language: string): boolean {
  const { up, down } = languageFor(language).changes;
  const word = text.toLowerCase();
  return PLAIN_VERB.test(word) || (text === word && !/^(?:up|down)$/u.test(word) && (up.includes(word) || down.includes(word)));
}

function dropQualifier(words: Word[], before: string, language: string): void {
  const trimmed = before.trimEnd().toLowerCase();
  const phrases = Object.values(languageFor(language).numbers.qualifiers).flat();
  const longest = phrases.filter((phrase) => trimmed.endsWith(phrase)).toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return;
  const start = trimmed.length - longest.length;
  while (words.length > 0 && (words.at(-1)?.start ?? 0) >= start) words.pop();
}

function clauseStart(sentence: string, until: number): number {
  const marks = [...sentence.slice(0, until).matchAll(/[;:.!?()“”"]\s|,\s(?:and|but|while|which|who|so|und|aber|et|mais|y|pero)\s/gu)];
  const last = marks.at(-1);
  const start = last === undefined ? 0 : last.index + last[0].length;
  return /\p{L}{3}/u.test(sentence.slice(start, until)) ? start : 0;
}

function linkIn(language: string): RegExp {
  return LINKS[languageFor(language).code] ?? /^(?:of|de)$/iu;
}

const stopwordSets = new Map<string, ReadonlySet<string>>();

function stopwordsOf(language: string): ReadonlySet<string> {
  const { code, stopwords } = languageFor(language);
  const known = stopwordSets.get(code) ?? new Set(stopwords);
  stopwordSets.set(code, known);
  return known;
}
