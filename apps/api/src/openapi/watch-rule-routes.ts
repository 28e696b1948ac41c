import {
  LadderPreviewQuerySchema,
  LadderPreviewSchema,
  SavedWatchRuleSchema,
  WatchRuleChangeSchema,
  WatchRuleQuerySchema,
  WatchRulesSchema,
} from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const RULES = '/states/{iso3}/watch-rules';

/** How a State is watched: working days, ladders of reminders, thresholds of checks, duties that come again. */
export const WATCH_RULE_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `/api/v1${RULES}`,
    access: { resource: 'watch_rule', action: 'read' },
    summary: 'Working days, ladders of reminders, thresholds of checks, and duties that come again',
    query: WatchRuleQuerySchema,
    answer: json(WatchRulesSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'get',
    path: `/api/v1${RULES}/preview`,
    access: { resource: 'watch_rule', action: 'read' },
    summary: 'When the nearest deadlines would be reminded of by a ladder that is not set yet',
    query: LadderPreviewQuerySchema,
    answer: json(LadderPreviewSchema),
    problems: [403, 404, 422],
  },
  {
    method: 'post',
    path: `/api/v1${RULES}`,
    access: { resource: 'watch_rule', action: 'update' },
    summary: 'Sets a day, the week, a ladder, a threshold, or a duty that comes again',
    body: WatchRuleChangeSchema,
    answer: json(SavedWatchRuleSchema),
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${RULES}/{rule}`,
    access: { resource: 'watch_rule', action: 'update' },
    summary: 'The same from the forms of the page',
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
];
