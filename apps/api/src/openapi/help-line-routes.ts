import {
  HelpLineCheckSchema,
  HelpLineFormSchema,
  HelpLineListSchema,
  HelpLineQuerySchema,
  KeptHelpLinesSchema,
} from '#contracts';

import { json, seeOther } from './described-route.js';
import type { DescribedRoute } from './described-route.js';

const LINES = '/states/{iso3}/help-lines';

/** Whom children can call. */
export const HELP_LINE_ROUTES: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: `/api/v1${LINES}`,
    access: { resource: 'public_record', action: 'read' },
    summary: 'Help lines for children of a State, each of which somebody called; none where nobody did',
    query: HelpLineQuerySchema,
    answer: json(HelpLineListSchema),
    problems: [404, 422],
  },
  {
    method: 'get',
    path: `/api/v1${LINES}/kept`,
    access: { resource: 'help_line', action: 'read' },
    summary: 'Drafts and what is shown, with who checked it and when',
    answer: json(KeptHelpLinesSchema),
    problems: [403, 404],
  },
  {
    method: 'post',
    path: LINES,
    access: { resource: 'help_line', action: 'update' },
    summary: 'The form: writes a draft of a new line, which children are not shown',
    body: HelpLineFormSchema,
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${LINES}/{line}`,
    access: { resource: 'help_line', action: 'update' },
    summary:
      'The form: writes a draft anew, or a draft of a change; what children are shown stands until it was checked',
    body: HelpLineFormSchema,
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${LINES}/{line}/check`,
    access: { resource: 'help_line', action: 'update' },
    summary: 'The form: somebody called the number and found it right; children are shown it from then on',
    body: HelpLineCheckSchema,
    answer: seeOther,
    problems: [403, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${LINES}/{line}/withdraw`,
    access: { resource: 'help_line', action: 'update' },
    summary: 'The form: children are shown it no more, or a draft is given up',
    answer: seeOther,
    problems: [403, 404],
  },
  {
    method: 'post',
    path: `${LINES}/{line}/up`,
    access: { resource: 'help_line', action: 'update' },
    summary: 'The form: shows it before the one above it',
    answer: seeOther,
    problems: [403, 404],
  },
];
