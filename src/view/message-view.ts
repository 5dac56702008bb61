import type { BrevierError } from '../errors.ts';
import type { View } from './view.ts';

/** One plain sentence or several paragraphs. */
export function viewMessage(text: string): View {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return {
    title: paragraphs[0] ?? '',
    blocks: paragraphs.map((line) => ({ type: 'paragraph', inlines: [{ type: 'text', text: line }] })),
  };
}

/** A heading and a line each. */
export function viewList(title: string, lines: readonly string[]): View {
  return {
    title,
    blocks: [
      { type: 'heading', inlines: [{ type: 'text', text: title, strong: true }] },
      { type: 'points', items: lines.map((line) => [{ type: 'text', text: line }]) },
    ],
  };
}

/** An error as the asker sees it: the sentence, nothing of the cause. */
export function viewError(error: BrevierError): View {
  return viewMessage(error.message);
}
