import { join } from 'node:path';
import type { Passage } from '../../src/brief/passages.ts';
import { answersIt, askedTexts } from '../bench/support/question-marks.ts';
import { articleOf, normal, SQUAD_WINDOW, squadTitles } from '../bench/support/squad.ts';
import { highlightItems } from './highlight-items.ts';
import type { Item } from './item.ts';
import { wikiItems } from '../bench/support/wikiqa.ts';

/** Every question with a known answer that is here; none where the folder is not. */
export function questionItems(data: string): Item[] {
  return [...squadItems(join(data, 'questions/squad2.jsonl')), ...wikiQuestions(data), ...highlightItems(data), ...ownQuestions(data)];
}

/** SQuAD 2.0 on windows of five paragraphs, each answerable question also put to another title's. */
function squadItems(path: string): Item[] {
  const titles = squadTitles(path) ?? [];
  return titles.flatMap(({ id, paragraphs }, index) => {
    const otherTitle = titles[(index + 1) % titles.length]?.paragraphs ?? [];
    const other = articleOf(otherTitle.slice(0, SQUAD_WINDOW).map(({ context }) => context));
    return paragraphs.flatMap(({ context, qas }, at) => {
      const from = Math.max(0, Math.min(at - 2, paragraphs.length - SQUAD_WINDOW));
      const article = articleOf(paragraphs.slice(from, from + SQUAD_WINDOW).map((part) => part.context));
      const alone = articleOf([context]);
      const otherAlone = articleOf([otherTitle[at % Math.max(1, otherTitle.length)]?.context ?? '']);
      const plain = context.replace(/\s+/gu, ' ');
      return qas.flatMap(({ question, is_impossible: isImpossible, answers }): Item[] => {
        const gold = [...new Set(answers.map(({ text }) => normal(text)))];
        const own = {
          set: 'squad' as const,
          group: id,
          article,
          question,
          gold: isImpossible ? [] : gold,
          right: (passage: Passage) => gold.some((answer) => normal(passage.text).includes(answer)),
          home: (passage: Passage) => plain.includes(passage.text.replace(/\s+/gu, ' ')),
        };
        const short = { ...own, set: 'paragraph' as const, article: alone };
        if (isImpossible) return [own, short].map((item) => ({ ...item, kind: 'adversarial', right: () => false }));
        return [
          { ...own, kind: 'answerable' },
          { ...short, kind: 'answerable' },
          { ...own, kind: 'elsewhere', article: other, gold: [], right: () => false },
          { ...short, kind: 'elsewhere', article: otherAlone, gold: [], right: () => false },
        ];
      });
    });
  });
}

function wikiQuestions(data: string): Item[] {
  return wikiItems(join(data, 'questions')).map(({ id, ...item }) => ({
    ...item,
    set: 'wikiqa',
    group: id,
    kind: 'answerable',
    gold: [],
    home: () => true,
  }));
}

/** Questions in colleagues' own words about the marked texts. */
function ownQuestions(data: string): Item[] {
  return askedTexts(data).flatMap(({ group, article, questions, unanswerable, tempting, isKept }) => {
    if (isKept) return [];
    const own = { set: 'own' as const, group, article, gold: [], home: () => true };
    const refused = [
      ...unanswerable.map((text) => ({ text, kind: 'elsewhere' as const })),
      ...tempting.map(({ text }) => ({ text, kind: 'adversarial' as const })),
    ].map(({ text, kind }): Item => ({ ...own, question: text, kind, right: () => false }));
    const answered = questions.map((mark): Item => {
      const [start, length] = mark.span;
      return {
        ...own,
        question: mark.text,
        kind: 'answerable',
        gold: [normal(article.text.slice(start, start + length))],
        right: ({ id }) => answersIt(mark, article, id),
        home: ({ id }) => article.sentences[id]?.span.start === mark.sentences[0],
      };
    });
    return [...answered, ...refused];
  });
}
