import type { ProsecutionsView } from '#contracts';

import { IndicatorChart } from '../../chart/frame/indicator-chart.js';
import { prosecutionTitle } from '../../chart/finding/prosecution-finding.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import { readsRealFigures } from '../case-series/viewer-rights.js';
import type { Page, Visit } from '../../router/page.js';
import { StageCharts } from './stage-charts.js';

export const prosecutionsPage: Page<{ prosecutions: ProsecutionsView }> = {
  load: ({ language, parameters, query }) => ({
    prosecutions: apiUrl(language, statePath(parameters['iso3'] ?? '', '/prosecutions'), {
      cohort: query.get('cohort'),
      rule: query.get('rule'),
    }),
  }),
  show: ({ prosecutions }, visit) => ({
    documentTitle: visit.wording.say.chart.prosecutions.documentTitle,
    current: 'prosecutions',
    crumbs: [
      { label: visit.state?.name ?? '', path: statePath(visit.state?.iso3 ?? '') },
      { label: visit.wording.say.layout.prosecutions },
    ],
    today: prosecutions.today,
    body: <ProsecutionsBody prosecutions={prosecutions} visit={visit} />,
  }),
};

interface BodyProps {
  readonly prosecutions: ProsecutionsView;
  readonly visit: Visit;
}

function ProsecutionsBody({ prosecutions, visit }: BodyProps) {
  const { wording } = visit;
  const { prosecutions: say } = wording.say.chart;
  const iso3 = visit.address.parameters['iso3'] ?? '';
  return (
    <>
      <h1>{prosecutionTitle(prosecutions, wording)}</h1>
      <p class="lede">{prosecutions.offences.length === 0 ? say.emptyLede : say.lede}</p>
      {readsRealFigures(visit.viewer, iso3) && (
        <p class="links">
          <a href={pageUrl(wording.language, statePath(iso3, '/case-series'))}>
            {wording.say.caseSeries.toAll}
          </a>
        </p>
      )}
      {prosecutions.offences.length > 0 && <StageCharts prosecutions={prosecutions} visit={visit} />}
      {prosecutions.disputed.length > 0 && (
        <Section title={say.disputed}>
          <div class="halves">
            {prosecutions.disputed.map((data) => (
              <IndicatorChart
                key={data.code}
                data={data}
                iso3={iso3}
                publicUrl={visit.publicUrl}
                linked
                wording={wording}
              />
            ))}
            <p class="disputed-why">{say.disputedWhy}</p>
          </div>
        </Section>
      )}
    </>
  );
}
