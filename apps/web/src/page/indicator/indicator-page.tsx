import type { IndicatorData, IndicatorMetadata } from '#contracts';

import { printValue } from '../../cell/printed-cell.js';
import { indicatorFinding } from '../../chart/finding/indicator-finding.js';
import { IndicatorChart } from '../../chart/frame/indicator-chart.js';
import { ChartTable, hasFlags } from '../../chart/frame/chart-table.js';
import { cellUnitOf } from '../../chart/model/cell-unit.js';
import { indicatorTable } from '../../chart/model/indicator-model.js';
import { selectedSet } from '../../chart/model/selected-set.js';
import { selectionOf } from '../../chart/model/selection.js';
import { BreakdownForm } from './breakdown-form.js';
import { Places } from './places.js';
import { unknownSelection } from './unknown-selection.js';
import { UnknownChoices } from '../../form/unknown-choice.js';
import { MetadataSheet } from './metadata-sheet.js';
import { Section } from '../../layout/section.js';
import { apiUrl, indicatorPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { isSecretariat, watchesState } from '../institution/viewer-rights.js';
import { PublicComparability } from '../comparability/public-comparability.js';

interface Loaded extends Record<string, unknown> {
  readonly data: IndicatorData;
  readonly metadata: IndicatorMetadata;
}

export const indicatorPage: Page<Loaded> = {
  load: ({ language, parameters }) => ({
    data: apiUrl(language, `${indicatorPath(parameters['iso3'] ?? '', parameters['code'] ?? '')}/data`),
    metadata: apiUrl(
      language,
      `${indicatorPath(parameters['iso3'] ?? '', parameters['code'] ?? '')}/metadata`,
    ),
  }),
  show: ({ data, metadata }, visit) => {
    const { wording, state } = visit;
    return {
      documentTitle: data.name,
      current: 'indicators',
      crumbs: [
        { label: state?.name ?? '', path: statePath(state?.iso3 ?? '') },
        { label: wording.say.layout.indicators, path: statePath(state?.iso3 ?? '', '/indicators') },
        { label: data.name },
      ],
      body: <IndicatorBody data={data} metadata={metadata} visit={visit} />,
    };
  },
};

interface BodyProps {
  readonly data: IndicatorData;
  readonly visit: Visit;
}

function IndicatorBody({ data, metadata, visit }: BodyProps & { readonly metadata: IndicatorMetadata }) {
  const { wording, address } = visit;
  const words = wording.say.indicator;
  const iso3 = address.parameters['iso3'] ?? '';
  const selection = selectionOf(data, address.query);
  const set = selectedSet(data, selection, wording);
  const table = indicatorTable(data, set, wording);
  const api = `${indicatorPath(iso3, data.code)}/data`;
  return (
    <>
      <h1>{indicatorFinding(data, set, wording)}</h1>
      <UnknownChoices
        unknown={unknownSelection(data, selection, visit)}
        visit={visit}
        shown={words.leftOut}
      />
      <div class="explorer">
        <BreakdownForm data={data} selection={selection} visit={visit} />
        <IndicatorChart
          data={data}
          iso3={iso3}
          selection={selection}
          publicUrl={visit.publicUrl}
          height="lead"
          level={2}
          plain
          wording={wording}
        />
      </div>
      <Places data={data} visit={visit} />
      {set.series.length > 0 && (
        <Section
          title={words.asTable}
          aside={
            <>
              <a href={apiUrl(wording.language, `${api}.csv`)} download>
                {wording.say.chart.downloadCsv}
              </a>
              <a href={apiUrl(wording.language, api)}>{words.json}</a>
              <a href={apiUrl(wording.language, `${api}.jsonstat`)}>{words.jsonStat}</a>
              <a href={apiUrl(wording.language, `${api}.sdmx.csv`)} download>
                {words.sdmxCsv}
              </a>
              <a href={apiUrl(wording.language, `${indicatorPath(iso3, data.code)}/metadata`)}>
                {words.metadata}
              </a>
            </>
          }
        >
          <ChartTable table={table} wording={wording} />
          {hasFlags(table) && <p class="note">{wording.say.chart.legend}</p>}
        </Section>
      )}
      <PublicComparability data={data} wording={wording} />
      {data.figureKind === 'person_count' && data.cells.length > 0 && (
        <Section title={words.protection}>
          <p class="note">{words.standIn}</p>
          <p class="note">{words.revised}</p>
        </Section>
      )}
      <Section
        title={words.about}
        aside={
          <>
            <a href={apiUrl(wording.language, `${indicatorPath(iso3, data.code)}/template.csv`)} download>
              {wording.say.figureImport.template.link}
            </a>
            {isSecretariat(visit.viewer, iso3) && (
              <a href={pageUrl(wording.language, statePath(iso3, '/imports/figures'))}>
                {wording.say.figureImport.link}
              </a>
            )}
            {watchesState(visit.viewer, iso3) && (
              <a href={pageUrl(wording.language, `${indicatorPath(iso3, data.code)}/comparability`)}>
                {wording.say.comparability.link}
              </a>
            )}
          </>
        }
      >
        <About data={data} visit={visit} />
      </Section>
      <MetadataSheet metadata={metadata} visit={visit} />
    </>
  );
}

function About({ data, visit }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.indicator;
  const unit = cellUnitOf(data);
  const iso3 = address.parameters['iso3'] ?? '';
  const facts: readonly (readonly [string, string | null])[] = [
    [words.class, words.classes[data.class]],
    [words.unit, data.unit],
    [words.population, data.population],
    [words.kind, data.figureKind && words.kinds[data.figureKind]],
    [words.responsible, data.responsible],
    [
      words.baseline,
      data.baseline &&
        words.valueOn(printValue(data.baseline.value, unit, wording), wording.date(data.baseline.on)),
    ],
    [
      words.target,
      data.target &&
        words.targetBy(printValue(data.target.value, unit, wording), wording.date(data.target.dueOn)),
    ],
    [words.progress, progressInWords(data, wording)],
  ];
  return (
    <dl class="facts">
      {facts.map(([term, value]) =>
        value === null || value === '' ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {data.recommendations.length > 0 && (
        <div>
          <dt>{words.answersTo}</dt>
          <dd>
            <ul class="plain-list">
              {data.recommendations.map(({ id, code, title }) => (
                <li key={id}>
                  <a
                    href={pageUrl(wording.language, recommendationPath(iso3, id))}
                  >{`${wording.code(code)} ${title}`}</a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The class, how much of the way was gone, and the method behind both. */
function progressInWords({ progress, ...data }: IndicatorData, wording: Wording): string | null {
  const words = wording.say.indicator;
  if (progress === null) return null;
  const { class: name, expected, pathPercent, breakOn } = progress;
  const gone = pathPercent === null ? '' : `, ${words.progressGone(wording.percent(pathPercent))}`;
  const method =
    expected === null ? '' : ` ${words.progressMethod(printValue(expected, cellUnitOf(data), wording))}`;
  const { progressSince, progressNone } = wording.say.comparability.public;
  const broken =
    breakOn === null ? '' : ` ${(name === 'no_data' ? progressNone : progressSince)(wording.date(breakOn))}`;
  return `${words.progressClasses[name]}${gone}.${method}${broken}`;
}
