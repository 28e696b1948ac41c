import type { Viewer } from '#contracts';

/** Whether the page offers to ask formally. The API decides; this only hides a dead end. */
export function asksFormally(viewer: Viewer | null, iso3: string): boolean {
  return viewer?.role === 'ombudsperson' && viewer.state === iso3.toUpperCase();
}

/** Whether the viewer answers for the institution that was asked. */
export function answersFor(viewer: Viewer | null, iso3: string, institution: string): boolean {
  return (
    viewer?.role === 'focal_point' &&
    viewer.state === iso3.toUpperCase() &&
    viewer.institution?.code === institution
  );
}
