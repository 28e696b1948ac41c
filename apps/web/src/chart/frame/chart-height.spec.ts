import { describe, expect, it } from '@jest/globals';

import { indicatorData } from '../../../fixtures/indicators.js';
import { wordingFor } from '../../wording/wording.js';
import type { DotModel } from '../model/chart-model.js';
import { indicatorModel } from '../model/indicator-model.js';
import { seriesOf } from '../model/series.js';
import { chartHeight } from './chart-height.js';

const en = wordingFor('en');

describe('the height of a chart', () => {
  it('grows with the rows of sources, and with nothing else', () => {
    const model = (code: string) => {
      const data = indicatorData(code, 'en')!;
      return indicatorModel(data, seriesOf(data, null, en), '', en)!;
    };
    expect(chartHeight(model('8-six-sources'), 'normal')).toBe('normal');
    expect(chartHeight(model('8-six-sources'), 'lead')).toBe('lead');
    expect(chartHeight(model('20d-2'), 'small')).toBe('small');
    const labels = Array.from({ length: 15 }, (_, index) => String(2000 + index));
    expect(chartHeight({ ...(model('8-victims') as DotModel), labels }, 'normal')).toBe('tall');
  });
});
