import type { Viewer } from '#contracts';

/** Whether the page offers to write statements. The API decides; this only hides a dead end. */
export function speaksPublicly(viewer: Viewer | null, iso3: string): boolean {
  return viewer?.role === 'ombudsperson' && viewer.state === iso3.toUpperCase();
}
