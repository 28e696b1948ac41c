import { describe, expect, it } from '@jest/globals';

import type { DutyView } from '#contracts';

import { wordingFor } from '../../wording/wording.js';
import { groupsOfDuties } from './groups-of-duties.js';

const duty = (
  day: string | null,
  certainty: DutyView['due']['certainty'],
  given: Partial<DutyView> = {},
): DutyView => ({
  id: `obligation-${day ?? 'none'}`,
  kind: 'data_submission',
  title: 'Figures',
  recommendation: null,
  document: { slug: 'd', title: 'D' },
  paragraphs: [],
  institution: null,
  period: null,
  required: true,
  due: {
    certainty,
    dueOn: certainty === 'confirmed' ? day : null,
    estimatedYear: certainty === 'estimated' ? Number(day?.slice(0, 4)) : null,
    daysUntil: null,
    basis: '',
  },
  handedInOn: null,
  outcome: 'open',
  daysLate: null,
  day,
  ...given,
});

const titles = (duties: readonly DutyView[], language: 'en' | 'es'): string[] =>
  groupsOfDuties(duties, wordingFor(language)).map(
    ({ title, parts }) => `${title}: ${parts.reduce((sum, part) => sum + part.duties.length, 0)}`,
  );

describe('what is due, in groups', () => {
  it('goes by month where there is a day, and keeps the order', () => {
    const duties = [
      duty('2027-03-01', 'confirmed'),
      duty('2027-03-31', 'confirmed'),
      duty('2027-01-01', 'confirmed'),
    ];
    expect(titles(duties, 'en')).toEqual(['March 2027: 2', 'January 2027: 1']);
    expect(titles(duties, 'es')).toEqual(['Marzo de 2027: 2', 'Enero de 2027: 1']);
  });

  it('says once on what basis its days stand, and how sure they are', () => {
    const on = (id: string, basis: string, certainty: DutyView['due']['certainty'] = 'confirmed') => {
      const made = duty('2027-03-01', certainty, { id, handedInOn: '2027-03-01' });
      return { ...made, due: { ...made.due, basis } };
    };
    const duties = [on('a', 'Yearly round'), on('b', 'Letter of the Committee'), on('c', 'Yearly round')];
    const [march] = groupsOfDuties([...duties, on('d', 'Yearly round', 'estimated')], wordingFor('en'));
    expect(march?.parts.map(({ basis, duties: of }) => [basis, of.map(({ id }) => id)])).toEqual([
      ['Confirmed. Yearly round.', ['a', 'c']],
      ['Confirmed. Letter of the Committee.', ['b']],
      ['Estimated. Yearly round.', ['d']],
    ]);
  });

  it('never makes a day of an estimate, nor of what the Committee has to set', () => {
    expect(titles([duty('2033-12-31', 'estimated'), duty(null, 'awaiting_committee')], 'en')).toEqual([
      'About 2033, estimated: 1',
      'Date to be set by the Committee: 1',
    ]);
  });

  it('goes by the day on which it came, where that is all there is', () => {
    expect(titles([duty('2024-03-21', 'estimated', { handedInOn: '2024-03-21' })], 'en')).toEqual([
      'March 2024: 1',
    ]);
  });
});
