import type { TilesModel } from '../model/chart-model.js';

/** One square for each place, where it lies; the figure stands on it, and what hatching means above them all. */
export function Tiles({ model }: { readonly model: TilesModel }) {
  return (
    <>
      {model.hatched !== null && (
        <p class="tile-key">
          <span class="tile-swatch ground-never" />
          {model.hatched}
        </p>
      )}
      <div class="tiles">
        {model.tiles.map(({ code, name, letters, column, row, text, standing, step }) => (
          <div
            key={code}
            class={`tile tile-column-${column} tile-row-${row} ground-${standing} ground-step-${step}`}
          >
            <span class="tile-name">{name}</span>
            <span class="tile-name tile-letters">{letters}</span>
            {standing !== 'never' && <b class="tile-figure">{text}</b>}
          </div>
        ))}
      </div>
    </>
  );
}
