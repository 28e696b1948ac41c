import type { Provider } from '@nestjs/common';

import { Comments, CompareCycles, CompareInstitutions, SavedViews } from '#tracking';
import type { Tracking } from '#tracking';

import { CommentsController } from '../comment/comments.controller.js';
import { SavedViewsController } from '../saved-view/saved-views.controller.js';
import { ComparisonsController } from './comparisons.controller.js';

/** The room of those who monitor. */
export const COMPARISON_CONTROLLERS = [ComparisonsController, SavedViewsController, CommentsController];

export function comparisonProviders(tracking: Tracking): Provider[] {
  return [
    { provide: CompareInstitutions, useValue: tracking.compareInstitutions },
    { provide: Comments, useValue: tracking.comments },
    { provide: SavedViews, useValue: tracking.savedViews },
    { provide: CompareCycles, useValue: tracking.compareCycles },
  ];
}
