/** Plain words may stand behind an entity; markup and other entities may not, so that nothing can grow. */
const ENTITY = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/gu;
const ENTITIES = 50;
const USES = 2000;

/**
 * The document without its DOCTYPE. Entities that stand for plain words are put in, a bounded number of times;
 * nested, external and parameter entities (billion laughs, quadratic blow-up, XXE) stay what they are: words with an ampersand.
 */
export function withoutDoctype(xml: string): string {
  const start = xml.slice(0, 1000).search(/<!DOCTYPE\s/iu);
  if (start < 0) return xml;
  const end = endOfDoctype(xml, start);
  if (end === null) return xml;
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of xml.slice(start, end).matchAll(ENTITY)) {
    if (entities.size < ENTITIES) entities.set(name, double ?? single ?? '');
  }
  const rest = xml.slice(0, start) + xml.slice(end);
  if (entities.size === 0) return rest;
  let left = USES;
  return rest.replace(/&([\w.-]{1,40});/gu, (whole, name: string) => {
    const words = entities.get(name);
    if (words === undefined || left === 0) return whole;
    left -= 1;
    return words;
  });
}

/** Behind the `>` that closes it; quotes and the internal subset are respected. Null when it never closes. */
function endOfDoctype(xml: string, start: number): number | null {
  let inside = false;
  let quote = '';
  for (let at = start; at < xml.length; at += 1) {
    const char = xml[at] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[') inside = true;
    else if (char === ']') inside = false;
    else if (char === '>' && !inside) return at + 1;
  }
  return null;
}
