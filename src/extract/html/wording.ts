/** What the letters of a block add up to. */
export interface Wording {
  /** Runs of letters and digits; two ideographs count as one. */
  words: number;
  letters: number;
  digits: number;
  capitals: number;
  /** Words that begin with a capital. */
  capitalised: number;
  /** Commas, semicolons, colons. */
  pauses: number;
  /** Full stops, question and exclamation marks, in any script. */
  stops: number;
  endsSentence: boolean;
}

const STOPS = new Set(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'].map((mark) => mark.charCodeAt(0)));
const PAUSES = new Set([',', ';', ':', '、', '，', '；', '：', '،', '؛'].map((mark) => mark.charCodeAt(0)));
const CLOSERS = /["'”’»«“)\]\s*]+$/u;

export function wordingOf(text: string): Wording {
  const wording: Wording = {
    words: 0,
    letters: 0,
    digits: 0,
    capitals: 0,
    capitalised: 0,
    pauses: 0,
    stops: 0,
    endsSentence: false,
  };
  let inWord = false;
  let ideographs = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const lower = code >= 97 && code <= 122;
    const upper = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
    const digit = code >= 48 && code <= 57;
    if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) {
      ideographs += 1;
      inWord = false;
    } else if (lower || upper || digit || (code > 0xaa && !isMark(code))) {
      if (digit) wording.digits += 1;
      else wording.letters += 1;
      if (upper) wording.capitals += 1;
      if (!inWord) {
        wording.words += 1;
        if (upper) wording.capitalised += 1;
      }
      inWord = true;
    } else {
      if (STOPS.has(code)) wording.stops += 1;
      else if (PAUSES.has(code)) wording.pauses += 1;
      // An apostrophe keeps a word together.
      inWord = inWord && (code === 39 || code === 0x2019);
    }
  }
  wording.words += Math.ceil(ideographs / 2);
  wording.letters += ideographs;
  const last = text.slice(-6).replace(CLOSERS, '');
  wording.endsSentence = last !== '' && STOPS.has(last.charCodeAt(last.length - 1));
  return wording;
}

function isMark(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x206f) ||
    STOPS.has(code) ||
    PAUSES.has(code) ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x3000 && code <= 0x303f) ||
    code === 0xb7 ||
    code === 0xbf ||
    code === 0xa0
  );
}
