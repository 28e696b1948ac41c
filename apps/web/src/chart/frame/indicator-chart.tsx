import type { IndicatorData } from '#contracts';

import { apiUrl, embedPath, indicatorPath, pageUrl } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { indicatorFinding } from '../finding/indicator-finding.js';
import type { ChartHeight } from '../island/chart-canvas.js';
import type { ChartModel, ChartTableModel } from '../model/chart-model.js';
import { breakdownName, indicatorModel, indicatorTable } from '../model/indicator-model.js';
import { matrixTable } from '../model/matrix-model.js';
import { selectedSet } from '../model/selected-set.js';
import { byOnly, selectionQuery } from '../model/selection.js';
import type { Selection } from '../model/selection.js';
import type { SeriesSet } from '../model/series.js';
import { chartHeight } from './chart-height.js';
import { ChartFrame } from './chart-frame.js';
import { plainHeadline, unitLine } from './chart-words.js';
import { indicatorNotes } from './notes.js';
import { PartsLegend } from './parts-legend.js';
import { SourceLegend } from './source-legend.js';

interface IndicatorChartProps {
  readonly data: IndicatorData;
  readonly iso3: string;
  /** What the reader chose; left out: the total. */
  readonly selection?: Selection;
  /** Scheme and host, for the lines that others copy. */
  readonly publicUrl: string;
  readonly height?: ChartHeight;
  /** The headline leads to the indicator's own page. */
  readonly linked?: boolean;
  readonly level?: 2 | 3;
  /** The page's title says the finding already. */
  readonly plain?: boolean;
  readonly embedded?: boolean;
  /** One of several in a row: only the table, its file and the address of the chart. */
  readonly brief?: boolean;
  readonly wording: Wording;
}

/** The published figures of one indicator in their frame. */
export function IndicatorChart({
  data,
  iso3,
  selection = byOnly(data, null),
  publicUrl,
  height = 'normal',
  linked = false,
  level = 3,
  plain = false,
  embedded = false,
  brief = false,
  wording,
}: IndicatorChartProps) {
  const set = selectedSet(data, selection, wording);
  const finding = indicatorFinding(data, set, wording);
  const headline = plain ? plainHeadline(data, set, wording) : finding;
  const model = indicatorModel(data, set, finding, wording, selection.as);
  const path = indicatorPath(iso3, data.code);
  const query = selectionQuery(selection);
  const id = `chart-${data.code}`;
  return (
    <ChartFrame
      id={id}
      headline={headline}
      unit={unitLine(data, headline)}
      legend={<Legend model={model} />}
      model={model}
      height={chartHeight(model, height)}
      level={level}
      notes={indicatorNotes(data, set, model, wording)}
      table={set.series.length > 0 ? twinOf(model, data, set, wording) : null}
      csv={apiUrl(wording.language, `${path}/data.csv`)}
      json={apiUrl(wording.language, `${path}/data`)}
      self={`${pageUrl(wording.language, path, query)}#${id}`}
      {...(brief ? {} : { embed: `${publicUrl}${pageUrl(wording.language, embedPath(path), query)}` })}
      brief={brief}
      embedded={embedded}
      wording={wording}
      {...(linked ? { headlineHref: pageUrl(wording.language, path) } : {})}
      instead={<NothingToDraw data={data} wording={wording} />}
    />
  );
}

/** The table of the same cells that the chart draws. */
function twinOf(
  model: ChartModel | null,
  data: IndicatorData,
  set: SeriesSet,
  wording: Wording,
): ChartTableModel {
  return model?.kind === 'matrix'
    ? matrixTable(model, `${data.name}, ${data.unit}`, breakdownName(data, set, wording))
    : indicatorTable(data, set, wording);
}

function Legend({ model }: { readonly model: ChartModel | null }) {
  if (model?.kind === 'dot') return <SourceLegend series={model.series} />;
  return model?.kind === 'stack' ? <PartsLegend series={model.series} /> : null;
}

/** Yes, no, a stage, or nothing at all: said in words. */
function NothingToDraw({ data, wording }: { readonly data: IndicatorData; readonly wording: Wording }) {
  const { indicator } = wording.say;
  if (data.cells.length > 0) return null;
  return (
    <div class="empty">
      <p>
        <b>{data.figureKind === null ? indicator.notPublished : indicator.neverReported}</b>
      </p>
      {data.responsible !== null && <p>{indicator.owedBy(data.responsible)}</p>}
    </div>
  );
}
