import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { paintCard } from '../../src/image/paint.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { cardOf } from '../../src/render/card.ts';
import { cardContent } from '../../src/view/card-view.ts';
import { textArticle } from '../articles.ts';

const article = textArticle(
  'Sales at Northwind rose to 12 million euros from 8 million euros last year. The new plant would employ about 1,200 people.',
);
const content = cardContent(article, briefArticle(article, BriefOptions.parse({})));

describe('the image of a card', () => {
  it('is a PNG of twice the size it is laid out in, the same bytes every time', async () => {
    const card = cardOf(content);
    const [png, again] = [await paintCard(card), await paintCard(card)];
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // IHDR: width and height, big-endian, at byte 16.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([card.width * 2, card.height * 2]);
    expect(again.equals(png)).toBe(true);
  });
  it('draws a bar for before and after where a figure changed', () => {
    const drawn = JSON.stringify(cardOf(content).node);
    expect(content.rows.filter(({ change }) => change !== undefined)).toHaveLength(1);
    expect(drawn.match(/borderRadius/g)).toHaveLength(2);
  });
  it('has every figure with its hedge in its alt text, within what chats take', () => {
    expect(content.alt).toContain('about 1,200: ');
    expect(content.alt).toContain('would');
    expect(content.alt).toContain('from 8');
    expect(content.alt).not.toMatch(/[≈≥≤▲▼▁-█]/u);
    const long = cardContent({ ...article, title: 'x'.repeat(5000) }, briefArticle(article, BriefOptions.parse({})));
    expect(long.alt.length).toBeLessThanOrEqual(1000);
  });
  it('says in words which way a figure went, since few fonts have arrows', () => {
    const rose = textArticle(
      'Power prices on the island rose by about 12% last year. Rents in the bay fell 8%. The fee at the quay fell to 11 euros.',
    );
    const { alt, rows } = cardContent(rose, briefArticle(rose, BriefOptions.parse({})));
    expect(rows.map(({ value }) => value)).toEqual(expect.arrayContaining(['▲ ≈ 12%', '▼ 8%']));
    expect(alt).toContain('up about 12%: Power prices on the island rose by about 12% last year.');
    expect(alt).toContain('down 8%: Rents in the bay fell 8%.');
    expect(alt).toContain('€11: The fee at the quay fell to 11 euros (down).');
    expect(JSON.stringify(cardOf(cardContent(rose, briefArticle(rose, BriefOptions.parse({})))).node)).not.toMatch(/[▲▼≈]/u);
  });
  it('survives any script, nothing at all and markup', async () => {
    for (const title of ['', '北京 नमस्ते مرحبا 👩‍👩‍👧', '<b onload=x>', '\u202e\u0000']) {
      const png = await paintCard(cardOf({ title, source: title, rows: content.rows, alt: '' }));
      expect(png.length).toBeGreaterThan(1000);
    }
  });
});
