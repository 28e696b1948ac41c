/** What the pages of written texts are about. */
export const today = '2026-11-23';
export const state = { iso3: 'PER', name: 'Peru', demonstration: true };
export const recommendation = {
  id: 'document-1.8',
  code: '8',
  title: 'Data on children',
  document: 'document-1',
};
export const institution = { code: 'MIMP', name: 'Ministry of Women', shortName: 'Mimp' };
