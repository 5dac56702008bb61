import { tellingPassages } from '../../src/brief/answer/answer.ts';
import { findQuantities } from '../../src/brief/figures/quantities.ts';
import { namesIn } from '../../src/brief/names.ts';
import { wordsOf } from '../../src/brief/words.ts';
import type { Article } from '../../src/model/article.ts';
import { askedAbout } from '../bench/support/question-marks.ts';
import { SUMMARY_SETS, summaryItems, type SummaryItem } from '../bench/support/summary-items.ts';
import type { Item } from './item.ts';

/** A summary point must share so many words with the sentence that it tells again, beside the answer. */
const SHARED = 3;
/** Answers asked for of one point. */
const ASKED = 2;

/**
 * Questions about news made from its editors' summaries: a name or a figure of a point becomes the answer, the rest asks
 * for it, and the sentence that holds the answer and most of the rest is right. The public question sets are about
 * encyclopedias. Texts that editors marked for test/marks are left out, and extractive summaries ask in the text's words.
 */
export function highlightItems(data: string): Item[] {
  const marked = askedAbout(data);
  return SUMMARY_SETS.filter((set) => set !== 'bbc').flatMap((set) =>
    (summaryItems(data, set) ?? []).flatMap((item, at) => (marked.has(`${set} ${at}`) ? [] : itemsOf(item, `${set} ${at}`))),
  );
}

function itemsOf({ article, refs }: SummaryItem, group: string): Item[] {
  return (refs[0] ?? []).flatMap((point) =>
    answersIn(point)
      .flatMap(({ answer, opener }) => {
        const rest = point
          .replace(answer, ' ')
          .replace(/[\s.]+$/u, '')
          .replace(/\s+/gu, ' ')
          .trim();
        const right = tellersOf(article, answer, rest);
        return right.size === 0 ? [] : [{ question: `${opener} ${rest}?`, right }];
      })
      .slice(0, ASKED)
      .map(({ question, right }) => ({
        set: 'highlight' as const,
        group,
        article,
        question,
        kind: 'answerable' as const,
        gold: [],
        right: ({ id }) => right.has(id),
        home: () => true,
      })),
  );
}

function answersIn(point: string): { answer: string; opener: string }[] {
  const openers = new Map([
    ['money', 'How much money'],
    ['percent', 'What percentage'],
    ['duration', 'How long'],
  ]);
  const figures = findQuantities(point, 'en')
    .filter(({ role }) => role === 'quantity')
    .map(({ raw, kind }) => ({ answer: raw, opener: openers.get(kind) ?? 'How many' }));
  return [...figures, ...namesIn(point).map((name) => ({ answer: name, opener: 'Who' }))];
}

/** The sentences that hold the answer and, of those, nearly the most of the rest. */
function tellersOf(article: Article, answer: string, rest: string): ReadonlySet<number> {
  const asked = new Set(wordsOf(rest, 'en').flatMap(({ stem, stop }) => (stop ? [] : [stem])));
  const shares = tellingPassages(article)
    .filter(({ text, kind }) => kind !== 'heading' && text.includes(answer))
    .map(({ id, stems }) => ({ id, shared: [...asked].filter((stem) => stems.has(stem)).length }));
  const most = Math.max(0, ...shares.map(({ shared }) => shared));
  return new Set(most < SHARED ? [] : shares.filter(({ shared }) => shared >= most).map(({ id }) => id));
}
