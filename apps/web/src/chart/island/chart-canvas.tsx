import { useEffect, useRef, useState } from 'preact/hooks';

import type { Language } from '#messages';

import { Drawing } from '../drawing/drawing.js';
import { isDrawn } from '../model/chart-model.js';
import type { ChartModel } from '../model/chart-model.js';
import { movePlace, readingAt } from './reading.js';
import type { Place } from './reading.js';

export type ChartHeight = 'small' | 'normal' | 'lead' | 'tall' | 'taller';

export interface ChartCanvasProps {
  readonly model: ChartModel;
  readonly height: ChartHeight;
  readonly language: Language;
  readonly failed: string;
  readonly keys: string;
}

/** Draws once Chart.js has come, or is drawn already; reads its points aloud by the arrow keys. */
export function ChartCanvas({ model, height, language, failed, keys }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const element = canvas.current;
    // Effects never run on the server; saying so keeps Chart.js out of its bundle.
    if (import.meta.env.SSR || !element || isDrawn(model)) return undefined;
    let stop: (() => void) | undefined;
    let left = false;
    import('../draw.js').then(
      async ({ draw }) => {
        await document.fonts.ready;
        if (!left) stop = draw(element, model, language);
      },
      () => setBroken(true),
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [model, language]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // A shortcut of the browser or of a screen reader is none of ours.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 't' || event.key === 'T') {
      // The key of the page does the same and must not undo it.
      event.preventDefault();
      openTable(event.currentTarget as Element);
      return;
    }
    const next = movePlace(place, event.key, model.readings);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
  };
  const read = {
    role: 'img' as const,
    tabIndex: 0,
    'aria-label': `${model.summary}. ${keys}`,
    onKeyDown,
  };

  return (
    <div class={`chart-room chart-${height} chart-kind-${model.kind}`}>
      {broken && <p class="failed">{failed}</p>}
      {!broken &&
        (isDrawn(model) ? (
          <div class="drawing" {...read}>
            <Drawing model={model} />
          </div>
        ) : (
          <canvas ref={canvas} {...read} />
        ))}
      <p class="reading" aria-live="polite">
        {place && readingAt(place, model.readings)}
      </p>
    </div>
  );
}

function openTable(chart: Element): void {
  const details = chart
    .closest('figure, .chart-group')
    ?.querySelector<HTMLDetailsElement>('details.chart-table');
  if (!details) return;
  details.open = true;
  details.querySelector('summary')?.focus();
}
