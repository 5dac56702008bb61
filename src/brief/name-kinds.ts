import { knownName, type Named } from '../language/named.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';

/** Ends and beginnings of names of bodies and places. */
const BODY_NAME =
  /\b(?:Inc|Corp|Ltd|plc|Group|Company|Bank|Airways|Airlines?|Council|Ministry|Department|Agency|University|Party|Union|Association|Court|Commission|Committee|Office|Authority|Fund|House|Senate|Club|United|City|Institute|Foundation|Police|Service|League|Federation|Museum|School|Hospital|Church|Centre|Center|News|Times|Motors|Energy|Foods|Stores?|Systems|Networks?|Technologies|Pictures|Records|Studios?|Airport|Open|Cup|Championships?|Prize|Awards?|Festival|Games|Tour|Act|Bill|Bridge|Palace|Theatre|Theater|Stadium|Capital|Holdings|Partners|Industries|Entertainment|Insurance|Securities|Ventures|Laborator(?:y|ies)|Pharmaceuticals)\b/u;
export const MALE = /^(?:Mr|Sir|Lord|King|Prince)\b/u;
export const FEMALE = /^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess)\b/u;

export function isBodyName(name: string): boolean {
  return BODY_NAME.test(name);
}

const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Prof|Professor|President|Prime Minister|Chancellor|Senator|Sen|Rep|Gov|Governor|Mayor|Judge|Justice|King|Queen|Prince|Princess|Pope|Capt|Captain|Col|Gen|General|Lt|Sgt|Officer|Detective|Coach|Secretary|Minister|Chief|Rev|Father|Sister)\b\.?\s/u;
const PLACE =
  /\b(?:Street|St|Road|Avenue|Square|Lane|River|Lake|Sea|Ocean|Mountains?|Valley|Island|Islands|Isle|Beach|Bay|Coast|Desert|Park|County|Province|State|City|Town|Village|District|Airport|Harbou?r|Bridge|Hill|Heights|Stadium|Arena|Peninsula|Strait|Border|Base|Prison|Hotel)$/u;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}{2}/u;

/** What each name of an article is of; null where that cannot be told. */
export type NameKinds = (name: string) => Named | null;

/** By what everybody knows, by how it is built, and for the last of a name by the whole one that the article has. */
export function nameKindsIn(passages: readonly Passage[], language: string): NameKinds {
  const known = kinds.get(passages);
  if (known !== undefined) return known;
  const full = new Map<string, Named>();
  for (const name of passages.flatMap(({ text }) => namesIn(text))) {
    if (/\s(?:and|of|the)\s/u.test(name)) continue;
    const kind = /\s/u.test(name) ? kindOf(name, language) : null;
    const last = name.split(/\s+/u).at(-1) ?? name;
    if (kind !== null && isSomebody(kind) && !full.has(last)) full.set(last, kind);
  }
  const told: NameKinds = (name) => {
    const own = kindOf(name, language);
    return own === null || isSomebody(own) ? (full.get(name) ?? own) : own;
  };
  kinds.set(passages, told);
  return told;
}
const kinds = new WeakMap<readonly Passage[], NameKinds>();

export function isSomebody(kind: Named): boolean {
  return kind === 'woman' || kind === 'man' || kind === 'person';
}

/** What the first of two names and more says of whoever has them; null where it is no given name that everybody knows. */
export function givenKind(name: string, language: string): Named | null {
  const [first = '', ...others] = name.split(/\s+/u);
  const kind = others.length === 0 ? null : knownName(first, language);
  return kind !== null && isSomebody(kind) ? kind : null;
}

function kindOf(name: string, language: string): Named | null {
  const whole = knownName(name, language);
  if (whole !== null) return whole;
  if (TITLE.test(`${name} `)) return FEMALE.test(name) ? 'woman' : MALE.test(name) ? 'man' : 'person';
  if (PLACE.test(name)) return 'place';
  if (isBodyName(name)) return 'body';
  const words = name.split(/\s+/u);
  if (/\s(?:and|&)\s/u.test(name)) return kindOf(name.split(/\s(?:and|&)\s/u)[0] ?? '', language);
  if (words.length < 2) return null;
  const first = givenKind(name, language);
  if (first !== null && words.length <= 4 && /\p{Ll}/u.test(words[1] ?? '')) return first;
  if (INITIALS.test(name)) return 'person';
  return knownName(words.at(-1) ?? '', language) === 'place' ? 'place' : null;
}
