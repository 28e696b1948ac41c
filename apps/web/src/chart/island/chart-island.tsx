import { Island } from '../../island/island.js';
import type { Wording } from '../../wording/wording.js';
import type { ChartModel } from '../model/chart-model.js';
import { ChartCanvas } from './chart-canvas.js';
import type { ChartCanvasProps, ChartHeight } from './chart-canvas.js';

interface ChartIslandProps {
  readonly model: ChartModel;
  readonly height: ChartHeight;
  readonly wording: Wording;
}

/** A chart in a rendered page: its empty canvas, and beside it what the browser needs to draw it. */
export function ChartIsland({ model, height, wording }: ChartIslandProps) {
  const props: ChartCanvasProps = {
    model,
    height,
    language: wording.language,
    failed: wording.say.chart.failed,
    keys: wording.say.chart.keys,
  };
  return (
    <Island name="chart" props={props}>
      <ChartCanvas {...props} />
    </Island>
  );
}
