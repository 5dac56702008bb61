import { describe, expect, it } from 'vitest';
import { briefArticle } from '../../src/brief/built-in.ts';
import { BriefOptions } from '../../src/model/brief.ts';
import { viewDigest, viewDigestThread } from '../../src/view/digest-view.ts';
import { labelsFor } from '../../src/view/labels/tables.ts';
import type { View } from '../../src/view/view.ts';
import { PLANT, textArticle } from '../articles.ts';

const FRAME = { name: 'Digest for Monday 23 November', notes: [], lastLine: '1 entry read, 0 left out.' };
const OPTIONS = { publicUrl: null, labels: labelsFor('en') };

function storyOf(text: string) {
  const article = textArticle(text);
  return { article, brief: briefArticle(article, BriefOptions.parse({})), story: null, others: [], buttons: [] };
}

function stripOf(view: View | undefined): string[] {
  return (view?.blocks ?? []).flatMap((block) => (block.type === 'figures' ? block.rows.map(({ value }) => value) : []));
}

describe('the figures on top of a digest', () => {
  const plant = storyOf(PLANT);

  it('tell nothing that a story of the same message tells below', () => {
    const told = JSON.stringify(viewDigest(FRAME, [plant], OPTIONS));
    expect(stripOf(viewDigest(FRAME, [plant], OPTIONS))).toEqual([]);
    expect(told).toContain('1,200');
  });
  it('lead the message to which the stories are replies', () => {
    expect(stripOf(viewDigestThread(FRAME, [plant], OPTIONS)[0])).toHaveLength(1);
  });
  it('tell what leads a story and does not stand in its points', () => {
    const elsewhere = { ...plant, brief: { ...plant.brief, points: plant.brief.points.slice(0, 0), gist: null } };
    expect(stripOf(viewDigest(FRAME, [elsewhere], OPTIONS))).toHaveLength(1);
  });
});
