import type { Head } from './head.ts';
import type { RawBlock } from './outline.ts';
import type { Place } from './published.ts';
import { folded, tokensOf } from './title.ts';

const METAS = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'article:author_name',
  'article.author',
  'og:author',
  'og:article:author',
  'dc.contributor',
  'creator',
  'authors',
  'cxenseparse:author',
  'twitter:creator:name',
];
/** What may stand before a name, in the languages that are read. */
const LEAD_IN =
  /^(?:(?:view all (?:posts|articles|stories)|more (?:posts|articles|stories)?|reporting|written|posted|published|reported|story|text|article|words|reviewed|geschrieben|verfasst|veröffentlicht|publié|rédigé|escrito|publicado|scritto|pubblicato)\s+)?(?:by|von|par|por|di|door|de|text|autorin|autor|author|auteur|autore|redaktion|reporter|verfasser)(?:\s*[:|]\s*|\s+)(?=[\p{L}@])/iu;
/** A name after other facts: "Posted on 3 May by …". */
const NAME_LAST = /^(?:\p{L}+ (?:on|am|le|el)\b|[^\p{L}]*\d|\p{L}+ \d).*?\b(?:by|von|par|por)\s+(\S.*)$/iu;
const TAIL =
  /\s*(?:[|•·–—;]|\/\s|\((?!\p{Lu}[^)]{0,20}\)\s\p{Lu})|\s(?:on|am)\s|\s(?:on|am)$|\s\d|\s(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|jul|aug|ago|sep|oct|okt|ott|nov|dec|dez|déc|dic)\p{L}{0,6}\.?\s\d|\s-\s|\sin\s|,\s*(?:\p{L}+\s){0,3}(?:editor|reporter|staff|writer|correspondent|redakteur|press)).*$/iu;
/** What follows a name in the same element: the time and counts glued to it, a handle, who else worked on it, for whom. */
const AFTER_NAME =
  /(?<=\p{L}{2})\d|\s@\w|,?\s(?:(?:edited|reviewed|photographs?|photos?|illustrat\p{L}{2,4}|fact.?checked) by|updated|published|posted|follow|special to|aktualisiert|shares?|for (?:the )?\p{Lu}\p{L}+)(?!\p{L})/iu;
/** "Jane Roe Technology reporter", two elements in one. */
const ROLE =
  /^(\p{Lu}\S+(?:\s\p{Lu}\S+){1,3}?)\s(?:\p{L}+\s)?(?:correspondent|reporter|editor|columnist|contributor|writer|redakteur(?:in)?|journalist(?:in|e)?)\b.*$/u;
const ABOUT = /^(?:about|über|follow)\s(?=\p{Lu}\p{L}+\s\p{Lu})/iu;
const BETWEEN_NAMES = /\s*,\s*|\s(?:and|und|et|y|e|en|with|mit|avec|con)\s/u;
const NOT_A_NAME =
  /https?:|www\.|@|\.(?:com|de|org|net|it|fr|at|ch|es|eu|info|nl)\b|[{}<>=*]|:$|(?:^|\s)(?:gmbh|e\.\s?v\.|inc|ltd|llc|s\.a)\.?$/iu;
const ADDRESS = /\s?[(<[](?:https?:|mailto:|www\.|[^\s()<>]+@)[^()<>[\]]*[)>\]]/giu;
const NO_NAMES = new Set(
  `admin administrator unknown null undefined root noauthor anonymous by von par por posted published publiziert author autor
  autorin auteur written share name text veröffentlicht followauthor authors staff`.split(/\s+/u),
);
/** A line that names its author without any markup saying so. */
const VISIBLE = /^(?:(?:by|von|par|por|di|door|autorin|autor|author|auteur|autore)(?:\s*:\s|\s)|text\s*:\s)/iu;
/** Inside an article, an author needs a colon: "By Friday" is no signature. */
const SIGNED = /^(?:autorin|autor|author|auteur|autrice|autore|autora)\s*:\s/iu;
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|and|und|et|y|e|en|von|de|van|der|di|del|la)){1,6}$/u;

const AGENCIES = new Set(
  `ap|afp|apa|ats|ansa|belga|cna|cp|ctk|čtk|dpa|dpa-afx|efe|epd|itar-tass|jiji|jiji press|keystone-sda|kna|kyodo|kyodo news|lusa|mti|
  ntb|pa|pa media|pap|pti|reuters|ritzau|rtr|sda|sid|tass|the associated press|associated press|thomson reuters|tt|upi|xinhua|yonhap|
  europa press|agence france-presse|press association`
    .split('|')
    .map((name) => name.trim()),
);

/** The author as the page names one, without the words around the name. A site does not count as its own author. */
export function bylineOf(
  head: Head,
  blocks: readonly RawBlock[],
  place: Place,
  linked: readonly string[],
  sites: readonly (string | null)[],
): string | null {
  const own = sites.filter((site) => site !== null);
  const people = (texts: readonly string[]): string | null => {
    const names = texts
      .flatMap((text) => text.slice(0, 400).split(/(?<=\p{L}{2})\s?\/\s?(?=\p{Lu}\p{L})/u))
      .map(nameIn)
      .filter((name) => name !== null && !isSite(name, own))
      .map((name) => withoutSite(name ?? '', own));
    return names.length === 0 ? null : [...new Set(names)].slice(0, 6).join(', ');
  };
  const claims = claimsNear(head, place);
  const declared = people(linked) ?? METAS.map((key) => people(head.metas.get(key) ?? [])).find((name) => name !== null);
  if (declared !== undefined) {
    // A handle in the data, a name on the page.
    const named = /^\S*\d\S*$/u.test(declared) ? claims.find(({ name }) => PERSON.test(name) && !isSite(name, own)) : undefined;
    if (named !== undefined) return named.name;
    // "Our expert Jane Roe" in the data, "Jane Roe" in the link to her page.
    const plain = claims.find(({ name, claim }) => claim !== 'class' && name.includes(' ') && declared.endsWith(` ${name}`));
    return plain !== undefined && !declared.includes(',') ? plain.name : declared;
  }
  for (const wanted of ['itemprop', 'rel', 'class'] as const) {
    const found = claims.find(({ name, claim }) => claim === wanted && areNames(name) && !isSite(name, own));
    if (found !== undefined) return withoutSite(found.name, own);
  }
  const around = [
    ...blocks.slice(Math.max(0, Math.min(place.first, place.headline) - 3), place.first + 3),
    ...blocks.slice(Math.max(0, place.last - 3), place.last + 4),
  ];
  const within = blocks.slice(place.first, place.last + 1).filter(({ text }) => text.length < 200 && SIGNED.test(text));
  for (const { text } of [...around, ...within]) {
    if (text.length > 90 || !VISIBLE.test(text)) continue;
    const found = nameIn(text);
    const name = [found, found?.split(',')[0]].find((part) => typeof part === 'string' && PERSON.test(part));
    if (typeof name === 'string' && !isSite(name, own)) return name;
  }
  // Nobody else: the house signs itself, or an agency does.
  for (const { text } of around) {
    const name = text.length <= 90 && VISIBLE.test(text) ? nameIn(text) : null;
    if (name !== null && PERSON.test(name) && isSite(name, own)) return name;
  }
  return around.map(({ text }) => agenciesIn(text)).find((name) => name !== null) ?? null;
}

/** "APA/AP", "(dpa)" or "© 2026 AFP" as a line of its own. */
function agenciesIn(text: string): string | null {
  const bare =
    text.length > 60
      ? ''
      : text.replace(/^\s*(?:quelle|source|fuente|fonte|bron|text|agenc\p{L}+)\s*:\s*|©|\(c\)|(?:19|20)\d\d|[()[\]]/giu, ' ').trim();
  const names = bare.split(/\s*[/,;·|+&-]\s*/u);
  return bare !== '' && names.every((name) => AGENCIES.has(name.toLowerCase())) ? bare.replace(/\s+/gu, ' ') : null;
}

/** "Jane Roe Street Papers": a name and the site's, glued together. */
function withoutSite(name: string, sites: readonly string[]): string {
  const words = name.split(' ');
  const names = new Set(sites.map(folded));
  for (let from = 1; from < words.length; from += 1) {
    if (names.has(folded(words.slice(from).join(' '))))
      return words
        .slice(0, from)
        .join(' ')
        .replace(/[,\s]+$/u, '');
  }
  return name;
}

function claimsNear(head: Head, { first, last, headline }: Place): { name: string; claim: 'rel' | 'itemprop' | 'class' }[] {
  const from = Math.min(first, headline) - 8;
  return head.bylines.flatMap(({ text, block, claim }) => {
    const name = block >= from && block <= last + (claim === 'class' ? 1 : 6) ? nameIn(text) : null;
    return name === null ? [] : [{ name, claim }];
  });
}

function areNames(text: string): boolean {
  const names = text.split(BETWEEN_NAMES);
  return names.length <= 8 && names.every((name) => name.split(' ').length <= 6);
}

/** Whether a name is the site's, or made of words of it. */
function isSite(name: string, sites: readonly string[]): boolean {
  const [plain, words] = [folded(name), tokensOf(name)];
  return sites.some((site) => {
    const whole = folded(site);
    if (whole === '') return false;
    const known = tokensOf(site);
    return (whole.length > 2 && plain.startsWith(whole)) || [...words].every((word) => known.has(word));
  });
}

function nameIn(text: string): string | null {
  let name = text.slice(0, 240).replace(/\s+/gu, ' ').replace(ADDRESS, '').trim();
  if (name.length > 200) return null;
  name = NAME_LAST.exec(name)?.[1] ?? name;
  for (let round = 0; round < 2; round++) name = name.replace(LEAD_IN, '').trim();
  name = name.replace(ABOUT, '');
  const after = AFTER_NAME.exec(name)?.index ?? name.length;
  if (name.slice(0, after).trim().includes(' ')) name = name.slice(0, after).trim();
  name = name.replace(ROLE, '$1');
  if (NOT_A_NAME.test(name)) return null;
  name = name
    .replace(TAIL, '')
    .replace(/[\s,;:|–—-]+$/u, '')
    .replace(/^[\s,;:|–—-]+/u, '');
  const words = name.split(' ').length;
  return words > 24 || name.length > 100 || !/\p{L}{2}|\p{L}\. ?\p{L}/u.test(name) || NO_NAMES.has(folded(name)) ? null : name;
}
