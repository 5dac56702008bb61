/** FNV-1a over UTF-16 units, mixed once more (Murmur3's finaliser); 0 to 2³² − 1. */
export function hashOf(text: string, salt: number): number {
  let hash = 2_166_136_261 ^ salt;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Place of a hash among sorted ones; -1 where it is not. */
export function placeOf(hash: number, sorted: Uint32Array): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
