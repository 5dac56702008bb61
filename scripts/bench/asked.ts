import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion, rankSentences } from '../../src/brief/answer/answer.ts';
import { scoresByKind } from './support/by-kind.ts';
import { askedTexts } from './support/question-marks.ts';

/**
 * Scores the published engine on questions in colleagues' own words, kind by kind. It has learnt from them:
 * `node scripts/train/answers.ts --dry` scores each text by a model that has not.
 * Run: node scripts/bench/asked.ts [--data <folder>]
 */
const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' } } });
const texts = askedTexts(resolve(import.meta.dirname, '../..', options.data));
if (texts.length === 0) console.log(`No marked texts in ${options.data}: nothing to score.`);
else
  console.table(
    scoresByKind(texts, () => ({
      answer: (article, question, earlier) => answerQuestion(article, question, { earlier }),
      rank: (article, question) => rankSentences(article, question).map(({ id }) => id),
    })),
  );
