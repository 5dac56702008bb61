/** More marks than any script puts on one letter: Hebrew with its accents takes four, Tibetan stacks a few more. */
const PILE = /(\p{M}{8})\p{M}+/gu;

/** Without the marks that pile up on one letter over the lines above and below. */
export function withoutPiles(text: string): string {
  return text.replace(PILE, '$1');
}
