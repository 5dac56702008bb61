export type Options = Readonly<Record<string, string | number | boolean>>;

/** `digest feeds add` with its options, as Discord sends it. */
export function slash(path: string, values: Options = {}): Record<string, unknown> {
  const [name = '', ...under] = path.split(' ');
  const leaves: unknown[] = Object.entries(values).map(([option, value]) => ({
    name: option,
    type: typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3,
    value,
  }));
  const options = under
    .toReversed()
    .reduce<unknown[]>((inner, word, index) => [{ name: word, type: index === 0 ? 1 : 2, options: inner }], leaves);
  return { type: 2, data: { id: '1', name, type: 1, options } };
}
