import { describe, expect, it } from '@jest/globals';

import { wordingFor } from '../../wording/wording.js';
import { DESK_PARTS, countOwed, deskOf } from './desk-rows.js';
import type { Owed } from './desk-rows.js';

const owed = (id: number, given: Partial<Owed>): Owed => ({
  id,
  title: `Answer ${id}`,
  institution: null,
  recommendation: { id: 'opsc-1-8', code: '8' },
  certainty: 'confirmed',
  dueOn: '2026-12-31',
  estimatedYear: null,
  period: null,
  open: null,
  lockedBy: null,
  ...given,
});
const sent = (id: number, given: object) =>
  ({ id, reason: null, submittedOn: null, ...given }) as Parameters<typeof deskOf>[1]['items'][number];
const today = '2026-11-24';
const estimated = { certainty: 'estimated', dueOn: null } as const;

const desk = deskOf(
  {
    today,
    items: [
      owed(1, { dueOn: '2026-12-31' }),
      owed(2, { dueOn: '2026-11-24' }),
      owed(3, { dueOn: '2026-11-23' }),
      owed(4, { dueOn: '2026-08-31' }),
      owed(5, { ...estimated, estimatedYear: 2020 }),
      owed(6, { certainty: 'awaiting_committee', dueOn: null }),
      owed(7, { dueOn: '2026-09-30', open: { id: 70, state: 'returned' } }),
      owed(8, { dueOn: '2026-09-30', open: { id: 80, state: 'submitted' } }),
      owed(9, { dueOn: '2026-09-30', lockedBy: 90 }),
      owed(10, { dueOn: '2026-12-01', open: { id: 100, state: 'draft' } }),
    ],
  },
  { items: [sent(70, { reason: 'Say how it was counted' }), sent(80, { submittedOn: '2026-11-09' })] },
);

describe('a desk', () => {
  it('puts what is owed by what can be done about it, and then by its day', () => {
    const ids = Object.fromEntries(DESK_PARTS.map((part) => [part, desk[part].map(({ item }) => item.id)]));
    expect(ids).toEqual({ late: [4, 3], returned: [7], ahead: [2, 10, 1], undated: [5, 6], waiting: [8] });
  });

  it('says how late it is, why it came back and how long it waits', () => {
    expect(desk.late.map(({ days }) => days)).toEqual([-85, -1]);
    expect(desk.returned[0]?.because).toBe('Say how it was counted');
    expect(desk.waiting[0]?.waited).toBe(15);
  });

  it('counts as owed neither what waits for others nor what was accepted, and as late no date that is an estimate', () => {
    expect(countOwed(desk)).toEqual({ owed: 8, late: 3 });
  });

  it.each([
    ['en', 0, 0, 'You owe nothing at the moment.'],
    ['en', 1, 0, 'You owe one. It is not late.'],
    ['en', 7, 2, 'You owe seven. Two are late.'],
    ['en', 12, 1, 'You owe 12. One is late.'],
    ['es', 7, 2, 'Usted debe siete. Dos están vencidas.'],
    ['es', 1, 1, 'Usted debe una. Está vencida.'],
    ['es', 3, 0, 'Usted debe tres. Ninguna está vencida.'],
  ] as const)('has in %s for %i and %i the title “%s”', (language, all, late, title) => {
    expect(wordingFor(language).say.desk.title(all, late, false)).toBe(title);
  });
});
