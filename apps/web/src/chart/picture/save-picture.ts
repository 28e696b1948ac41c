import { formatDate, isLanguage } from '#messages';

import { drawApart } from '../draw.js';
import type { ChartCanvasProps } from '../island/chart-canvas.js';
import { isDrawn } from '../model/chart-model.js';
import { readPalette } from '../palette.js';
import type { Palette } from '../palette.js';
import { FAMILY } from '../pen.js';
import { drawnBlock } from './drawn-blocks.js';
import { inColumns, stacked, textBlock } from './picture-block.js';
import type { PictureBlock } from './picture-block.js';

const WIDTH = 1000;
const MARGIN = 36;
const SCALE = 2;
const INNER = WIDTH - 2 * MARGIN;
/** Height of a chart that nobody sees at the moment. */
const USUAL = 340;
const CHART = '[data-island="chart"]';

/** Saves what a chart's frame shows as a PNG: with its title, source, notes, day and address, so that the picture can stand alone. */
export async function savePicture(button: HTMLElement): Promise<void> {
  const frame = button.closest<HTMLElement>('figure, .chart-group');
  if (!frame) return;
  await document.fonts.ready;
  const canvas = pictureOf(frame, button);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new DOMException('canvas is empty');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${frame.id}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function pictureOf(frame: HTMLElement, button: HTMLElement): HTMLCanvasElement {
  const palette = readPalette(frame);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new DOMException('no canvas');
  const small = { font: `14px ${FAMILY}`, leading: 21, colour: palette.ink2 };
  const address = new URL(button.dataset['address'] ?? '', location.href).href;
  const all = stacked(
    [
      stacked(
        [
          textBlock(pen, titleOf(frame), INNER, {
            font: `600 22px ${FAMILY}`,
            leading: 30,
            colour: palette.ink,
          }),
          textBlock(pen, textIn(frame, '.chart-unit'), INNER, { ...small, font: `15px ${FAMILY}` }),
          legendBlock(frame, palette),
        ],
        4,
      ),
      chartsBlock(pen, frame, palette),
      stacked(
        [
          textBlock(pen, textIn(frame, '.chart-notes'), INNER, small),
          textBlock(pen, `Vigía, ${dayIn(button)}. ${address}`, INNER, small),
        ],
        6,
      ),
    ],
    20,
  );
  canvas.width = WIDTH * SCALE;
  canvas.height = Math.ceil((all.height + 2 * MARGIN) * SCALE);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, WIDTH, canvas.height);
  all.paint(pen, MARGIN, MARGIN);
  return canvas;
}

/**
 * Every chart of the frame: one over the whole width, several in two columns under their names. What cannot be counted keeps its
 * place among them, with its words.
 */
function chartsBlock(pen: CanvasRenderingContext2D, frame: HTMLElement, palette: Palette): PictureBlock {
  const named = [...frame.querySelectorAll<HTMLElement>('.funnel')];
  const parts = named.length > 0 ? named : [...frame.querySelectorAll<HTMLElement>(CHART)];
  const columns = parts.length > 1 ? 2 : 1;
  const step = (INNER + 32) / columns;
  const width = step - 32;
  const words = { font: `14px ${FAMILY}`, leading: 21, colour: palette.ink2 };
  return inColumns(
    parts.map((part) => {
      const island = part.matches(CHART) ? part : part.querySelector<HTMLElement>(CHART);
      return stacked(
        [
          textBlock(pen, named.length > 0 ? textIn(part, 'h2') : '', width, {
            ...{ font: `600 15px ${FAMILY}`, leading: 24, colour: palette.ink },
          }),
          island
            ? chartBlock(pen, island, width, palette)
            : stacked(
                [...part.querySelectorAll('.empty p')].map((line) =>
                  textBlock(pen, line.textContent ?? '', width, words),
                ),
                2,
              ),
        ],
        4,
      );
    }),
    columns,
    { width: step, gap: 24 },
  );
}

function chartBlock(
  pen: CanvasRenderingContext2D,
  island: HTMLElement,
  width: number,
  palette: Palette,
): PictureBlock {
  const { model, language } = JSON.parse(island.nextElementSibling?.textContent ?? '') as ChartCanvasProps;
  if (isDrawn(model)) return drawnBlock(model, width, palette, pen);
  const height = island.querySelector('.chart-room')?.clientHeight || USUAL;
  const drawn = drawApart(model, { language, palette }, { width, height, scale: SCALE });
  return { height, paint: (on, x, y) => on.drawImage(drawn, x, y, width, height) };
}

/** The key of a chart is text beside it; on the picture it is text as well, with its marks as words of their own. */
function legendBlock(frame: HTMLElement, palette: Palette): PictureBlock {
  const items = [...frame.querySelectorAll<HTMLElement>('.chart-legend li')];
  return {
    height: items.length === 0 ? 0 : 26,
    paint(on, x, y) {
      let at = x;
      for (const item of items) {
        const text = item.textContent ?? '';
        on.font = `13px ${FAMILY}`;
        paintKey(on, item, at, y + 13, palette);
        on.fillStyle = palette.ink2;
        on.textAlign = 'left';
        on.textBaseline = 'middle';
        on.fillText(text, at + 30, y + 13);
        at += 30 + on.measureText(text).width + 26;
      }
    },
  };
}

function paintKey(
  pen: CanvasRenderingContext2D,
  item: HTMLElement,
  x: number,
  y: number,
  palette: Palette,
): void {
  const drawing = item.querySelector('svg');
  const [path] = drawing?.querySelectorAll('path') ?? [];
  pen.save();
  if (drawing && path) {
    const colour = getComputedStyle(drawing).color;
    const [left = 0, top = 0, across = 0, high = 0] = (drawing.getAttribute('viewBox') ?? '')
      .split(' ')
      .map(Number);
    pen.translate(x + 11 - left - across / 2, y - top - high / 2);
    pen.fillStyle = path.classList.contains('source-hollow') ? palette.paper : colour;
    pen.strokeStyle = colour;
    pen.lineWidth = 2.2;
    const outline = new Path2D(path.getAttribute('d') ?? '');
    pen.fill(outline);
    if (path.classList.contains('source-hollow')) pen.stroke(outline);
  } else if (item.classList.contains('legend-approved')) {
    pen.fillStyle = palette.ink;
    pen.fillRect(x + 9, y - 8, 2.4, 16);
  } else {
    pen.fillStyle = item.classList.contains('legend-executed') ? palette.tone.first : palette.haze;
    pen.strokeStyle = palette.edge;
    pen.fillRect(x, y - 6, 22, 12);
    if (!item.classList.contains('legend-executed')) pen.strokeRect(x + 0.5, y - 5.5, 21, 11);
  }
  pen.restore();
}

function titleOf(frame: HTMLElement): string {
  return textIn(frame, '.chart-headline') || (document.querySelector('h1')?.textContent ?? '');
}

function textIn(frame: HTMLElement, selector: string): string {
  return frame.querySelector(selector)?.textContent?.trim() ?? '';
}

/** The day on which the picture was made: figures are revised, pictures are not. */
function dayIn(button: HTMLElement): string {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const named = button.dataset['picture'];
  return formatDate(isLanguage(named) ? named : 'en', day);
}
