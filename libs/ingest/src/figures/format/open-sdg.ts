import { IGNORED, fieldUse } from '../column-use.js';
import type { ColumnUse } from '../column-use.js';
import { plainName } from '../plain-name.js';
import { hasFields } from './format.js';
import type { FigureFormat } from './format.js';

const OWN: ReadonlyMap<string, ColumnUse> = new Map<string, ColumnUse>([
  ['year', fieldUse('year')],
  ['series', fieldUse('indicator')],
  ['units', IGNORED],
  ['unit multiplier', fieldUse('multiplier')],
  ['observation status', fieldUse('status')],
  ['value', fieldUse('value')],
  ['geocode', IGNORED],
  ['composite breakdown', IGNORED],
]);

/**
 * A file of the Open SDG platform: Year first, Value last, a column for each disaggregation between them, an empty cell for the
 * total (open-sdg.readthedocs.io, data format).
 */
export const openSdg: FigureFormat = {
  code: 'open_sdg',
  recognise(header, names) {
    const plain = header.map(plainName);
    if (plain[0] !== 'year' || plain.at(-1) !== 'value') return null;
    if (!['series', 'units', 'unit multiplier', 'observation status'].some((name) => plain.includes(name)))
      return null;
    const uses = header.map((name, index) => OWN.get(plain[index]!) ?? names.useOf(name));
    return hasFields(uses, 'year', 'value') ? uses : null;
  },
};
