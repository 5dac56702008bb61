import type { Article } from '../model/article.ts';
import { POINTS, type BriefOptions, type Point } from '../model/brief.ts';
import type { KeyFigure } from '../model/figure.ts';
import { unclearBy, type Unclear } from './clear.ts';
import { isConceded } from './conceded.ts';
import { contextOf } from './context.ts';
import { chooseBullets, type Bullet, type Choice } from './bullets.ts';
import { quotedOf } from './figures/quotation.ts';
import { ownVoiceOf } from './own-voice.ts';
import { idfOf, overlap, passagesOf, type Passage } from './passages.ts';
import { promotionalIds } from './promotion.ts';
import { repairerOf, type Repaired } from './repair.ts';
import { GIST_MAX, MENDED, newsOf, type Pick } from './news.ts';
import { rankPassages, type RankedPassage } from './rank.ts';
import { standsAlone } from './standalone.ts';
import { guides, isUnfit } from './unfit.ts';
import { wordingOf } from './mended.ts';
import { worthsOf, type Worths } from './worth.ts';

/** Characters; DESIGN.md section 8. */
const POINT_MAX = 240;
/** What opens an article and is worth most in it is told though it takes so many characters; so in 7 of 471 articles (decision 0039). */
const NEWS_MAX = 340;
/** Sentences that open an article. */
const LEADS = 2;
/** Two passages that share more than this say the same thing. */
const SAME = 0.55;
/** A brief has at least so many points, where the article has so many sentences. */
const FEWEST = 3;

/** What was learnt from judgements, where something else is to be used than what is shipped. */
export interface Learnt {
  worths?: Worths;
  pick?: Pick;
  unclear?: Unclear;
}

/** Gist and points, most important first, each one sentence of the article, none said twice. */
export function summarise(
  article: Article,
  figures: readonly KeyFigure[],
  options: BriefOptions,
  learnt: Learnt = {},
): { gist: Point | null; points: Point[] } {
  const count = options.points ?? POINTS.usual;
  const passages = passagesOf(article);
  const excluded = new Set([...promotionalIds(passages), ...launderedIds(figures)]);
  const wording = wordingOf(article, passages, POINT_MAX);
  const context = contextOf(article, passages, wording.textOf);
  const { titleStems } = context;
  const idf = idfOf(passages);
  const weight = (stem: string) => idf.get(stem) ?? 1;

  if (options.verbatim) {
    const ranked = rankPassages(passages, excluded, titleStems, article.language);
    const chosen = choose(ranked, count, [], weight);
    const own = repairerOf(passages, article.language);
    const alone = (passage: Passage) => standsAlone(passage, article.language);
    return { gist: gistOf(ranked, own, alone), points: chosen.map(({ id, text }) => ({ text, citations: [{ sentenceIds: [id] }] })) };
  }
  const worths = worthsOf(passages, excluded, titleStems, figures, article.language, learnt.worths);
  const best = worths.toSorted((a, b) => b.worth - a.worth || a.passage.id - b.passage.id);
  const quoted = quotedOf(passages);
  const isGuide = guides(passages, article.language);
  const ownVoice = ownVoiceOf(article, passages);
  // What ranks low is not worth a tree of its own.
  const leading = best.slice(0, MENDED);
  const { pointsOf, holds } = wording;
  // A line without a full stop among sentences that have one is a link or a headline.
  const isClosed = ({ text }: Passage) => /[^\s][.!?。！？]['"’”»)]*$/u.test(text);
  // What opens the article and tells something has only lost its full stop.
  const isOpening = (passage: Passage) => passage === passages[0] && passage.words.length >= LONG;
  // The headline stands above a brief.
  const isHeadline = ({ stems }: Passage) => stems.size > 0 && stems.intersection(titleStems).size >= HEADLINE * stems.size;
  const isLoose = (passage: Passage) => passage.kind === 'paragraph' && isProse && !isClosed(passage) && !isOpening(passage);
  const isProse = passages.filter(isClosed).length > passages.length / 2;
  const choice: Choice = {
    ...context,
    holds,
    isUnfit: (passage) =>
      isLoose(passage) ||
      isHeadline(passage) ||
      isConceded(passage, passages) ||
      isUnfit(passage, quoted[passages.indexOf(passage)]?.isWhole === true, article.language, isGuide, ownVoice(passage) !== null),
    weight,
    unclear: learnt.unclear ?? SHIPPED,
  };
  const isLongNews = (passage: Passage) =>
    !holds([passage]) && holds([passage], NEWS_MAX) && !choice.isUnfit(passage) && !choice.unclear(passage, [], choice).leans;
  const most = Math.max(...worths.map(({ worth, figure }) => worth - figure));
  const lead = worths.slice(0, LEADS).find(({ passage, worth, figure }) => worth - figure === most && isLongNews(passage))?.passage ?? null;
  const news = lead ?? newsOf(worths, choice, learnt.pick);
  // News too long for a gist opens the points.
  const isShort = news !== null && lead === null && choice.textOf(news, GIST_MAX).length <= GIST_MAX;
  const [gist, opening] = isShort ? [news, []] : [null, news === null ? [] : [[news]]];
  const told = chooseBullets(leading, count, gist, choice, opening, TRIVIAL);
  const few = Math.min(FEWEST, count);
  const usual = told.length >= few ? told : chooseBullets(best, few, gist, choice, opening);
  const bullets =
    options.points === null ? withMore(usual, (some, least) => chooseBullets(leading, some.length + 1, gist, choice, some, least)) : usual;
  const points = pointsOf([
    ...(gist === null ? [] : [{ bullet: [gist], limit: GIST_MAX }]),
    ...bullets.map((bullet) => ({ bullet, limit: bullet[0] === lead ? NEWS_MAX : POINT_MAX })),
  ]);
  if (points.length > 0) return { gist: gist === null ? null : (points[0] ?? null), points: gist === null ? points : points.slice(1) };
  // Nothing can be told as it should be: one sentence as it stands says more than none.
  const ranked = rankPassages(passages, excluded, titleStems, article.language);
  return { gist: gistOf(ranked, repairerOf(passages, article.language), (passage) => standsAlone(passage, article.language)), points: [] };
}

/** What the fifth and the sixth point have to be worth: marked articles have about six facts that a colleague must learn. */
const WORTH_MORE = [0.3, 0.4];

/** A full brief with a point or two more, where the article tells so much that matters. */
function withMore(bullets: Bullet[], chosen: (bullets: Bullet[], least: number) => Bullet[]): Bullet[] {
  const least = WORTH_MORE[bullets.length - POINTS.usual];
  const more = least === undefined ? bullets : chosen(bullets, least);
  return more.length === bullets.length ? more : withMore(more, chosen);
}

/** Share of what a sentence says that makes it the headline once more. */
const HEADLINE = 0.75;
/** Words, more than a headline or a link has. */
const LONG = 12;
const SHIPPED = unclearBy();
/** Worth less than this, a sentence is not worth a point. */
const TRIVIAL = 0.05;

/** Sentences that repeat a figure without the hedge that another sentence gives it would launder it. */
function launderedIds(figures: readonly KeyFigure[]): number[] {
  return figures
    .filter(({ qualifier, status }) => qualifier !== 'exactly' || status === 'hedged')
    .flatMap(({ citations }) => citations.slice(1).flatMap(({ sentenceIds }) => sentenceIds));
}

/** The gist of verbatim points, and where nothing else can be told. */
function gistOf(
  ranked: readonly RankedPassage[],
  repair: (passage: Passage) => Repaired,
  stands: (passage: Passage) => number,
): Point | null {
  const whole = (text: string) => /[.!。！।]["'”’»)]*$/u.test(text);
  const fits = ranked.filter(({ passage }) => repair(passage).text.length <= GIST_MAX && passage.kind !== 'caption');
  const best =
    fits.find(({ passage }) => whole(passage.text) && stands(passage) >= 0.7) ?? fits.find(({ passage }) => whole(passage.text)) ?? fits[0];
  return best === undefined ? null : verbatimPoint(best.passage, repair(best.passage));
}

/** Greedy by score, skipping what has been said. Redundancy is judged against everything already chosen. */
function choose(ranked: readonly RankedPassage[], count: number, said: readonly Passage[], weight: (stem: string) => number): Passage[] {
  const chosen: Passage[] = [];
  for (const { passage } of ranked) {
    if (chosen.length === count) break;
    const heard = [...said, ...chosen];
    if (heard.some((other) => other.id === passage.id || overlap(other.stems, passage.stems, weight) > SAME)) continue;
    chosen.push(passage);
  }
  return chosen;
}

function verbatimPoint({ id }: Passage, { text, names }: Repaired): Point {
  return { text, citations: [{ sentenceIds: names === null ? [id] : [id, names] }] };
}
