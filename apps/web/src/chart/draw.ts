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
import type { ChartModel } from './model/chart-model.js';
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
export function draw(canvas: HTMLCanvasElement, model: ChartModel, language: Language): () => void {
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
