import type { Viewer } from '#contracts';

import { isSecretariat } from '../institution/viewer-rights.js';

/** Institutions that the viewer plans and gives evidence for. The API decides; this only hides a dead end. */
export function actsFor(viewer: Viewer | null, iso3: string): 'all' | string | null {
  if (isSecretariat(viewer, iso3)) return 'all';
  if (viewer?.role !== 'focal_point' || viewer.state !== iso3.toUpperCase()) return null;
  return viewer.institution?.code ?? null;
}

/** Whether private evidence can be read. */
export function readsKept(viewer: Viewer | null, iso3: string): boolean {
  const watches = viewer?.role === 'ombudsperson' && viewer.state === iso3.toUpperCase();
  return watches || actsFor(viewer, iso3) !== null;
}

export function mayChange(viewer: Viewer | null, iso3: string, institution: string): boolean {
  const whom = actsFor(viewer, iso3);
  return whom === 'all' || whom === institution;
}
