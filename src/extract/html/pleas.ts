import type { KeptBlock } from './keep.ts';
import { folded } from './title.ts';

/** What a publisher asks of its readers, as the first word of a sentence. */
const ASKS = new RegExp(
  `(?:^|[.!?¡¿:…|]\\s*|\\b(?:please|bitte|por favor|per favore|and|und|y|e|et|or|oder|o|ou|of|en)\\s)(?:${[
    'subscribe|sign(?:ing)? up|log ?in|sign in|register|join|follow|like|donate|support(?! (?:for|from|of|in|among)\\b)|contribute|become|check out|download|submit|send|share|visit|get|read more|stay (?:up to date|informed|connected)',
    'abonnier(?:e|en|t)|folg(?:e|en|t)|unterstütz(?:e|en|t)|melde|melden sie|werde|werden sie|besuch(?:e|en|t)|spende|spenden sie|jetzt|teile|gefällt (?:dir|ihnen|euch)',
    'abonne[zr]|abonnez-vous|inscrivez-vous|rejoign(?:ez|s)|suivez|soutenez|retrouvez|téléchargez|faites un don',
    'suscríb(?:ase|ete)|sígue(?:nos|la|lo)?|siga|únete|únase|apoya|mira|visita|descarga|lee más|regístr(?:ate|ese)|ya sabías|inscríbete',
    'iscriviti|iscrivetevi|seguici|seguiteci|segui|sostieni|scarica|unisciti|abbonati',
    'inscreva-se|siga|assine|participe|apoie|baixe|cadastre-se|receba',
    'abonneer|volg|steun|meld je aan|schrijf je in',
  ].join('|')})(?![\\p{L}-])`,
  'iu',
);
/** What it names as its own. */
const OURS =
  /(?<!\p{L})(?:us|our|uns|unser\p{L}{0,2}|nous|notre|nos|nuestr[oa]s?|síguenos|noi|nostr[oaie]|seguici|seguiteci|nós|noss[oa]s?|ons|onze?)(?!\p{L})/iu;
/** Where it wants them, or what for. */
const CHANNEL =
  /newsletter|subscri|abonn|suscrip|assina|iscri|telegram|whatsapp|facebook|twitter|instagram|youtube|tiktok|google news|patreon|podcast|\bapp\b|inbox|e-?mail|channel|kanal|canal|membership|mitglied|member|miembro|donat|spende|letters? to the editor|journalis|magazin|paywall|bezahlschranke/iu;
/** Whole sentences that only publishers write. */
const STOCK =
  /already a (?:subscriber|member)|(?:to|and) (?:view|read|continue reading|finish) (?:the|this) (?:full|whole|rest|entire|article|story)|(?:is|are) not responsible for the (?:opinions|content|views|statements)|(?:may|might) (?:earn|receive) (?:a |an )?(?:affiliate |small )?(?:commission|compensation)|affiliate(?:-| )links?\b.{0,60}\b(?:earn|commission)|views expressed (?:in|are|here)|(?:submit|send) (?:us )?(?:your|a) letters? to the editor/iu;
const SPEECH = /["“”„«»]/u;
const MOST_WORDS = 70;
/** A line this short has no room for anything else. */
const SHORT_WORDS = 30;

/** Whether a paragraph only asks readers to subscribe, follow, join or pay, or says what the publisher answers for. */
export function isPlea(text: string, words: number, site: string | null): boolean {
  if (words > MOST_WORDS || SPEECH.test(text)) return false;
  if (STOCK.test(text)) return true;
  if (!ASKS.test(text) || !CHANNEL.test(text)) return false;
  return OURS.test(text) || (words <= SHORT_WORDS && names(text, site));
}

function names(text: string, site: string | null): boolean {
  const name = folded(site ?? '');
  return name.length > 3 && folded(text).includes(name);
}

/** A longer tail of pleas would be an article about them. */
const LONGEST_TAIL = 8;

/** The blocks without pleas. What stands among them at the end, where they are two of three, belongs to them. */
export function withoutPleas(kept: readonly KeptBlock[], site: string | null): readonly KeptBlock[] {
  const pleas = kept.map(({ kind, text, raw }) => kind !== 'code' && kind !== 'table-row' && isPlea(text, raw.wording.words, site));
  let end = kept.length;
  for (let at = kept.length - 1, asking = 0; at >= 0 && kept.length - at <= LONGEST_TAIL; at -= 1) {
    if (pleas[at] !== true) continue;
    asking += 1;
    if (asking * 3 >= (kept.length - at) * 2) end = at;
  }
  const rest = kept.slice(0, end).filter((_, at) => pleas[at] !== true);
  return rest.length === 0 ? kept : rest;
}
