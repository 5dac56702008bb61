/** Silent reading of non-fiction, words a minute. Brysbaert, M. (2019), Journal of Memory and Language 109. */
const WORDS_PER_MINUTE = 238;
/** Characters a minute for scripts without spaces, from the same order of information. Trauzettel-Klosinski & Dietz (2012). */
const CHARACTERS_PER_MINUTE = 255;

/** Seconds that reading this text takes. */
export function readingSeconds(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
  const spaced = unspaced > words ? 0 : words;
  return (spaced / WORDS_PER_MINUTE + unspaced / CHARACTERS_PER_MINUTE) * 60;
}
