import { languageFor } from '../../language/tables.ts';
import type { Article } from '../../model/article.ts';
import type { KeyFigure } from '../../model/figure.ts';
import type { Passage } from '../passages.ts';
import { isAside } from './aside.ts';
import { captionOf, type Placed } from './caption.ts';
import { shippedLabels, type LabelModel } from './label.ts';
import { changeOf, isNewer, isOlder } from './change.ts';
import { figureClaimOf } from './claim.ts';
import { countedUnit, joinedUnit } from './counted.ts';
import { isDenied, placeOf, withSharedNoun, type Place } from './place.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { resultsIn } from './results.ts';
import { spreadFrom } from './spread.ts';
import { isWholeOf } from './share.ts';
import { standingOf } from './standing.ts';
import type { Voice } from './voices.ts';
import { asOfIn } from './when.ts';

/** A sentence with more is a dump of numbers, and each costs a look at the whole sentence. */
const MAX_IN_SENTENCE = 30;

/** One figure where it stands in one sentence. */
export interface Mention {
  passage: Passage;
  quantity: Quantity;
  unit: string | null;
  /** Where it stands in the tree; null where its language has no grammar. */
  place: Place | null;
  figure: Omit<KeyFigure, 'id' | 'rank' | 'citations'>;
  /** The sentence that names the speaker, where a pronoun stands for him; null otherwise. */
  voice: number | null;
  /** Figures in the same sentence, this one included. */
  company: number;
}

/** What is measured, counted or played in the sentence, in order; dates, names, ages and conversions are left out. */
export function mentionsIn(
  passage: Passage,
  article: Article,
  voice: Voice | null,
  labels: LabelModel = shippedLabels(),
  isQuoted = false,
): Mention[] {
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
    .map((quantity, _, all) => asMoney(quantity, all, text, article.language))
    .map((quantity, at, [whole]) =>
      at === 1 && whole !== undefined && isWholeOf(text, whole, quantity)
        ? { ...quantity, share: { part: quantity.value, whole: whole.value } }
        : quantity,
    );
  const isWhole = (quantity: Quantity) =>
    quantity === quantities[0] && quantities[1]?.share?.whole === quantity.value && quantity.kind === 'count';
  if (quantities.length === 0) return [];
  // Without a table of its words a language hides its dates and ordinals among the counts.
  const least = languageFor(article.language).code === 'und' ? 1000 : 0;
  const olderOf = new Map<Quantity, Quantity>();
  for (const [index, quantity] of quantities.entries()) {
    // A conversion in brackets may stand between.
    const next = quantities.slice(index + 1, index + 3).find(({ unit }) => unit === quantity.unit) ?? quantities[index + 1];
    if (next === undefined) continue;
    if (isOlder(text, quantity, next)) olderOf.set(quantity, next);
    else if (isNewer(text, quantity, next)) olderOf.set(next, quantity);
  }
  const older = new Set(olderOf.values());
  const shown = quantities.filter(
    (quantity) =>
      !(quantity.kind === 'count' && Math.abs(quantity.value) < least) &&
      !older.has(quantity) &&
      !isWhole(quantity) &&
      !isAside(text, quantity, quantities),
  );
  const placed = placedIn(text, quantities, article.language);
  const spread = spreadFrom(article, passage.id);
  const mentions = shown.flatMap((quantity): Mention[] => {
    const own = placed.find((one) => one.quantity === quantity) as Placed;
    if (own.place !== null && isDenied(own.place)) return [];
    const isCount = quantity.kind === 'count' && quantity.share === undefined && own.place !== null;
    const unit =
      localUnit(quantity, article) ?? (isCount && own.place !== null ? (joinedUnit(own.place, quantity) ?? countedUnit(own.place)) : null);
    const change = changeOf(text, quantity, olderOf.get(quantity) ?? null, own.place, article.language);
    const read = figureClaimOf(...clauseWith(text, quantity.span.start), article.language);
    const told = own.place === null ? read : standingOf(own.place, read);
    const label = captionOf(text, own, placed, { speaker: told.attributedTo, isChange: change !== null, spread }, labels);
    const isCarried = told.attributedTo === null && voice !== null;
    const isSomebodys = (isCarried || isQuoted) && told.status === 'stated';
    const claim = { status: isSomebodys ? ('attributed' as const) : told.status, attributedTo: isCarried ? voice.name : told.attributedTo };
    const others = placed.flatMap((one) => (one.place === null ? [] : [one.quantity]));
    const asOf = asOfIn(text, quantity, own.place, others, article.language);
    const { raw, value: measured, valueMax, kind: figureKind, share } = quantity;
    // "fell to up to 2.3bn" in Spanish: where something fell to, and no limit.
    const isLevel = change?.from === null && figureKind !== 'percent' && quantity.qualifier === 'up-to';
    const qualifier = isLevel ? 'exactly' : quantity.qualifier;
    // "17 of 52" is told as it is written; "one in 500" is a ratio.
    const whole = share !== undefined && share.part > 1 ? share : null;
    const value = whole?.part ?? measured;
    const figure = {
      raw,
      value,
      ...(valueMax === undefined ? {} : { valueMax }),
      ...(whole === null ? {} : { of: whole.whole }),
      unit,
      kind: whole === null ? figureKind : ('ratio' as const),
      label,
      qualifier,
      ...claim,
      ...(change === null ? {} : { change: isLevel ? { ...change, to: measured } : change }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    return [{ passage, quantity, unit, place: own.place, figure, voice: isCarried ? voice.id : null, company: shown.length }];
  });
  // "over ten years" says when, and is no figure beside the one whose time it is.
  return mentions.filter(
    ({ quantity }) => quantity.kind !== 'duration' || !mentions.some(({ figure }) => figure.asOf?.endsWith(quantity.raw) === true),
  );
}

/** The part of the sentence between semicolons that the place is in, and the place in it: who speaks in one does not in the other. */
function clauseWith(text: string, at: number): [string, number] {
  const start = text.lastIndexOf('; ', at) + 1;
  const end = text.indexOf('; ', at);
  return [text.slice(start, end < 0 ? undefined : end), at - start];
}

/** The numbers with their places in the tree; what is counted twice and named once is shared out. */
function placedIn(text: string, quantities: readonly Quantity[], language: string): Placed[] {
  const placed: Placed[] = [];
  for (const quantity of quantities) {
    const place = placeOf(text, quantity, language);
    const earlier = placed.flatMap((one) => (one.place === null ? [] : [one.place]));
    placed.push({ quantity, place: place === null ? null : withSharedNoun(place, earlier, quantity.share !== undefined) });
  }
  return placed;
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
    (WHOLE.test(text.slice(span.end, span.end + 14)) || BY.test(text.slice(Math.max(0, span.start - 14), span.start)));
  return isPart ? { ...quantity, kind: 'ratio' } : quantity;
}
/** What is counted one after the other: "the sixth time", "her second defeat". Other ordinals tell things apart. */
const SERIAL =
  /^\s(?:\p{L}+\s)?(?:times?|days?|wins?|defeats?|loss|goals?|titles?|annual|anniversary|straight|consecutive|successive|mal|tag|sieg|titel|niederlage|fois|jour|victoire|défaite|titre|vez|día|victoria|derrota|título|vitória|dia|volta|giorno|vittoria|sconfitta|titolo|keer|dag|zege|nederlaag)(?!\p{L})/iu;
/** Halves of a match, a year and a couple. */
const HALVES =
  /\b(?:first|second|other|better|erste|ersten|zweite|zweiten|première|seconde|primera|segunda|primeira|prima|seconda|eerste|tweede)\s$/iu;
/** "cut its emissions by a third": a part of what was cut. */
const BY =
  /(?<!\p{L})(?:by|um|de|d['’]|en|di|met)\s(?:(?:about|around|nearly|almost|over|more than|rund|etwa|fast|près d['’]|casi|quasi|bijna)\s)?$/iu;
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
  const place = placeOf(text, quantity, language);
  if (sum === undefined || (place !== null && countedUnit(place) !== null && !YEAR_BEFORE.test(behind))) return quantity;
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
