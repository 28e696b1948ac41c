import { describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';

import { atomFeed } from '#reporting';
import type { PublicChange } from '#tracking';

import { changesFeed } from './changes-feed.js';

const PERU = {
  id: 1,
  iso3: 'PER',
  name: { en: 'Peru', es: 'Perú' },
  timeZone: 'America/Lima',
  demonstration: true,
};
const HOSTILE = '</title><script>alert("&amp;")</script>\u0000\u202E ]]> \n second line';
const document = { slug: 'opsc-1', title: { en: HOSTILE, es: 'Observaciones finales' } };
const item = { publicId: 'opsc-1-8', code: '14(a)', titles: { en: HOSTILE } };
const AT = Date.parse('2026-11-27T05:00:00Z');
const CHANGES: readonly PublicChange[] = [
  { kind: 'status', at: AT, on: '2026-11-27', document, status: 'overdue', count: 3, items: [item] },
  {
    kind: 'deadline',
    at: AT - 1,
    deadlineId: 4,
    version: 2,
    purpose: 'next_report',
    document,
    now: { certainty: 'estimated', dueOn: null, dueYear: 2027 },
    before: { certainty: 'confirmed', dueOn: '2026-12-31', dueYear: null },
  },
  {
    kind: 'figures',
    at: AT - 2,
    on: '2026-11-26',
    count: 1,
    indicators: [{ code: '8-O2', name: { en: HOSTILE, es: 'Víctimas' } }],
    source: { code: 'PNP', name: { en: 'Police', es: 'Policía' } },
    from: '2023-01-01',
    to: '2025-12-31',
    cells: 12,
  },
  {
    kind: 'assessment',
    at: AT - 3,
    id: 9,
    item,
    assessor: 'committee',
    grade: { code: 'B', name: { en: 'Partly', es: 'En parte' } },
    symbol: 'CRC/C/PER/FU/1',
    withdrawn: false,
  },
  { kind: 'document', at: AT - 4, document },
];

function read(language: 'en' | 'es') {
  const problems: string[] = [];
  const feed = new DOMParser({
    onError: (level, message) => void problems.push(`${level}: ${message}`),
  }).parseFromString(
    atomFeed(changesFeed({ state: PERU, topic: null, changes: CHANGES }, language, 'https://vigia.example')),
    'application/xml',
  );
  const all = (name: string) => [...feed.getElementsByTagName(name)];
  return { problems, all, texts: (name: string) => all(name).map((node) => node.textContent) };
}

describe('the feed of what changed', () => {
  it('takes no title for markup, whatever stands in it', () => {
    const { problems, all, texts } = read('en');
    expect(problems).toEqual([]);
    expect(all('script')).toEqual([]);
    expect(texts('title')[1]).toBe(
      'Overdue: 3 recommendations, </title><script>alert("&amp;")</script> ]]> second line',
    );
    expect(texts('content')[0]).toContain('and 2 more');
  });

  it('names the same events by the same ids in both languages, and says where each is read', () => {
    const ids = read('en').texts('id');
    expect(read('es').texts('id')).toEqual(ids);
    expect(ids).toEqual([
      'https://vigia.example/feeds/PER/changes.atom',
      ...[
        'status-opsc-1-2026-11-27-overdue',
        'deadline-4-2',
        'figures-PNP-2026-11-26',
        'assessment-9',
        'document-opsc-1',
      ].map((key) => `https://vigia.example/feeds/PER/changes.atom#${key}`),
    ]);
    const links = read('es')
      .all('link')
      .map((link) => link.getAttribute('href'));
    expect(links.slice(2)).toEqual(
      [
        'recommendations?status=overdue',
        'documents/opsc-1',
        'indicators/8-O2',
        'recommendations/opsc-1-8',
        'documents/opsc-1',
      ].map((rest) => `https://vigia.example/es/states/PER/${rest}`),
    );
  });

  it('is as new as its newest entry, says that a demonstration is one, and shows an estimate as a year', () => {
    const { texts } = read('es');
    expect(texts('updated')[0]).toBe('2026-11-27T05:00:00.000Z');
    expect(texts('subtitle')).toHaveLength(1);
    expect(texts('content')[1]).toBe('Ahora: hacia 2027. Antes: 31 de diciembre de 2026.');
  });
});
