import { describe, expect, it } from '@jest/globals';

import { indicatorData } from '../../../fixtures/indicators.js';
import { wordingFor } from '../../wording/wording.js';
import { indicatorModel } from '../model/indicator-model.js';
import { seriesOf } from '../model/series.js';
import { indicatorNotes } from './notes.js';

const notes = (code: string, by: string | null, language: 'en' | 'es' = 'en'): string => {
  const data = indicatorData(code, language)!;
  const wording = wordingFor(language);
  const set = seriesOf(data, by, wording);
  return indicatorNotes(data, set, indicatorModel(data, set, '', wording), wording).join(' ');
};

describe('the notes under a chart', () => {
  it('say how many sources are shown where they differ, and nothing where none can', () => {
    expect(notes('8-victims', null)).toContain('No figure of record has been agreed; both are shown.');
    expect(notes('8-six-sources', null)).toContain('agreed; all six are shown.');
    expect(notes('8-six-sources', null, 'es')).toContain('se muestran las seis.');
    expect(notes('32a-two-sources', null)).not.toContain('figure of record');
  });

  it('say of which group a breakdown is, where it is crossed with another', () => {
    expect(notes('26a-offences', 'stage')).toContain(
      'Only for offence “All offences”; the CSV file holds the other groups.',
    );
    expect(notes('18-recovery', 'phase')).not.toContain('Only for');
  });
});
