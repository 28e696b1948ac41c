import type { FigureSheetView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { typedFigure, typedNumber } from './figure-words.js';
import type { FigureFaultWords } from './figure-words.js';

type Dimension = FigureSheetView['dimensions'][number];
type Figure = NonNullable<FigureSheetView['rows'][number]['handedIn']>;

const LONGEST = 40_000;
const MOST_LINES_SHOWN = 26;

export const linesId = (dimension: string): string => `lines-${dimension}`;

interface FigureLinesProps {
  readonly dimension: Dimension;
  readonly sheet: FigureSheetView;
  /** Of lines of this dimension. */
  readonly faults: readonly FigureFaultWords[];
  readonly typed: URLSearchParams;
  readonly wording: Wording;
}

/** A dimension with more categories than a form has rows for: its categories as lines, to be filled in or pasted over. */
export function FigureLines({ dimension, sheet, faults, typed, wording }: FigureLinesProps) {
  const words = wording.say.figure;
  const { code, name, categories, received, inSeveral } = dimension;
  const kept = typed.get(`lines:${code}`);
  return (
    <details class="figure-dimension" open={kept !== null || faults.length > 0}>
      <summary>
        {words.perDimension(name)}
        <span class="figure-filled">{words.filled(received, categories)}</span>
      </summary>
      {dimension.codeSystems.length > 0 && (
        <label class="field">
          <span class="field-label">{words.codes}</span>
          <select name={`codes:${code}`}>
            <option value="">{words.codesUnsaid}</option>
            {dimension.codeSystems.map((system) => (
              <option key={system} value={system} selected={typed.get(`codes:${code}`) === system}>
                {wording.say.figureImport.settings.codeSystems[system] ?? system}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span class="field-label">{words.lines(name)}</span>
        <span class="field-hint" id={`${linesId(code)}-hint`}>
          {words.linesHint}
          {inSeveral && ` ${words.severalHint}`}
        </span>
        <textarea
          id={linesId(code)}
          name={`lines:${code}`}
          rows={Math.min(categories, MOST_LINES_SHOWN)}
          maxLength={LONGEST}
          spellcheck={false}
          aria-describedby={`${linesId(code)}-hint`}
          aria-invalid={faults.length > 0 ? 'true' : undefined}
        >
          {kept ?? linesOf(dimension, sheet, wording)}
        </textarea>
      </label>
    </details>
  );
}

/** Every category in its order, with what was handed in; a name that several have stands by its code. */
function linesOf(
  { code, choices }: Dimension,
  { rows, indicator }: FigureSheetView,
  wording: Wording,
): string {
  const handedIn = new Map(rows.map((row) => [row.key, row.handedIn]));
  return choices
    .map(({ key, name }) => {
      const shared = choices.filter((other) => other.name === name).length > 1;
      const figure = handedIn.get(key) ?? null;
      const category = shared ? key.slice(code.length + 1) : name;
      return `${category}; ${figure === null ? '' : lineWords(figure, indicator, wording)}`.trimEnd();
    })
    .join('\n');
}

function lineWords(figure: Figure, indicator: FigureSheetView['indicator'], wording: Wording): string {
  const { missing, not_applicable } = wording.say.chart.flags;
  const { state, value, numerator, denominator, provisional } = figure;
  if (state === 'missing') return missing;
  if (state === 'not_applicable') return not_applicable;
  const number =
    numerator !== null && denominator !== null
      ? `${typedNumber(numerator, wording)}/${typedNumber(denominator, wording)}`
      : typedFigure(value, indicator, wording);
  return `${state === 'below_threshold' ? '<' : ''}${number}${provisional ? ' p' : ''}`;
}
