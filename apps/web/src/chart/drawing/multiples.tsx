import type { ModelSeries, MultiplesModel, Panel } from '../model/chart-model.js';
import { OUTLINES } from '../shape.js';
import { SMALL_HEIGHT, SMALL_WIDTH, smallPath } from './small-path.js';

/** So few stand larger. */
const FEW = 4;

interface MultiplesProps {
  readonly model: MultiplesModel;
}

/** Small charts side by side: name and newest figure are text, so they wrap, print and enlarge with the page. */
export function Multiples({ model }: MultiplesProps) {
  return (
    <>
      {model.lines.length > 0 && (
        <p class="multiples-key">
          {model.lines.map(({ name, tone, shape }) => (
            <span key={name}>
              <svg class={`series-${tone}`} viewBox="-9 -9 18 18" width="18" height="18">
                <path
                  class={OUTLINES[shape].hollow ? 'source-hollow' : 'source-filled'}
                  d={OUTLINES[shape].path}
                />
              </svg>
              {name}
            </span>
          ))}
        </p>
      )}
      <p class="multiples-scale">
        {model.context !== null && (
          <span>
            <svg class="series-context" viewBox="0 0 26 4" width="26" height="4">
              <path class="line-context" d="M0 2H26" />
            </svg>
            {`${model.context.name} ${newestOf(model.context)}`}
          </span>
        )}
        {model.scale}
      </p>
      <div class={model.panels.length <= FEW ? 'multiples multiples-few' : 'multiples'}>
        {model.panels.map((panel) => (
          <SmallChart key={panel.name} panel={panel} model={model} />
        ))}
      </div>
    </>
  );
}

function SmallChart({ panel, model }: MultiplesProps & { readonly panel: Panel }) {
  return (
    <div class="multiple">
      <p class="multiple-head">
        <span>{panel.name}</span>
        <b>{panel.newest}</b>
      </p>
      {panel.untold === null ? (
        <svg viewBox={`0 0 ${SMALL_WIDTH} ${SMALL_HEIGHT}`} preserveAspectRatio="none">
          <path class="multiple-floor" d={`M0 ${SMALL_HEIGHT - 0.5}H${SMALL_WIDTH}`} />
          {model.context !== null && (
            <path class="line-context series-context" d={smallPath(model.context, model)} />
          )}
          {panel.series.map((one) => (
            <path
              key={one.name}
              class={`multiple-line series-${one.tone} dash-${one.tone}`}
              d={smallPath(one, model)}
            />
          ))}
        </svg>
      ) : (
        <p class="multiple-untold">
          <span>{panel.untold}</span>
        </p>
      )}
    </div>
  );
}

/** The last number as it is printed. */
export function newestOf({ values, printed }: ModelSeries): string {
  return printed[values.findLastIndex((value) => value !== null)] ?? '';
}
