import type { IndicatorData } from '#contracts';

import { pairPartners } from '../../chart/model/pair.js';
import { DRAWN_AS } from '../../chart/model/selection.js';
import type { Selection } from '../../chart/model/selection.js';
import { publishedDimensions } from '../../chart/model/series.js';
import { placeFigures } from '../../chart/model/tile-model.js';
import { unknownOf } from '../../form/unknown-choice.js';
import type { UnknownChoice } from '../../form/unknown-choice.js';
import type { Visit } from '../../router/page.js';

/** What an address asks of an indicator and its published figures do not have: another figure must not pass for it. */
export function unknownSelection(
  data: IndicatorData,
  { by }: Selection,
  { address, wording }: Pick<Visit, 'address' | 'wording'>,
): UnknownChoice[] {
  const words = wording.say.indicator;
  const published = publishedDimensions(data);
  const codes = (all: readonly { readonly code: string }[]): string[] => all.map(({ code }) => code);
  const periods = placeFigures(data, null, wording)?.periods ?? [];
  return [
    ...unknownOf(address, 'by', words.compareBy, codes(published)),
    ...unknownOf(
      address,
      'group',
      words.groups,
      codes(published.find(({ code }) => code === by)?.categories ?? []),
    ),
    ...unknownOf(address, 'and', words.andBy, by === null ? [] : codes(pairPartners(data, by))),
    ...unknownOf(address, 'as', words.drawnAs, DRAWN_AS),
    ...unknownOf(
      address,
      'period',
      wording.say.chart.places.period,
      periods.map(({ endOn }) => endOn),
    ),
  ];
}
