import type { IndicatorData } from '#contracts';

import { apiUrl, indicatorPath, pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { indicatorFinding } from '../finding/indicator-finding.js';
import type { ChartHeight } from '../island/chart-canvas.js';
import { indicatorModel, indicatorTable } from '../model/indicator-model.js';
import { seriesOf } from '../model/series.js';
import { chartHeight } from './chart-height.js';
import { ChartFrame } from './chart-frame.js';
import { plainHeadline, unitLine } from './chart-words.js';
import { indicatorNotes } from './notes.js';
import { SourceLegend } from './source-legend.js';

interface IndicatorChartProps {
  readonly data: IndicatorData;
  readonly iso3: string;
  readonly by?: string | null;
  readonly height?: ChartHeight;
  /** The headline leads to the indicator's own page. */
  readonly linked?: boolean;
  readonly level?: 2 | 3;
  /** The page's title says the finding already. */
  readonly plain?: boolean;
  readonly wording: Wording;
}

/** The published figures of one indicator in their frame. */
export function IndicatorChart({
  data,
  iso3,
  by = null,
  height = 'normal',
  linked = false,
  level = 3,
  plain = false,
  wording,
}: IndicatorChartProps) {
  const set = seriesOf(data, by, wording);
  const finding = indicatorFinding(data, set, wording);
  const headline = plain ? plainHeadline(data, set, wording) : finding;
  const model = indicatorModel(data, set, finding, wording);
  return (
    <ChartFrame
      id={`chart-${data.code}`}
      headline={headline}
      unit={unitLine(data, headline)}
      legend={model?.kind === 'dot' && <SourceLegend series={model.series} />}
      model={model}
      height={chartHeight(model, height)}
      level={level}
      notes={indicatorNotes(data, set, model, wording)}
      table={set.series.length > 0 ? indicatorTable(data, set, wording) : null}
      csv={apiUrl(
        wording.language,
        `${statePath(iso3)}/indicators/${encodeURIComponent(data.code)}/data.csv`,
      )}
      wording={wording}
      {...(linked ? { headlineHref: pageUrl(wording.language, indicatorPath(iso3, data.code)) } : {})}
      instead={<NothingToDraw data={data} wording={wording} />}
    />
  );
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
