import type { IndicatorData } from '#contracts';

import { printValue } from '../../cell/printed-cell.js';
import type { Wording } from '../../wording/wording.js';
import { cellUnitOf } from '../model/cell-unit.js';
import type { PlaceFigures } from '../model/tile-model.js';

/** Where it is highest, and how many places tell anything: one that stands alone at the top, or nobody. */
export function placeFinding(
  data: IndicatorData,
  { tiles, cells, shown }: PlaceFigures,
  wording: Wording,
): string {
  const { places } = wording.say.chart;
  const told = tiles
    .map(({ code, name }) => ({ name, value: cells.get(code)?.value ?? null }))
    .filter((place): place is { name: string; value: number } => place.value !== null)
    .sort((left, right) => right.value - left.value);
  const [first, second] = told;
  if (!first || first.value === second?.value) return places.allSame(shown.label, told.length, tiles.length);
  const printed = printValue(first.value, cellUnitOf(data), wording);
  return places.finding(shown.label, first.name, printed, told.length, tiles.length);
}
