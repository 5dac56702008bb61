import { languageFor } from '../../language/tables.ts';
import { namesIn } from '../names.ts';

const SOURCE =
  /\b(?:according to|(?:nach|laut|gemäß|gemäss) (?:angaben|auswertungen|berechnungen|zahlen) (?:der|des|von)|gemäß|gemäss|nach angaben (?:der|des|von)|laut|selon|d['’]après|según|segundo|de acordo com|secondo|volgens)\s+/iu;
/** "data from the Federal Reserve showing" */
const PUBLISHED =
  /\b(?:data|figures|statistics|numbers|estimates|report|study|survey|poll)\s(?:from|by|of)\s(?:the\s)?(\p{Lu}[\p{L}&.’'-]*(?:\s(?:of\s|the\s)?\p{Lu}[\p{L}&.’'-]*){0,5})/u;
/** "according to unofficial figures from the committee": the committee. */
const FIGURES_OF = /^(?:the\s)?(?:\p{L}+\s){0,2}(?:numbers|figures|data|statistics|results|estimates)\s(?:from|by)\s/iu;
const PASSIVE = /\b(?:is|are|was|were|be|been|being|wird|wurden?|werden|est|sont|été|es|son|fue|è|sono|stato|foi|são|wordt|werden|werd)$/iu;
/** "…, zo heeft wethouder Anna Berg maandag bekendgemaakt" */
const ANNOUNCED = /,\szo\s(?:heeft|hebben|maakte|liet|zei|meldde|meldt)\s(.{3,80}?)(?:[.,]|$)/u;
const VERB = /\s(?=(?:based|fielen|sank|stieg|sind|ist|haben|hat|est|sont|is|are|was|were|has|have|had|could|would|will)\b)/u;
const ACTOR =
  /(?:\b(?:the|another|one|this|its|his|her|their|die|der|das|le|la|les|el|los|il|de|het|o|a)\s)?(?:[\p{L}\p{M}\p{N}’'&.-]+\s){0,5}[\p{L}\p{M}\p{N}’'&.-]+$/u;

/** Who is named in the sentence as saying what it says; null when nobody is. */
export function speakerOf(sentence: string, language: string): string | null {
  const found = SOURCE.exec(sentence);
  if (found !== null) {
    const rest = sentence.slice(found.index + found[0].length);
    const named = /^(?:[^,;:.!?\p{N}]|(?<=(?<!\p{L})\p{Lu})\.){2,90}/u.exec(rest.replace(FIGURES_OF, ''))?.[0].trim();
    const source = named === undefined ? '' : nominative(trimmed(named, language), found[0]);
    if (source !== '') return source;
  }
  const published = PUBLISHED.exec(sentence)?.[1];
  if (published !== undefined) return trimmed(published, language);
  const announced = ANNOUNCED.exec(sentence)?.[1];
  if (announced !== undefined) return namesIn(announced).at(-1) ?? null;
  const finding = languageFor(language).code === 'en' ? FOUND.exec(sentence)?.[1] : undefined;
  if (finding !== undefined) return finding;
  const { sayingVerbs } = languageFor(language);
  return besideAny(sayingVerbs, sentence, language);
}

/** "…, a council investigation found.", "a poll conducted in May found that …": what was looked into tells it. */
const FOUND =
  /(?:^|[\s,])((?:an?|the|its|their)\s(?:[\p{L}\p{N}.’'&-]+\s){0,5}(?:investigation|study|survey|poll|report|analysis|inquiry|review|audit))(?:\s(?:conducted|published|released|commissioned|carried out|taken)\s[^,.;]{2,50})?\s(?:found|finds|showed|shows|suggested|suggests)(?:\sthat\b|\.\s*$)/iu;

/** Whose plan or promise it is: "Northwind plans to", "the council expects"; null when nobody's. */
export function plannerOf(sentence: string, language: string): string | null {
  return besideAny(languageFor(language).intents, sentence, language);
}

function besideAny(verbs: readonly string[], sentence: string, language: string): string | null {
  for (const verb of verbs) {
    const at = wordIndex(sentence, verb);
    if (at < 0) continue;
    const speaker = besideVerb(sentence.slice(0, at).trimEnd(), sentence.slice(at + verb.length).trimStart(), verb, language);
    if (speaker !== null) return speaker;
  }
  return null;
}

/** "Mr Lind defended the tax, saying it would …": who began the sentence speaks from there on. */
export function subjectOfParticiple(sentence: string, at: number, language: string): string | null {
  const participle = languageFor(language).code === 'en' ? PARTICIPLE.exec(sentence) : null;
  return participle === null || participle.index > at ? null : openerOf(sentence);
}
const PARTICIPLE =
  /,\s(?:(?:saying|claiming|arguing|warning|noting|insisting|explaining|predicting)\s(?!["“])|adding\s(?:that|it|he|she|they|there|we|I)\b)/u;

/** The subject that the sentence begins with, where it is a name or has an article. */
export function openerOf(sentence: string): string | null {
  const [name] = namesIn(sentence);
  if (name !== undefined && sentence.startsWith(name)) return name;
  const subject = /^(?:The|A|An|Another|Der|Die|Das|Le|La|El|Il|Het|De|O)\s\p{Ll}[\p{L}’'-]*(?=[\s,])/u.exec(sentence)?.[0];
  return subject ?? null;
}

/** "nach Angaben des Marktvereins": the club itself, without the ending of its genitive. */
function nominative(source: string, marker: string): string {
  return /\sdes\s$/u.test(marker) && /^\p{Lu}\p{L}{4,}s$/u.test(source) ? source.slice(0, -1) : source;
}

/** The first words of a source, up to its verb; no small word is left hanging at the end. */
function trimmed(named: string, language: string): string {
  const subject = named.split(VERB)[0] ?? '';
  const words = /^(?:\S+\s+){0,4}\S+/u.exec(subject)?.[0].split(/(?<=\s)/u) ?? [];
  while (words.length > 0 && languageFor(language).stopwords.includes((words.at(-1) ?? '').trim().toLowerCase())) words.pop();
  return words.join('').trim();
}

/** "Northwind said", "the company says", "said Anna Berg". */
function besideVerb(before: string, behind: string, verb: string, language: string): string | null {
  // "an estimated 300", "the deal sees": nobody says it.
  if (
    /\b(?:an?|the|its|their|his|her|of|for)$/iu.test(before) ||
    (verb === 'sees' && /\b(?:deal|move|plan|law|bill|agreement|merger)$/iu.test(before))
  )
    return null;
  // "was said to": somebody else speaks, and is not named.
  if (PASSIVE.test(before)) return null;
  // "But he said Mr Lind had …": he says it, and not whoever follows.
  if (SUBJECT_PRONOUN.test(before.replace(ADVERBS, ''))) return null;
  const plain = before
    .replace(OPENING, '')
    .replace(ADVERBS, '')
    .replace(/\s?\([^()]{1,20}\)$/u, '');
  // "Deutsche Boerse, the German stock exchange, has said"
  const named =
    /^(?!(?:Indeed|However|Still|Meanwhile|Instead|Now|Then|Today|Later|Overall|Finally|Moreover|In|On|At|For|With|After|As|While|When|If|Since)\b)(\p{Lu}[^,]{2,40}),\s.{3,120},(?:\s(?:last|this|on|in|earlier)\s[\p{L}\p{N} ]{2,20})?$/u.exec(
      plain,
    )?.[1];
  const actor = actorOf(named ?? plain);
  // "the firms that it buys from said": the words before the verb are no one's name.
  if (actor !== null) return /\s(?:from|of|to|in|with|by|for|at|on|about)$/u.test(actor) ? null : actor;
  // "the petition posted on a site", "network of so-called robots": nobody says it.
  if (/^(?:posted|published|written|wrote)$/u.test(verb) && /^(?:on|in|at|by|to)\s/u.test(behind)) return null;
  // "told the BBC", "dijo a la radio": who heard it.
  const isHeard = /^(?:tells?|told|asked)$/u.test(verb) || (RECIPIENT.get(languageFor(language).code)?.test(behind) ?? false);
  return isHeard ? null : actorBehind(behind);
}

const SUBJECT_PRONOUN =
  /(?:^|[\s,])(?:he|she|they|it|we|i|you|who|er|sie|wir|ich|il|elle|ils|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|ze)$/iu;

const RECIPIENT: ReadonlyMap<string, RegExp> = new Map([
  ['es', /^(?:a|al)\s/iu],
  ['fr', /^(?:à|au|aux)\s/iu],
  ['it', /^(?:a|al|alla|ai|alle|all['’])\s?/iu],
  ['pt', /^(?:à|ao|aos|às)\s/iu],
  ['nl', /^(?:aan|tegen)\s/iu],
  ['de', /^(?:dem|der|den)\s/iu],
]);

/** Who speaks without a name and without an article. */
const PEOPLE =
  /\b(?:\p{L}+-\p{L}+\s)?(?:media|organi[sz]ers|relatives|witnesses|residents|neighbou?rs|sources|paramedics|firefighters|experts|analysts|economists|officials|police|researchers|scientists|doctors|prosecutors|critics|campaigners|unions|authorities|investigators|lawyers|forecasters|insiders|experten|analysten|ökonomen|forscher|expertos|analistas|experts|esperti|analisti)$/iu;

/** "But a spokesman said" */
const OPENING = /^(?:But|And|Yet|So|Still|However,|Meanwhile,|Later,)\s(?=\p{L})/u;

/** "also said", "has since said" */
const ADVERBS =
  /(?:\s(?:also|later|then|now|has|have|had|since|already|previously|repeatedly|quietly|formally|officially|publicly|recently|finally|initially|separately|jointly|himself|herself|itself|figures|data|statistics|auch|hat|außerdem|également|aussi|a|avait|ont|también|ha|também|anche|ook|heeft))+$/iu;

function actorOf(before: string): string | null {
  const name = namesIn(before).at(-1);
  if (name !== undefined && before.replace(/\.$/u, '').endsWith(name)) {
    // "The Centers for Disease Control" is one name, which its small words part.
    const head =
      /(?:\p{Lu}[\p{L}\p{M}’'-]*\s){1,5}(?:for|of|on)\s(?:the\s)?$/u.exec(before.slice(-name.length - 80, -name.length))?.[0] ?? '';
    return head.replace(/^The\s/u, '') + name;
  }
  const people = PEOPLE.exec(before.replace(/\sand\s(?:the|his|her|its|their)\s\p{Ll}+$/u, ''))?.[0];
  if (people !== undefined) return people;
  const actor = ACTOR.exec(before)?.[0]
    .split(/(?<=\s)(?:which|who|that)\s/u)
    .at(-1)
    ?.trim();
  if (
    actor !== undefined &&
    !/\p{N}/u.test(actor) &&
    /^(?:(?:the|a|an|another|one|this|that|die|der|das|le|la|el|il|de|het|o)\s|l['’])/iu.test(actor) &&
    actor.split(/\s+/u).length <= 6
  )
    return actor;
  return null;
}

/** "informó este martes el Banco Central": what may stand between the verb and its subject. */
const BETWEEN =
  /^(?:(?:este|esta|el|la|los|las|hoy|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo|le|les|lundi|mardi|mercredi|jeudi|vendredi|il|lo|i|gli|o|a|os|as|der|die|das|gestern|heute|am|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)\s)+(?=\p{Lu})/iu;

/** "Norvik communications director Ole Lind": he says it, and not the town. */
const OFFICER =
  /^(?:\s\p{Ll}[\p{L}-]+){0,3}\s(?:spokes(?:man|woman|person)|director|coach|manager|president|chair(?:man|woman)?|chief|head|boss|leader|secretary|minister|officer|executive|analyst|economist|strategist|editor|captain|lawyer|attorney|professor|researcher|scientist|founder|owner|mayor|official|advis[eo]r|producer|commissioner)\s\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]+){0,2}/u;

function actorBehind(words: string): string | null {
  const behind = words.replace(BETWEEN, '');
  const [next] = namesIn(behind);
  if (next !== undefined && behind.startsWith(next)) return next + (OFFICER.exec(behind.slice(next.length))?.[0] ?? '');
  const title = /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)/u.exec(behind);
  if (title !== null && next !== undefined) return next;
  const people = /^(?:(?:the\s)?\p{L}[\p{L}-]*\s){0,2}\p{L}+(?=[.,;]|$)/u.exec(words)?.[0];
  if (people !== undefined && PEOPLE.test(people)) return people;
  // "…, said the company.", "aldus het waterschap."
  return /^(?:the|der|die|das|le|la|el|il|het|de|o|a)\s(?:[\p{L}’'-]+\s){0,3}[\p{L}’'-]+(?=[.,;]|$)/u.exec(words)?.[0] ?? null;
}

function wordIndex(sentence: string, verb: string): number {
  let from = 0;
  for (;;) {
    // In small letters: the "States" of the United States say nothing.
    const at = sentence.indexOf(verb, from);
    if (at < 0) return -1;
    if (!/[\p{L}\p{M}-]/u.test(sentence[at - 1] ?? ' ') && !/[\p{L}\p{M}]/u.test(sentence[at + verb.length] ?? ' ')) return at;
    from = at + verb.length;
  }
}
