import { readFileSync } from 'node:fs';

const sample = readFileSync(new URL('../../../briefs/harbour-battery.md', import.meta.url), 'utf8').replace(/^---[\s\S]*?---/, '');
const paragraphs = sample.split(/\n\s*\n/).filter((words) => words.trim() !== '' && !words.startsWith('#'));

/** A page of a news site, about 40 kB, different for each number. */
export function storyPage(n: number): string {
  const text = paragraphs.map((words) => `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n');
  const links = Array.from(
    { length: 150 },
    (_, at) => `<li class="nav-item"><a href="/section/${at}">Section ${at} of the paper</a></li>`,
  ).join('');
  return `<!doctype html><html lang="en"><head><title>Harbour battery, part ${n}</title><meta property="og:site_name" content="The Paper"></head><body>
<nav><ul>${links}</ul></nav><main><article><h1>Harbour battery, part ${n}</h1>
<p>Part ${n} of the series said on Monday that the town had counted ${n + 1000} households near the harbour.</p>
${text}</article><aside><ul>${links}</ul></aside></main><footer>Copyright</footer></body></html>`;
}
