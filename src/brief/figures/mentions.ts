import { languageFor } from '../../language/tables.ts';
import type { Article } from '../../model/article.ts';
import type { KeyFigure } from '../../model/figure.ts';
import type { Passage } from '../passages.ts';
import { isAside } from './aside.ts';
import { captionOf } from './caption.ts';
import { asOfIn, changeOf, isOlder } from './change.ts';
import { figureClaimOf } from './claim.ts';
import { countedUnit } from './label.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { resultsIn } from './results.ts';
import type { Voice } from './voices.ts';

/** A sentence with more is a dump of numbers, and each costs a look at the whole sentence. */
const MAX_IN_SENTENCE = 30;

/** One figure where it stands in one sentence. */
export interface Mention {
  passage: Passage;
  quantity: Quantity;
  unit: string | null;
  figure: Omit<KeyFigure, 'id' | 'rank' | 'citations'>;
  /** The sentence that names the speaker, where a pronoun stands for him; null otherwise. */
  voice: number | null;
  /** Figures in the same sentence, this one included. */
  company: number;
}

/** What is measured, counted or played in the sentence, in order; dates, names, ages and conversions are left out. */
export function mentionsIn(passage: Passage, article: Article, voice: Voice | null): Mention[] {
  const { text, kind } = passage;
  if (kind === 'heading' || kind === 'code' || !/\p{N}|\p{L}/u.test(text)) return [];
  const results = resultsIn(text, article.language);
  const isInResult = ({ span }: Quantity) => results.some((result) => span.start < result.span.end && result.span.start < span.end);
  const quantities = [
    ...findQuantities(text, article.language).filter((quantity) => isCandidate(quantity, text) && !isInResult(quantity)),
    ...results,
  ]
    .toSorted((a, b) => a.span.start - b.span.start)
    .map((quantity) => asPart(quantity, text))
    .slice(0, MAX_IN_SENTENCE)
    .map((quantity, _, all) => asMoney(quantity, all, text, article.language));
  if (quantities.length === 0) return [];
  // Without a table of its words a language hides its dates and ordinals among the counts.
  const least = languageFor(article.language).code === 'und' ? 1000 : 0;
  const older = new Set(quantities.filter((quantity, index) => index > 0 && isOlder(text, quantities[index - 1] as Quantity, quantity)));
  const shown = quantities.filter(
    (quantity) =>
      !(quantity.kind === 'count' && Math.abs(quantity.value) < least) && !older.has(quantity) && !isAside(text, quantity, quantities),
  );
  return shown.map((quantity) => {
    const next = quantities[quantities.indexOf(quantity) + 1];
    const label = captionOf(text, quantity, quantities, article.language);
    const unit = localUnit(quantity, article) ?? (quantity.kind === 'count' ? countedUnit(text, quantity, article.language) : null);
    const change = changeOf(text, quantity, next !== undefined && older.has(next) ? next : null, article.language);
    const own = figureClaimOf(text, quantity.span.start, article.language);
    const isCarried = own.attributedTo === null && voice !== null;
    const claim = isCarried ? { status: own.status === 'hedged' ? own.status : ('attributed' as const), attributedTo: voice.name } : own;
    const asOf = asOfIn(text, quantity, quantities, article.language);
    const { raw, value, valueMax, kind: figureKind, qualifier } = quantity;
    const figure = {
      raw,
      value,
      ...(valueMax === undefined ? {} : { valueMax }),
      unit,
      kind: figureKind,
      label,
      qualifier,
      ...claim,
      ...(change === null ? {} : { change }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    return { passage, quantity, unit, figure, voice: isCarried ? voice.id : null, company: shown.length };
  });
}

/** One of a thing is hardly ever told as a number, and nothing is no news: "one of them", "net zero". */
function isCandidate({ role, value, kind, span }: Quantity, text: string): boolean {
  if (!(role === 'quantity' || (role === 'rank' && value > 1)) || !Number.isFinite(value)) return false;
  const [before, behind] = [text.slice(Math.max(0, span.start - 20), span.start), text.slice(span.end, span.end + 40)];
  if (role === 'rank') return SERIAL.test(behind);
  if (kind !== 'count') return true;
  // "half-time", "first-half", "the second half"
  if (value > 0 && value < 1) return !/^-\p{L}/u.test(behind) && !/\p{L}-$/u.test(before) && !HALVES.test(before);
  return value !== 0 && value !== 1;
}

/** "two-thirds of the economy", "half its staff": a part of a whole, where a whole follows. */
function asPart(quantity: Quantity, text: string): Quantity {
  const { kind, isWords, value, span } = quantity;
  const isPart =
    kind === 'count' &&
    isWords &&
    value > 0 &&
    value < 1 &&
    !HALVES.test(text.slice(Math.max(0, span.start - 20), span.start)) &&
    WHOLE.test(text.slice(span.end, span.end + 14));
  return isPart ? { ...quantity, kind: 'ratio' } : quantity;
}
/** What is counted one after the other: "the sixth time", "her second defeat". Other ordinals tell things apart. */
const SERIAL =
  /^\s(?:\p{L}+\s)?(?:times?|days?|wins?|defeats?|loss|goals?|titles?|annual|anniversary|straight|consecutive|successive|mal|tag|sieg|titel|niederlage|fois|jour|victoire|défaite|titre|vez|día|victoria|derrota|título|vitória|dia|volta|giorno|vittoria|sconfitta|titolo|keer|dag|zege|nederlaag)(?!\p{L})/iu;
/** Halves of a match, a year and a couple. */
const HALVES =
  /\b(?:first|second|other|better|erste|ersten|zweite|zweiten|première|seconde|primera|segunda|primeira|prima|seconda|eerste|tweede)\s$/iu;
const WHOLE =
  /^\s(?:of|its|their|his|her|the|all|as much|as many|less|fewer|more|by|der|des|aller|de|du|des|del|della|dello|dei|degli|delle|do|da|dos|das|van)(?![\p{L}\p{N}])/iu;

/** "884 million dollars … to 849 million": a sentence names its currency once; what is counted would follow. */
function asMoney(quantity: Quantity, all: readonly Quantity[], text: string, language: string): Quantity {
  const scale = SCALE.exec(quantity.raw)?.[0].toLowerCase();
  if (quantity.kind !== 'count' || quantity.isWords || scale === undefined) return quantity;
  const sum = all.findLast(
    ({ kind, raw, span }) => kind === 'money' && span.end <= quantity.span.start && raw.toLowerCase().includes(scale),
  );
  const behind = text.slice(quantity.span.end, quantity.span.end + 30);
  if (sum === undefined || (countedUnit(text, quantity, language) !== null && !YEAR_BEFORE.test(behind))) return quantity;
  return { ...quantity, kind: 'money', unit: sum.unit };
}
const YEAR_BEFORE = /^\s(?:del? |de l['’]|dell['’]|do |van |of )?(?:the |el |het )?(?:año|année|anno|ano|jaar|year)(?!\p{L})/iu;
/** The scale that ends the number: "849,1 millones", "3.2bn". */
const SCALE = /\p{L}{1,10}$/u;

const PESOS: readonly (readonly [RegExp, string])[] = [
  [/\bColombia/u, 'COP'],
  [/\bArgentin/u, 'ARS'],
  [/\bChile/u, 'CLP'],
  [/\b(?:Philippine|Filipin)/u, 'PHP'],
  [/\b(?:Mexic|Méxic|mexican)/u, 'MXN'],
];

/** A peso is that of the country which the article is about; of none that it names, simply a peso. */
function localUnit({ unit, raw }: Quantity, { text }: Article): string | null {
  if (unit !== 'MXN' || !/\bpesos?$/iu.test(raw)) return unit;
  return PESOS.find(([country]) => country.test(text))?.[1] ?? 'peso';
}
