import type { IndicatorData } from '#contracts';

import { TileMap } from '../../chart/frame/tile-map.js';
import { placeFigures, placeRanking } from '../../chart/model/tile-model.js';
import type { PlaceFigures } from '../../chart/model/tile-model.js';
import { Section } from '../../layout/section.js';
import { pageUrl, queryOf } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

interface PlacesProps {
  readonly data: IndicatorData;
  readonly visit: Visit;
}

/** Where the figures are from, for the newest period or the one that was chosen. */
export function Places({ data, visit }: PlacesProps) {
  const { wording, address, publicUrl } = visit;
  const { places } = wording.say.chart;
  const figures = placeFigures(data, address.query.get('period'), wording);
  if (figures === null) return null;
  return (
    <Section title={places.title} id="places">
      {figures.periods.length > 1 && (
        <nav class="cohorts" aria-label={places.period}>
          <span>{`${places.period}:`}</span>
          {figures.periods.map(({ endOn, label }) =>
            endOn === figures.shown.endOn ? (
              <b key={endOn} aria-current="true">
                {label}
              </b>
            ) : (
              <a
                key={endOn}
                href={`${pageUrl(wording.language, address.path, { ...queryOf(address.query), period: endOn })}#places`}
              >
                {label}
              </a>
            ),
          )}
        </nav>
      )}
      <div class="places">
        <TileMap
          data={data}
          figures={figures}
          iso3={address.parameters['iso3'] ?? ''}
          publicUrl={publicUrl}
          wording={wording}
        />
        <Ranking data={data} figures={figures} wording={wording} />
      </div>
    </Section>
  );
}

interface RankingProps {
  readonly data: IndicatorData;
  readonly figures: PlaceFigures;
  readonly wording: Wording;
}

/** Beside the map, which shows where and not how much: the same figures by their size, and of whom there is none. */
function Ranking({ data, figures, wording }: RankingProps) {
  const { places } = wording.say.chart;
  const { told, untold } = placeRanking(data, figures, wording);
  return (
    <aside class="ranking" aria-label={places.ranking}>
      <h3>{places.ranking}</h3>
      <ol class="ranking-list">
        {told.map(({ code, name, text }) => (
          <li key={code}>
            <span>{name}</span>
            <b>{text}</b>
          </li>
        ))}
      </ol>
      {untold.length > 0 && (
        <>
          <h3>{places.untold(untold.length)}</h3>
          <p class="note">{untold.map(({ name }) => name).join(', ')}</p>
        </>
      )}
    </aside>
  );
}
