import { escapeHtml } from '../../../src/render/html.ts';

/** A whole page around a body. Scripts are files of our own; the content security policy allows nothing else. */
export function page(title: string, body: string, scripts: readonly string[]): string {
  const tags = scripts.map((script) => `<script type="module" src="/assets/${script}"></script>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Brevier</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="/assets/icon.svg">
${tags}
</head>
<body>
${body}
</body>
</html>
`;
}
