import type { Head } from './head.ts';
import type { RawBlock } from './outline.ts';
import type { Place } from './published.ts';
import { agenciesIn, isAgency, nameIn, withoutSite } from './name.ts';
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
const HOST = /^\s*(?:[a-z\d-]+\.)+[a-z]{2,10}\s*$/iu;
const BETWEEN_NAMES = /\s*,\s*(?:(?:and|und|et|y|e|en)\s)?|\s(?:and|und|et|y|e|en|with|mit|avec|con|com|met|&)\s/u;
/** A line that names its author without any markup saying so. */
const VISIBLE =
  /^(?:(?:(?:written|posted|published|reported|story|words|text|geschrieben|verfasst|écrit|rédigé|escrito|scritto|geschreven)\s)?(?:by|von|par|por|di|door|autorin|autor|author|auteur|autore)(?:\s*:\s|\s)|(?:text|tekst|texte|texto|testo)\s*:\s)/iu;
/** Inside an article, an author needs a colon: "By Friday" is no signature. */
const SIGNED = /^(?:autorin|autor|author|auteur|autrice|autore|autora)\s*:\s/iu;
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|and|und|et|y|e|en|von|de|van|der|di|del|la)){1,6}$/u;

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
      .flatMap((text) => {
        const parts = text.slice(0, 400).split(/(?<=\p{L}{2})\s?\/\s?(?=\p{Lu}\p{L})/u);
        // "street.test / Street Papers" are two names of a house.
        return parts.length > 1 && parts.some((part) => HOST.test(part)) ? [] : parts;
      })
      .map(nameIn)
      .filter((name) => name !== null && !isSite(name, own))
      .map((name) => withoutSite(name ?? '', own));
    const persons = names.filter((name) => !isAgency(name));
    return names.length === 0 ? null : [...new Set(persons.length === 0 ? names : persons)].slice(0, 6).join(', ');
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
    const name = [found, found?.split(',')[0]].find((part) => typeof part === 'string' && arePersons(part));
    if (typeof name === 'string' && !isSite(name, own)) return name;
  }
  // Nobody else: the house signs itself, or an agency does.
  for (const { text } of around) {
    const name = text.length <= 90 && VISIBLE.test(text) ? nameIn(text) : null;
    if (name !== null && PERSON.test(name) && isSite(name, own)) return name;
  }
  return around.map(({ text }) => agenciesIn(text)).find((name) => name !== null) ?? null;
}

function claimsNear(head: Head, { first, last, headline }: Place): { name: string; claim: 'rel' | 'itemprop' | 'class' }[] {
  const from = Math.min(first, headline) - 8;
  return head.bylines.flatMap(({ text, block, claim }) => {
    const name = block >= from && block <= last + (claim === 'class' ? 1 : 6) ? nameIn(text) : null;
    return name === null ? [] : [{ name, claim }];
  });
}

function arePersons(text: string): boolean {
  return text.split(BETWEEN_NAMES).every((name, at) => PERSON.test(name) || (at > 0 && isAgency(name)));
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
