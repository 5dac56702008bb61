import { languageFor } from '../language/tables.ts';

/** Openers that join a sentence to the one before and say nothing themselves. */
const CONNECTIVES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'however',
    'moreover',
    'furthermore',
    'in addition',
    'additionally',
    'meanwhile',
    'also',
    'for example',
    'for instance',
    'as a result',
    'in fact',
    'indeed',
    'besides',
    'still',
    'thus',
    'therefore',
    'separately',
    'alas',
    'similarly',
    'likewise',
    'equally',
    'instead',
    'nevertheless',
    'nonetheless',
    'consequently',
    'accordingly',
    'in turn',
    'as such',
    'even so',
    'what is more',
    'in contrast',
    'by contrast',
    'on the other hand',
    'to that end',
    'for that reason',
    'with this in mind',
  ],
  de: ['allerdings', 'außerdem', 'zudem', 'jedoch', 'darüber hinaus', 'unterdessen', 'zum beispiel'],
  fr: [
    'cependant',
    'toutefois',
    'en outre',
    'de plus',
    'par ailleurs',
    'par exemple',
    'en effet',
    'en revanche',
    'par contre',
    'néanmoins',
    'pourtant',
    'ainsi',
    'de même',
    'd’ailleurs',
  ],
  es: [
    'sin embargo',
    'además',
    'no obstante',
    'por ejemplo',
    'por otra parte',
    'por otro lado',
    'de hecho',
    'asimismo',
    'por lo tanto',
    'por tanto',
    'del mismo modo',
  ],
  pt: ['no entanto', 'além disso', 'contudo', 'por exemplo', 'entretanto', 'de fato', 'por outro lado', 'portanto', 'da mesma forma'],
  it: [
    'tuttavia',
    'inoltre',
    'per esempio',
    'ad esempio',
    'peraltro',
    'infatti',
    'd’altra parte',
    'del resto',
    'allo stesso modo',
    'di conseguenza',
  ],
  nl: ['bovendien', 'echter', 'daarnaast', 'bijvoorbeeld', 'ondertussen'],
};

/** "(CNN)", "Tokyo (CNN) --": who filed it, and where. */
const AGENCY =
  /^(?:\p{Lu}[\p{L}.’'-]+(?:,? \p{Lu}[\p{L}.’'-]+){0,3} )?\((?:\p{Lu}{2,8}|Reuters|Bloomberg)\)\s*(?:--?|–|—)?\s*(?=["“„«]?\p{Lu})/u;
/** "NEW YORK (Reuters) - ": where it was filed, not what happened. */
const CITY = /^\p{Lu}{3,}(?:[\s,]+\p{Lu}[\p{L}.]+){0,3}\s(?:--|—|–)\s+(?=\p{Lu})/u;
/** "NEW DELHI: ", "Feb. 23, 2015 -- ". */
const PLACE_OR_DAY =
  /^(?:\p{Lu}{2,} \p{Lu}{2,}|\p{Lu}{7,}):\s+(?=\p{Lu}\p{Ll})|^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}\s(?:--?|—|–)\s+(?=\p{Lu})/u;
const DATELINE = /^\p{Lu}[\p{Lu}\s.,’'/-]{2,40}(?:,\s[\p{L}.\s\d]{2,20})?\s\([\p{L}.\s]{2,20}\)\s*[-–—]+\s+(?=\p{L})/u;

/** "New York, NY – ": a town and its state. */
const TOWN = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}, (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|\p{Lu}\p{Ll}{2,5}\.)\s(?:--?|—|–)\s+(?=\p{Lu})/u;
/** "A: Watching …": in an interview, that somebody answers. */
const ANSWERS = /^(?:A|R|Answer|Antwort|Réponse|Respuesta)\s?:\s+(?=["“„«]?\p{Lu})/u;

/** "12:00 PM PT -- Deputies were …": when a line was added to a story. */
const ADDED = /^\d{1,2}:\d{2}\s?[AP]\.?M\.?(?:\s[A-Z]{2,4})?\s(?:--?|—|–)\s+(?=\p{Lu})/u;

/** The end of a quotation that was left to the sentence behind it: "’ Berg sat down." */
export const STRAY = /^["'’”»]\s+(?=\p{L})/u;

/** How many characters at the start of a sentence say who filed it, and where. */
export function datelineLength(sentence: string): number {
  return (
    [AGENCY, DATELINE, CITY, PLACE_OR_DAY, TOWN, ADDED, ANSWERS]
      .map((line) => line.exec(sentence)?.[0].length ?? 0)
      .find((length) => length > 0) ?? 0
  );
}

/** A sentence as it stands, without who filed it and the end of a quotation that the sentence before opened. */
export function undated(sentence: string): string {
  const bare = sentence.replace(STRAY, '');
  return bare.slice(datelineLength(bare));
}

/**
 * A sentence as a point: a dateline, a leading connective and list punctuation dropped, first letter raised. Every word that
 * is left stands in the sentence, in the same order, and nothing that changes a claim or its hedge is cut.
 */
export function pointText(sentence: string, language: string): string {
  let text = undated(unbracketed(sentence.trim().replace(/[;,]$/u, '')));
  const code = languageFor(language).code;
  for (const connective of CONNECTIVES[code] ?? []) {
    const comma = text.charAt(connective.length);
    if ((comma === ',' || comma === '،') && text.slice(0, connective.length).toLowerCase().replace("'", '’') === connective) {
      text = taggedFirst(text.slice(connective.length + 1).trimStart());
      break;
    }
  }
  return text.charAt(0).toLocaleUpperCase(language === 'und' ? 'en' : language) + text.slice(1);
}

/** "(Alden bid as well.)": a whole sentence in brackets. */
function unbracketed(sentence: string): string {
  return /^\([^()]{20,}[.!]\)$/u.test(sentence) ? sentence.slice(1, -1) : sentence;
}

/** "However, Berg said, the ferry sank.": without what stood before it the tag opens the sentence, and has no comma behind it. */
export function taggedFirst(text: string): string {
  return text.replace(/^((?:[^\s,"“]+\s){1,4}(?:said|says|added|argued|argues)), (?=\p{Ll})/u, '$1 ');
}
