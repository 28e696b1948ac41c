import type { Wording } from '../wording/wording.js';
import type { PrintedCell } from './printed-cell.js';

/** A figure in a table; what is no number looks like what it is. */
export function FigureCell({ cell, wording }: { readonly cell: PrintedCell; readonly wording: Wording }) {
  return (
    <span class={cell.flag === null ? 'figure' : `figure flag-${cell.flag}`}>
      {cell.text}
      {cell.provisional && <i class="provisional">{wording.say.chart.provisional}</i>}
    </span>
  );
}
