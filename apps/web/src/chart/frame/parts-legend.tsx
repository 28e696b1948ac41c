import type { ModelSeries } from '../model/chart-model.js';

/** Names of the parts of stacked bars; every second one is hatched, as its part of the bars is. */
export function PartsLegend({ series }: { readonly series: readonly ModelSeries[] }) {
  return (
    <ul class="chart-legend source-legend">
      {series.map(({ name, tone }, place) => (
        <li key={name}>
          <svg
            class={`source-mark series-${tone}`}
            viewBox="0 0 22 14"
            width="22"
            height="14"
            aria-hidden="true"
          >
            <path class="source-filled" d="M0 0H22V14H0z" />
            {place % 2 === 1 && <path class="parts-hatch" d="M-2 14 12 0M5 14 19 0M12 14 26 0" />}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
