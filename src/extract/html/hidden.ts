/** Ways in which a style keeps words from a reader's eyes. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])opacity\s*:\s*0*\.?0+\s*(?:;|!|$)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|(?:^|[;\s])color\s*:\s*transparent/iu;
const COLOUR = /(?:^|[;\s])color\s*:\s*([^;!]+)/iu;
const BACKGROUND = /background(?:-color)?\s*:\s*([^;!]+)/iu;
const NAMES = new Map([
  ['white', 'fff'],
  ['black', '000'],
]);

/** Does this style hide what it applies to, or write it in the colour of its ground? */
export function hides(style: string): boolean {
  if (HIDING.test(style)) return true;
  const [colour, ground] = [COLOUR.exec(style)?.[1], BACKGROUND.exec(style)?.[1]];
  return colour !== undefined && ground !== undefined && plain(colour) === plain(ground);
}

/** `#FFFFFF`, `#fff`, `white` and `rgb(255, 255, 255)` are one colour. */
function plain(colour: string): string {
  const lower = colour.trim().toLowerCase();
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(lower);
  const hex =
    rgb === null
      ? lower.replace(/^#/, '')
      : rgb
          .slice(1, 4)
          .map((part) => Number(part).toString(16).padStart(2, '0'))
          .join('');
  return (NAMES.get(hex) ?? hex).replace(/^([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3$/, '$1$2$3');
}
