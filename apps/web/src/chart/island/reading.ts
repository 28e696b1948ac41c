import type { Reading } from '../model/chart-model.js';

/** Where the reader's finger is: which series, which point. */
export interface Place {
  readonly series: number;
  readonly point: number;
}

/** The next place after a key, or null when the key is none of ours. The first key lands on the newest point. */
export function movePlace(place: Place | null, key: string, readings: readonly Reading[]): Place | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  const step = steps[key];
  if (readings.length === 0) return null;
  if (key === 'Home' || key === 'End') {
    const points = readings[place?.series ?? 0]?.points.length ?? 1;
    return { series: place?.series ?? 0, point: key === 'Home' ? 0 : clamp(points - 1, points) };
  }
  if (!step) return null;
  if (!place) return { series: 0, point: Math.max(0, (readings[0]?.points.length ?? 1) - 1) };
  const series = clamp(place.series + step[0], readings.length);
  return { series, point: clamp(place.point + step[1], readings[series]?.points.length ?? 1) };
}

export function readingAt({ series, point }: Place, readings: readonly Reading[]): string {
  const reading = readings[series];
  const at = reading?.points[point];
  return reading && at ? `${reading.name}, ${at.label}: ${at.text}` : '';
}

function clamp(value: number, length: number): number {
  return Math.min(Math.max(value, 0), Math.max(0, length - 1));
}
