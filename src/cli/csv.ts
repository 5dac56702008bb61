import type { KeyFigure } from '../model/figure.ts';

const COLUMNS = [
  'rank',
  'raw',
  'value',
  'valueMax',
  'unit',
  'kind',
  'label',
  'qualifier',
  'status',
  'attributedTo',
  'asOf',
  'sentence',
] as const;

/** RFC 4180 with a header line. Cells that a spreadsheet would run as a formula are made text. */
export function csvOf(rows: readonly (KeyFigure & { sentences: readonly string[] })[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => cell(column === 'sentence' ? (row.sentences[0] ?? '') : (row[column] ?? ''))).join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** https://owasp.org/www-community/attacks/CSV_Injection: a leading apostrophe keeps words from being a formula. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const words = /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
}
