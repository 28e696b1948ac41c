import type { IndicatorSummary } from '#contracts';

import type { CellUnit } from '../../cell/printed-cell.js';

/** How an indicator's figures are written. */
export function cellUnitOf(indicator: Pick<IndicatorSummary, 'valueType' | 'unit'>): CellUnit {
  if (indicator.valueType === 'boolean') return 'yes_no';
  if (indicator.valueType === 'date') return 'day';
  if (indicator.valueType === 'stage') return 'stage';
  return indicator.unit.trim().startsWith('%') ? 'percent' : 'number';
}

/** Yes or no, a date and a stage are words, not lines. */
export function isDrawable(indicator: Pick<IndicatorSummary, 'valueType'>): boolean {
  return !['boolean', 'date', 'stage'].includes(indicator.valueType);
}
