/** Grounds from light to dark; the figure stands on each, so the ground only helps the eye. */
const STEPS = 4;
export type Step = 0 | 1 | 2 | 3 | 4;

/** 1 to 4 by quarters of the largest; 0 where there is no number, or none above zero. */
export function stepOf(value: number | null, most: number): Step {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.min(STEPS, Math.ceil((value / most) * STEPS)) as Step;
}
