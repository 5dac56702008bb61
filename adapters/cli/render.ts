import { renderAnsi } from '../../src/render/ansi.ts';
import type { View } from '../../src/view/view.ts';
import type { Rendered } from '../contract.ts';
import type { CliConfig } from './config.ts';

/** View -> terminal text. A terminal has room for everything. */
export function renderCli(view: View, config: CliConfig): Rendered<string> {
  return { payload: renderAnsi(view, config), dropped: 0, droppedCites: 0 };
}
