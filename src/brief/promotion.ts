import type { Passage } from './passages.ts';

const READER = /^(?:you|your|yours|yourself|dein|deine|deinen|ihr|ihre|ihren|votre|vos|vous|tu|su|sus|usted|tua|tuo|seu|sua|uw|jouw|je)$/;
const CALL =
  /^(?:sign|subscribe|register|join|download|click|follow|share|maximize|discover|earn|get|try|start|read|shop|buy|donate|support|jetzt|abonnieren|inscrivez|abonnez|suscríbete|suscríbase|iscriviti|inscreva|assine|meld|schrijf)$/;
/** Who helped to write it, and pointers to something else: they tell nothing, wherever they stand. */
const AROUND =
  /\b(?:contributed to this (?:report|story|article)|(?:reported|reporting) from [\p{L} ,.]+\bcontributed\b|all rights reserved)\b|^(?:\p{Lu}[\p{L}’'.]*(?: \p{L}+){0,3}: )?(?:watch|read|see|read more|see also|lire aussi|lesen sie auch|leia também|lee también|leggi anche|lees ook)\b(?::|(?=[^.!?]{0,90}\s?[.:]?$)(?=.* (?:here|below|video|gallery|photos?|speech|trailer|clip|hier|ici|aquí)\b))/iu;
/** "The ship lifts off. (Ada Berg/ Norr Press Service photo via AP)": what stands under a picture. */
const CREDITED =
  /\([^()]{3,100}\b(?:photos?|images?|pictures?|file)\b(?:,? (?:via|by|courtesy(?: of)?) [^()]{2,60})?\)\s*$|\((?:AP|Reuters|AFP|Getty)(?: Images)?(?: photo|\/)[^()]{0,60}\)\s*$/iu;
/** "The views expressed in this commentary are solely those of the writer.": behind or in front of who that is. */
const DISCLAIMER = /\b(?:views|opinions) expressed\b.{0,60}\bare\b.{0,30}\b(?:those|his|her|their|own)\b|\bis showcasing the work of\b/iu;
/** "using QUAY10": a seller's word for a discount. */
export const PROMOTION_CODE = /\b(?:promo|discount|coupon|voucher|referral) code\b|\b(?:code|using|with)\s(?=[A-Z]+\d)[A-Z]{3,}\d{1,3}\b/u;
const BIOGRAPHY = /^(?:Editor['’]s note: )?(?:\p{Lu}[\p{L}.’'-]*\s){1,4}is\s/u;
/** A disclaimer so early has nothing of the story before it. */
const OPENING = 4;
/** A passage with this little in common with the rest of its article does not belong to it. */
const FOREIGN = 0.25;

/**
 * The ids of passages at the end of the article that sell something to the reader instead of telling the story:
 * they speak to the reader or command, and share little with what stands before. Judged block by block from the
 * end, so that a second person in the story itself never counts.
 */
export function promotionalIds(passages: readonly Passage[]): ReadonlySet<number> {
  const found = new Set(passages.filter(({ text }) => AROUND.test(text) || PROMOTION_CODE.test(text)).map(({ id }) => id));
  const credited = new Set(passages.filter(({ text }) => CREDITED.test(text)).map(({ block }) => block));
  for (const { id, block } of passages) if (credited.has(block)) found.add(id);
  passages.forEach(({ id, text }, at) => {
    if (!DISCLAIMER.test(text)) return;
    found.add(id);
    const before = at < OPENING ? passages.slice(0, at) : passages.slice(at - 1, at);
    for (const one of before) if (BIOGRAPHY.test(one.text)) found.add(one.id);
  });
  let end = passages.length;
  while (end > 0) {
    const block = passages[end - 1]?.block;
    let start = end;
    while (start > 0 && passages[start - 1]?.block === block) start -= 1;
    if (start === 0) break;
    const tail = passages.slice(start, end);
    if (!sellsToReader(tail) || !isForeign(tail, passages.slice(0, start))) break;
    for (const { id } of tail) found.add(id);
    end = start;
  }
  return found;
}

function sellsToReader(tail: readonly Passage[]): boolean {
  const pitches = tail.filter(({ words }) => {
    const opens = words[0]?.text.toLowerCase() ?? '';
    return CALL.test(opens) || words.some((word) => READER.test(word.text.toLowerCase()));
  });
  return pitches.length * 2 > tail.length;
}

function isForeign(tail: readonly Passage[], story: readonly Passage[]): boolean {
  const known = new Set(story.flatMap(({ stems }) => [...stems]));
  const own = new Set(tail.flatMap(({ stems }) => [...stems]));
  let shared = 0;
  for (const stem of own) if (known.has(stem)) shared += 1;
  return own.size > 0 && shared / own.size < FOREIGN + 0.25 * Math.min(1, known.size / 1000);
}
