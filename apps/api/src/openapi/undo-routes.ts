import { seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

/** Undoing at once, whatever it was. */
export const UNDO_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'post',
    path: '/states/{iso3}/undo',
    access: { resource: 'undo', action: 'create' },
    summary: 'The button: undoes what one did with a thing a moment ago; the trail keeps both',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
];
