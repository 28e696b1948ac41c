import { describe, expect, it } from '@jest/globals';

import { indicatorData } from '../../../fixtures/indicators.js';
import { wordingFor } from '../../wording/wording.js';
import { seriesOf } from '../model/series.js';
import { plainHeadline, unitLine } from './chart-words.js';

const plain = (code: string, by: string | null, language: 'en' | 'es' = 'en'): string => {
  const data = indicatorData(code, language)!;
  const wording = wordingFor(language);
  return plainHeadline(data, seriesOf(data, by, wording), wording);
};

describe('the headline under a title that says the finding', () => {
  it('is the name and what it is broken down by', () => {
    expect(plain('32d-2', 'area')).toBe('Child victims who had a free lawyer, by urban or rural');
    expect(plain('32d-2', null)).toBe('Child victims who had a free lawyer, total');
    expect(plain('8-six-sources', null, 'es')).toBe('Víctimas de trata registradas, por fuente');
    expect(plain('26a-offences', 'stage')).toBe('Cases by offence and stage, All offences, by stage');
    expect(plain('14b-evaluated', null)).toBe('Programmes with an evaluation');
  });
});

describe('the line under a headline', () => {
  const data = indicatorData('8-victims', 'en')!;

  it('names the indicator where the headline does not', () => {
    expect(unitLine(data, 'In 2020, two sources differ')).toBe(
      'Registered victims of trafficking, persons\u00a0· all ages',
    );
  });

  it('says unit and population only where the headline begins with the name', () => {
    expect(unitLine(data, 'Registered victims of trafficking: 5 in 2020')).toBe('Persons\u00a0· all ages');
    expect(unitLine({ ...data, population: null }, data.name)).toBe('Persons');
  });
});
