import type { ProsecutionsView } from '#contracts';

import { prosecutionTitle } from '../../chart/finding/prosecution-finding.js';
import { ChartLinks } from '../../chart/frame/chart-links.js';
import { ChartTable, hasFlags } from '../../chart/frame/chart-table.js';
import { disclosureNote, sourceNote } from '../../chart/frame/notes.js';
import { ChartIsland } from '../../chart/island/chart-island.js';
import { funnelModel, stageTable } from '../../chart/model/prosecution-model.js';
import { apiUrl, embedPath, indicatorPath, pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface BodyProps {
  readonly prosecutions: ProsecutionsView;
  readonly visit: Visit;
}

interface StageChartsProps extends BodyProps {
  /** It stands in a page of others: by itself, without the ways to other cohorts. */
  readonly embedded?: boolean;
}

/** One funnel an offence on one scale, after the table of all of them. */
export function StageCharts({ prosecutions, visit, embedded = false }: StageChartsProps) {
  const { wording } = visit;
  return (
    <section class="chart-group" id="chart-stages">
      {embedded ? (
        <h1 class="chart-headline">{prosecutionTitle(prosecutions, wording)}</h1>
      ) : (
        <Cohorts prosecutions={prosecutions} visit={visit} />
      )}
      <div class="stage-table">
        <ChartTable
          table={stageTable(prosecutions, cohortOf(prosecutions, wording), wording)}
          wording={wording}
        />
      </div>
      <div class="funnels">
        {prosecutions.offences.map((offence) => (
          <Funnel
            key={`${offence.offence} ${offence.indicator}`}
            offence={offence}
            prosecutions={prosecutions}
            visit={visit}
            embedded={embedded}
          />
        ))}
      </div>
      <Foot prosecutions={prosecutions} visit={visit} embedded={embedded} />
    </section>
  );
}

/** What the table is of: its cohort, as a sentence names it. */
function cohortOf({ cohortRule, cohortYear }: ProsecutionsView, { say }: Visit['wording']): string {
  const { stage, cohorts } = say.chart.prosecutions;
  return cohortRule === null || cohortYear === null ? stage : `${stage}: ${cohorts[cohortRule](cohortYear)}`;
}

/** Which cohort is shown, and the others under the same rule. */
function Cohorts({ prosecutions, visit }: BodyProps) {
  const { wording, address } = visit;
  const { prosecutions: say } = wording.say.chart;
  const { cohortRule, cohortYear, cohortYears } = prosecutions;
  return (
    <nav class="cohorts" aria-label={say.cohortLabel}>
      <span>{`${say.cohortLabel}${cohortRule === null ? '' : ` ${say.cohortRules[cohortRule]}`}:`}</span>
      {cohortYears.map((year) =>
        year === cohortYear ? (
          <b key={year} aria-current="true">
            {year}
          </b>
        ) : (
          <a key={year} href={pageUrl(wording.language, address.path, { cohort: year, rule: cohortRule })}>
            {year}
          </a>
        ),
      )}
    </nav>
  );
}

/** Cohorts that the sources count otherwise: shown by themselves, and why no share leads across. */
function OtherRules({ prosecutions, visit }: BodyProps) {
  const { wording, address } = visit;
  const { prosecutions: say } = wording.say.chart;
  const others = prosecutions.cohortRules.filter((rule) => rule !== prosecutions.cohortRule);
  if (others.length === 0) return null;
  return (
    <p class="note">
      {`${say.otherRules}: `}
      {others.map((rule, place) => (
        <>
          {place > 0 && ', '}
          <a key={rule} href={pageUrl(wording.language, address.path, { rule })}>
            {say.cohortRules[rule]}
          </a>
        </>
      ))}
      {`. ${say.otherRulesWhy}`}
    </p>
  );
}

interface FunnelProps extends BodyProps {
  readonly offence: ProsecutionsView['offences'][number];
  readonly embedded: boolean;
}

function Funnel({ offence, prosecutions, visit, embedded }: FunnelProps) {
  const { wording, address } = visit;
  const { prosecutions: say } = wording.say.chart;
  const name = say.offences[offence.offence] ?? offence.offence;
  return (
    <section class="funnel">
      <h2>
        {embedded ? (
          name
        ) : (
          <a
            href={pageUrl(
              wording.language,
              indicatorPath(address.parameters['iso3'] ?? '', offence.indicator),
            )}
          >
            {name}
          </a>
        )}
      </h2>
      {offence.countable ? (
        <ChartIsland model={funnelModel(prosecutions, offence, wording)} height="small" wording={wording} />
      ) : (
        <div class="empty">
          <p>
            <b>{say.notCountable}</b>
          </p>
          <p>{say.notCountableWhy}</p>
        </div>
      )}
    </section>
  );
}

function Foot({ prosecutions, visit, embedded }: BodyProps & { readonly embedded: boolean }) {
  const { wording, address, publicUrl } = visit;
  const { chart } = wording.say;
  const table = stageTable(prosecutions, cohortOf(prosecutions, wording), wording);
  const path = statePath(address.parameters['iso3'] ?? '', '/prosecutions');
  const query = { cohort: prosecutions.cohortYear, rule: prosecutions.cohortRule };
  const self = `${pageUrl(wording.language, path, query)}#chart-stages`;
  const notes = [
    `${chart.prosecutions.unit}.`,
    sourceNote(prosecutions.sources, wording),
    prosecutions.cohortYear === null
      ? ''
      : chart.period(String(prosecutions.cohortYear), String(prosecutions.cohortYear)),
    disclosureNote(prosecutions.announcedError, null, prosecutions.sources, wording),
    hasFlags(table) ? chart.legend : '',
  ];
  return (
    <div class="chart-foot">
      <p class="chart-notes">{notes.filter((note) => note !== '').join(' ')}</p>
      {!embedded && <OtherRules prosecutions={prosecutions} visit={visit} />}
      <div class="chart-actions">
        {embedded ? (
          <a href={self} target="_blank" rel="noopener">
            {chart.openInVigia}
          </a>
        ) : (
          <ChartLinks
            csv={apiUrl(wording.language, `${path}.csv`, query)}
            json={apiUrl(wording.language, path, query)}
            self={self}
            hasPicture
            embed={{
              address: `${publicUrl}${pageUrl(wording.language, embedPath(path), query)}`,
              title: prosecutionTitle(prosecutions, wording),
            }}
            wording={wording}
          />
        )}
      </div>
    </div>
  );
}
