import { OUTLINES, SHAPE_RADIUS } from './shape.js';
import type { Shape } from './shape.js';

/** Small strokes that several kinds of chart share. */
export const FAMILY = "'IBM Plex Sans', sans-serif";

export interface Lettering {
  readonly colour: string;
  readonly bold?: boolean;
  readonly align?: CanvasTextAlign;
  readonly baseline?: CanvasTextBaseline;
  /** Colour of a rim that keeps text readable over lines. */
  readonly rim?: string;
}

export function write(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  how: Lettering,
): void {
  pen.save();
  pen.font = `${how.bold === true ? '600 ' : ''}13px ${FAMILY}`;
  pen.textAlign = how.align ?? 'left';
  pen.textBaseline = how.baseline ?? 'middle';
  if (how.rim !== undefined) {
    pen.strokeStyle = how.rim;
    pen.lineWidth = 4;
    pen.lineJoin = 'round';
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = how.colour;
  pen.fillText(text, x, y);
  pen.restore();
}

export function widthOf(pen: CanvasRenderingContext2D, text: string, bold = false): number {
  pen.save();
  pen.font = `${bold ? '600 ' : ''}13px ${FAMILY}`;
  const { width } = pen.measureText(text);
  pen.restore();
  return width;
}

/** A hollow shape is filled with the paper: what lies below it must not show through. */
export function mark(
  pen: CanvasRenderingContext2D,
  shape: Shape,
  x: number,
  y: number,
  colours: { readonly colour: string; readonly paper: string },
  radius = SHAPE_RADIUS,
): void {
  const { path, hollow } = OUTLINES[shape];
  const outline = new Path2D(path);
  pen.save();
  pen.translate(x, y);
  pen.scale(radius / SHAPE_RADIUS, radius / SHAPE_RADIUS);
  pen.fillStyle = hollow ? colours.paper : colours.colour;
  pen.fill(outline);
  if (hollow) {
    pen.strokeStyle = colours.colour;
    pen.lineWidth = 2.2;
    pen.stroke(outline);
  }
  pen.restore();
}

/** Words of a long label on two lines, so that it leaves room for the bars. */
export function broken(label: string, most = 16): string | string[] {
  if (label.length <= most) return label;
  const words = label.split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
