import { languageFor } from '../../language/tables.ts';
import type { FigureKind } from '../../model/figure.ts';
import type { Mention } from './mentions.ts';

/** What the trees know of the article that a mention stands in. */
export interface Setting {
  language: string;
  title: string | null;
  sentences: number;
  /** Figures in the whole article. */
  figures: number;
  /** Sentences that say the same figure. */
  repeats: number;
}

const KINDS: readonly FigureKind[] = ['money', 'percent', 'count', 'ratio', 'duration', 'score', 'rank'];
/** How many were hurt or held is news however few they are. */
const HARM =
  /\b(?:killed|dead|died|deaths?|injured|wounded|hurt|missing|arrested|detained|charged|kidnapped|rescued|jailed|infected|suspended|victims?)\b/iu;
const PUNISHMENT = /\b(?:sentenc|jail|prison|custody|served|banned|suspended|ban of|suspension)/iu;
const TALLY = /^(?:number|total|tally|zahl|anzahl|nombre|número|numero|aantal)\b/iu;
/** "the two men", "their three daughters", "all six": known already, and told apart rather than counted. */
const KNOWN =
  /(?:^|\s)(?:the|these|those|all|his|her|their|its|our|my|other|both|\p{L}+['’]s?|die|der|den|diese|alle|les|ces|los|las|estos|os|as|i|gli|le|de|deze)\s$/iu;
/** "three weeks later", "ten years ago": when it was, and not how long it took. */
const WHEN_BEHIND =
  /^\s?(?:later|ago|earlier|before|after|into|from now|später|zuvor|nach|plus tard|après|después|antes|depois|dopo|fa|later|geleden)(?!\p{L})/iu;
const WHEN_BEFORE = /(?:^|\s)(?:after|in|within|past|last|every|nach|vor|alle|après|en|dans|dopo|in|dans|em|na|over)\s$/iu;
const SPORT =
  /^\s(?:\p{L}+[\s-])?(?:goals?|points?|games?|wins?|titles?|matches|sets|minutes?|yards?|seconds|tore|punkte|spiele|buts|puntos|goles|pontos|gols|punti|gol|punten|doelpunten)(?!\p{L})/iu;
const REACH = 45;

/** What a kind of figure is worth before the trees look at anything else. */
const WEIGHTS: Readonly<Record<FigureKind, number>> = {
  money: 3,
  percent: 2.4,
  power: 3,
  energy: 3,
  count: 1.6,
  data: 2,
  ratio: 2.4,
  area: 1.8,
  mass: 2,
  length: 1.4,
  temperature: 2.6,
  duration: 0.9,
  rank: 0.3,
  score: 2,
  other: 1.9,
};

/** By kind, size and place: what a reader would guess of a figure without reading the sentence. */
function plainWorth(
  { quantity: { kind, value, isWords }, figure: { label, qualifier }, unit, passage }: Mention,
  sentences: number,
): number {
  const size = Math.max(Math.abs(value), 1);
  const magnitude = kind === 'count' || kind === 'money' ? Math.min(Math.log10(size), 10) * 0.3 : 0.4;
  return (
    WEIGHTS[kind] +
    magnitude +
    1 -
    passage.id / Math.max(sentences, 1) +
    (qualifier === 'exactly' ? 0 : 0.1) +
    (isWords && kind !== 'ratio' ? -0.6 : 0) +
    (label === '' && unit === null ? -0.8 : 0) +
    (kind === 'count' && size < 20 ? -0.6 : 0)
  );
}

/** Where the plain worth stands among the features. */
export const PLAIN = 0;

/** What the trees read of a mention; their weights are fitted to this order. */
export function featuresOf(mention: Mention, setting: Setting): number[] {
  const { passage, quantity, unit, figure, company } = mention;
  const { text, id, kind: block } = passage;
  const { span, value, isWords, kind, qualifier, raw } = quantity;
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const behind = text.slice(span.end, span.end + REACH);
  const size = Math.abs(value);
  const { up, down } = languageFor(setting.language).changes;
  const near = before.toLowerCase().match(/\p{L}+/gu) ?? [];
  const title = setting.title ?? '';
  const flag = (is: boolean) => (is ? 1 : 0);
  return [
    plainWorth(mention, setting.sentences),
    ...KINDS.map((one) => flag(one === kind)),
    Math.min(12, Math.log10(Math.max(size, 0.01))),
    flag(isWords),
    flag(Number.isInteger(value)),
    flag(unit !== null),
    figure.label === '' ? 0 : Math.min(7, figure.label.split(/\s+/u).length),
    flag(TALLY.test(figure.label)),
    flag(qualifier !== 'exactly'),
    flag(quantity.valueMax !== undefined),
    flag(quantity.per !== null),
    flag(figure.change !== undefined),
    flag(figure.status === 'hedged'),
    flag(figure.attributedTo !== null),
    id / Math.max(1, setting.sentences),
    Math.min(30, id),
    Math.min(60, setting.sentences),
    Math.min(40, setting.figures),
    Math.min(4, setting.repeats),
    Math.min(8, company),
    Math.min(400, text.length),
    flag(block === 'table-row'),
    flag(block === 'caption'),
    flag(block === 'list-item'),
    flag(title !== '' && title.includes(raw)),
    span.start / Math.max(1, text.length),
    flag(near.slice(-5).some((word) => up.includes(word) || down.includes(word))),
    flag(KNOWN.test(before)),
    flag(WHEN_BEHIND.test(behind)),
    flag(WHEN_BEFORE.test(before)),
    flag(HARM.test(text)),
    flag(PUNISHMENT.test(before) || PUNISHMENT.test(behind)),
    flag(SPORT.test(behind)),
    flag(/\p{N}[-‐‑]\p{L}|\p{L}[-‐‑]\p{L}/u.test(raw) || /^[-‐‑]\p{L}/u.test(behind)),
    flag(/^["“„«]|["“„«]\p{L}/u.test(text)),
    flag(/\([^()]*$/u.test(before)),
    flag(/^\s?(?:of|von|der|des|de|van|di|dei|delle)\s/iu.test(behind)),
    flag(/^\s?[.,;:)!?]|^\s*$/u.test(behind)),
  ];
}
