import { describe, expect, it } from 'vitest';
import { renderAnsi } from '../../src/render/ansi.ts';
import type { View } from '../../src/view/view.ts';

function card(...rows: [value: string, label: string][]): View {
  return {
    title: 'Figures',
    blocks: [{ type: 'figures', title: 'Key figures', rows: rows.map(([value, label]) => ({ value, label, tags: [], cites: [] })) }],
  };
}

describe('figures in a terminal', () => {
  it('cost no room for each line where one value is as long as a page', () => {
    const label = 'word '.repeat(400).trim();
    const text = renderAnsi(card(['9'.repeat(2000), label], ['64', label]), { colour: false, links: false, width: 80 });
    expect(text.length).toBeLessThan(20_000);
  });
});

describe('proof in a terminal that opens no links', () => {
  const cite = (number: number, sentence: string) => ({ type: 'cite', number, href: 'https://harbour.test/a', sentence }) as const;
  const told = (blocks: View['blocks']) => renderAnsi({ title: 'Brief', blocks: [...blocks] }, { colour: false, links: false, width: 80 });
  const gist: View['blocks'][number] = {
    type: 'paragraph',
    inlines: [{ type: 'text', text: 'The ferry sank. ' }, cite(1, 'The ferry sank.')],
  };
  it('begins with the first number, where a line is its own sentence too', () => {
    const point = [{ type: 'text', text: 'It was old. ' } as const, cite(2, 'It was old and wet.')];
    expect(told([gist, { type: 'points', items: [point] }])).toMatch(/\[1\] The ferry sank\.\n\[2\] It was old and wet\./u);
  });
  it('is not said again under an answer that is the sentence', () => {
    expect(told([gist]).match(/The ferry sank/gu)).toHaveLength(1);
  });
});
