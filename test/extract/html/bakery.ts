/** An article in words of our own, long enough to be one. */
export const SENTENCES = [
  'The bakery on the corner of Mill Street has changed hands for the first time in forty years.',
  'Its new owners, two sisters from the coast, want to keep the ovens and the long wooden counter.',
  'Neighbours had feared that the shop would become a garage, as three others in the street did.',
  'The sisters have bought flour from a mill upstream, which stopped its wheel in the winter flood.',
  'They will open before six in the morning, because the first bus leaves at ten minutes past.',
  'A second oven follows in the autumn, when the bank has seen the figures of the summer.',
];

/** Some of them, each a paragraph. */
export function paragraphs(from = 0, to = 3): string {
  return SENTENCES.slice(from, to)
    .map((text) => `<p>${text}</p>`)
    .join('');
}
