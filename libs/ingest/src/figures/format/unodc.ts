import { IGNORED, fieldUse } from '../column-use.js';
import type { ColumnUse } from '../column-use.js';
import { plainName } from '../plain-name.js';
import type { FigureFormat } from './format.js';

const COLUMNS: ReadonlyMap<string, ColumnUse> = new Map<string, ColumnUse>([
  ['iso3 code', fieldUse('country')],
  ['country', IGNORED],
  ['region', IGNORED],
  ['subregion', IGNORED],
  ['indicator', fieldUse('indicator')],
  ['dimension', fieldUse('dimension_name')],
  ['category', fieldUse('category_name')],
  ['sex', { kind: 'dimension', dimension: 'sex' }],
  ['age', { kind: 'dimension', dimension: 'age' }],
  ['year', fieldUse('year')],
  ['unit of measurement', fieldUse('unit')],
  ['txtvalue', fieldUse('value')],
  ['value', fieldUse('value')],
  // The questionnaire that the figures come from, not a source of this record: it is told by --source.
  ['source', IGNORED],
]);
const NEEDED = ['iso3 code', 'indicator', 'dimension', 'category', 'year'];

/** A download of dataunodc.un.org: two lines about the download, then a row for each figure with one named breakdown. */
export const unodc: FigureFormat = {
  code: 'unodc',
  recognise(header, names) {
    const plain = header.map(plainName);
    if (!NEEDED.every((name) => plain.includes(name))) return null;
    return header.map((name, index) => COLUMNS.get(plain[index]!) ?? names.useOf(name));
  },
};

/** Its breakdowns by the name in the column `Dimension`. */
export const UNODC_DIMENSIONS: ReadonlyMap<string, string> = new Map([
  ['by form of exploitation', 'form'],
  ['by citizenship', 'citizenship'],
  ['by country of repatriation', 'repatriation_country'],
]);
