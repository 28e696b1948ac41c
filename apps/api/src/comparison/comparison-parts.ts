import type { Provider } from '@nestjs/common';

import { CompareCycles, CompareInstitutions } from '#tracking';
import type { Tracking } from '#tracking';

import { ComparisonsController } from './comparisons.controller.js';

/** The room of those who monitor. */
export const COMPARISON_CONTROLLERS = [ComparisonsController];

export function comparisonProviders(tracking: Tracking): Provider[] {
  return [
    { provide: CompareInstitutions, useValue: tracking.compareInstitutions },
    { provide: CompareCycles, useValue: tracking.compareCycles },
  ];
}
