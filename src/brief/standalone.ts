import { languageFor } from '../language/tables.ts';
import { namesIn } from './names.ts';
import type { Passage } from './passages.ts';

/** "The company", "the billionaire": a noun phrase that only the sentences before can explain. */
const BARE_SUBJECT =
  /^(?:the|this|that|these|those|such|der|die|das|le|la|les|cette|ce|el|la|esta|este|o|a|essa|esse|il|la|questo|questa|de|het|deze|dit)$/;

/** "The company says …": an organisation that another sentence names. The company of somebody, or one that is described, is told here. */
const MEANS_ONE_BEFORE =
  /^(?:The (?:company|firm|group|carmaker|automaker|airline|retailer|bank|start-?up|chipmaker|manufacturer|insurer|supplier|publisher|broadcaster|agency|club|charity|union|ministry|department|couple|suspect|victim|defendant|researchers|scientists|study|report|man|woman|pair|trio|duo)|(?:Das Unternehmen|Der Konzern|Die Firma|Der Hersteller|Die Behörde|Der Verein)|(?:L[’']entreprise|La société|Le groupe|La firme)|(?:La empresa|La compañía|El grupo|El club)|(?:L[’']azienda|La società|Il gruppo)|(?:A empresa|A companhia|O grupo)|(?:Het bedrijf|De onderneming|Het concern))\s(?=\p{Ll})(?!(?:of|von|des|der|de|d[’']|di|van|behind|that|which|who|whose|in|at|der|die|das|qui|que|che)\b)/u;

/** "The agreement marks …": what was told before, and is named here only by its kind. */
const MEANS_WHAT_WAS_TOLD =
  /^(?:(?:The|This|That) (?:agreement|deal|partnership|move|decision|plan|proposal|announcement|ruling|verdict|vote|attack|incident|accident|crash|merger|acquisition|takeover|project|scheme|bill|measure|change|result|development|investigation|inquiry|offer|bid|contract|dispute|strike|protest|visit|meeting|warning|claim|statement|comments?|remarks?|findings|results|figures|changes|measures|plans|talks|allegations|charges)|(?:Das Abkommen|Die Vereinbarung|Der Vertrag|Der Plan|Die Entscheidung|Das Projekt|Der Schritt)|(?:L[’'](?:accord|annonce|opération|attaque)|Le (?:projet|plan|contrat)|La (?:décision|mesure))|(?:El (?:acuerdo|plan|proyecto|contrato)|La (?:decisión|medida|operación))|(?:L[’'](?:accordo|operazione)|Il (?:piano|progetto|contratto)|La (?:decisione|misura))|(?:O (?:acordo|plano|projeto|contrato)|A (?:decisão|medida|operação))|(?:De overeenkomst|Het (?:akkoord|plan|project|contract|besluit)))\s(?=\p{Ll})(?!(?:of|on|for|to|between|with|by|that|which|over|against|from|von|zwischen|mit|über|des|der|de|d[’']|du|entre|avec|sur|pour|di|tra|con|per|com|para|van|tussen|met|om|voor)\b)/u;

/** Inside the opening words these tie a sentence to the one before: "Today, however, the billionaire …". */
const TIES = new Set([
  'however',
  'also',
  'too',
  'instead',
  'meanwhile',
  'therefore',
  'jedoch',
  'auch',
  'dagegen',
  'hingegen',
  'cependant',
  'également',
  'toutefois',
  'también',
  'também',
  'anche',
  'invece',
  'echter',
  'ook',
]);
/** What was so before the news: "For months, …". */
const BACKGROUND =
  /^(?:for (?:months|years|decades|weeks|the past|the last)|in recent (?:months|years|weeks|decades)|over the (?:past|last)|once|historically|until (?:now|recently)|seit (?:monaten|jahren)|depuis des (?:mois|années)|desde hace (?:meses|años))\b/iu;
/** "Two days before, …", "The next day", "Since then": a time that the sentence before names. */
const TIME_BEFORE =
  /^(?:(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|some|many)\s)?(?:minute|hour|day|night|week|month|year|decade)s?\s(?:later|earlier|(?:before|after|afterwards?|previously)(?=,))|(?:before|after|since|until|by) (?:that|then)(?=[,\s])|the (?:next|following|previous|same) (?:day|morning|afternoon|night|evening|week|month|year)(?!['’\p{L}])|(?:in the meantime|shortly (?:after|before|afterwards?)|soon after(?:wards?)?)(?=,)|(?:einen tag|zwei tage|drei tage|eine woche|wenige tage|ein jahr) (?:später|zuvor|danach)|am (?:nächsten|folgenden) tag|danach|zuvor|(?:le lendemain|(?:un|deux|trois) (?:jours?|ans?|mois) plus tard)|(?:al día siguiente|(?:un|dos|tres) (?:días?|años?|mes(?:es)?) (?:después|más tarde)))/iu;
const OPENING = 5;

/**
 * How well a passage can be read alone, 0 (leans on what is not shown) to 1. It leans when it opens with a pronoun
 * or a connective (unless `openers` is false: the tree is asked instead), or when its quotation marks do not close.
 */
export function standsAlone(passage: Passage, language: string, openers = true): number {
  const table = languageFor(language);
  const first = passage.words[0]?.text.toLowerCase() ?? '';
  const second = passage.words[1]?.text.toLowerCase() ?? '';
  let score = 1;
  if (CAPTION.test(passage.text)) return 0;
  const third = passage.words[2]?.text.toLowerCase() ?? '';
  const openings = [first, `${first} ${second}`, `${first} ${second} ${third}`];
  if (!openers) score -= 0;
  else if (openings.some((opening) => table.danglingOpeners.includes(opening))) score -= 0.6;
  else if (meansSomebodyBefore(passage)) score -= 0.6;
  else if (MEANS_ONE_BEFORE.test(passage.text)) score -= 0.55;
  else if (MEANS_WHAT_WAS_TOLD.test(passage.text)) score -= 0.35;
  else if (BARE_SUBJECT.test(first) && !hasName(passage)) score -= 0.3;
  if (passage.words.slice(0, OPENING).some((word) => TIES.has(word.text.toLowerCase()))) score -= 0.4;
  if (TIME_BEFORE.test(passage.text)) score -= 0.6;
  if (BACKGROUND.test(passage.text)) score -= 0.7;
  if (!quotesClose(passage.text)) score -= 0.4;
  if (passage.text.endsWith(':')) score -= 0.6;
  return Math.max(0, score);
}

/** "Cover image: …", "Foto: …" */
const CAPTION = /^(?:\p{L}+ ){0,2}(?:image|images|photo|photos|picture|foto|fotos|bild|photographie|illustration|credit)s?\s?:/iu;

/** "In a new study, they detail …": a pronoun with nobody before it whom it could mean. */
function meansSomebodyBefore({ text, words }: Passage): boolean {
  const comma = text.indexOf(', ');
  if (comma < 0 || comma > 60) return false;
  const subject = words.find(({ start }) => start > comma);
  if (subject === undefined || !/^(?:he|she|they|it|er|sie|il|elle|ils|elles|él|ella|ele|ela|lui|lei|hij|zij)$/u.test(subject.text))
    return false;
  return namesIn(text.slice(0, comma)).length === 0;
}

function hasName({ words }: Passage): boolean {
  return words.slice(1).some((word) => /^\p{Lu}/u.test(word.text));
}

function quotesClose(text: string): boolean {
  const straight = (text.match(/"/g)?.length ?? 0) % 2 === 0;
  const opened = text.match(/[“„«]/gu)?.length ?? 0;
  const closed = text.match(/[”»]/gu)?.length ?? 0;
  return straight && (opened === closed || (opened > 0 && closed >= opened));
}
