import type { Outline } from './outline.ts';
import { COMMENTS, RELATED } from './vocabulary.ts';

/** What the heading of a box says about the box, where its names say nothing. */
const HEADED_RELATED =
  /^(?:related(?! to\b)\b|(?:you (?:may|might) (?:also )?(?:like|enjoy)|more (?:from|on|in|stories|news|like this)\b|(?:read|see|watch) (?:more|next|also)\b|trending\b|(?:most|editor[’']?s?) (?:read|popular|viewed|shared|picks?)\b|recommended\b|popular (?:posts|stories|articles|now)|latest (?:news|stories|posts|articles)|up next\b|don[’']t miss\b)|mehr (?:zum thema|aus|von)\b|lesen sie auch|lies auch|auch interessant|das könnte (?:sie|dich)|meistgelesen|ähnliche|verwandte|weitere (?:artikel|beiträge|themen|meldungen)|(?:à )?lire (?:aussi|également)|sur le même (?:sujet|thème)|articles? (?:similaires|liés|connexes|récents)|les plus lus|te puede interesar|(?:lee|lea|ver|mira) también|más (?:noticias|leídas|información|sobre)|(?:noticias|artículos) relacionad[oa]s|leggi anche|potrebbe(?:ro)? interessart[ei]|articoli correlati|i più letti|leia (?:também|mais)|veja também|mais lidas|notícias relacionadas|lees ook|meer (?:over|nieuws)|gerelateerd)/iu;
const HEADED_COMMENTS =
  /^(?:(?:\d[\d.,]* )?(?:comments?|repl(?:y|ies)|responses?|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties)\b(?:.{0,12})$|\d+ thoughts? on\b|(?:leave|post|add|write) (?:a|your) (?:reply|comment|response)|join the (?:conversation|discussion)|what do you think|schreibe? einen kommentar|ihr kommentar|laisser un commentaire|deja un(?:a)? (?:comentario|respuesta)|lascia un commento|deixe um comentário|reageer)/iu;
const LONGEST = 60;

/** Vocabulary bits for regions that open with a heading which says what they are. */
export function bitsByHeading({ regions, blocks }: Pick<Outline, 'regions' | 'blocks'>): Map<number, number> {
  const bits = new Map<number, number>();
  blocks.forEach(({ text, region }, index) => {
    if (text.length > LONGEST || !/^h[1-6]$/u.test(regions[region]?.tag ?? '')) return;
    const said = HEADED_RELATED.test(text) ? RELATED : HEADED_COMMENTS.test(text) ? COMMENTS : 0;
    if (said === 0) return;
    const before = blocks[index - 1]?.region ?? 0;
    let box = region;
    for (let up = regions[box]?.parent ?? 0; up > 0; up = regions[up]?.parent ?? 0) {
      if (before >= up && before < (regions[up]?.end ?? 0)) break;
      box = up;
    }
    if (box !== region) bits.set(box, said);
    else if (said === COMMENTS) for (const beside of behind(regions, region)) bits.set(beside, said);
  });
  return bits;
}

/** The lists and boxes that follow a heading beside it, up to the next heading or paragraph. */
function* behind(regions: Outline['regions'], heading: number): Generator<number> {
  const parent = regions[heading]?.parent;
  for (let at = regions[heading]?.end ?? regions.length; regions[at]?.parent === parent; at = regions[at]?.end ?? regions.length) {
    if (/^(?:h[1-6]|p)$/u.test(regions[at]?.tag ?? '')) return;
    yield at;
  }
}
