/** Room for 5 MB of text as JSON, where a character may take six bytes. */
const MAX_LINE = 32_000_000;

export type Line = { status: 'line'; text: string } | { status: 'too-long' };

/** Lines of UTF-8 bytes, ended by LF or CR LF. Never holds more than one line of at most 32 MB. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  const line = (): Line => {
    const ended: Line = size > MAX_LINE ? { status: 'too-long' } : { status: 'line', text: textOf(parts) };
    parts = [];
    size = 0;
    return ended;
  };
  for await (const chunk of chunks) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      hold(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      yield line();
    }
    hold(rest);
  }
  if (size > 0) yield line();

  function hold(part: Buffer): void {
    size += part.length;
    // What is too long already is only counted.
    if (size <= MAX_LINE) parts.push(part);
    else parts = [];
  }
}

function textOf(parts: readonly Buffer[]): string {
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .replace(/\r$/u, '');
}
