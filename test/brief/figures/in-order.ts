/** Do the words of a label stand in the sentence in this order, whatever stands between them? */
export function standsInOrder(label: string, sentence: string): boolean {
  let from = 0;
  return label.split(/\s+/u).every((word) => {
    const at = sentence.indexOf(word, from);
    from = at + word.length;
    return at >= 0;
  });
}
