import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { PARTS, RELATIONS, type Part, type Relation } from '../../../src/language/grammar/universal.ts';

/** A sentence of a treebank; heads count from 1, 0 is the root. */
export interface TreeSentence {
  forms: string[];
  parts: number[];
  heads: number[];
  relations: number[];
}

/** The sentences of a CoNLL-U file, packed or plain: syntactic words only. Empty when the file is not there. */
export function readTreebank(path: string): TreeSentence[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  return treesIn((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** Universal Dependencies' CoNLL-U (universaldependencies.org/format.html). */
function treesIn(text: string): TreeSentence[] {
  return text
    .split(/\n\s*\n/u)
    .map((block) => block.split('\n').filter((line) => /^\d+\t/u.test(line)))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const rows = lines.map((line) => line.split('\t'));
      return {
        forms: rows.map(([, form]) => form ?? ''),
        parts: rows.map(([, , , part]) => Math.max(0, PARTS.indexOf(part as Part))),
        heads: rows.map((row) => Number(row[6])),
        relations: rows.map((row) => Math.max(0, RELATIONS.indexOf(plainRelation(row[7] ?? '')))),
      };
    });
}

/** Up to the colon: `nsubj` of `nsubj:pass`. */
function plainRelation(relation: string): Relation {
  return (relation.split(':')[0] ?? 'dep') as Relation;
}
