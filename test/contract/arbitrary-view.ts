import fc from 'fast-check';
import type { CiteInline, FigureRow, Inline, View, ViewBlock } from '../../src/view/view.ts';

/** Words that a platform could take for markup, mentions or control sequences, among ordinary and huge ones. */
export const HOSTILE = [
  '@everyone',
  '@here',
  '<!channel>',
  '<!here|here>',
  '<@U123>',
  '<#C1>',
  '<@&5>',
  '**bold**',
  '~~x~~',
  '`code`',
  '||spoiler||',
  '# heading',
  '- item',
  '> quote',
  '[x](javascript:alert(1))',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\u001B[31mred\u001B[0m',
  '\u001B]8;;http://x\u001B\\x',
  '\u0000\u0007\u009B',
  '\u202Egnp.exe',
  '\uD800',
  '&lt;&amp;',
  '{{x}}',
  '```',
  '<https://evil.example|ok>',
  '=1+1',
  '\r\n',
  '-# small',
  '=HYPERLINK("http://evil.example","ok")',
  '-',
  '1',
  '. x',
  '1)',
  '---',
  'https://evil.example/a_b',
  'www.evil.example',
  'someone@evil.example',
  'javascript://%0aalert(1)',
  '[ok]: https://evil.example',
  '\u200Bhid\u200Dden\u2063',
  'a\u{E0041}\u{E0042}b',
  '\u2066\u2067\u2069\u061C',
  '\u05D0\u05D1\u05D2 (1) $5',
  '\u2028\u2029\u0085',
  '<t:0:R>',
  '<:x:1>',
  '</brief:1>',
  ':smile:',
  '>>> all',
  '"><b onmouseover=alert(1)>',
  "' onfocus='alert(1)",
];

const words = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/[[\]]/g, '')) },
  { weight: 1, arbitrary: fc.integer({ min: 500, max: 6000 }).map((size) => 'long words '.repeat(Math.ceil(size / 11))) },
);

const url = fc.oneof(fc.webUrl({ withFragments: true }), fc.constant(`https://example.org/${'a'.repeat(4000)}`));
const cite: fc.Arbitrary<CiteInline> = fc.record({
  type: fc.constant('cite' as const),
  number: fc.integer({ min: 1, max: 99 }),
  sentence: words,
  href: fc.webUrl(),
});
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: words, strong: fc.boolean(), code: fc.boolean() }),
  // A link whose words are a number would look like a citation in Discord's Markdown, and the law counts those.
  fc.record({ type: fc.constant('link' as const), text: words.map((text) => text.replace(/^\s*(?=\d+\s*$)/u, 'no. ')), url }),
  cite,
);
const inlines = fc.array(inline, { maxLength: 6 });
const row: fc.Arbitrary<FigureRow> = fc.record({
  value: words,
  label: words,
  tags: fc.array(words, { maxLength: 3 }),
  cites: fc.array(cite, { maxLength: 3 }),
});
const button = fc.record({
  action: fc.constantFrom('figures', 'ask', 'shorter', 'longer', 'save', 'share', 'brief'),
  label: fc.constantFrom('Key figures', 'Ask', 'Share'),
  ref: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 }),
});

const block: fc.Arbitrary<ViewBlock> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), inlines }),
  fc.record({ type: fc.constant('meta' as const), inlines }),
  fc.record({ type: fc.constant('paragraph' as const), inlines }),
  fc.record({ type: fc.constant('points' as const), items: fc.array(inlines, { maxLength: 20 }), numbered: fc.boolean() }),
  fc.record({ type: fc.constant('figures' as const), title: words, rows: fc.array(row, { maxLength: 20 }) }),
  fc.record({ type: fc.constant('quote' as const), text: words, speaker: fc.option(words), cites: fc.array(cite, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('image' as const), url: fc.option(fc.webUrl()), alt: words, articleId: fc.constant(null) }),
  fc.constant<ViewBlock>({ type: 'divider' }),
);

/** Any view a verb of the bot could make, and many that none would: up to 80 blocks, buttons last. */
export const arbitraryView: fc.Arbitrary<View> = fc
  .tuple(words, fc.array(block, { minLength: 1, maxLength: 80 }), fc.array(button, { maxLength: 6 }))
  .map(([title, blocks, buttons]) => ({ title, blocks: buttons.length === 0 ? blocks : [...blocks, { type: 'actions', buttons }] }));

/** A view with every kind of block, small enough for every platform. */
export const EVERY_BLOCK: View = {
  title: 'Every block',
  blocks: [
    { type: 'heading', inlines: [{ type: 'link', text: 'wordHeading', url: 'https://example.org/a' }] },
    { type: 'meta', inlines: [{ type: 'text', text: 'wordMeta' }] },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'wordParagraph', strong: true },
        { type: 'cite', number: 1, sentence: 'S', href: 'https://example.org/a#s1' },
      ],
    },
    { type: 'points', items: [[{ type: 'text', text: 'wordPoint' }], [{ type: 'text', text: 'wordCode', code: true }]] },
    { type: 'figures', title: 'wordTitle', rows: [{ value: '> 300', label: 'wordLabel', tags: ['wordTag'], cites: [] }] },
    { type: 'quote', text: 'wordQuote', speaker: 'wordSpeaker', cites: [] },
    { type: 'sources', items: [{ type: 'cite', number: 2, sentence: 'wordSource', href: null }] },
    { type: 'image', url: 'https://example.org/i.png', alt: 'wordAlt', articleId: null },
    { type: 'divider' },
    { type: 'actions', buttons: [{ action: 'ask', label: 'wordButton', ref: 'a1' }] },
  ],
};
export const EVERY_WORD =
  'wordHeading wordMeta wordParagraph wordPoint wordCode wordLabel wordTag wordQuote wordSpeaker wordSource wordAlt'.split(' ');
