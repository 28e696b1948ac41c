import type { RecommendationDetail } from '#contracts';

import { IndicatorChart } from '../../chart/frame/indicator-chart.js';
import type { Wording } from '../../wording/wording.js';

interface IndicatorChartsProps {
  readonly detail: RecommendationDetail;
  readonly publicUrl: string;
  readonly wording: Wording;
}

/** What there is more than one number of, beside each other: how it went, and not only where it stands. */
export function IndicatorCharts({ detail, publicUrl, wording }: IndicatorChartsProps) {
  if (detail.charts.length === 0) return null;
  return (
    <div class="chart-row">
      {detail.charts.map((data) => (
        <div key={data.code} class="chart-of-row">
          <p class="indicator-class">{wording.say.indicator.classes[data.class]}</p>
          <IndicatorChart
            data={data}
            iso3={detail.state.iso3}
            publicUrl={publicUrl}
            height="small"
            linked
            brief
            wording={wording}
          />
        </div>
      ))}
    </div>
  );
}
