import { describe, expect, it } from '@jest/globals';

import { partsOf } from './dimension-parts.js';

describe('the categories of a dimension', () => {
  it.each(['sex', 'nationality', 'ethnic_origin', 'area', 'socioeconomic_status', 'level'])(
    'of %s count each child once, and cover all',
    (dimension) => {
      expect(partsOf(dimension)).toEqual({ counted: 'once', covering: true, overlapping: [] });
    },
  );

  it('of age leave the brackets that hold others out of the sum', () => {
    const { counted, covering, overlapping } = partsOf('age');
    expect([counted, covering]).toEqual(['once', true]);
    expect(overlapping).toEqual(expect.arrayContaining(['0-17', '0-14', '18-24', '75+']));
    expect(overlapping).not.toContain('18+');
  });

  it.each(['risk_group', 'country', 'shoe_size', 'toString', 'constructor'])(
    'of %s may count a child in several, and cover nothing',
    (dimension) => {
      expect(partsOf(dimension)).toEqual({ counted: 'in_several', covering: false, overlapping: [] });
    },
  );

  it('of offence hold one that is all of them', () => {
    expect(partsOf('offence')).toMatchObject({ counted: 'in_several', overlapping: ['all'] });
  });
});
