import type { AlertCauses } from '#contracts';

import { ChartFrame } from '../../chart/frame/chart-frame.js';
import type { ChartTableModel, LineModel, ModelSeries } from '../../chart/model/chart-model.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** How many reminders began and how many were settled, by month. Months before the watch are a gap, not a zero. */
export function TrendChart({ causes, visit }: { readonly causes: AlertCauses; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.comparison.causes;
  if (causes.watchedSince === null) return <p class="note">{words.never}</p>;
  const { model, table, headline } = trendModel(causes, wording);
  const api = (path: string): string =>
    apiUrl(wording.language, statePath(causes.state.iso3, `/comparison/${path}`));
  return (
    <ChartFrame
      id="trend"
      headline={headline}
      unit={words.trendUnit}
      model={model}
      height="normal"
      notes={[words.source, words.since(wording.date(causes.watchedSince))]}
      table={table}
      csv={api('causes.csv')}
      json={api('causes')}
      self={`${pageUrl(wording.language, address.path)}#trend`}
      wording={wording}
    />
  );
}

/** Exported for its test: the lines say the same as the table. */
export function trendModel(
  { months }: Pick<AlertCauses, 'months'>,
  wording: Wording,
): { readonly model: LineModel; readonly table: ChartTableModel; readonly headline: string } {
  const words = wording.say.comparison.causes;
  const sum = (of: (month: (typeof months)[number]) => number | null): number =>
    months.reduce((total, month) => total + (of(month) ?? 0), 0);
  const headline = words.trend(
    sum(({ opened }) => opened),
    sum(({ resolved }) => resolved),
  );
  const labels = months.map(({ month }) => monthName(month, wording));
  const of = (
    name: string,
    tone: ModelSeries['tone'],
    shape: ModelSeries['shape'],
    value: (month: (typeof months)[number]) => number | null,
  ): ModelSeries => ({
    name,
    tone,
    shape,
    values: months.map(value),
    printed: months.map((month) => {
      const count = value(month);
      return count === null ? '' : wording.number(count);
    }),
  });
  const series = [
    of(words.opened, 'second', 'diamond', ({ opened }) => opened),
    of(words.resolved, 'first', 'disc', ({ resolved }) => resolved),
  ];
  const unwatched = months.filter(({ opened }) => opened === null).length;
  return {
    headline,
    table: {
      caption: headline,
      corner: words.month,
      columns: series.map(({ name }) => name),
      rows: labels.map((head, place) => ({
        head,
        cells: series.map(({ printed }) => ({
          text: printed[place] || words.unwatched,
          flag: printed[place] ? null : 'missing',
        })),
      })),
    },
    model: {
      kind: 'line',
      summary: headline,
      labels,
      series,
      readings: series.map(({ name, printed }) => ({
        name,
        points: labels.map((label, place) => ({ label, text: printed[place] || words.unwatched })),
      })),
      percent: false,
      target: null,
      gaps: unwatched === 0 ? [] : [{ from: 0, to: unwatched - 1 }],
      gapLabel: words.unwatched,
      breaks: [],
      breakLabel: '',
    },
  };
}

/** `Nov 2026`: a month has no day. */
function monthName(month: string, wording: Wording): string {
  return wording.shortDate(`${month}-01`).replace(/^1 /, '');
}
