import type { Quantity } from './quantity.ts';

const AGE_MAX = 125;
const AGE_BEFORE =
  /(?:\p{L}['’]?\s?[,(]\s?|\b(?:aged?|age of|ages|alter von|im alter von|âgée? de|mayor de|edad de|turned|turns|until|till|is|was)\s)$/iu;
const AGE_BEHIND =
  /^(?:\s?[,;)](?!\s?\p{N})|\s--|[-\s](?:years?[-\s])?olds?\b|[-\s]?jährige|\s?ans\s?[,)]|\s?años\s?[,)]|\s?anni\s?[,)]|\s?anos\s?[,)])/iu;
const OLD = /^(?:[-\s]?jährig|[-\s](?:year)?s?[-\s]?olds?\b|\s+(?:old|alt|of age|oud|ago|later|earlier|before|after)\b)/iu;
const DEFINITE = /(?:^|\s)(?:the|these|those|all|die|les|ces|tous les|los|las|estos|estas|os|as|estes|i|gli|questi|alle|diese)\s$/iu;
const COMPARED =
  /^\s(?:(?:more|fewer|less)\sthan|(?:mehr|weniger)\sals|de\s(?:plus|moins)\sque?|(?:más|menos)\sque|(?:mais|menos)\s(?:do\s)?que|(?:in\s)?(?:più|meno)\s(?:di|che|del)|(?:meer|minder)\sdan)(?!\p{L})/iu;
/** What a number stands in the place of. */
const INSTEAD = /\b(?:rather than|instead of)\s(?:the\s)?$/iu;
const CLOCK = /\b(?:until|till|at|by|before|past|from)\s$/iu;
const HOUR = /(?<!\p{L})(?:à|vers|avant|dès|jusqu['’]à|às|a las|hasta las|um|gegen|ab|alle)\s$/iu;
const PASSING =
  /\b(?:past|last|next|first|previous|prior|following|coming|primeras|primeros|vergangenen|letzten|nächsten|derniers|dernières|prochains|últimos|próximos|ultimi|prossimi)\s$/iu;

/** Numbers that say when, how old or how long in passing, and repeat in another unit what was just said. */
export function isAside(sentence: string, quantity: Quantity, others: readonly Quantity[]): boolean {
  const { span, kind, unit, value, raw, isWords } = quantity;
  const before = sentence.slice(Math.max(0, span.start - 40), span.start);
  const behind = sentence.slice(span.end, span.end + 40);
  // "six more than the Greens": a difference, of a thing that is not named here.
  if (kind === 'count' && unit === null && COMPARED.test(behind)) return true;
  // "nine rather than five", "open until three": the number that is not, and a time of day.
  if (
    INSTEAD.test(before) ||
    (kind === 'count' && isWords && CLOCK.test(before) && /^(?:[.,;]|\s(?:a\.?m|p\.?m|o['’]clock|in the)|$)/u.test(behind))
  )
    return true;
  if (isIdiom(before, behind, quantity)) return true;
  if (isConversion(sentence, quantity, others) || isFigureOfSpeech(sentence, quantity) || isPartOfName(before, behind, quantity))
    return true;
  // "peu avant 5h45", "à 8 h": a time of day, and no hours.
  if (unit === 'hour' && value <= 24 && /\d\s?h$/iu.test(raw) && (/^\s?\d{2}(?!\d)/u.test(behind) || HOUR.test(before))) return true;
  if (kind === 'duration') return OLD.test(behind) || (quantity.valueMax === undefined && PASSING.test(before));
  // "the two men", "all three": told apart rather than counted.
  if (kind === 'count' && quantity.isWords && value < 10 && DEFINITE.test(before)) return true;
  // "um 1870 Chef", "2007 hors-série": what looks like a year and has no qualifier is one.
  const isOpen = quantity.qualifier === 'exactly' || quantity.qualifier === 'at-least';
  if (kind === 'count' && isOpen && /^(?:1[89]|20)\d\d$/u.test(raw)) return true;
  if (kind !== 'count' || unit !== null || value > AGE_MAX || !Number.isInteger(value)) return false;
  return (
    (AGE_BEFORE.test(before) && AGE_BEHIND.test(behind)) ||
    OLD.test(behind) ||
    /\b(?:aged?|age of|ages)\s(?:\p{N}{1,3}\s(?:and|to|or)\s)?$/iu.test(before)
  );
}

/** "half time", "one day", "a fourth to kill the tie", "three-dimensional", "over-75s", "a .357 revolver": words and names that count nothing. */
function isIdiom(before: string, behind: string, { raw, value, unit, kind, isWords }: Quantity): boolean {
  if (/\bhalf$/iu.test(raw))
    return HALVED.test(behind) || /\b(?:first|second|last|latter|other|better)\s$/iu.test(before) || /\band\s(?:a\s)?$/iu.test(before);
  if (unit === 'day' && value === 1 && isWords)
    return !/\b(?:in|within|for|after|than|only|just|last(?:s|ed|ing)?|took|every|by|of)\s$/iu.test(before);
  if (/\bfourth$/iu.test(raw)) return !/^\sof\b/u.test(behind) && !/\b(?:by|about|almost|nearly|than|around)\s(?:an?\s)?$/iu.test(before);
  if (isWords && (/^-\p{Lu}/u.test(behind) || SHAPED.test(behind))) return true;
  // The last eight of a cup are a round of it.
  if (
    /\blast\s$/iu.test(before) &&
    /^(?:four|eight|16|32|sixteen)$/iu.test(raw) &&
    /^(?:\s(?:of|in|with|for|after|by|at|clash|tie|spot|place|stage|meeting|draw|opponents?)\b|[.,;]|\s*$)/u.test(behind)
  )
    return true;
  // "the two-party system", "films two and three", "2." of a list: which one, and what kind.
  if (kind === 'count' && unit === null && value <= SERIES) {
    if (/^-party\b/u.test(behind) || (PART.test(before) && ENDS.test(behind))) return true;
    if (!isWords && /^\W*$/u.test(before) && /^\.\s*$/u.test(behind)) return true;
  }
  // "a thing or two", "the 3.6 series", "item# 22222", "of 3170 W. County Road": nothing that anybody counted.
  if (/\b(?:thing|word|trick) or\s$/iu.test(before) || (/\./u.test(raw) && /^\s(?:series|release|branch|version)\b/iu.test(behind)))
    return true;
  if (/#\s?$/u.test(before) || (/\bof\s$/u.test(before) && /^\d{2,5} [NSEW]$/u.test(raw) && /^\.?\s\p{Lu}/u.test(behind))) return true;
  if (/^\.\d{2,3}$/u.test(raw.split(' ')[0] ?? '') && unit !== 'percent') return true;
  return /\b(?:over|under)-$/iu.test(before) && /^\d{2}s/u.test(raw);
}
const HALVED = /^(?:\s|-)(?:time|brother|sister|sibling|hour|way|back|term|moon|mast|marathon|dozen|a\s\p{L}+)(?!\p{L})/iu;
/** A part of a series, told by its number, and the one behind it. */
const PART =
  /\b(?:films?|chapters?|episodes?|seasons?|volumes?|books?|acts?|scenes?)\s(?:(?:one|two|three|four|five|six|seven|\d{1,2})\s(?:and|or|to)\s)?$/iu;
/** Parts that a series may have, and items a list. */
const SERIES = 99;
/** Nothing that is counted follows. */
const ENDS = /^(?:\s(?:and|or|to|of|was|were|is|are|will|had|has)(?!\p{L})|[.,;:!?)"”]|\s*$)/u;
const SHAPED = /^[-\s](?:dimensional|sided|way|legged|wheeled|pronged|headed|handed|piece)\b/iu;

/** "Lego Star Wars 75188 Bomber", "the top 10 beaches", "4K Ultra HD": a name, a list, a format. */
function isPartOfName(before: string, behind: string, { kind, raw, isWords }: Quantity): boolean {
  if (kind !== 'count') return false;
  // The band “5” is no count of anything.
  if (/["“„«]$/u.test(before) && /^["”“»]/u.test(behind)) return true;
  if (/\btop\s$/iu.test(before) || /^[48]K$/u.test(raw)) return true;
  // "gli anni Sessanta", "les années 60": a decade.
  if (/\b(?:anni|années|años|anos|jaren)\s$/iu.test(before)) return true;
  // "Dirk ten Hoopen"
  if (isWords)
    return (
      /^\s(?:di|de|del|da)\s\p{Lu}/u.test(behind) ||
      (/\p{Lu}\p{Ll}+\s$/u.test(before) && /^\s\p{Lu}\p{Ll}/u.test(behind) && !OPENING.test(before))
    );
  return (
    /^\d{3,6}$/u.test(raw) &&
    /\p{Lu}\p{Ll}+\s$/u.test(before) &&
    /^\s\p{Lu}\p{Ll}/u.test(behind) &&
    !/\b(?:In|On|About|Some|Over|Nearly|The|Of)\s$/u.test(before)
  );
}

const OPENING = /(?:^|[.!?:]\s|["“])(?:In|On|At|About|Some|Over|Nearly|The|Of|For|With|After|Only|Just|All|But|And|When)\s$/u;

/** "200% effort", "I feel 100%": how somebody feels, and nothing that was measured. */
function isFigureOfSpeech(sentence: string, { span, kind, value }: Quantity): boolean {
  if (kind !== 'percent' || value < 100 || value % 5 !== 0) return false;
  const around = sentence.slice(Math.max(0, span.start - 20), span.end + 20);
  return /\b(?:feel|felt|feeling|am|i'm|fit|effort|sure|certain|committed|commitment|mentally|physically|convinced|ready|right|false|true|wrong|honest|behind|give|giving)\b/iu.test(
    around,
  );
}

/** "$27.5bn (£14.5bn)", "24 trillion pesos ($10bn; £5bn)": the same quantity once more. */
function isConversion(sentence: string, { span, kind, unit }: Quantity, others: readonly Quantity[]): boolean {
  const open = /\([^()]{0,40}$/u.exec(sentence.slice(Math.max(0, span.start - 41), span.start));
  if (unit === null || open === null || !/^[^()]{0,40}\)/u.test(sentence.slice(span.end, span.end + 41))) return false;
  const bracket = span.start - open[0].length;
  return others.some(
    (other) =>
      other.kind === kind && other.unit !== unit && other.span.end <= bracket && /^\s*$/u.test(sentence.slice(other.span.end, bracket)),
  );
}
