import type { InstitutionComparison } from '#contracts';

import { ChartFrame } from '../../chart/frame/chart-frame.js';
import { PartsLegend } from '../../chart/frame/parts-legend.js';
import type { ChartTableModel, ModelSeries, StackModel } from '../../chart/model/chart-model.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** More bars than these are thinner than their words. */
const MOST_BARS = 9;

/** What was due to each institution, by what became of it; those to which most was due. */
export function TimelinessChart({
  comparison,
  visit,
}: {
  readonly comparison: InstitutionComparison;
  readonly visit: Visit;
}) {
  const { wording, address } = visit;
  const words = wording.say.comparison.chart;
  const { all, year, sort } = comparison;
  if (all.due === 0 || all.onTimePercent === null) return null;
  const headline = words.title(wording.percent(all.onTimePercent), all.late);
  const { model, table, isPart } = timelinessModel(comparison, headline, wording);
  const files = { ...(year === null ? {} : { year }), sort };
  const api = (path: string): string =>
    apiUrl(wording.language, statePath(address.parameters['iso3'] ?? '', `/comparison/${path}`), files);
  return (
    <ChartFrame
      id="timeliness"
      headline={headline}
      unit={words.unit}
      legend={<PartsLegend series={model.series} />}
      model={model}
      height="normal"
      notes={[words.source, isPart ? words.only(MOST_BARS) : '']}
      table={table}
      csv={api('institutions.csv')}
      json={api('institutions')}
      self={`${pageUrl(wording.language, address.path, files)}#timeliness`}
      wording={wording}
    />
  );
}

/** Exported for its test: the bars say the same as the table. */
export function timelinessModel(
  { rows }: InstitutionComparison,
  headline: string,
  wording: Wording,
): { readonly model: StackModel; readonly table: ChartTableModel; readonly isPart: boolean } {
  const words = wording.say.comparison.chart;
  const due = rows.filter((row) => row.due > 0).sort((one, other) => other.due - one.due);
  const shown = due.slice(0, MOST_BARS);
  const labels = shown.map(
    ({ institution }) => institution?.code ?? wording.say.comparison.institutions.nobody,
  );
  const of = (
    name: string,
    tone: ModelSeries['tone'],
    value: (row: (typeof rows)[number]) => number,
  ): ModelSeries => ({
    name,
    tone,
    shape: 'square',
    values: shown.map((row) => (value(row) === 0 ? null : value(row))),
    printed: shown.map((row) => wording.number(value(row))),
  });
  const series = [
    of(words.onTime, 'first', (row) => row.onTime),
    of(words.late, 'second', (row) => row.late),
    of(words.missing, 'third', (row) => row.missing),
  ];
  return {
    isPart: due.length > shown.length,
    table: {
      caption: headline,
      corner: wording.say.comparison.institutions.institution,
      columns: series.map(({ name }) => name),
      rows: shown.map(({ institution }, place) => ({
        head: institution?.name ?? labels[place] ?? '',
        cells: series.map(({ printed }) => ({ text: printed[place] ?? '', flag: null })),
      })),
    },
    model: {
      kind: 'stack',
      summary: headline,
      labels,
      series,
      readings: series.map(({ name, printed }) => ({
        name,
        points: labels.map((label, place) => ({ label, text: printed[place] ?? '' })),
      })),
    },
  };
}
