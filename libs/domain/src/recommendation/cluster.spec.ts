import { describe, expect, it } from '@jest/globals';

import { CLUSTERS, clusterOf } from './cluster.js';

describe('the heading a theme stands under', () => {
  it('gathers neighbouring themes', () => {
    expect(
      ['data', 'training', 'travel_tourism', 'jurisdiction', 'recovery', 'next_report'].map(clusterOf),
    ).toEqual([...CLUSTERS]);
  });

  it('is the general measures for a theme that is unknown or not yet confirmed', () => {
    expect(clusterOf(null)).toBe('general_measures');
    expect(clusterOf('something_new')).toBe('general_measures');
  });
});
