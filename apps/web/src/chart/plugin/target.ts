import type { Plugin } from 'chart.js';

import type { Palette } from '../palette.js';
import { write } from '../pen.js';

/** What was aimed at: a dashed line with its words above; it stands where the values run sideways. */
export function target(
  aim: { readonly value: number; readonly label: string } | null,
  palette: Palette,
  valuesAlong: 'x' | 'y' = 'y',
): Plugin<'line' | 'bar'> {
  return {
    id: 'target',
    afterDatasetsDraw(chart) {
      if (!aim) return;
      const { ctx, chartArea, scales } = chart;
      const at = scales[valuesAlong]?.getPixelForValue(aim.value);
      if (at === undefined) return;
      const upright = valuesAlong === 'x';
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1.6;
      ctx.setLineDash([6, 4]);
      ctx.beginPath();
      ctx.moveTo(upright ? at : chartArea.left, upright ? chartArea.top : at);
      ctx.lineTo(upright ? at : chartArea.right, upright ? chartArea.bottom : at);
      ctx.stroke();
      ctx.restore();
      const toLeft = upright && at > (chartArea.left + chartArea.right) / 2;
      write(ctx, aim.label, upright ? at : chartArea.left + 2, upright ? chartArea.top - 10 : at - 10, {
        colour: palette.ink,
        bold: true,
        align: toLeft ? 'right' : 'left',
        rim: palette.paper,
      });
    },
  };
}
