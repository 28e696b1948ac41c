import type { MatrixModel } from '../model/chart-model.js';

/** Two breakdowns across one another; wide ones scroll within their frame. */
export function Matrix({ model }: { readonly model: MatrixModel }) {
  return (
    <div class="matrix-room">
      <div class={`matrix matrix-columns-${Math.min(8, model.columns.length)}`}>
        <b class="matrix-row">{model.label}</b>
        {model.columns.map((column) => (
          <b key={column} class="matrix-column">
            {column}
          </b>
        ))}
        {model.rows.map((row, place) => (
          <>
            <b key={row} class="matrix-row">
              {row}
            </b>
            {(model.squares[place] ?? []).map(({ text, standing, step }, column) => (
              <span key={`${row} ${column}`} class={`square ground-${standing} ground-step-${step}`}>
                <span>{text}</span>
              </span>
            ))}
          </>
        ))}
      </div>
    </div>
  );
}
