import { newestOf } from '../drawing/multiples.js';
import { SMALL_HEIGHT, SMALL_WIDTH, smallPath } from '../drawing/small-path.js';
import type {
  DrawnModel,
  MatrixModel,
  ModelSeries,
  MultiplesModel,
  Panel,
  Square,
  TilesModel,
} from '../model/chart-model.js';
import type { Palette } from '../palette.js';
import { hatch } from '../pattern.js';
import { mark, write } from '../pen.js';
import { inColumns, stacked, textBlock } from './picture-block.js';
import type { PictureBlock } from './picture-block.js';

/** How strong a ground is at each step; the last takes letters of the paper's colour. */
const STRENGTH = [0, 0.12, 0.28, 0.5, 1] as const;
const PANEL_GAP = 20;

/** The charts that are part of a page, painted once more for a picture of them. */
export function drawnBlock(
  model: DrawnModel,
  width: number,
  palette: Palette,
  pen: CanvasRenderingContext2D,
): PictureBlock {
  switch (model.kind) {
    case 'multiples':
      return multiplesBlock(model, width, palette, pen);
    case 'tiles':
      return tilesBlock(model, width, palette);
    case 'matrix':
      return matrixBlock(model, width, palette);
  }
}

function multiplesBlock(
  model: MultiplesModel,
  width: number,
  palette: Palette,
  pen: CanvasRenderingContext2D,
): PictureBlock {
  const columns = Math.min(5, Math.max(2, model.panels.length));
  const step = (width + PANEL_GAP) / columns;
  const total = model.context === null ? '' : `- - -  ${model.context.name} ${newestOf(model.context)}. `;
  const key: PictureBlock = {
    height: model.lines.length === 0 ? 0 : 20,
    paint(on, x, y) {
      let at = x + 8;
      for (const { name, tone, shape } of model.lines) {
        mark(on, shape, at, y + 10, { colour: palette.tone[tone], paper: palette.paper });
        write(on, name, at + 14, y + 10, { colour: palette.ink });
        at += on.measureText(name).width + 60;
      }
    },
  };
  return stacked(
    [
      key,
      textBlock(pen, `${total}${model.scale}`, width, {
        font: `13px ${FONT}`,
        leading: 20,
        colour: palette.ink2,
      }),
      inColumns(
        model.panels.map((panel) => panelBlock(panel, model, step - PANEL_GAP, palette)),
        columns,
        { width: step, gap: PANEL_GAP },
      ),
    ],
    10,
  );
}

const FONT = "'IBM Plex Sans', sans-serif";

function panelBlock(panel: Panel, model: MultiplesModel, width: number, palette: Palette): PictureBlock {
  return {
    height: 24 + SMALL_HEIGHT,
    paint(pen, x, y) {
      write(pen, panel.name, x, y + 10, { colour: palette.ink, bold: true });
      write(pen, panel.newest, x + width, y + 10, {
        colour: palette.ink,
        bold: true,
        align: 'right',
        rim: palette.paper,
      });
      const top = y + 24;
      if (panel.untold !== null) {
        pen.fillStyle = hatch(palette.hatch);
        pen.fillRect(x, top, width, SMALL_HEIGHT);
        write(pen, panel.untold, x + width / 2, top + SMALL_HEIGHT / 2, {
          ...{ colour: palette.ink, bold: true, align: 'center', rim: palette.paper },
        });
        return;
      }
      pen.strokeStyle = palette.rule;
      pen.lineWidth = 1;
      pen.strokeRect(x, top + SMALL_HEIGHT - 0.5, width, 0);
      const lines = model.context === null ? panel.series : [model.context, ...panel.series];
      for (const one of lines) strokeLine(pen, one, model, { x, top, width }, palette);
    },
  };
}

function strokeLine(
  pen: CanvasRenderingContext2D,
  one: ModelSeries,
  model: MultiplesModel,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
  palette: Palette,
): void {
  const path = new Path2D();
  path.addPath(
    new Path2D(smallPath(one, model)),
    new DOMMatrix().translate(x, top).scale(width / SMALL_WIDTH, 1),
  );
  pen.save();
  pen.strokeStyle = palette.tone[one.tone];
  pen.lineWidth = one.tone === 'context' ? 1.5 : 2.4;
  pen.lineCap = 'round';
  pen.setLineDash(one.tone === 'context' ? [3, 3] : one.tone === 'second' ? [6, 4] : []);
  pen.stroke(path);
  pen.restore();
}

function tilesBlock(model: TilesModel, width: number, palette: Palette): PictureBlock {
  const columns = Math.max(...model.tiles.map(({ column }) => column));
  const rows = Math.max(...model.tiles.map(({ row }) => row));
  const tile = { width: Math.min(150, width / columns), height: 58 };
  return {
    height: rows * tile.height,
    paint(pen, x, y) {
      for (const one of model.tiles) {
        const left = x + (one.column - 1) * tile.width;
        const top = y + (one.row - 1) * tile.height;
        paintSquare(
          pen,
          one,
          { left, top, width: tile.width - 4, height: tile.height - 4 },
          palette,
          one.name,
        );
      }
    },
  };
}

function matrixBlock(model: MatrixModel, width: number, palette: Palette): PictureBlock {
  const heads = Math.min(240, width / 3);
  const step = (width - heads) / Math.max(1, model.columns.length);
  return {
    height: 28 + model.rows.length * 42,
    paint(pen, x, y) {
      for (const [column, name] of model.columns.entries())
        write(pen, name, x + heads + (column + 0.5) * step, y + 12, {
          colour: palette.ink,
          bold: true,
          align: 'center',
        });
      for (const [row, name] of model.rows.entries()) {
        const top = y + 28 + row * 42;
        write(pen, name, x, top + 19, { colour: palette.ink, bold: true });
        for (const [column, square] of (model.squares[row] ?? []).entries())
          paintSquare(
            pen,
            square,
            { left: x + heads + column * step, top, width: step - 4, height: 38 },
            palette,
            null,
          );
      }
    },
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function paintSquare(
  pen: CanvasRenderingContext2D,
  { text, standing, step }: Square,
  { left, top, width, height }: Box,
  palette: Palette,
  name: string | null,
): void {
  pen.save();
  pen.strokeStyle = palette.edge;
  pen.lineWidth = 1;
  if (standing === 'numbered') {
    pen.globalAlpha = STRENGTH[step];
    pen.fillStyle = palette.tone.first;
    pen.fillRect(left, top, width, height);
    pen.globalAlpha = 1;
  } else if (standing !== 'below_ten') {
    pen.fillStyle = hatch(palette.hatch);
    pen.fillRect(left, top, width, height);
  }
  pen.setLineDash(standing === 'below_ten' ? [1.5, 3] : []);
  pen.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
  pen.restore();
  const onDark = standing === 'numbered' && step === 4;
  const look = {
    colour: onDark ? palette.paper : palette.ink,
    ...(standing === 'numbered' || standing === 'below_ten' ? {} : { rim: palette.paper }),
  };
  if (name !== null) write(pen, name, left + 7, top + 16, look);
  const middle = name === null ? height / 2 : 38;
  write(pen, text, name === null ? left + width / 2 : left + 7, top + middle, {
    ...{ ...look, bold: true, align: name === null ? 'center' : 'left' },
  });
}
