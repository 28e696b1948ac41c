import type { Viewer } from '#contracts';

/** Whether real figures of cases can be read; of an institution, its own. The API decides; this only hides a dead end. */
export function readsRealFigures(viewer: Viewer | null, iso3: string): boolean {
  const mayRead = ['secretariat', 'ombudsperson', 'focal_point'].includes(viewer?.role ?? '');
  return mayRead && viewer?.state === iso3.toUpperCase();
}
