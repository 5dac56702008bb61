import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { markedBriefs } from './support/brief-marks.ts';
import { scoreOfBriefs } from './support/brief-score.ts';

/** Scores briefs against what editors who have not read the engine want of them. Run: node scripts/bench/briefs.ts [--data <folder>] */
const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/eval' } } });
const { briefs, absent } = markedBriefs(resolve(import.meta.dirname, '../..', options.data));
if (absent > 0) console.log(`${absent} marked articles are not in ${options.data}: they are left out.`);
const told = briefs.map((one) => ({ ...one, ...briefArticle(one.article, BriefOptions.parse({})) }));
if (briefs.length > 0) console.table(scoreOfBriefs(told));
