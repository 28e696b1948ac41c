import type { Provider } from '@nestjs/common';

import { CompareCycles, CompareInstitutions, SavedViews } from '#tracking';
import type { Tracking } from '#tracking';

import { SavedViewsController } from '../saved-view/saved-views.controller.js';
import { ComparisonsController } from './comparisons.controller.js';

/** The room of those who monitor. */
export const COMPARISON_CONTROLLERS = [ComparisonsController, SavedViewsController];

export function comparisonProviders(tracking: Tracking): Provider[] {
  return [
    { provide: CompareInstitutions, useValue: tracking.compareInstitutions },
    { provide: SavedViews, useValue: tracking.savedViews },
    { provide: CompareCycles, useValue: tracking.compareCycles },
  ];
}
