import type { IndicatorData } from '#contracts';

import { apiUrl, embedPath, indicatorPath, pageUrl } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { placeFinding } from '../finding/place-finding.js';
import { tilesModel, tilesTable } from '../model/tile-model.js';
import type { PlaceFigures } from '../model/tile-model.js';
import { ChartFrame } from './chart-frame.js';
import { disclosureNote, sourceNote } from './notes.js';

interface TileMapProps {
  readonly data: IndicatorData;
  readonly figures: PlaceFigures;
  readonly iso3: string;
  readonly publicUrl: string;
  readonly embedded?: boolean;
  readonly wording: Wording;
}

/** Where the figures of one period are from: a map of equal tiles in the frame of every chart. */
export function TileMap({ data, figures, iso3, publicUrl, embedded = false, wording }: TileMapProps) {
  const { chart } = wording.say;
  const headline = placeFinding(data, figures, wording);
  const path = indicatorPath(iso3, data.code);
  const query = { period: figures.shown.endOn };
  return (
    <ChartFrame
      id="chart-places"
      headline={headline}
      unit={chart.places.unit(`${data.name}, ${data.unit}`, figures.shown.label)}
      model={tilesModel(data, figures, headline, wording)}
      height="normal"
      notes={[
        sourceNote(
          data.sources.filter(({ code }) =>
            [...figures.cells.values()].some(({ source }) => source === code),
          ),
          wording,
        ),
        chart.period(figures.shown.label, figures.shown.label),
        disclosureNote(data.announcedError, data.figureKind, data.sources, wording),
        chart.places.key,
      ].filter((note) => note !== '')}
      table={tilesTable(data, figures, wording)}
      csv={apiUrl(wording.language, `${path}/data.csv`)}
      json={apiUrl(wording.language, `${path}/data`)}
      self={`${pageUrl(wording.language, path, query)}#chart-places`}
      embed={`${publicUrl}${pageUrl(wording.language, embedPath(`${path}/places`), query)}`}
      embedded={embedded}
      wording={wording}
    />
  );
}
