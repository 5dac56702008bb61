const SNIFFED = 4096;

/**
 * Bytes as text: by byte order mark, then the header's charset, then a `<meta>` or XML declaration in the first
 * 4 KiB, then UTF-8 when the bytes are valid, then a Japanese charset when they read as Japanese, else windows-1252
 * (https://encoding.spec.whatwg.org). What says that it is something else and is valid UTF-8 is UTF-8.
 */
export function decodeBytes(bytes: Uint8Array, headerCharset: string | null): string {
  for (const label of [bomCharset(bytes), headerCharset, declaredCharset(bytes)]) {
    const decoder = label === null ? null : decoderFor(label);
    if (decoder === null) continue;
    // A header that says UTF-8 over other bytes is a lie; let the bytes decide.
    if (decoder.encoding === 'utf-8' && !isMostlyUtf8(bytes)) continue;
    // Letters that make valid UTF-8 throughout are letters of UTF-8, whatever a server or a saved page says of them.
    if (LATIN.has(decoder.encoding) ? isUtf8(bytes) : isClearlyUtf8(bytes, decoder.encoding)) break;
    return decoder.decode(bytes);
  }
  return (isUtf8(bytes) ? null : japaneseIn(bytes)) ?? new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** What servers and old templates say of everything, as the Encoding Standard names it: ISO 8859-1 is windows-1252 there. */
const LATIN = new Set(['windows-1252', 'iso-8859-15']);

/** So many letters beyond ASCII that are valid UTF-8 are no accident in two bytes a letter; UTF-16 and ISO-2022 hold no such bytes. */
const NO_ACCIDENT = /(?:[^\p{ASCII}]\p{ASCII}*){8}/u;

function isClearlyUtf8(bytes: Uint8Array, declared: string): boolean {
  if (declared.startsWith('utf-')) return false;
  const text = bytes.some((byte) => byte >= 0x80) ? decodedWhole(bytes, 'utf-8') : null;
  return text !== null && NO_ACCIDENT.test(text);
}

/** Text of a Japanese charset that nobody declared; null when it does not read as Japanese. */
function japaneseIn(bytes: Uint8Array): string | null {
  for (const label of ['shift_jis', 'euc-jp']) {
    const text = decodedWhole(bytes, label);
    if (text !== null && isJapanese(text)) return text;
  }
  return null;
}

/** Most of what is not ASCII is kana, kanji or their punctuation, and kana are never far; wrong charsets give half-width kana and rare kanji. */
function isJapanese(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  const foreign = text.replace(/[\u0000-\u007F]/gu, '');
  const japanese = foreign.match(/[\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF5E]/gu)?.length ?? 0;
  const kana = foreign.match(/[\u3041-\u30FE]/gu)?.length ?? 0;
  return kana * 5 >= foreign.length && japanese * 20 >= foreign.length * 19;
}

/**
 * The charset in the XML declaration, if the bytes are valid in it; null otherwise. Whoever wrote the feed wrote it,
 * the header is often a server's default.
 */
export function xmlCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})/iu.exec(head)?.[1];
  if (label === undefined || /^utf-?16/iu.test(label)) return null;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    decoder.decode(bytes);
    // Every byte is valid in Latin-1, so there it says nothing against UTF-8.
    return decoder.encoding !== 'utf-8' && isUtf8(bytes) ? null : label;
  } catch {
    return null;
  }
}

function bomCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  const declared =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head) ?? /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})/i.exec(head);
  const label = declared?.[1] ?? null;
  // Markup that can be read as ASCII cannot be UTF-16, whatever it says of itself.
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** Pages put together from several sources hold a bad byte here and there; that does not make them another charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  const text = new TextDecoder('utf-8').decode(bytes);
  return (text.match(/\uFFFD/gu)?.length ?? 0) * 500 < text.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodedWhole(bytes, 'utf-8') !== null;
}

/** Null when a byte is none of that charset. */
function decodedWhole(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
