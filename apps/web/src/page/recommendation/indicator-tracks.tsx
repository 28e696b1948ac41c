import type { IndicatorSummary, RecommendationDetail } from '#contracts';

import { printCell, printValue } from '../../cell/printed-cell.js';
import { FigureCell } from '../../cell/cell.js';
import { cellUnitOf } from '../../chart/model/cell-unit.js';
import { indicatorPath, pageUrl, statePath } from '../../router/address.js';
import { NoNewest } from '../indicators/no-newest.js';
import type { Wording } from '../../wording/wording.js';

interface IndicatorTracksProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

const TRACKS = ['data', 'budget', 'prosecutions'] as const;

/** The three kinds of indicators of an item: data, budget, prosecutions; those that a chart above shows are not told twice. */
export function IndicatorTracks({ detail, wording }: IndicatorTracksProps) {
  const words = wording.say.recommendation;
  const { iso3 } = detail.state;
  const charted = new Set(detail.charts.map(({ code }) => code));
  const listed = (track: (typeof TRACKS)[number]) => detail[track].filter(({ code }) => !charted.has(code));
  return (
    <div class="tracks">
      {TRACKS.map((track) => (
        <section key={track} class="track">
          <h3>
            {track === 'data' ? (
              words.tracks[track]
            ) : (
              <a href={pageUrl(wording.language, statePath(iso3, `/${track}`))}>{words.tracks[track]}</a>
            )}
          </h3>
          {listed(track).length === 0 ? (
            <p class="quiet">{detail[track].length === 0 ? words.noIndicators : words.allCharted}</p>
          ) : (
            <ul>
              {listed(track).map((indicator) => (
                <IndicatorLine key={indicator.code} indicator={indicator} iso3={iso3} wording={wording} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

interface IndicatorLineProps {
  readonly indicator: IndicatorSummary;
  readonly iso3: string;
  readonly wording: Wording;
}

function IndicatorLine({ indicator, iso3, wording }: IndicatorLineProps) {
  const words = wording.say.indicator;
  const unit = cellUnitOf(indicator);
  const { newest, target } = indicator;
  return (
    <li class="indicator-line">
      <p class="indicator-class">{words.classes[indicator.class]}</p>
      <p class="indicator-name">
        <a href={pageUrl(wording.language, indicatorPath(iso3, indicator.code))}>{indicator.name}</a>
      </p>
      <p class="indicator-newest">
        {newest ? (
          <>
            <b>
              <FigureCell cell={printCell(newest.cell, unit, wording)} wording={wording} />
            </b>
            <span class="second">
              {[
                indicator.unit,
                newest.period.endOn.slice(0, 4),
                newest.source.demonstration ? wording.say.chart.demonstration : '',
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          </>
        ) : (
          <NoNewest track={indicator.track} wording={wording} />
        )}
      </p>
      {target && (
        <p class="second">
          {`${words.target}: ${words.targetBy(printValue(target.value, unit, wording), wording.date(target.dueOn))}`}
        </p>
      )}
    </li>
  );
}
