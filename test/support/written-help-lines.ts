import { overview } from '../../apps/web/fixtures/overview.js';
import { today } from './written-ground.js';
import type { WrittenPage } from './written-pages.js';

const wording = {
  language: 'es',
  name: 'Línea de prueba',
  hours: 'Todos los días',
  spoken: 'español, quechua',
};
const number = { telephone: '100', dialled: '100', freeOfCharge: true, webAddress: 'https://linea.example' };
const kept = {
  ...number,
  id: 1,
  state: 'shown',
  replaces: null,
  version: 1,
  wordings: [wording],
  writtenBy: 'Rosa Quispe',
  writtenOn: today,
  checkedBy: 'Rosa Quispe',
  checkedOn: '2025-01-01',
  checkDue: true,
};

export const keptHelpLines = {
  today,
  mayChange: true,
  items: [
    kept,
    { ...kept, id: 2, state: 'draft', replaces: 1, checkedBy: null, checkedOn: null, checkDue: false },
  ],
};

/** Pages on which the secretariat writes for children. */
export const WRITTEN_HELP_LINES: readonly WrittenPage[] = [
  [
    '/es/states/PER/children',
    [
      [/\/overview/, overview('es')],
      [/\/help-lines/, { items: [{ ...number, wording, checkedOn: '2025-01-01', checkDue: true }] }],
    ],
  ],
  ['/en/states/PER/help-lines', [[/\/help-lines\/kept/, keptHelpLines]]],
];
