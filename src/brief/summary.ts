import type { Article } from '../model/article.ts';
import type { BriefOptions, Point } from '../model/brief.ts';
import type { KeyFigure } from '../model/figure.ts';
import { namesIn } from './names.ts';
import { idfOf, overlap, passagesOf, type Passage } from './passages.ts';
import { promotionalIds } from './promotion.ts';
import { repairerOf, type Repaired } from './repair.ts';
import { rankPassages, type RankedPassage } from './rank.ts';
import { standsAlone } from './standalone.ts';
import { pointText } from './wording.ts';
import { wordsOf } from './words.ts';

/** Characters; DESIGN.md section 8. */
const GIST_MAX = 200;
const POINT_MAX = 240;
/** Two passages that share more than this say the same thing. */
const SAME = 0.55;
/** A passage that stands alone less than this leans on the one before. */
const CLEAR = 0.5;
/** Sentences that may be mended, the best first. */
const MENDED = 20;
/** A brief has at least so many points, where the article has so many sentences. */
const FEWEST = 3;

/** Gist and points, most important first, each one sentence of the article, none said twice. */
export function summarise(article: Article, figures: readonly KeyFigure[], options: BriefOptions): { gist: Point | null; points: Point[] } {
  const passages = passagesOf(article);
  const excluded = new Set([...promotionalIds(passages), ...launderedIds(figures)]);
  const titleStems = new Set(
    wordsOf(article.title ?? '', article.language)
      .filter((word) => !word.stop)
      .map((word) => word.stem),
  );
  const ranked = rankPassages(passages, excluded, titleStems, article.language);
  const idf = idfOf(passages);
  const weight = (stem: string) => idf.get(stem) ?? 1;

  if (options.verbatim) {
    const chosen = choose(ranked, options.points, [], weight);
    const own = repairerOf(passages, article.language);
    const alone = (passage: Passage) => standsAlone(passage, article.language);
    return { gist: gistOf(ranked, own, alone), points: chosen.map(({ id, text }) => ({ text, citations: [{ sentenceIds: [id] }] })) };
  }
  const mended = repairerOf(passages, article.language);
  // What ranks low is not worth a tree of its own.
  const leading = new Set(ranked.slice(0, MENDED).map(({ passage }) => passage));
  const repair = (passage: Passage): Repaired =>
    leading.has(passage) ? mended(passage) : { text: pointText(passage.text, article.language), names: null };
  /** How well the passage can be read alone once it is repaired. */
  const stands = (passage: Passage) => standsAlone(asRepaired(passage, repair(passage).text, article.language), article.language);
  const readable = ranked
    .filter(({ passage }) => passage.text.length <= POINT_MAX * 1.5)
    .map(({ passage, score }) => ({
      passage,
      score: (score + figureBonus(passage, figures)) * (0.35 + 0.65 * stands(passage)),
    }))
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
  const gist = gistOf(asNews(ranked, titleStems, stands), repair, stands);
  const said = passages.filter(({ id }) => gist?.citations[0]?.sentenceIds.includes(id));
  const fitting = readable.filter(({ passage }) => repair(passage).text.length <= POINT_MAX);
  const clear = fitting.filter(({ passage }) => stands(passage) >= CLEAR);
  const best = choose(clear, options.points, said, weight);
  // Fewer points are better than points that only the sentence before explains.
  const rest = best.length >= Math.min(FEWEST, options.points) ? [] : choose(fitting, FEWEST - best.length, [...said, ...best], weight);
  return { gist, points: [...best, ...rest].map((passage) => pointOf(passage, repair(passage))) };
}

/** The sentence behind a leading figure is worth telling, with its hedge, more than its place in the text says. */
function figureBonus({ id }: Passage, figures: readonly KeyFigure[]): number {
  const rank = figures.findIndex(({ citations }) => citations[0]?.sentenceIds[0] === id);
  return rank < 0 ? 0 : (FIGURE_BONUS[rank] ?? 0);
}
const FIGURE_BONUS = [0.6, 0.45, 0.3];

/** Sentences that repeat a figure without the hedge that another sentence gives it would launder it. */
function launderedIds(figures: readonly KeyFigure[]): number[] {
  return figures
    .filter(({ qualifier, status }) => qualifier !== 'exactly' || status === 'hedged')
    .flatMap(({ citations }) => citations.slice(1).flatMap(({ sentenceIds }) => sentenceIds));
}

/** For the one sentence that says what happened: early and near the headline counts for more, and it must be read alone. */
function asNews(ranked: readonly RankedPassage[], titleStems: ReadonlySet<string>, stands: (passage: Passage) => number): RankedPassage[] {
  return ranked
    .map(({ passage, score }) => ({
      passage,
      score:
        (score +
          NEWS_LEAD / (1 + passage.id * 0.35) +
          NEWS_NAME * Math.min(NAMES_MAX, namesIn(passage.text).length) +
          overlap(passage.stems, titleStems, () => 1)) *
        (0.35 + 0.65 * stands(passage)),
    }))
    .toSorted((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}
const NEWS_LEAD = 1.2;
/** News is who did what: a sentence without a name is a comment on it. */
const NEWS_NAME = 0.2;
const NAMES_MAX = 3;

function gistOf(
  ranked: readonly RankedPassage[],
  repair: (passage: Passage) => Repaired,
  stands: (passage: Passage) => number,
): Point | null {
  const whole = (text: string) => /[.!。！।]["'”’»)]*$/u.test(text);
  const fits = ranked.filter(({ passage }) => repair(passage).text.length <= GIST_MAX && passage.kind !== 'caption');
  const best =
    fits.find(({ passage }) => whole(passage.text) && stands(passage) >= 0.7) ?? fits.find(({ passage }) => whole(passage.text)) ?? fits[0];
  return best === undefined ? null : pointOf(best.passage, repair(best.passage));
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

function pointOf({ id }: Passage, { text, names }: Repaired): Point {
  return { text, citations: [{ sentenceIds: names === null ? [id] : [id, names] }] };
}

/** The passage with the words that are shown. */
function asRepaired(passage: Passage, text: string, language: string): Passage {
  return text === passage.text ? passage : { ...passage, text, words: wordsOf(text, language) };
}
