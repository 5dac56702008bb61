import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainDiscord } from '../../adapters/discord/render.ts';
import { arbitraryView } from '../contract/arbitrary-view.ts';

/** The markup that stands open at the end: links, emphasis and code. */
function openAtEnd(content: string): string[] {
  const dead = content.replace(/`[^`\n]*`|\\./gu, 'x');
  const links = (dead.match(/\]\(</gu)?.length ?? 0) - (dead.match(/\]\(<[^>]*>\)/gu)?.length ?? 0);
  const count = (mark: RegExp) => dead.replace(/\(<[^>]*>\)/gu, '').match(mark)?.length ?? 0;
  return [
    ...(links === 0 ? [] : [`${links} links`]),
    ...(count(/\*\*/gu) % 2 === 0 ? [] : ['emphasis']),
    ...(count(/(?<!\*)\*(?!\*)/gu) % 2 === 0 ? [] : ['stress']),
    ...(count(/`/gu) % 2 === 0 ? [] : ['code']),
  ];
}

it('cuts no link and no emphasis of a plain message in two, and keeps the limit', () => {
  fc.assert(
    fc.property(arbitraryView, (view) => {
      const { content } = plainDiscord(view);
      expect(content.length).toBeLessThanOrEqual(2000);
      expect(content.length).toBeGreaterThan(0);
      expect(openAtEnd(content)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('says how much a plain message leaves out', () => {
  const long = Array.from({ length: 20 }, (_, index) => [
    { type: 'link' as const, text: 'words '.repeat(30), url: `https://example.org/${index}` },
  ]);
  expect(plainDiscord({ title: 'T', blocks: [{ type: 'points', items: long }] }).content).toMatch(
    /\d+ more not shown here for lack of room\.$/u,
  );
});
