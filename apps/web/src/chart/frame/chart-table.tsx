import type { Wording } from '../../wording/wording.js';
import type { ChartTableModel } from '../model/chart-model.js';

/** Whether anything in it is printed otherwise than as a number, and wants explaining. */
export function hasFlags(table: ChartTableModel): boolean {
  return table.rows.some(({ cells }) =>
    cells.some(
      (cell) =>
        cell.flag !== null || cell.provisional === true || cell.break === true || cell.ofRecord === true,
    ),
  );
}

interface ChartTableProps {
  readonly table: ChartTableModel;
  readonly wording: Wording;
}

/** The figures themselves: in the page before any script runs. */
export function ChartTable({ table, wording }: ChartTableProps) {
  return (
    <div class="table-room" role="region" aria-label={table.caption} tabindex={0}>
      <table class="twin">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col" class="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.head}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, index) => (
                <td key={table.columns[index]} class="number" data-label={table.columns[index]}>
                  <span class={cell.flag === null ? 'figure' : `figure flag-${cell.flag}`}>{cell.text}</span>
                  {cell.break === true && <i class="provisional">{wording.say.chart.breakMark}</i>}
                  {cell.ofRecord === true && <i class="provisional">{wording.say.chart.ofRecordMark}</i>}
                  {cell.provisional === true && <i class="provisional">{wording.say.chart.provisional}</i>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
