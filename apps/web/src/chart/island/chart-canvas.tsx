import { useEffect, useRef, useState } from 'preact/hooks';

import type { Language } from '#messages';

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

/** Draws once Chart.js has come; reads its points aloud by the arrow keys. */
export function ChartCanvas({ model, height, language, failed, keys }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const element = canvas.current;
    // Effects never run on the server; saying so keeps Chart.js out of its bundle.
    if (import.meta.env.SSR || !element) return undefined;
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
    if (event.key === 't' || event.key === 'T') {
      openTable(canvas.current);
      return;
    }
    const next = movePlace(place, event.key, model.readings);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
  };

  return (
    <div class={`chart-room chart-${height} chart-kind-${model.kind}`}>
      {broken ? (
        <p class="failed">{failed}</p>
      ) : (
        <canvas
          ref={canvas}
          role="img"
          tabIndex={0}
          aria-label={`${model.summary}. ${keys}`}
          onKeyDown={onKeyDown}
        />
      )}
      <p class="reading" aria-live="polite">
        {place && readingAt(place, model.readings)}
      </p>
    </div>
  );
}

function openTable(canvas: HTMLCanvasElement | null): void {
  const details = canvas
    ?.closest('figure, .chart-group')
    ?.querySelector<HTMLDetailsElement>('details.chart-table');
  if (!details) return;
  details.open = true;
  details.querySelector('summary')?.focus();
}
