import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BrevierError } from '../errors.ts';
import type { Card } from '../render/card.ts';

/** Painted at twice its size, so that it is sharp on dense screens. */
const SCALE = 2;
/** What each file of the font serves, as its style sheet says. Other scripts have no glyphs here and show as boxes. */
const SUBSETS: Readonly<Record<string, [number, number][]>> = {
  latin: [
    [0x20, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2c6, 0x2dc],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
    [0x2248, 0x2248],
    [0x2264, 0x2265],
    [0x25b2, 0x25bc],
  ],
  'latin-ext': [
    [0x100, 0x2ba],
    [0x1e00, 0x1e9f],
    [0x1ef2, 0x1eff],
    [0x20a0, 0x20c0],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
  ],
  cyrillic: [
    [0x301, 0x301],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ],
  greek: [[0x370, 0x3ff]],
  vietnamese: [[0x1ea0, 0x1ef1]],
};

type Renderer = import('@takumi-rs/core').Renderer;
let ready: Promise<Renderer> | null = null;

/**
 * The card as a PNG.
 * @throws BrevierError `image/unavailable` when this platform has no image renderer
 */
export async function paintCard(card: Card): Promise<Buffer> {
  try {
    ready ??= open();
    const renderer = await ready;
    return await renderer.render(card.node, {
      width: card.width * SCALE,
      height: card.height * SCALE,
      devicePixelRatio: SCALE,
      format: 'png',
    });
  } catch (err) {
    ready = null;
    throw new BrevierError('image/unavailable', 'The card could not be painted as an image; the same figures are in the text.', {
      cause: err,
    });
  }
}

/** The renderer and the fonts are loaded for the first image only. */
async function open(): Promise<Renderer> {
  const { Renderer: Painter } = await import('@takumi-rs/core');
  const renderer = new Painter();
  const resolve = createRequire(import.meta.url).resolve;
  for (const [subset, unicodeRange] of Object.entries(SUBSETS)) {
    const data = await readFile(resolve(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`));
    await renderer.registerFont({ name: 'Inter', data, unicodeRange });
  }
  return renderer;
}
