import type { ModelSeries } from '../model/chart-model.js';
import { OUTLINES } from '../shape.js';

/** Names of sources beside the marks of the canvas: as text they wrap, print, and are read aloud. */
export function SourceLegend({ series }: { readonly series: readonly ModelSeries[] }) {
  return (
    <ul class="chart-legend source-legend">
      {series.map(({ name, shape, tone }) => (
        <li key={name}>
          <svg
            class={`source-mark series-${tone} ${OUTLINES[shape].hollow ? 'source-hollow' : 'source-filled'}`}
            viewBox="-8.5 -8.5 17 17"
            width="17"
            height="17"
            aria-hidden="true"
          >
            <path d={OUTLINES[shape].path} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
