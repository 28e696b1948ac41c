import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sequenceCycles } from './sequence-cycles.js';
import type { CycleDocument } from './sequence-cycles.js';

const WITHIN = new Map([
  ['CRC-OP-SC', 'CRC'],
  ['CRC-OP-AC', 'CRC'],
]);

function document(documentId: number, parts: Partial<CycleDocument> = {}): CycleDocument {
  return {
    documentId,
    mechanism: 'CRC',
    instrument: 'CRC',
    adoptedOn: null,
    reports: [],
    reportReceivedOn: null,
    ...parts,
  };
}

const OPSC_2016 = document(1, {
  instrument: 'CRC-OP-SC',
  adoptedOn: '2016-01-29',
  reports: ['CRC/C/OPSC/PER/1'],
});
const CRC_2025 = document(2, {
  adoptedOn: '2025-01-31',
  reports: ['CRC/C/PER/6-7'],
  reportReceivedOn: '2024-03-21',
});

describe('reporting cycles', () => {
  it('close a protocol with the next report on the Convention, which goes on from it and does not supersede it', () => {
    expect(sequenceCycles([CRC_2025, OPSC_2016], WITHIN)).toEqual([
      {
        documentId: 1,
        number: 1,
        closedOn: '2024-03-21',
        closedBy: 'CRC/C/PER/6-7',
        continuedBy: 2,
        continuation: 'reported_within',
        goesOnFrom: [],
      },
      {
        documentId: 2,
        number: 2,
        closedOn: null,
        closedBy: null,
        continuedBy: null,
        continuation: null,
        goesOnFrom: [1],
      },
    ]);
  });

  it('supersede on the same instrument, and close with the adoption where no report is known to have come in', () => {
    const first = document(1, { adoptedOn: '2006-03-14' });
    const second = document(2, { adoptedOn: '2016-01-29', reports: ['CRC/C/PER/4-5'] });
    expect(sequenceCycles([first, second], WITHIN)).toMatchObject([
      { number: 1, closedOn: '2016-01-29', closedBy: null, continuedBy: 2, continuation: 'superseded' },
      { number: 2, closedOn: null },
    ]);
  });

  it('supersede also where a report on the Convention closed the cycle in between', () => {
    const second = document(3, { instrument: 'CRC-OP-SC', adoptedOn: '2030-01-31' });
    expect(sequenceCycles([OPSC_2016, CRC_2025, second], WITHIN)).toMatchObject([
      { documentId: 1, closedOn: '2024-03-21', continuedBy: 3, continuation: 'superseded' },
      { documentId: 2, goesOnFrom: [1], continuedBy: null },
      { documentId: 3, number: 2, goesOnFrom: [1] },
    ]);
  });

  it('do not let a report answer what was adopted after it came in', () => {
    const early = { ...CRC_2025, reportReceivedOn: '2015-06-01', adoptedOn: '2016-06-03' };
    expect(sequenceCycles([OPSC_2016, early], WITHIN)).toMatchObject([
      { number: 1, continuation: null },
      { number: 1, continuation: null },
    ]);
  });

  it('stand side by side for two instruments adopted on one day', () => {
    const armed = document(3, { instrument: 'CRC-OP-AC', adoptedOn: '2016-01-29' });
    expect(
      sequenceCycles([OPSC_2016, armed], WITHIN).map(({ number, continuedBy }) => [number, continuedBy]),
    ).toEqual([
      [1, null],
      [1, null],
    ]);
  });

  it('leave a document without a day of adoption by itself', () => {
    expect(sequenceCycles([document(9), CRC_2025], WITHIN)).toMatchObject([
      { documentId: 9, number: 1, continuedBy: null },
      { documentId: 2, number: 1 },
    ]);
  });

  it('are the same in whatever order the documents came in, and count up along what goes on', () => {
    const documents = fc.uniqueArray(
      fc.record({
        documentId: fc.integer({ min: 1, max: 50 }),
        mechanism: fc.constantFrom('CRC', 'CAT'),
        instrument: fc.constantFrom('CRC', 'CRC-OP-SC'),
        adoptedOn: fc.constantFrom('2006-01-01', '2016-01-29', '2025-01-31', null),
        reports: fc.constant(['R/1']),
        reportReceivedOn: fc.constantFrom('2005-01-01', '2024-03-21', null),
      }),
      { selector: (one) => one.documentId, maxLength: 8 },
    );
    fc.assert(
      fc.property(documents, (some) => {
        const cycles = sequenceCycles(some, WITHIN);
        expect(sequenceCycles([...some].reverse(), WITHIN)).toEqual(cycles);
        for (const cycle of cycles) {
          const next = cycles.find(({ documentId }) => documentId === cycle.continuedBy);
          expect(next === undefined).toBe(cycle.continuation === null);
          if (next) expect(next.number).toBeGreaterThan(cycle.number);
        }
      }),
    );
  });
});
