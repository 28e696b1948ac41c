import { hasFields } from './format.js';
import type { FigureFormat } from './format.js';

/** A row for each figure and a column for each dimension; the form of our own template. */
export const longForm: FigureFormat = {
  code: 'long',
  recognise(header, names) {
    const uses = header.map((name) => names.useOf(name));
    const valued = hasFields(uses, 'value') || hasFields(uses, 'numerator', 'denominator');
    const timed = hasFields(uses, 'period') || hasFields(uses, 'year') || hasFields(uses, 'start', 'end');
    return valued && timed ? uses : null;
  },
};
