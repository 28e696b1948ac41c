import { institution, recommendation, state, today } from './written-ground.js';
import type { WrittenPage } from './written-pages.js';

const version = {
  number: 2,
  institution,
  texts: [
    { language: 'en', title: 'It is late', text: 'Nine years later.\n\nNobody counts.' },
    { language: 'es', title: 'Es tarde', text: 'Nueve años después.' },
  ],
  writtenIn: 'en',
  datedOn: '2026-11-20',
  correction: 'It was nine years, not ten.',
  recommendations: [recommendation],
};
const standing = { ...version, id: 4, publishedOn: '2026-11-21', withdrawnOn: null, withdrawnReason: null };
const first = { ...standing, number: 1, correction: null };
const withdrawn = {
  ...first,
  id: 3,
  texts: [{ language: 'es', title: 'Retirado', text: null }],
  withdrawnOn: '2026-11-22',
  withdrawnReason: 'It was written before the answer was read.',
};
const draft = {
  ...version,
  id: 9,
  statement: 4,
  writing: 2,
  writtenBy: 'Rosa Quispe',
  writtenOn: '2026-11-22',
};
const list = { state, today, items: [standing, withdrawn], nextCursor: null, sought: ['late'] };

/** What the ombudsperson says in public, and the draft of it. */
export const WRITTEN_STATEMENTS: readonly WrittenPage[] = [
  ['/en/states/PER/statements', [[/\/statements\?/, list]]],
  [
    '/en/states/PER/statements/4',
    [[/\/statements\/4/, { state, today, statement: standing, earlier: [first] }]],
  ],
  ['/es/states/PER/statements/3', [[/\/statements\/3/, { state, today, statement: withdrawn, earlier: [] }]]],
  [
    '/en/states/PER/statement-drafts/9',
    [
      [/\/statement-drafts\/9/, { state, today, draft }],
      [/\/recommendations\?/, { items: [], nextCursor: null, sought: [] }],
    ],
  ],
];
