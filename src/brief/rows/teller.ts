import { languageFor } from '../../language/tables.ts';
import type { Article, Citation, Span } from '../../model/article.ts';
import type { RankedFigure } from '../figures/figures.ts';
import { introduced } from '../introduced.ts';
import { faultsOf } from '../lock.ts';
import { namedAgain } from '../named-again.ts';
import type { Passage } from '../passages.ts';
import { repairerOf } from '../repair.ts';
import { pointText } from '../wording.ts';
import { toldAround, WHOLE } from './told.ts';

/** How a row tells a figure, with the sentences that its words and the brackets among them come from. */
interface Told {
  text: string;
  citation: Citation;
}

type Teller = (ranked: RankedFigure, above: string | null) => Told | null;

/**
 * Tells figures in the words of their sentences, with pronouns resolved and people introduced as in points, under what is
 * read above them (nobody is introduced where that is null); null where a label says it better. What is more than words of
 * the sentence as they stand there, or less, without an ellipsis, is told where the lock lets it through.
 */
export function tellerOf(article: Article, passages: readonly Passage[]): Teller {
  const { language } = article;
  const repaired = repairerOf(passages, language);
  const verbs = new Set(languageFor(language).sayingVerbs);
  const isProven = ({ text, citations }: { text: string; citations: readonly Citation[] }) =>
    text.length <= MOST && faultsOf(text.replaceAll(/^…|…$/gu, ''), citations, article).length === 0;
  const mendedFor = ({ passage, figure: { attributedTo } }: RankedFigure) => {
    const mended = repaired(passage);
    // Whose words they are is judged elsewhere, and more cautiously.
    const isSpeaker = attributedTo === null && verbs.has(/\]\s(\p{L}+)/u.exec(mended.text)?.[1] ?? '');
    const isLie = mended.names !== null && !isProven({ text: mended.text, citations: [{ sentenceIds: [passage.id, mended.names] }] });
    return isSpeaker || isLie ? { text: pointText(passage.text, language), names: null } : mended;
  };
  return (ranked, above) => {
    const { figure, passage, span } = ranked;
    const [own] = figure.citations;
    if (own === undefined || passage.kind === 'table-row') return null;
    const { text, names } = mendedFor(ranked);
    const citation = (told: string): Citation => ({
      ...own,
      sentenceIds: [...new Set([...own.sentenceIds, ...(names !== null && told.includes('[') ? [names] : [])])],
    });
    const start = placeIn(text, passage.text, span, figure.raw);
    if (start < 0) return null;
    const proven = (told: string) => told.includes(figure.raw) && isProven({ text: told, citations: [citation(told)] });
    const told = toldAround(text, { start, end: start + figure.raw.length }, figure.label, language, proven);
    if (told === null) return null;
    const plain = { text: told, citations: [citation(told)] };
    if (above === null) return { text: told, citation: citation(told) };
    const known = introduced(plain, [passage], above, passages, language, isProven);
    const { text: row, citations } = namedAgain(known, above, passages, isProven);
    return { text: row, citation: citations[0] ?? own };
  };
}

/** Characters of a row whose names are told in full. */
const MOST = WHOLE + 60;

/** Where the figure stands in the mended sentence: what is mended stands before it as a rule, so it is counted from the end. */
function placeIn(mended: string, text: string, span: Span, raw: string): number {
  const behind = text.slice(span.end).split(raw).length - 1;
  let at = mended.length;
  for (let left = behind; left >= 0; left -= 1) at = at < 0 ? -1 : mended.lastIndexOf(raw, at - 1);
  return at;
}
