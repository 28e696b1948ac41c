import type { ValueState } from '#domain';

/** What a mark beside a figure says of it. */
export interface FigureStatus {
  readonly state?: ValueState;
  readonly provisional: boolean;
}

/** States of a value, in the words of files. */
export const STATES: Readonly<Record<string, ValueState>> = {
  reported: 'reported',
  informado: 'reported',
  reportado: 'reported',
  'below threshold': 'below_threshold',
  'bajo umbral': 'below_threshold',
  missing: 'missing',
  faltante: 'missing',
  'no recibido': 'missing',
  'not applicable': 'not_applicable',
  'no aplica': 'not_applicable',
  'no aplicable': 'not_applicable',
};
/** SDMX code list CL_OBS_STATUS, by code and by name, as Open SDG prints it. */
export const STATUSES: Readonly<Record<string, FigureStatus>> = {
  '': { provisional: false },
  a: { provisional: false },
  'normal value': { provisional: false },
  e: { provisional: false },
  'estimated value': { provisional: false },
  p: { provisional: true },
  'provisional value': { provisional: true },
  m: { state: 'missing', provisional: false },
  o: { state: 'missing', provisional: false },
  'missing value': { state: 'missing', provisional: false },
};
/** Yes and no, and the mark of a provisional figure. */
export const MARKS: Readonly<Record<string, boolean>> = {
  ...{ '': false, no: false, n: false, false: false, falso: false, '0': false },
  ...{
    yes: true,
    y: true,
    si: true,
    s: true,
    true: true,
    verdadero: true,
    '1': true,
    p: true,
    provisional: true,
  },
};
/** What a printed number stands for: SDMX UNIT_MULT, by power of ten and by name. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  ...{ '': 1, units: 1, unidades: 1, '0': 1, thousands: 1_000, miles: 1_000, '3': 1_000 },
  ...{ millions: 1_000_000, millones: 1_000_000, '6': 1_000_000 },
};
