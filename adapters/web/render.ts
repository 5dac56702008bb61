import { renderHtml } from '../../src/render/html.ts';
import { fitView } from '../../src/view/fit.ts';
import type { View } from '../../src/view/view.ts';
import type { Rendered } from '../contract.ts';
import { limitFaults } from './limits.ts';

/** View -> an HTML fragment for the page, with content escaped. */
export function renderWeb(view: View): Rendered<string> {
  const { view: fitted, dropped, droppedCites } = fitView(view, (candidate) => limitFaults(renderHtml(candidate)).length === 0);
  return { payload: renderHtml(fitted), dropped, droppedCites };
}
