import type { IndicatorList, IndicatorSummary } from '#contracts';

import { FigureCell } from '../../cell/cell.js';
import { printCell, printValue } from '../../cell/printed-cell.js';
import { cellUnitOf } from '../../chart/model/cell-unit.js';
import { ListSearch, NextPage, NothingFound, askedOf, isWhole, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Section } from '../../layout/section.js';
import { apiUrl, indicatorPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { NoNewest } from './no-newest.js';

interface Data extends Record<string, unknown> {
  readonly indicators: IndicatorList;
}

const TRACKS = ['data', 'budget', 'prosecutions'] as const;

export const indicatorsPage: Page<Data> = {
  load: ({ language, parameters, query }) => ({
    indicators: apiUrl(language, statePath(parameters['iso3'] ?? '', '/indicators'), listQuery(query)),
  }),
  show: ({ indicators: { items, nextCursor, sought } }, visit) => {
    const { wording, state, address } = visit;
    const words = wording.say.indicator;
    const never = items.filter(({ newest, track }) => newest === null && track === 'data').length;
    return {
      documentTitle: words.documentTitle,
      current: 'indicators',
      crumbs: [
        { label: state?.name ?? '', path: statePath(state?.iso3 ?? '') },
        { label: wording.say.layout.indicators },
      ],
      body: (
        <>
          <h1>{isWhole(address, nextCursor) ? words.listTitle(items.length, never) : words.documentTitle}</h1>
          <ListSearch visit={visit} />
          {items.length === 0 && askedOf(address) !== '' && <NothingFound visit={visit} />}
          {TRACKS.map((track) => (
            <Track
              key={track}
              track={track}
              items={items.filter((item) => item.track === track)}
              sought={sought}
              visit={visit}
            />
          ))}
          <NextPage visit={visit} cursor={nextCursor} />
        </>
      ),
    };
  },
};

interface TrackProps {
  readonly track: (typeof TRACKS)[number];
  readonly items: readonly IndicatorSummary[];
  readonly sought: readonly string[];
  readonly visit: Visit;
}

function Track({ track, items, sought, visit }: TrackProps) {
  const { wording, address } = visit;
  const words = wording.say.indicator;
  if (items.length === 0) return null;
  return (
    <Section title={words.tracks[track]} id={track}>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.class}</th>
            <th scope="col" class="number">
              {words.newest}
            </th>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.responsible}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <td class="what">
                <a
                  href={pageUrl(wording.language, indicatorPath(address.parameters['iso3'] ?? '', item.code))}
                >
                  <Sought text={item.name} words={sought} />
                </a>
                <span class="second">{item.unit}</span>
              </td>
              <td data-label={words.class}>{words.classes[item.class]}</td>
              <td class="number" data-label={words.newest}>
                <Newest item={item} visit={visit} />
              </td>
              <td data-label={words.target}>
                {item.target === null ? (
                  <span class="quiet">{words.noTarget}</span>
                ) : (
                  words.targetBy(
                    printValue(item.target.value, cellUnitOf(item), wording),
                    wording.shortDate(item.target.dueOn),
                  )
                )}
                {item.progress !== null && (
                  <span class="second">{words.progressClasses[item.progress.class]}</span>
                )}
              </td>
              <td data-label={words.responsible}>{item.responsible ?? words.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Newest({ item, visit }: { readonly item: IndicatorSummary; readonly visit: Visit }) {
  const { wording } = visit;
  if (item.newest === null) return <NoNewest track={item.track} wording={wording} />;
  const { period, cell, source } = item.newest;
  return (
    <>
      <b>
        <FigureCell cell={printCell(cell, cellUnitOf(item), wording)} wording={wording} />
      </b>
      <span class="second">
        {`${period.endOn.slice(0, 4)}${source.demonstration ? `, ${wording.say.chart.demonstration}` : ''}`}
      </span>
    </>
  );
}
