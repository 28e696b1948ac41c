import { describe, expect, it } from '@jest/globals';

import { wordingFor } from '../wording/wording.js';
import { dueNote, dueWords } from './due-words.js';
import type { DueView } from './due-words.js';

const due = (given: Partial<DueView>): DueView => ({
  certainty: 'confirmed',
  dueOn: null,
  estimatedYear: null,
  daysUntil: null,
  basis: '',
  ...given,
});
const en = wordingFor('en');
const es = wordingFor('es');

describe('a due day', () => {
  it('is a day only when it is confirmed', () => {
    expect(dueWords(due({ dueOn: '2027-03-31' }), es)).toBe('31 de marzo de 2027');
    expect(dueWords(due({ certainty: 'estimated', estimatedYear: 2033 }), en)).toBe('about 2033');
    expect(dueWords(due({ certainty: 'awaiting_committee' }), es)).toBe('sin fecha fijada');
  });

  it('says how sure it is, on what basis, and when', () => {
    expect(
      dueNote(due({ dueOn: '2027-03-31', daysUntil: 127, basis: 'Set in this demonstration' }), en),
    ).toBe('Confirmed. Set in this demonstration. In 127 days.');
    expect(dueNote(due({ daysUntil: -1 }), en)).toBe('Confirmed. 1 day ago.');
    expect(dueNote(due({ certainty: 'awaiting_committee', basis: 'art. 12 (2).' }), es)).toBe(
      'A la espera del Comité. art. 12 (2).',
    );
  });

  it('prints a code with its letter as each language does', () => {
    expect(en.code('20(d)')).toBe('20\u00a0(d)');
    expect(es.code('20(d)')).toBe('20\u00a0d)');
    expect(es.code('8')).toBe('8');
  });
});
