import type { View, ViewBlock } from '../src/view/view.ts';

/**
 * Gives the images of a view that have no address one, by handing their bytes to the platform. What the platform does
 * not take is told in words.
 */
export async function withImages(view: View, upload: (articleId: string, alt: string) => Promise<string | null>): Promise<View> {
  const isBare = (block: ViewBlock) => block.type === 'image' && block.url === null;
  if (!view.blocks.some(isBare)) return view;
  const blocks: ViewBlock[] = [];
  for (const block of view.blocks) {
    if (block.type === 'image' && block.url === null && block.articleId !== null) {
      blocks.push({ ...block, url: await upload(block.articleId, block.alt) });
    } else blocks.push(block);
  }
  return { ...view, blocks };
}
