/** The known word nearest to a mistyped one, at most two edits away; null when none is near. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const lower = typed.toLowerCase();
  const ranked = known
    .map((word) => ({ word, distance: editDistance(lower, word) }))
    .filter(({ word, distance }) => distance <= Math.min(2, Math.max(1, word.length - 2)))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.word ?? null;
}

/** Edits with neighbours swapped counted as one (optimal string alignment). Words longer than any command are as far away as they are long. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Math.max(a.length, b.length);
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min(substituted, swapped, (row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1));
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
