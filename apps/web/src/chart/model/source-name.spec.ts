import { describe, expect, it } from '@jest/globals';

import { shortSourceNames } from './source-name.js';

const names = (...full: string[]): string[] => [
  ...shortSourceNames(
    full.map((name, index) => ({
      code: `S${index}`,
      name,
      citation: true,
      demonstration: false,
      url: null,
    })),
  ).values(),
];

describe('the short name of a source', () => {
  it('is who counted, without where it was printed', () => {
    expect(names('Police register (RETA), quoted in a report', 'Press: Inforegión, on 2024')).toEqual([
      'Police register',
      'Press: Inforegión',
    ]);
  });

  it('keeps as much of the later name as tells the two apart', () => {
    expect(
      names(
        'Prosecution Service, quoted',
        'Prosecution Service, as first published, later revised; quoted',
        'Prosecution Service, as first published, in print',
      ),
    ).toEqual([
      'Prosecution Service',
      'Prosecution Service, as first published',
      'Prosecution Service, as first published, in print',
    ]);
  });

  it('falls back to the code where two names are the same to the end', () => {
    expect(names('Police', 'Police')).toEqual(['Police', 'Police (S1)']);
  });
});
