import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion, rankSentences } from '../../src/brief/answer/answer.ts';
import { briefArticle } from '../../src/brief/built-in.ts';
import type { Article } from '../../src/model/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { faultsOf, type Fault } from './support/postable.ts';
import { markedTexts, sameFigure, type FigureMark, type MarkedText, type QuestionMark } from './support/marks.ts';

/** Scores cards and answers against what editors marked by hand. Run: node scripts/bench/marks.ts [--data <folder>] [--misses] */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    misses: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
/** Figures that a message shows. */
const SHOWN = 5;
const { texts, changed, absent } = markedTexts(resolve(import.meta.dirname, '../..', options.data));
if (absent > 0) console.log(`${absent} marked texts are not in ${options.data}: they are left out.`);
if (changed.length > 0) console.log(`Read differently than when they were marked, left out: ${changed.join(', ')}.`);
const chosen = texts.filter(({ name }) => name.includes(options.only));
for (const by of ['others', 'author'] as const) {
  const own = chosen.filter(({ marks }) => marks.by === by);
  if (own.length === 0) continue;
  console.log(`${own.length} texts marked by ${by === 'author' ? 'the author of the engine' : 'editors who have not read the engine'}`);
  console.table({ ...cardScores(own), ...answerScores(own) });
}

type Tally = { right: number; all: number };

function cardScores(marked: readonly MarkedText[]): Record<string, string> {
  const [found, wanted, qualifier, status, by, printed] = [tally(), tally(), tally(), tally(), tally(), tally()];
  const kinds = new Map<Fault, number>();
  for (const { name, marks, article } of marked) {
    const figures = briefArticle(article, BriefOptions.parse({})).figures;
    const met = new Set<FigureMark>();
    for (const [place, figure] of figures.entries()) {
      // A change tells two figures, a range both its ends.
      const same = marks.figures.filter((one) => sameFigure(one, figure, article));
      const mark = same.find(({ card }) => card === 'yes') ?? same[0];
      count(found, mark !== undefined && mark.card !== 'no');
      if (place < SHOWN) {
        const faults = faultsOf(figure, mark, article);
        count(printed, faults.length === 0);
        for (const fault of faults) kinds.set(fault, (kinds.get(fault) ?? 0) + 1);
      }
      if (mark === undefined || mark.card === 'no')
        tell(name, `on the card: ${figure.raw} “${figure.label}” (${mark?.card ?? 'not marked'})`);
      if (mark === undefined) continue;
      for (const one of same) met.add(one);
      if (mark.card !== 'yes') continue;
      // The marks call "nearly" less than, the card about: a reader is told the same.
      const isQualified = mark.qualifier === figure.qualifier || (mark.qualifier === 'less-than' && figure.qualifier === 'about');
      count(qualifier, isQualified);
      if (!isQualified) tell(name, `qualifier: ${figure.raw} ${figure.qualifier}, should be ${mark.qualifier}`);
      count(status, mark.status === figure.status);
      if (mark.status !== figure.status)
        tell(name, `status: ${figure.raw} ${figure.status}, should be ${mark.status}: ${sentenceAt(article, mark.sentences[0] ?? 0)}`);
      const speaker = mark.by === undefined ? null : article.text.slice(mark.by[0], mark.by[0] + mark.by[1]);
      const isSpeaker = sameWords(speaker, figure.attributedTo);
      count(by, isSpeaker);
      if (!isSpeaker)
        tell(name, `speaker: ${figure.raw} ${figure.attributedTo}, should be ${speaker}: ${sentenceAt(article, mark.sentences[0] ?? 0)}`);
    }
    for (const mark of marks.figures) {
      if (mark.card !== 'yes') continue;
      count(wanted, met.has(mark));
      if (!met.has(mark))
        tell(
          name,
          `not on the card: ${article.text.slice(mark.number[0], mark.number[0] + mark.number[1])}: ${sentenceAt(article, mark.sentences[0] ?? 0)}`,
        );
    }
  }
  return {
    'card precision': share(found),
    'card recall': share(wanted),
    'qualifier right': share(qualifier),
    'status right': share(status),
    'speaker right': share(by),
    'postable of the first five': share(printed),
    'what keeps the others': [...kinds].map(([fault, times]) => `${fault} ${times}`).join(', '),
  };
}

function answerScores(marked: readonly MarkedText[]): Record<string, string> {
  const [first, refused, told, tempting, plain, follow] = [tally(), tally(), tally(), tally(), tally(), tally()];
  for (const { name, marks, article } of marked) {
    for (const question of marks.questions) {
      const answer = answerQuestion(article, question.text);
      const best = rankSentences(article, question.text)[0];
      count(first, best !== undefined && answersIt(question, article, best.id));
      count(refused, answer.status === 'not-in-article');
      const id = answer.status === 'answered' ? answer.citations[0]?.sentenceIds[0] : undefined;
      count(told, id !== undefined && answersIt(question, article, id));
      if (best === undefined || !answersIt(question, article, best.id))
        tell(
          name,
          `asked “${question.text}”: ${best?.text.slice(0, 100)} ≠ ${sentenceAt(article, question.sentences[0] ?? 0).slice(0, 160)}`,
        );
      else if (id === undefined) tell(name, `refused “${question.text}”: ${best.text.slice(0, 120)}`);
    }
    for (const { text, isTempting } of marks.unanswerable) {
      const answer = answerQuestion(article, text);
      count(isTempting ? tempting : plain, answer.status === 'not-in-article');
      if (answer.status === 'answered') tell(name, `should refuse “${text}”: ${answer.text.slice(0, 120)}`);
    }
    if (marks.followUp === null) continue;
    const before = marks.questions[marks.followUp.after];
    if (before === undefined) continue;
    const said = answerQuestion(article, before.text);
    const earlier = [{ question: before.text, answer: said.status === 'answered' ? said.text : '' }];
    const answer = answerQuestion(article, marks.followUp.text, { earlier });
    const id = answer.status === 'answered' ? answer.citations[0]?.sentenceIds[0] : answer.nearest?.sentenceIds[0];
    count(follow, id !== undefined && answersIt(marks.followUp, article, id));
    if (id === undefined || !answersIt(marks.followUp, article, id))
      tell(name, `followed “${before.text}” with “${marks.followUp.text}”: ${answer.status}`);
  }
  return {
    'right sentence first': share(first),
    'answerable answered with it': share(told),
    'answerable refused': share(refused),
    'tempting unanswerable refused': share(tempting),
    'other unanswerable refused': share(plain),
    'all unanswerable refused': share({ right: tempting.right + plain.right, all: tempting.all + plain.all }),
    'follow-up right': share(follow),
  };
}

function answersIt({ sentences }: Pick<QuestionMark, 'sentences'>, article: Article, id: number): boolean {
  const span = article.sentences[id]?.span;
  return span !== undefined && sentences.some((at) => at >= span.start && at < span.end);
}

function sameWords(a: string | null, b: string | null): boolean {
  const words = (text: string | null): string[] => (text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [left, right] = [words(a), words(b)];
  return left.length === 0 ? right.length === 0 : left.some((word) => word.length > 2 && right.includes(word));
}

function sentenceAt({ sentences, text }: Article, at: number): string {
  const span = sentences.find((sentence) => at >= sentence.span.start && at < sentence.span.end)?.span;
  return span === undefined ? '' : text.slice(span.start, span.end);
}

function tally(): Tally {
  return { right: 0, all: 0 };
}

function count(counted: Tally, isRight: boolean): void {
  counted.all += 1;
  if (isRight) counted.right += 1;
}

function tell(name: string, line: string): void {
  if (options.misses) console.log(`${name}: ${line}`);
}

function share({ right, all }: Tally): string {
  return `${((100 * right) / Math.max(1, all)).toFixed(1)} of ${all}`;
}
