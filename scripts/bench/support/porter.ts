/** Porter's stemmer (1980), as the ROUGE convention uses it. Lower-case ASCII words only. */
export function porterStem(word: string): string {
  if (word.length <= 2) return word;
  let stem = plural(word);
  stem = pastForms(stem);
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaced(stem, STEP_2, 0);
  stem = replaced(stem, STEP_3, 0);
  stem = dropped(stem);
  if (stem.endsWith('e')) {
    const base = stem.slice(0, -1);
    if (measure(base) > 1 || (measure(base) === 1 && !endsShort(base))) stem = base;
  }
  return stem.endsWith('ll') && measure(stem) > 1 ? stem.slice(0, -1) : stem;
}

type Rule = readonly [ending: string, instead: string];

const STEP_2: readonly Rule[] = Object.entries({
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  abli: 'able',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
});
const STEP_3: readonly Rule[] = Object.entries({ icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ful: '', ness: '' });
const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic ou'.split(' ');

function plural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function pastForms(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find((suffix) => word.endsWith(suffix));
  if (ending === undefined || !hasVowel(word.slice(0, -ending.length))) return word;
  const stem = word.slice(0, -ending.length);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiou])\1$/.test(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function replaced(word: string, rules: readonly Rule[], least: number): string {
  const rule = rules.find(([ending]) => word.endsWith(ending));
  if (rule === undefined) return word;
  const stem = word.slice(0, -rule[0].length);
  return measure(stem) > least ? stem + rule[1] : word;
}

function dropped(word: string): string {
  const ending = STEP_4.find((suffix) => word.endsWith(suffix));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  return measure(stem) > 1 && (ending !== 'ion' || /[st]$/.test(stem)) ? stem : word;
}

/** How often consonants follow vowels. */
function measure(stem: string): number {
  return shape(stem).match(/V+C+/g)?.length ?? 0;
}

function hasVowel(stem: string): boolean {
  return shape(stem).includes('V');
}

function endsShort(stem: string): boolean {
  return shape(stem).endsWith('CVC') && !/[wxy]$/.test(stem);
}

function shape(stem: string): string {
  let out = '';
  for (const letter of stem) out += /[aeiou]/.test(letter) || (letter === 'y' && out.endsWith('C')) ? 'V' : 'C';
  return out;
}
