/** Shapes that tell series apart where colour does not: on a grey printer, and to eyes that mix the colours up. */
export const SHAPES = [
  'disc',
  'diamond',
  'square',
  'triangle',
  'ring',
  'hollow-diamond',
  'hollow-square',
  'hollow-triangle',
] as const;
export type Shape = (typeof SHAPES)[number];

/** From the middle of a shape to its edge, as it is outlined below. */
export const SHAPE_RADIUS = 6.5;

const DISC = 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z';
const DIAMOND = 'M0-7 7 0 0 7-7 0z';
const SQUARE = 'M-5.4-5.4H5.4V5.4H-5.4z';
const TRIANGLE = 'M0-6.6 6.9 5.4H-6.9z';

/** Around the origin, of one weight to the eye. The canvas and the legend trace the same outline. */
export const OUTLINES: Readonly<Record<Shape, { readonly path: string; readonly hollow: boolean }>> = {
  disc: { path: DISC, hollow: false },
  diamond: { path: DIAMOND, hollow: false },
  square: { path: SQUARE, hollow: false },
  triangle: { path: TRIANGLE, hollow: false },
  ring: { path: DISC, hollow: true },
  'hollow-diamond': { path: DIAMOND, hollow: true },
  'hollow-square': { path: SQUARE, hollow: true },
  'hollow-triangle': { path: TRIANGLE, hollow: true },
};
