import type { Viewer } from '#contracts';

/** Whether the page offers the secretariat's forms. The API decides; this only hides a dead end. */
export function isSecretariat(viewer: Viewer | null, iso3: string): boolean {
  return viewer?.role === 'secretariat' && viewer.state === iso3.toUpperCase();
}

/** Whether orphans and letters can be read. */
export function watchesState(viewer: Viewer | null, iso3: string): boolean {
  return (
    isSecretariat(viewer, iso3) || (viewer?.role === 'ombudsperson' && viewer.state === iso3.toUpperCase())
  );
}

/** Whether the people of an institution can be read. */
export function readsFocalPoints(viewer: Viewer | null, iso3: string, institution: string): boolean {
  const own = viewer?.role === 'focal_point' && viewer.institution?.code === institution;
  return watchesState(viewer, iso3) || (own && viewer.state === iso3.toUpperCase());
}
