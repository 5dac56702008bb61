import { BrevierError } from '../errors.ts';

/** A word or more of a page, as it is drawn. */
interface DrawnText {
  text: string;
  /** Points from the left and from the bottom of the page. */
  x: number;
  y: number;
  /** Height of the letters, in points. */
  size: number;
  width: number;
}

interface Line {
  text: string;
  y: number;
  size: number;
  page: number;
}

/** Pages beyond this are a book. */
const PAGES_MAX = 200;

/**
 * The text of a PDF in paragraphs, and its title; null where none is set.
 * @throws BrevierError `source/not-text`, `source/empty`
 */
export async function textOfPdf(bytes: Uint8Array): Promise<{ title: string | null; text: string }> {
  // The library is loaded only where a PDF is read.
  const { getDocumentProxy, getMeta } = await import('unpdf');
  try {
    // pdf.js takes the bytes over.
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const pages: DrawnText[][] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, PAGES_MAX); number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.flatMap((item) => ('str' in item ? [drawn(item)] : [])));
    }
    const { info } = await getMeta(pdf);
    const text = paragraphsOf(pages).join('\n\n');
    if (text.trim() === '') {
      throw new BrevierError('source/empty', 'The PDF holds pictures of text, not text. Paste the text instead.');
    }
    const title = typeof info['Title'] === 'string' ? info['Title'].trim() : '';
    return { title: title === '' || /^(?:untitled|microsoft word|slide 1)\b/iu.test(title) ? null : title, text };
  } catch (cause) {
    if (cause instanceof BrevierError) throw cause;
    throw new BrevierError('source/not-text', 'That PDF cannot be read: it is damaged, or needs a password. Paste the text instead.', {
      cause,
    });
  }
}

function drawn(item: { str: string; transform: number[]; height: number; width: number }): DrawnText {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, size: Math.abs(scale) || item.height, width: item.width };
}

/** Drawn text as paragraphs: lines by their height on the page, paragraphs by the distance between lines. */
function paragraphsOf(pages: readonly (readonly DrawnText[])[]): string[] {
  const lines = withoutRunningHeads(
    pages.flatMap((page, index) => linesOf(page, index)),
    pages.length,
  );
  const usual = lineGap(lines);
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    if (before === undefined || last === undefined || !continues(before, line, usual)) paragraphs.push(line.text);
    else if (/\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(line.text)) paragraphs[paragraphs.length - 1] = last.slice(0, -1) + line.text;
    else paragraphs[paragraphs.length - 1] = `${last} ${line.text}`;
  });
  return paragraphs;
}

function linesOf(page: readonly DrawnText[], index: number): Line[] {
  const lines: (Line & { end: number })[] = [];
  for (const { text, x, y, size, width } of page) {
    if (text.trim() === '') continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < size / 2 && x >= last.end - size) {
      last.text += x - last.end > size / 5 && !last.text.endsWith(' ') ? ` ${text.trim()}` : text;
      last.end = x + width;
    } else lines.push({ text: text.trim(), y, size, page: index, end: x + width });
  }
  return lines.map(({ text, ...line }) => ({ ...line, text: text.replace(/\s+/gu, ' ').trim() }));
}

/** What stands on most pages, page numbers aside, belongs to none of them. */
function withoutRunningHeads(lines: readonly Line[], pages: number): Line[] {
  const seen = new Map<string, Set<number>>();
  const key = (line: Line) => line.text.replace(/\d+/g, '#');
  for (const line of lines) seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(line.page));
  const isRunning = (line: Line) => pages > 2 && (seen.get(key(line))?.size ?? 0) > pages / 2;
  return lines.filter((line) => !isRunning(line) && !/^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/iu.test(line.text));
}

/** The distance between two lines of one paragraph: of all distances a small one, since those between paragraphs are fewer and wider. */
function lineGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && before.page === line.page && before.y > line.y ? [before.y - line.y] : [];
  });
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.3)] ?? Number.POSITIVE_INFINITY;
}

/** A new column or page goes on in the middle of a sentence; elsewhere a wider gap or another size of letters ends a paragraph. */
function continues(before: Line, line: Line, usual: number): boolean {
  if (Math.abs(before.size - line.size) > 0.6) return false;
  const isOpen = !/[.!?:…”"’)]$/u.test(before.text);
  if (before.page !== line.page || line.y >= before.y) return isOpen && /^[\p{Ll}\p{N}(]/u.test(line.text);
  return before.y - line.y <= usual * 1.35;
}
