import { dateIn, dateInAddress, dateTold } from './date.ts';
import type { Head } from './head.ts';
import { localInstant } from './clock.ts';
import type { RawBlock } from './outline.ts';
import { folded } from './title.ts';

const DECLARED = [
  'article:published_time',
  'article:published',
  'datepublished',
  'og:article:published_time',
  'og:published_time',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'pubdate',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'date',
  'datecreated',
  'cxenseparse:recs:publishtime',
  'og:pubdate',
  'rnews:datepublished',
  'bt:pubdate',
  'release_date',
  'og:release_date',
  'created',
];
const DECLARED_LATE = ['article:modified_time', 'og:updated_time', 'last-modified', 'datemodified', 'dcterms.modified', 'revised'];
const PUBLISHED_NAME = /publi|posted|entry-date|created|pubdate/iu;
const CHANGED_NAME = /updat|modif|chang|edit/iu;

const SAYS_SO =
  /^(?:published|posted|first published|veröffentlicht|erschienen|publié|mis en ligne|publicado|publicada|pubblicato|gepubliceerd)(?=[\s:])/iu;

/** A dateline may open the first paragraph, with a place and no other words before the day. */
const DATELINE = /^(?:[\p{Lu}\d(][^\s]*[\s,/–—-]{0,3}|de\s|den\s|le\s|the\s){0,6}?\(?(?:\d|\p{Lu}\p{L}{2,9}\.?\s\d)/u;
const LONGEST_LINE = 120;
const MOST_WORDS = 15;

const SAYS_SO_LATER =
  /(?<!\p{L})(?:published|posted|veröffentlicht|erschienen|erstellt|publiée?|mis en ligne|publicad[oa]|pubblicato|gepubliceerd)(?!\p{L})/iu;
const CHANGED_WORD = /updated|modified|aktualisiert|geändert|mis à jour|actualizad|modificad|aggiornat|atualizad|bijgewerkt/iu;

export interface Place {
  /** First and last block of the article. */
  first: number;
  last: number;
  /** Blocks read before the headline. */
  headline: number;
}

/** When the page says it was published: in its data, else where a reader would see it. */
export function publishedAt(
  head: Head,
  blocks: readonly RawBlock[],
  place: Place,
  linked: string | null,
  url: string | null,
  language: string | null,
  title: string | null,
): string | null {
  const monthFirst = language === null || /^en/iu.test(language);
  const read = (text: string): string | null => dateIn(text, monthFirst);
  const told = (value: string): string | null => dateTold(value, monthFirst);
  const declared = [linked ?? '', ...DECLARED.flatMap((name) => head.metas.get(name) ?? [])];
  for (const text of declared) {
    const date = told(text);
    if (date !== null) return localInstant(date, declared, linesAround(blocks, place), monthFirst);
  }
  return (
    timeElement(head, place, told, place.last) ??
    dateInAddress(url) ??
    listedDate(blocks, title, read) ??
    namedDate(head, place, read) ??
    visibleDate(blocks, place, read) ??
    timeElement(head, place, told, Infinity) ??
    DECLARED_LATE.flatMap((name) => head.metas.get(name) ?? [])
      .map(told)
      .find((date) => date !== null) ??
    null
  );
}

type Read = (text: string) => string | null;

/** Near the article: from a little before the headline to a little after the end. */
function isNear(block: number, { first, last, headline }: Place): boolean {
  return block >= Math.min(first, headline) - 6 && block <= last + 6;
}

function timeElement(head: Head, place: Place, read: Read, until: number): string | null {
  let best: { date: string; rank: number } | null = null;
  for (const { value, block, bits } of head.times) {
    const date = read(value);
    if (date === null || block > until || !isNear(block, place)) continue;
    const named = PUBLISHED_NAME.test(bits) ? 0 : CHANGED_NAME.test(bits) ? 2 : 1;
    const outside = block > place.first + 4 ? 1.5 : 0;
    if (best === null || named + outside < best.rank) best = { date, rank: named + outside };
  }
  return best?.date ?? null;
}

function namedDate(head: Head, place: Place, read: Read): string | null {
  for (const { text, block } of head.dates) {
    const date = isNear(block, place) && text.length < 110 ? read(saidPart(text)) : null;
    if (date !== null) return date;
  }
  return null;
}

/** Of a line that tells of a change first, what it says of the publication. */
function saidPart(text: string): string {
  const said = SAYS_SO_LATER.exec(text);
  return said !== null && CHANGED_WORD.test(text.slice(0, said.index)) ? text.slice(said.index) : text;
}

/** A short line with a date in it: one that says what the date is, else right above or right below the article. */
function visibleDate(blocks: readonly RawBlock[], place: Place, read: Read): string | null {
  const from = Math.max(0, Math.min(place.first, place.headline) - 4);
  const saying = blocks.slice(from, place.last + 4).filter(({ text }) => SAYS_SO.test(text));
  // A sentence tells of another day.
  const around = [...blocks.slice(from, place.first + 3), ...blocks.slice(place.last, place.last + 4)].filter(
    ({ wording }) => wording.words <= MOST_WORDS,
  );
  for (const { text } of [...saying, ...around]) {
    const date = text.length < LONGEST_LINE ? read(saidPart(text)) : null;
    if (date !== null) return date;
  }
  const opening = blocks[place.first]?.text.slice(0, 60);
  return opening === undefined || !DATELINE.test(opening) ? null : read(opening);
}

/** A list of the site's stories may name this one, with its day right below. */
function listedDate(blocks: readonly RawBlock[], title: string | null, read: Read): string | null {
  const name = folded(title ?? '');
  if (name === '') return null;
  for (const [index, { text, linkChars }] of blocks.entries()) {
    const below = blocks[index + 1]?.text ?? '';
    const date = linkChars > 0 && below.length < LONGEST_LINE && folded(text) === name ? read(below) : null;
    if (date !== null) return date;
  }
  return null;
}

function linesAround(blocks: readonly RawBlock[], place: Place): string[] {
  const from = Math.max(0, Math.min(place.first, place.headline) - 4);
  return blocks.slice(from, place.first + 4).flatMap(({ text }) => (text.length < LONGEST_LINE ? [text] : []));
}
