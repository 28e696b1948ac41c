import { alert, alertDetail } from './written-alerts.js';
import { commentThread } from './written-comments.js';
import { keptHelpLines } from './written-help-lines.js';
import { institution, recommendation, state, today } from './written-ground.js';

/**
 * Pages that show what institutions, organisations and people wrote: their address, and what the API answers them, by its own
 * addresses.
 */
export type WrittenPage = readonly [address: string, answers: readonly (readonly [RegExp, unknown])[]];

const nextCursor = null;
const sought = ['children'];
const marked = [
  { text: 'A register of ', sought: false },
  { text: 'children', sought: true },
];
const indicator = { hindrance: 'no_value', indicator: '8-victims', value: null, target: null };

const period = { startOn: '2025-01-01', endOn: '2025-12-31' };
const broken = { on: '2025-01-01', kind: 'law', source: null, reason: 'The law changed.', language: 'en' };
const explained = {
  id: 1,
  judgement: 'explanation',
  period,
  source: null,
  breakOn: null,
  breakKind: null,
  text: 'The police count reports.',
  language: 'en',
  person: 'Rosa Quispe',
  on: today,
  standing: true,
};
const figureOf = (source: string) => ({
  source,
  sourceName: 'Police',
  state: 'reported',
  value: 5,
  provisional: false,
  published: null,
  ofRecord: false,
});
const compared = {
  indicator: { code: '8-O2', name: 'Victims', unit: 'persons', valueType: 'count' },
  mayJudge: true,
  sources: [{ code: 'PNP', name: 'Police' }],
  periods: [{ period, differ: true, explained: true, figures: [figureOf('PNP'), figureOf('MP')] }],
};
const heldPeriod = {
  indicators: [{ code: '8-victims', name: 'Registered child victims' }],
  source: 'Register of the police',
  period: { startOn: '2025-01-01', endOn: '2025-12-31' },
  reason: 'few_records',
  records: 3,
  since: '2026-11-01',
  publishedOn: '2026-05-01',
};

const submission = {
  id: 1,
  state: 'returned',
  revision: 2,
  version: 3,
  authorKind: 'civil_society',
  organisation: 'A Network',
  institution,
  obligation: { id: 1, title: 'Figures on children', dueOn: '2026-06-01' },
  recommendation,
  period: { startOn: '2025-01-01', endOn: '2025-12-31' },
  submittedOn: '2026-06-03',
  daysLate: 2,
  decidedOn: null,
  reason: 'Figures are missing',
  locked: true,
  excerpt: 'A register of children',
};
const action = {
  id: 1,
  recommendation,
  institution,
  status: 'late',
  language: 'en',
  title: marked,
  description: marked,
  level: 'national',
  plannedStartOn: '2026-01-01',
  plannedEndOn: '2026-06-30',
  doneOn: null,
  cancelledOn: null,
  cancelReason: null,
  criteria: ['specific'],
  indicators: [{ code: '8-victims', name: 'Victims of sale' }],
  budgetLines: [],
  evidence: 1,
  version: 1,
};
const assessment = {
  id: 1,
  recommendation,
  assessor: 'state',
  graded: {
    scale: 'internal_1',
    scaleName: 'Our scale',
    version: 'Version 1',
    internal: true,
    grade: 'begun',
    name: 'Begun',
  },
  assessedOn: '2026-01-01',
  text: marked,
  language: 'en',
  cited: { symbol: 'CRC/C/PER/CO/6', paragraph: '8' },
  source: 'A Source',
  supersedes: 2,
  supersedeReason: 'A Reason',
  supersededBy: 3,
  publishedOn: '2026-01-02',
  withdrawnOn: '2026-01-03',
  withdrawnReason: 'Another Reason',
};
const decision = {
  id: 1,
  recommendation,
  decision: 'overridden',
  decidedOn: '2026-01-01',
  reason: marked,
  language: 'en',
  inTheWay: [{ ...indicator, indicatorName: 'Victims of sale' }],
  evidence: 0,
  reopenedOn: null,
};
const scale = {
  code: 'internal_1',
  internal: true,
  mechanism: null,
  name: 'Our scale',
  version: 'Version 1',
  validFrom: null,
  validUntil: null,
  doubtful: false,
  source: 'A Source',
  grades: [{ code: 'begun', name: 'Begun' }],
};
const suggestion = {
  id: 'document-1.8',
  code: '8',
  title: 'Data on children',
  text: 'Collect data on children.',
  textLanguage: 'en',
  chapeau: 'The Committee recommends:',
  headings: ['Data Collection'],
  undecided: 1,
  values: [
    {
      aspect: 'theme',
      code: 'data',
      name: 'Data Collection',
      state: 'confirmed',
      words: [{ place: 'text', heading: 0, start: 0, end: 3, words: 'Collect data' }],
      insteadOf: 'Another Theme',
      decidedBy: 'A Person',
      decidedOn: '2026-01-01',
    },
  ],
};
const annotation = {
  annotationId: 'a',
  language: 'en',
  symbol: 'CRC/C/PER/CO/6',
  body: 'CRC',
  kind: 'recommendation',
  heading: 'A Heading',
  paragraph: '8',
  text: 'Collect data on children.',
  themes: ['Rights of the child'],
  affectedPersons: ['Children and youth'],
  sdgs: ['Goal 16'],
  publishedOn: '2026-01-01',
  uprPosition: null,
  gone: true,
  decisions: [
    { recommendation: 'document-1.8', verdict: 'refused', decidedBy: 'A Person', decidedOn: '2026-01-01' },
  ],
  link: {
    basis: 'suggested',
    paragraph: '8',
    recommendations: ['document-1.8'],
    likeness: 0.8,
    sameWords: false,
    words: [{ kind: 'added', text: 'On children' }],
  },
};

const reviews = { waiting: 1, items: [submission], held: { total: 1, items: [heldPeriod] } };

export const WRITTEN_PAGES: readonly WrittenPage[] = [
  ['/en/states/PER/submissions', [[/\/submissions\?/, { today, items: [submission], nextCursor, sought }]]],
  [
    '/es/states/PER/reviews',
    [
      [/\/reviews\?/, { ...reviews, today, nextCursor, sought }],
      [/\/help-lines\/kept/, keptHelpLines],
    ],
  ],
  [
    '/en/states/PER/recommendations/document-1.8/contributions',
    [
      [
        /\/contributions/,
        {
          recommendation,
          items: [
            {
              id: 1,
              authorKind: 'civil_society',
              organisation: 'A Network',
              publishedOn: '2026-01-01',
              texts: { en: 'What we saw of children', es: 'Lo que vimos' },
            },
          ],
          nextCursor,
          sought,
          opened: 'x',
        },
      ],
    ],
  ],
  [
    '/es/states/PER/actions',
    [
      [/\/actions\?/, { today, items: [action], nextCursor }],
      [/\/institutions\?/, { items: [institution], nextCursor, sought }],
    ],
  ],
  [
    '/en/states/PER/assessments',
    [
      [/\/assessments\?/, { state, items: [assessment], nextCursor }],
      [/\/assessment-scales/, { items: [scale] }],
      [
        /\/documents\?/,
        { state, items: [{ slug: 'document-1', shortTitle: 'Observations' }], nextCursor, sought },
      ],
    ],
  ],
  ['/es/states/PER/overrides', [[/\/overrides\?/, { state, items: [decision], nextCursor }]]],
  [
    '/en/states/PER/documents/document-1/suggestions',
    [
      [
        /\/suggestions\?/,
        {
          state,
          document: { slug: 'document-1', shortTitle: 'Observations' },
          today,
          mayDecide: true,
          items: [suggestion],
          nextCursor: 'next',
          sought,
          progress: { through: 1, of: 2 },
        },
      ],
      [
        /\/classifications/,
        { aspects: [{ aspect: 'theme', name: 'Theme', values: [{ code: 'other', name: 'Other' }] }] },
      ],
    ],
  ],
  [
    '/es/states/PER/indicators/8-O2/comparability',
    [[/\/comparability\?/, { ...compared, breaks: [broken], history: [explained] }]],
  ],
  [
    '/es/states/PER/uhri',
    [[/\/uhri-annotations\?/, { state, today, items: [annotation], nextCursor, sought }]],
  ],
  [
    '/en/states/PER/comments',
    [[/\/comments\?/, { state, today, about: null, items: [commentThread], nextCursor, sought }]],
  ],
  [
    '/es/states/PER/comments',
    [
      [
        /\/comments\?/,
        { state, today, about: commentThread.about, items: [commentThread], nextCursor, sought },
      ],
    ],
  ],
  ['/en/states/PER/alerts', [[/\/alerts\?/, { state, today, items: [alert], nextCursor, sought }]]],
  ['/es/states/PER/alerts/7', [[/\/alerts\/7/, alertDetail]]],
];
