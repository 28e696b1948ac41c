import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';

import type { Language } from '#messages';

import { configurationFor } from './kind/kinds.js';
import type { Studio } from './kind/options.js';
import type { CanvasModel } from './model/chart-model.js';
import { readPalette } from './palette.js';
import { FAMILY } from './pen.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
);
Chart.defaults.font = { family: FAMILY, size: 13 };

/** Settings of the reader's device that change what a chart looks like. */
const LOOKS = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

/** Draws, and draws anew when the look of the page changes. Returns how to stop. */
export function draw(canvas: HTMLCanvasElement, model: CanvasModel, language: Language): () => void {
  const start = (): Chart =>
    new Chart(canvas, configurationFor(model, { palette: readPalette(canvas), language }));
  let chart = start();
  const again = (): void => {
    chart.destroy();
    chart = start();
  };
  const looks = LOOKS.map((query) => matchMedia(query));
  for (const look of looks) look.addEventListener('change', again);
  return () => {
    for (const look of looks) look.removeEventListener('change', again);
    chart.destroy();
  };
}

/** Draws once, on a canvas of its own that nobody sees; the drawing does not follow the page. */
export function drawApart(
  model: CanvasModel,
  { language, palette }: Studio,
  size: { readonly width: number; readonly height: number; readonly scale: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const configuration = configurationFor(model, { palette, language });
  const chart = new Chart(canvas, {
    ...configuration,
    options: { ...configuration.options, responsive: false, devicePixelRatio: size.scale },
  });
  const drawn = document.createElement('canvas');
  drawn.width = size.width * size.scale;
  drawn.height = size.height * size.scale;
  drawn.getContext('2d')?.drawImage(canvas, 0, 0);
  chart.destroy();
  return drawn;
}
