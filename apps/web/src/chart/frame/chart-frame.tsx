import type { ComponentChildren } from 'preact';

import type { Wording } from '../../wording/wording.js';
import type { ChartHeight } from '../island/chart-canvas.js';
import { ChartIsland } from '../island/chart-island.js';
import type { ChartModel, ChartTableModel } from '../model/chart-model.js';
import { ChartTable } from './chart-table.js';

interface ChartFrameProps {
  /** Anchor of this chart in its page. */
  readonly id: string;
  readonly headline: string;
  readonly unit: string;
  readonly model: ChartModel | null;
  readonly height: ChartHeight;
  readonly notes: readonly string[];
  readonly table: ChartTableModel | null;
  readonly csv: string;
  readonly wording: Wording;
  readonly legend?: ComponentChildren;
  readonly headlineHref?: string;
  /** 2 where the chart stands right under the page's title. */
  readonly level?: 2 | 3;
  /** What stands in place of a canvas when there is nothing to draw. */
  readonly instead?: ComponentChildren;
}

/** Around every chart, in this order: finding, unit, drawing, source, period, disclosure, table, file, link. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    id,
    headline,
    unit,
    model,
    height,
    notes,
    table,
    csv,
    wording,
    legend,
    headlineHref,
    instead,
    level = 3,
  } = props;
  const { chart } = wording.say;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure class="chart" id={id}>
      <figcaption class="chart-head">
        <Heading class="chart-headline">
          {headlineHref === undefined ? headline : <a href={headlineHref}>{headline}</a>}
        </Heading>
        <p class="chart-unit">{unit}</p>
        {legend}
      </figcaption>
      {model === null ? instead : <ChartIsland model={model} height={height} wording={wording} />}
      <div class="chart-foot">
        <p class="chart-notes">{notes.join(' ')}</p>
        <div class="chart-actions">
          {table !== null && (
            <details class="chart-table">
              <summary>{chart.showTable}</summary>
              <ChartTable table={table} wording={wording} />
            </details>
          )}
          <a href={csv} download>
            {chart.downloadCsv}
          </a>
          <a href={`#${id}`}>{chart.link}</a>
        </div>
      </div>
    </figure>
  );
}
