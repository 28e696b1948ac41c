/** A part of a picture: how high it is, and how it is painted from its upper left corner. */
export interface PictureBlock {
  readonly height: number;
  paint(pen: CanvasRenderingContext2D, x: number, y: number): void;
}

/** The words of a text on lines of at most this width. */
function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && pen.measureText(`${last} ${word}`).width <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A paragraph; nothing where there is nothing to say. */
export function textBlock(
  pen: CanvasRenderingContext2D,
  text: string,
  width: number,
  type: { readonly font: string; readonly leading: number; readonly colour: string },
): PictureBlock {
  pen.font = type.font;
  const lines = text === '' ? [] : linesOf(pen, text, width);
  return {
    height: lines.length * type.leading,
    paint(on, x, y) {
      on.font = type.font;
      on.fillStyle = type.colour;
      on.textAlign = 'left';
      on.textBaseline = 'alphabetic';
      for (const [place, line] of lines.entries()) on.fillText(line, x, y + (place + 0.76) * type.leading);
    },
  };
}

/** One below the other. */
export function stacked(blocks: readonly PictureBlock[], gap: number): PictureBlock {
  const shown = blocks.filter(({ height }) => height > 0);
  return {
    height: shown.reduce((sum, { height }) => sum + height, 0) + Math.max(0, shown.length - 1) * gap,
    paint(pen, x, y) {
      let at = y;
      for (const block of shown) {
        block.paint(pen, x, at);
        at += block.height + gap;
      }
    },
  };
}

/** Side by side in rows of equal columns. */
export function inColumns(
  blocks: readonly PictureBlock[],
  columns: number,
  step: { readonly width: number; readonly gap: number },
): PictureBlock {
  const rows: PictureBlock[][] = [];
  for (let place = 0; place < blocks.length; place += columns)
    rows.push(blocks.slice(place, place + columns));
  return stacked(
    rows.map((row) => ({
      height: Math.max(...row.map(({ height }) => height)),
      paint: (pen, x, y) => row.forEach((block, column) => block.paint(pen, x + column * step.width, y)),
    })),
    step.gap,
  );
}
