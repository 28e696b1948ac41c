import { describe, expect, it } from '@jest/globals';

import type { HistoryEntry } from '#tracking';

import { readCsv } from '../../../../test/support/read-csv.js';
import { historyAsCsv } from './history-csv.js';

const PERU = {
  id: 1,
  iso3: 'PER',
  name: { en: 'Peru', es: 'Perú' },
  timeZone: 'America/Lima',
  demonstration: true,
};

const entry = (position: number, changed: Partial<HistoryEntry> = {}): HistoryEntry => ({
  position,
  happenedAt: Date.parse('2026-06-30T15:00:00Z'),
  personId: 7,
  personName: 'Ana Quispe',
  actor: 'secretariat',
  action: 'person.invited',
  subjectKind: 'person',
  subjectId: '9',
  subjectName: 'Luis Rojas',
  institutions: { MIMP: { en: 'Ministry of Women', es: 'Ministerio de la Mujer' } },
  recommendation: null,
  before: null,
  after: { role: 'focal_point', institution: 'MIMP', startsOn: '2026-06-30' },
  reason: null,
  hash: 'ab'.repeat(32),
  ...changed,
});

async function csvOf(pages: readonly (readonly HistoryEntry[])[], language: 'en' | 'es'): Promise<string> {
  async function* given() {
    for (const page of pages) yield await Promise.resolve(page);
  }
  let csv = '';
  for await (const part of historyAsCsv(given(), PERU, language)) csv += part;
  return csv;
}

describe('a history as CSV', () => {
  it('has one line of headings and every entry of every page, in the words of the language', async () => {
    const rows = readCsv(await csvOf([[entry(3), entry(2)], [entry(1)]], 'es'));
    expect(rows.map((row) => row['Asiento'])).toEqual(['3', '2', '1']);
    expect(rows[0]).toMatchObject({
      'Instante (UTC)': '2026-06-30T15:00:00.000Z',
      Día: '2026-06-30',
      Hora: '10:00',
      Quién: 'Ana Quispe',
      Sobre: 'Persona: Luis Rojas',
      'Código de sobre': 'person:9',
      'Antes y después':
        'Papel: punto focal\nInstitución: Ministerio de la Mujer\nDesde: 30 de junio de 2026',
    });
  });

  it('has its headings also where nothing fits', async () => {
    expect(await csvOf([[]], 'en')).toMatch(/^Entry,Instant \(UTC\),Day,[^\n]*,Hash\r\n$/);
  });

  it('runs nothing in a spreadsheet, not even on a line within a cell', async () => {
    const reason = 'fine\n=cmd|calc';
    const csv = await csvOf([[entry(1, { reason, personName: '+1+1', after: { name: '@SUM(1)' } })]], 'en');
    const [row] = readCsv(csv);
    expect(row).toMatchObject({ Who: "'+1+1", Why: "fine\n'=cmd|calc", 'Before and after': 'Name: @SUM(1)' });
  });
});
