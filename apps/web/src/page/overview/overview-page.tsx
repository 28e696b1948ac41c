import type { Overview } from '#contracts';

import { IndicatorChart } from '../../chart/frame/indicator-chart.js';
import { Section } from '../../layout/section.js';
import { apiUrl, calendarUrl, changesUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { SoundingChart } from '../../sounding-chart/sounding-chart.js';
import type { Wording } from '../../wording/wording.js';
import { NextDates } from './next-dates.js';
import { OverdueTable, NoDataTable } from './overview-tables.js';
import { Timeline } from './timeline.js';
import { overviewTitle } from './overview-title.js';

export const overviewPage: Page<{ overview: Overview }> = {
  load: ({ language, parameters }) => ({
    overview: apiUrl(language, statePath(parameters['iso3'] ?? '', '/overview')),
  }),
  show: ({ overview }, { wording, publicUrl }) => ({
    documentTitle: `${overview.state.name}: ${overview.document.shortTitle}`,
    current: 'overview',
    crumbs: [
      { label: wording.say.layout.states, path: '/' },
      { label: overview.state.name, path: statePath(overview.state.iso3) },
      { label: overview.document.shortTitle },
    ],
    today: overview.today,
    body: <OverviewBody overview={overview} publicUrl={publicUrl} wording={wording} />,
  }),
};

interface BodyProps {
  readonly overview: Overview;
  readonly publicUrl: string;
  readonly wording: Wording;
}

function OverviewBody({ overview, publicUrl, wording }: BodyProps) {
  const { say, language } = wording;
  const { iso3 } = overview.state;
  return (
    <>
      <div class="opening">
        <div class="opening-main">
          <h1>{overviewTitle(overview, wording)}</h1>
          <p class="lede">{ledeOf(overview, wording)}</p>
          <p class="links">
            <a
              href={pageUrl(language, statePath(iso3, '/recommendations'), {
                document: overview.document.slug,
              })}
            >
              {say.overview.allRecommendations(overview.total)}
            </a>
            <a href={pageUrl(language, statePath(iso3, '/institutions'))}>
              {say.institution.list.documentTitle}
            </a>
            <a href={pageUrl(language, statePath(iso3, '/documents'))}>{say.cycle.link}</a>
            <a href={pageUrl(language, statePath(iso3, '/statements'))}>{say.statement.title}</a>
            <a href={pageUrl(language, statePath(iso3, '/children'))}>{say.children.link}</a>
            <a href={pageUrl(language, '/how-statuses-are-set')}>{say.layout.howStatusesAreSet}</a>
          </p>
        </div>
        <NextDates overview={overview} wording={wording} />
      </div>
      <section class="sounding-section" aria-labelledby="sounding-title">
        <h2 id="sounding-title" class="sounding-title">
          {say.overview.soundingTitle(overview.total)}
        </h2>
        <SoundingChart overview={overview} wording={wording} />
      </section>
      <div class="section two-tables">
        <OverdueTable overview={overview} wording={wording} />
        <NoDataTable overview={overview} wording={wording} />
        <p class="meaning">{say.overview.meaning}</p>
      </div>
      {overview.highlights.length > 0 && (
        <Section
          title={say.overview.figures}
          aside={<a href={pageUrl(language, statePath(iso3, '/indicators'))}>{say.overview.allIndicators}</a>}
        >
          <div class="halves">
            {overview.highlights.map((data) => (
              <IndicatorChart
                key={data.code}
                data={data}
                iso3={iso3}
                publicUrl={publicUrl}
                linked
                wording={wording}
              />
            ))}
          </div>
        </Section>
      )}
      <Section
        title={say.overview.timeline.title}
        aside={
          <>
            <a href={calendarUrl(language, iso3)}>{say.cycle.calendar.link}</a>
            <a href={changesUrl(language, iso3)}>{say.feed.changesLink}</a>
          </>
        }
      >
        <Timeline overview={overview} wording={wording} />
      </Section>
    </>
  );
}

function ledeOf({ document, state }: Overview, { say, date }: Wording): string {
  return document.adoptedOn === null
    ? say.overview.ledeWithoutDate(document.mechanism.name, state.name)
    : say.overview.lede(date(document.adoptedOn), document.mechanism.name, state.name);
}
