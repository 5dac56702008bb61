/** Do the words stand in the text as words of their own, in the same case? */
export function stands(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{M}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{M}\p{N}]/u.test(text[at + words.length] ?? ' ')) return true;
  }
  return false;
}
