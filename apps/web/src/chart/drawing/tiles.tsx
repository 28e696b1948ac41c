import type { TilesModel } from '../model/chart-model.js';

/** One square for each place, where it lies; the figure stands on it, whatever its ground. */
export function Tiles({ model }: { readonly model: TilesModel }) {
  return (
    <div class="tiles">
      {model.tiles.map(({ code, name, letters, column, row, text, standing, step }) => (
        <div
          key={code}
          class={`tile tile-column-${column} tile-row-${row} ground-${standing} ground-step-${step}`}
        >
          <span class="tile-name">{name}</span>
          <span class="tile-name tile-letters">{letters}</span>
          <b class="tile-figure">{text}</b>
        </div>
      ))}
    </div>
  );
}
