import type { FigureValue } from '../indicator/indicator.js';
import { CASE_STAGES } from './prosecution.js';
import type { CaseCount } from './prosecution.js';

/** A stage of a cohort with more cases than one before it: "convictions ≤ charges", and so on. */
export interface StageAboveEarlier {
  readonly stage: CaseCount;
  /** The least that the stage can be. */
  readonly cases: number;
  readonly earlier: CaseCount;
  /** The most that the earlier stage can be. */
  readonly most: number;
}

/**
 * What of one cohort comes later and is more. Each stage is held to the smallest of those before it, so that one that was left out,
 * or stands although it is too large, hides nothing behind it. Archived complaints are held to the complaints alone.
 */
export function stagesAboveEarlier(
  figures: Readonly<Partial<Record<CaseCount, FigureValue>>>,
): StageAboveEarlier[] {
  const found: StageAboveEarlier[] = [];
  let narrowest: { readonly stage: CaseCount; readonly most: number } | null = null;
  for (const stage of CASE_STAGES) {
    const range = rangeOf(figures[stage]);
    if (range === null) continue;
    if (narrowest !== null && range.least > narrowest.most)
      found.push({ stage, cases: range.least, earlier: narrowest.stage, most: narrowest.most });
    if (narrowest === null || range.most < narrowest.most) narrowest = { stage, most: range.most };
  }
  const archived = rangeOf(figures.archived);
  const complaints = rangeOf(figures.complaint);
  if (archived !== null && complaints !== null && archived.least > complaints.most)
    found.push({
      stage: 'archived',
      cases: archived.least,
      earlier: 'complaint',
      most: complaints.most,
    });
  return found;
}

/** Whether the regions of one stage come to more than the country: what is told as a bound counts with the least it can be. */
export function regionsAboveCountry(
  country: FigureValue | undefined,
  regions: readonly FigureValue[],
): { readonly sum: number; readonly most: number } | null {
  const whole = rangeOf(country);
  if (whole === null) return null;
  const sum = regions.reduce((total, region) => total + (rangeOf(region)?.least ?? 0), 0);
  return sum > whole.most ? { sum, most: whole.most } : null;
}

/** "<5" stands for zero to four; null where nobody knows, or there is nothing to know. */
function rangeOf(figure: FigureValue | undefined): { readonly least: number; readonly most: number } | null {
  if (figure === undefined || figure.value === null) return null;
  if (figure.state === 'reported') return { least: figure.value, most: figure.value };
  return figure.state === 'below_threshold'
    ? { least: 0, most: Math.max(0, Math.ceil(figure.value) - 1) }
    : null;
}
