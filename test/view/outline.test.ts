import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { readArticle } from '../../src/extract/article.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { viewBrief } from '../../src/view/brief-view.ts';
import { outlineOf } from '../../src/view/outline.ts';

const PLACES = ['Elmhaven', 'Norvik', 'Kiruna', 'Tamsin Bay', 'Port Ellen', 'Sandwick', 'Oldmarket', 'Greywater'];
/** Different words under each heading. */
function prose(at: number) {
  const place = `${PLACES[at % PLACES.length]} ${at + 1}`;
  return `A market the size of that in ${place} needs a plan for rain. In ${place} the stalls on the quay stand empty in most weeks of March. The traders of ${place} bring their own roofs and pay by the hour. Its council has not said who cleans up after ${place} has closed. In ${place} the bins are emptied before noon.`;
}

function page(headings: readonly string[], title = 'Nine ways to run a market in the rain') {
  const content = `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${prose(30)}</p>${headings
    .map((heading, at) => `<h2>${heading}</h2><p>${prose(at)}</p>`)
    .join('')}</article></body></html>`;
  return readArticle({ kind: 'html', content, url: 'https://example.org/market', fetchedAt: null });
}

describe('the sections of a page', () => {
  it('are the headings of a guide, in its own words and order', () => {
    const article = page(['Count the stalls', 'Rent a roof:', 'Tell the traders[edit]', 'Empty the bins', 'Thank everybody']);
    expect(outlineOf(article)).toEqual({
      shown: ['Count the stalls', 'Rent a roof', 'Tell the traders', 'Empty the bins', 'Thank everybody'],
      more: 0,
    });
    const { blocks } = viewBrief(article, briefArticle(article, BriefOptions.parse({})), { publicUrl: null, buttons: [] });
    expect(JSON.stringify(blocks)).toContain('Count the stalls · Rent a roof · Tell the traders · Empty the bins · Thank everybody');
  });

  it('begin with the first of what a ranking counts down, and leave out what is not counted', () => {
    const headings = ['How we chose', '5. Kiruna', '4. Norvik', '3. Elmhaven', '2. Tamsin Bay', '1. Port Ellen'];
    expect(outlineOf(page(headings)).shown).toEqual(['1. Port Ellen', '2. Tamsin Bay', '3. Elmhaven', '4. Norvik', '5. Kiruna']);
  });

  it('leave out what several of them begin with, the title and addresses', () => {
    const headings = [
      'Market idea #1: Roofs',
      'Market idea #2: Boats',
      'Market idea #3: Soup',
      'Light',
      'Bins',
      'www.example.org',
      'Ways to run a market in the rain',
    ];
    expect(outlineOf(page(headings)).shown).toEqual(['Roofs', 'Boats', 'Soup', 'Light', 'Bins']);
  });

  it('are counted where there is no room for all', () => {
    const headings = Array.from({ length: 20 }, (_, at) => `What stall keepers of street ${at + 1} want`);
    const { shown, more } = outlineOf(page(headings));
    expect(shown.length + more).toBe(20);
    expect(shown.join(' · ').length).toBeLessThanOrEqual(260);
    expect(shown.length).toBeGreaterThan(4);
  });

  it('are not shown of a story with a few subheads, of a short page, or of an interview', () => {
    expect(outlineOf(page(['Roofs', 'Boats', 'Soup', 'Light'])).shown).toEqual([]);
    const short = readArticle({
      kind: 'html',
      content: `<html><body><article><h1>Rain</h1><p>${prose(0)}</p>${['One', 'Two', 'Three', 'Four', 'Five'].map((name) => `<h2>Stall ${name}</h2><p>It rains.</p>`).join('')}</article></body></html>`,
      url: null,
      fetchedAt: null,
    });
    expect(outlineOf(short).shown).toEqual([]);
    const questions = Array.from(
      { length: 6 },
      (_, at) => `What did you think when the council told you, in year ${at + 1}, that the market had to close?`,
    );
    expect(outlineOf(page(questions)).shown).toEqual([]);
  });
  it('are not what somebody is asked', () => {
    const headings = ['Q: Favorite apps?', 'Q: Favorite books?', 'Q: Favorite artists?', 'Q: Where did you grow up?', 'Q: What is next?'];
    expect(outlineOf(page(headings)).shown).toEqual([]);
  });
});
