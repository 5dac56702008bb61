import { folded } from './title.ts';

/** What may stand before a name, in the languages that are read. */
const LEAD_IN =
  /^(?:(?:view all (?:posts|articles|stories)|more (?:posts|articles|stories)?|reporting|written|posted|published|reported|story|text|article|words|reviewed|geschrieben|verfasst|veröffentlicht|publié|rédigé|escrito|publicado|scritto|pubblicato)\s+)?(?:by|von|par|por|di|door|de|text|autorin|autor|author|auteur|autore|redaktion|reporter|verfasser)(?:\s*[:|]\s*|\s+)(?=[\p{L}@])/iu;
/** A name after other facts: "Posted on 3 May by …". */
const NAME_LAST = /^(?:\p{L}+ (?:on|am|le|el)\b|[^\p{L}]*\d|\p{L}+ (?:\p{L}+ )?\d).*?\b(?:by|von|par|por)\s+(\S.*)$/iu;
const TAIL =
  /\s*(?:[|•·–—;]|\/\s|\((?!\p{Lu}[^)]{0,20}\)\s\p{Lu})|\s(?:on|am)\s|\s(?:on|am)$|\s(?:(?:at|um|om|à|às|a las|alle|le|el|il|den|vom|on|op)\s)?\d|\s(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|jul|aug|ago|sep|oct|okt|ott|nov|dec|dez|déc|dic)\p{L}{0,6}\.?\s\d|\s-\s|\sin\s|,\s*(?:\p{L}+\s){0,3}(?:editor|reporter|staff|writer|correspondent|redakteur|press|\p{L}*(?:leiter(?:in)?|sprecher(?:in)?|referent(?:in)?|direktor(?:in)?|manager(?:in)?|mitarbeiter(?:in)?)\b|director|founder|head of|professor|rédact|journalist|periodista|giornalista|jornalista)).*$/iu;
/** What follows a name in the same element: the time and counts glued to it, a handle, who else worked on it, for whom. */
const AFTER_NAME =
  /(?<=\p{L}{2})\d|\s@\w|,?\s(?:(?:edited|reviewed|photographs?|photos?|illustrat\p{L}{2,4}|fact.?checked) by|updated|published|posted|follow|special to|aktualisiert|veröffentlicht|publiée?|mis à jour|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicato|aggiornato|gepubliceerd|shares?|for (?:the )?\p{Lu}\p{L}+)(?!\p{L})/iu;
/** "Jane Roe Technology reporter", two elements in one. */
const ROLE =
  /^(\p{Lu}\S+(?:\s\p{Lu}\S+){1,3}?)\s(?:\p{L}+\s)?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Cc]ontributor|[Ww]riter|[Rr]edakteur(?:in)?|[Jj]ournalist(?:in|e)?)\b.*$/u;
const ABOUT = /^(?:about|über|follow)\s(?=\p{Lu}\p{L}+\s\p{Lu})/iu;
/** The label of a byline, or its genre: "Interview: …", "A guest post by …". */
const LABEL = /^\p{L}{4,20}\s?:\s?(?=\p{Lu}\p{L}+\s)/u;
const GENRE =
  /^(?:(?:an?|the|eine?|une?|una?|un)\s)?(?:guest\s)?(?:gast)?(?:post|story|report|review|essay|column|opinion|analysis|article|beitrag|analyse|kommentar|kolumne|interview|reportage|bericht|rezension|tribune|chronique|enquête|análisis|entrevista|opinión|columna|analisi|intervista|análise|crônica)\s(?:by|von|par|por|di|de|door)\s(?=\p{Lu})/iu;
const OUR = /^(?:unser\p{Ll}{0,2}|notre|nuestr[oa]|our|nostr[oa]|onze)\s(?:\p{L}+\s){1,2}(?=\p{Lu}\p{L}+\s\p{Lu})/u;
/** What somebody did, in brackets, and what is glued to the last letter of a name. */
const DID = /\s?\((?:text|texte|words|reporting|writing|photos?|fotos?|photograph\p{L}+|videos?|bilder|illustration\p{L}*)\)/giu;
const GLUED =
  /(?<=\p{Ll})(?:(?:Publi|Updat|Post|Follow|Share|Comment|Veröff|Aktual|Mis à|Pubbl|Actual|Atual)\p{Ll}*(?![\p{Ll}’'])|(?:Jan|Feb|Fév|Mar|Mär|Apr|Avr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez|Déc)\p{Ll}{0,6}\.?\s\d).*$/u;
const NOT_A_NAME =
  /https?:|www\.|@|\.(?:com|de|org|net|it|fr|at|ch|es|eu|info|nl)\b|[{}<>=*]|:$|(?:^|\s)(?:gmbh|e\.\s?v\.|inc|ltd|llc|s\.a)\.?$/iu;
const ADDRESS = /\s?[(<[](?:https?:|mailto:|www\.|[^\s()<>]+@)[^()<>[\]]*[)>\]]/giu;
const NO_NAMES = new Set(
  `admin administrator unknown null undefined root noauthor anonymous by von par por posted published publiziert author autor
  autorin auteur written share name text veröffentlicht followauthor authors staff`.split(/\s+/u),
);
const AGENCIES = new Set(
  `ap|afp|apa|ats|ansa|belga|cna|cp|ctk|čtk|dpa|dpa-afx|efe|epd|itar-tass|jiji|jiji press|keystone-sda|kna|kyodo|kyodo news|lusa|mti|
  ntb|pa|pa media|pap|pti|reuters|ritzau|rtr|sda|sid|tass|the associated press|associated press|thomson reuters|tt|upi|xinhua|yonhap|
  europa press|agence france-presse|press association`
    .split('|')
    .map((name) => name.trim()),
);

/** The name in a byline, without the words around it; null when there is none. */
export function nameIn(text: string): string | null {
  let name = text.slice(0, 240).replace(/\s+/gu, ' ').replace(ADDRESS, '').replace(DID, '').replace(GLUED, '').trim();
  if (name.length > 200) return null;
  name = NAME_LAST.exec(name)?.[1] ?? name;
  for (let round = 0; round < 2; round++) name = name.replace(LEAD_IN, '').trim();
  name = name.replace(ABOUT, '').replace(GENRE, '').replace(LABEL, '').replace(OUR, '');
  const after = AFTER_NAME.exec(name)?.index ?? name.length;
  if (name.slice(0, after).trim().includes(' ')) name = name.slice(0, after).trim();
  name = withoutAgency(name.replace(ROLE, '$1'));
  if (NOT_A_NAME.test(name)) return null;
  name = name
    .replace(TAIL, '')
    .replace(/[\s,;:|–—-]+$/u, '')
    .replace(/^[\s,;:|–—-]+/u, '');
  const words = name.split(' ').length;
  const isNone = words > 24 || name.length > 100 || !/\p{L}{2}|\p{L}\. ?\p{L}/u.test(name) || NO_NAMES.has(folded(name));
  return isNone ? null : lowered(name);
}

/** "JANE ROE" as people write it; an agency or a house may be its capitals. */
function lowered(name: string): string {
  if (!/^\p{Lu}{3,}(?:\s\p{Lu}\.?)?(?:[\s-]\p{Lu}{3,})+$/u.test(name)) return name;
  return name.replace(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase());
}

export function isAgency(text: string): boolean {
  return AGENCIES.has(text.toLowerCase().replace(/ (?:national|world|sports|business|politics)$/u, ''));
}

/** "Jane Roe Associated Press" and "Jane Roe / Reuters" are by Jane Roe. */
function withoutAgency(name: string): string {
  const words = name.split(' ');
  for (let from = 2; from < words.length; from += 1) {
    const joined = words[from - 1]?.endsWith(',') === true || /^[/|,]$/u.test(words[from] ?? '');
    const rest = words.slice(/^[/|,]$/u.test(words[from] ?? '') ? from + 1 : from).join(' ');
    const isWord = rest.length > 5 || joined;
    if (isWord && isAgency(rest))
      return words
        .slice(0, from)
        .join(' ')
        .replace(/[,\s]+$/u, '');
  }
  return name;
}

/** "APA/AP", "(dpa)" or "© 2026 AFP" as a line of its own. */
export function agenciesIn(text: string): string | null {
  const bare =
    text.length > 60
      ? ''
      : text.replace(/^\s*(?:quelle|source|fuente|fonte|bron|text|agenc\p{L}+)\s*:\s*|©|\(c\)|(?:19|20)\d\d|[()[\]]/giu, ' ').trim();
  const names = bare.split(/\s*[/,;·|+&-]\s*/u);
  return bare !== '' && names.every((name) => isAgency(name)) ? bare.replace(/\s+/gu, ' ') : null;
}

/** "Jane Roe Street Papers": a name and the site's, glued together. */
export function withoutSite(name: string, sites: readonly string[]): string {
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
