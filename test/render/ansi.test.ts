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
