import type { ComponentChildren } from 'preact';

import type { Wording } from '../../wording/wording.js';
import type { ChartHeight } from '../island/chart-canvas.js';
import { ChartIsland } from '../island/chart-island.js';
import type { ChartModel, ChartTableModel } from '../model/chart-model.js';
import { ChartLinks } from './chart-links.js';
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
  /** The same figures as files: addresses of the API. */
  readonly csv: string;
  readonly json: string;
  /** Address that shows this chart again, with what was chosen. */
  readonly self: string;
  /** Full address of the chart by itself; left out where others may not take it in. */
  readonly embed?: string;
  /** It stands in a page of others: its own page opens beside theirs. */
  readonly embedded?: boolean;
  /** Only the table, its file and the address of the chart. */
  readonly brief?: boolean;
  readonly wording: Wording;
  readonly legend?: ComponentChildren;
  readonly headlineHref?: string;
  /** 2 where the chart stands right under the page's title. */
  readonly level?: 2 | 3;
  /** What stands in place of a canvas when there is nothing to draw. */
  readonly instead?: ComponentChildren;
}

/** Around every chart, in this order: finding, unit, drawing, source, period, disclosure, table, files, picture, link, embedding. */
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
    json,
    self,
    embed,
    embedded = false,
    brief = false,
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
          {embedded ? (
            <a href={self} target="_blank" rel="noopener">
              {chart.openInVigia}
            </a>
          ) : (
            <ChartLinks
              csv={csv}
              json={json}
              self={self}
              brief={brief}
              hasPicture={model !== null}
              {...(embed === undefined ? {} : { embed: { address: embed, title: headline } })}
              wording={wording}
            />
          )}
        </div>
      </div>
    </figure>
  );
}
