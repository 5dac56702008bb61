import { describe, expect, it } from 'vitest';
import { LIMITS, limitFaults } from '../../adapters/slack/limits.ts';
import { renderSlack } from '../../adapters/slack/render.ts';
import type { Inline } from '../../src/view/view.ts';

describe('small print that is too long for Slack', () => {
  const long = 'long & words '.repeat(200);
  const inlines: Inline[] = [
    { type: 'text', text: long },
    { type: 'link', text: long, url: 'https://example.org/a' },
    { type: 'text', text: long },
    { type: 'cite', number: 1, sentence: '', href: 'https://example.org/cited' },
  ];
  const { payload, droppedCites } = renderSlack({ title: 'Long', blocks: [{ type: 'meta', inlines }] });
  const [block] = payload.blocks;
  const [words] = block?.type === 'context' ? block.elements : [];

  it('fits and keeps its citation', () => {
    expect(limitFaults(payload)).toEqual([]);
    expect(words?.text.length).toBeLessThanOrEqual(LIMITS.contextText.max);
    expect(words?.text).toMatch(/<https:\/\/example\.org\/cited\|\[1\]>$/u);
    expect(droppedCites).toBe(0);
  });
  it('is cut in its words, never in a link or a character that is written as several', () => {
    expect(words?.text.replaceAll(/<https:[^<>|]+\|[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
    expect(words?.text).not.toMatch(/&(?!amp;|lt;|gt;)/u);
  });
});
