import type { Provider } from '@nestjs/common';

import { Comments, CompareCycles, CompareInstitutions, SavedViews, UndoAct } from '#tracking';
import type { Tracking } from '#tracking';

import { CommentsController } from '../comment/comments.controller.js';
import { SavedViewsController } from '../saved-view/saved-views.controller.js';
import { UndoController } from '../undo/undo.controller.js';
import { ComparisonsController } from './comparisons.controller.js';

/** The room of those who monitor, and what everybody with a role has: views of one's own, comments, undoing. */
export const COMPARISON_CONTROLLERS = [
  ComparisonsController,
  SavedViewsController,
  CommentsController,
  UndoController,
];

export function comparisonProviders(tracking: Tracking): Provider[] {
  return [
    { provide: CompareInstitutions, useValue: tracking.compareInstitutions },
    { provide: Comments, useValue: tracking.comments },
    { provide: UndoAct, useValue: tracking.undoAct },
    { provide: SavedViews, useValue: tracking.savedViews },
    { provide: CompareCycles, useValue: tracking.compareCycles },
  ];
}
