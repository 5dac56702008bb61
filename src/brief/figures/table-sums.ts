import { languageFor } from '../../language/tables.ts';
import type { Mention } from './mentions.ts';

/** A row that counts in thousands or in percent holds no sums as they stand. */
const SCALED = /%|\b(?:thousands?|millions?|tausend|tsd|mio|milliers|miles|millones|milhares|milhões|migliaia|milioni|duizend|miljoen)\b/iu;

/** Bare numbers in rows of prices and costs are sums in the article's currency, where it has only one. */
export function withTableSums(mentions: readonly Mention[], language: string): Mention[] {
  const currencies = new Set(mentions.flatMap(({ unit, quantity }) => (quantity.kind === 'money' ? [unit] : [])));
  const [unit = null] = currencies;
  if (unit === null || currencies.size !== 1) return [...mentions];
  const { sums } = languageFor(language);
  return mentions.map((mention) => {
    const { passage, quantity, figure } = mention;
    if (passage.kind !== 'table-row' || quantity.kind !== 'count' || quantity.role !== 'quantity') return mention;
    const header = passage.text.split('|', 1)[0] ?? '';
    const words = header.toLowerCase().match(/\p{L}+/gu) ?? [];
    const isSum = !SCALED.test(header) && words.some((word) => sums.some((sum) => word.endsWith(sum)));
    if (!isSum || header.length >= passage.text.length) return mention;
    return { ...mention, unit, quantity: { ...quantity, unit, kind: 'money' }, figure: { ...figure, unit, kind: 'money' } };
  });
}
