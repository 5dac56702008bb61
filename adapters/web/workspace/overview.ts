import { escapeHtml } from '../../../src/render/html.ts';
import { page } from './page.ts';

interface Row {
  place: string;
  text: string;
  isBad: boolean;
}

/** A page of the operator: what was delivered, which feeds are read. */
export function overviewPage(title: string, empty: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ place, text, isBad }) =>
      `<tr${isBad ? ' class="bad"' : ''}><th scope="row">${escapeHtml(place)}</th><td>${isBad ? '<strong>Look: </strong>' : ''}${escapeHtml(text)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? `<p>${escapeHtml(empty)}</p>`
      : `<table><thead><tr><th scope="col">Channel</th><th scope="col">What</th></tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
  const body = `<main class="reader overview">
<p class="back"><a href="/">Back to the channel</a> · <a href="/deliveries">Deliveries</a> · <a href="/feeds">Feeds</a></p>
<h1>${escapeHtml(title)}</h1>
${table}
</main>`;
  return page(title, body, []);
}
