/** A PDF of plain pages, each line at its own height, as a writer would set them: 12 points, a wider gap before a paragraph. */
export function pdfOf(pages: readonly (readonly string[])[], title: string | null = null): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((lines, index) => {
    let y = 780;
    const drawn = lines.map((line) => {
      y -= line === '' ? 14 : 14;
      return line === '' ? '' : `BT /F1 12 Tf 1 0 0 1 60 ${y} Tm (${line.replace(/[\\()]/g, '\\$&')}) Tj ET`;
    });
    const content = drawn.join('\n');
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`);
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  if (title !== null) add(`<< /Title (${title}) >>`);
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const info = title === null ? '' : ` /Info ${objects.length} 0 R`;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
