import { languageFor } from '../../language/tables.ts';
import type { Article } from '../../model/article.ts';
import { claimOf } from '../figures/claim.ts';
import { voicesOf } from '../figures/voices.ts';
import { namesIn } from '../names.ts';
import { passagesOf } from '../passages.ts';
import { wordsOf } from '../words.ts';
import type { Fault, Held } from './fault.ts';
import { stands } from './stands.ts';

/** Names that are not in the cited sentences, names that have changed places, and words in the wrong mouth. */
export function whoFaults(held: Held, cited: readonly number[], article: Article): Fault[] {
  const { claim, source } = held;
  const names = [...new Set(namesIn(claim))];
  const missing = names.filter((name) => !isNamed(whole(name, claim), source, article.text));
  if (missing.length > 0) return missing.map((words) => ({ kind: 'name', words }));
  return orderFaults(held, cited, article);
}

/** Names that have changed places, and, where the grammar has heard nobody, words in the wrong mouth. */
export function orderFaults(held: Held, cited: readonly number[], article: Article, isHeard = false): Fault[] {
  const speaker = claimOf(held.claim, 0, held.language).attributedTo;
  return [...(isHeard ? [] : speakerFaults(held, speaker, cited, article)), ...exchanged([...new Set(namesIn(held.claim))], held, speaker)];
}

/** As it stands; or in full, where the cited sentence has the last part of it and the article the whole. */
function isNamed(name: string, source: string, text: string): boolean {
  const lower = source.toLowerCase();
  if (stands(name.toLowerCase(), lower)) return true;
  const last = name.split(/\s+/u).at(-1) ?? name;
  return last !== name && stands(last.toLowerCase(), lower) && text.includes(name);
}

/** "eBay" and not "Bay". */
function whole(name: string, claim: string): string {
  return (/[\p{L}\p{M}\p{N}]+$/u.exec(claim.slice(0, claim.indexOf(name)))?.[0] ?? '') + name;
}

function speakerFaults({ claim, sentences, language }: Held, speaker: string | null, cited: readonly number[], article: Article): Fault[] {
  const given = sentences.flatMap((sentence) => claimOf(sentence, 0, language).attributedTo ?? []);
  if (speaker === null) {
    const [only] = given;
    // One sentence, one voice: a claim without it would be the article's own word.
    if (sentences.length !== 1 || only === undefined || stands(lastWord(only), claim.toLowerCase())) return [];
    return governs(sentences[0] ?? '', only, claim, language) ? [{ kind: 'speaker', words: only }] : [];
  }
  if (given.some((other) => sameSpeaker(other, speaker)) || speaksAlike(speaker, claim, sentences)) return [];
  const voices = voicesOf(passagesOf(article), article.language);
  const meant = cited.some((id) => sameSpeaker(voices.get(id)?.name ?? '', speaker));
  return meant ? [] : [{ kind: 'speaker', words: speaker }];
}

const SUBORDINATE =
  /^(?:although|though|while|as|because|after|before|when|which|who|whose|but|and|obwohl|während|weil|nachdem|aber|und|mais|et|pero|y|ma|e)\s/iu;

/** Does what this voice said stand in the claim? A clause of its own governs its own words, a bare "she said" the whole sentence. */
function governs(sentence: string, speaker: string, claim: string, language: string): boolean {
  const name = lastWord(speaker);
  const clause = sentence.split(/[,;:–—]\s|\s-\s/u).find((part) => stands(name, part.toLowerCase())) ?? sentence;
  const verbs = new Set(languageFor(language).sayingVerbs);
  const own = wordsOf(clause, language).filter(({ text, stop }) => !stop && !verbs.has(text.toLowerCase()) && !speaker.includes(text));
  if (own.length < 2) return !SUBORDINATE.test(clause.trim());
  const kept = new Set(wordsOf(claim, language).map(({ stem }) => stem));
  return own.filter(({ stem }) => kept.has(stem)).length * 2 >= own.length;
}

function sameSpeaker(a: string, b: string): boolean {
  return (
    a !== '' && (lastWord(a) === lastWord(b) || a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase()))
  );
}

function lastWord(name: string): string {
  const plain = name.toLowerCase().replace(/\s(?:did|does|do|has|have|had|would|could|is|was)(?:n['’]t|\snot)?$/u, '');
  return (plain.split(/\s+/u).at(-1) ?? '').replace(/['’]s?$/u, '');
}

/** The same two words, speaker and verb, stand in the source, in whatever case. */
function speaksAlike(speaker: string, claim: string, sentences: readonly string[]): boolean {
  const at = claim.indexOf(speaker);
  const verb = /^\s\p{L}+/u.exec(claim.slice(at + speaker.length))?.[0];
  return at >= 0 && verb !== undefined && sentences.some((sentence) => stands((speaker + verb).toLowerCase(), sentence.toLowerCase()));
}

const BY = /\b(?:by|von|durch|par|por|da|dal|dalla|door)\s/iu;

/** "A buys B" is not "B buys A": names keep the order of their sentence. Who speaks may stand at either end. */
function exchanged(names: readonly string[], { claim, sentences, language }: Held, speaker: string | null): Fault[] {
  // Active and passive name the same two the other way round.
  if (BY.test(claim) !== sentences.some((sentence) => BY.test(sentence))) return [];
  // Whoever speaks in both may stand at either end.
  const isHeard = speaker !== null && sentences.some((sentence) => sameSpeaker(claimOf(sentence, 0, language).attributedTo ?? '', speaker));
  const others = names.filter((name) => !isHeard || !sameSpeaker(name, speaker));
  for (const [index, first] of others.entries()) {
    for (const second of others.slice(index + 1)) {
      if (first.includes(second) || second.includes(first)) continue;
      if (positions(second, claim).some((at) => positions(first, claim).some((from) => from > at))) continue;
      const together = sentences.filter((sentence) => sentence.includes(first) && sentence.includes(second));
      const isKept = (sentence: string) => positions(first, sentence).some((a) => positions(second, sentence).some((b) => a < b));
      if (together.length > 0 && !together.some(isKept)) return [{ kind: 'relation', words: `${first}, ${second}` }];
    }
  }
  return [];
}

function positions(words: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}
