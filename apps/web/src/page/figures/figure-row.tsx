import type { FigureSheetView } from '#contracts';

import { STAGES } from '../../cell/printed-cell.js';
import { Mark } from '../../status/mark.js';
import type { Wording } from '../../wording/wording.js';
import { rowName } from './figure-group.js';
import { figureWords, timeWords, typedFigure, typedNumber } from './figure-words.js';
import type { FigureFaultWords } from './figure-words.js';

type Row = FigureSheetView['rows'][number];

interface FigureRowProps {
  readonly row: Row;
  readonly sheet: FigureSheetView;
  readonly id: string;
  readonly faults: readonly FigureFaultWords[];
  readonly typed: URLSearchParams;
  readonly wording: Wording;
}

/** One figure to fill in, with what was accepted before and what is wrong with it. */
export function FigureRow({ row, sheet, id, faults, typed, wording }: FigureRowProps) {
  const words = wording.say.figure;
  const { indicator } = sheet;
  const label = rowName(row, sheet, wording);
  const { accepted, earlier } = row;
  return (
    <div
      class={faults.length > 0 ? 'figure-row figure-row-wrong' : 'figure-row'}
      role="group"
      aria-labelledby={id}
    >
      <div class="figure-about">
        <p class="figure-label" id={id}>
          {label}
        </p>
        {accepted !== null && (
          <p class="figure-before">{words.accepted(figureWords(accepted, indicator, wording))}</p>
        )}
        {accepted === null && earlier !== null && (
          <p class="figure-before">
            {words.earlier(figureWords(earlier, indicator, wording), timeWords(earlier.period, wording))}
          </p>
        )}
      </div>
      {sheet.shape === 'budget' ? (
        <input type="hidden" name={`have:${row.key}`} value="number" />
      ) : (
        <Have row={row} sheet={sheet} label={label} typed={typed} wording={wording} />
      )}
      <div class="figure-values">
        {indicator.valueType === 'ratio' && (
          <Parts row={row} label={label} id={id} faults={faults} typed={typed} wording={wording} />
        )}
        <Value
          row={row}
          sheet={sheet}
          label={label}
          id={id}
          faults={faults}
          typed={typed}
          wording={wording}
        />
      </div>
      {faults.map(({ field, dimension, says }) => (
        <p key={`${field}:${dimension}`} class="figure-problem" id={`${id}-${field}`}>
          <Mark status="error" size={17} />
          <span>{says}</span>
        </p>
      ))}
    </div>
  );
}

type PartProps = Omit<FigureRowProps, 'id' | 'faults'> & { readonly label: string };

function Have({ row, sheet, label, typed, wording }: PartProps) {
  const words = wording.say.figure;
  const { valueType } = sheet.indicator;
  const numeric = !['boolean', 'date', 'stage'].includes(valueType);
  const first =
    valueType === 'boolean'
      ? 'answer'
      : valueType === 'date'
        ? 'day'
        : valueType === 'stage'
          ? 'stage'
          : 'number';
  const options = [
    ['number', words.states[first]],
    ['provisional', words.states.provisional],
    ...(numeric ? [['below_threshold', words.states.below_threshold] as const] : []),
    ['missing', words.states.missing],
    ['not_applicable', words.states.not_applicable],
  ] as const;
  const chosen = typed.get(`have:${row.key}`) ?? haveOf(row);
  return (
    <select name={`have:${row.key}`} aria-label={`${label}: ${words.have}`}>
      {options.map(([value, says]) => (
        <option key={value} value={value} selected={value === chosen}>
          {says}
        </option>
      ))}
    </select>
  );
}

function haveOf({ handedIn }: Row): string {
  if (handedIn === null) return 'number';
  if (handedIn.state !== 'reported') return handedIn.state;
  return handedIn.provisional ? 'provisional' : 'number';
}

type FieldProps = PartProps & Pick<FigureRowProps, 'id' | 'faults'>;

function Parts({ row, label, id, faults, typed, wording }: Omit<FieldProps, 'sheet'>) {
  const words = wording.say.figure;
  return (
    <>
      {(['numerator', 'denominator'] as const).map((part) => (
        <label key={part} class="figure-part">
          <span>{words[part]}</span>
          <input
            type="text"
            inputmode="decimal"
            name={`${part}:${row.key}`}
            maxLength={40}
            autocomplete="off"
            aria-label={`${label}: ${words[part]}`}
            value={typed.get(`${part}:${row.key}`) ?? typedNumber(row.handedIn?.[part] ?? null, wording)}
            {...wrong(part, id, faults)}
          />
        </label>
      ))}
    </>
  );
}

function Value({ row, sheet, label, id, faults, typed, wording }: FieldProps) {
  const words = wording.say.figure;
  const { indicator } = sheet;
  const { valueType } = indicator;
  const name = `value:${row.key}`;
  const kept = (row.handedIn?.numerator ?? null) === null ? (row.handedIn?.value ?? null) : null;
  const value = typed.get(name) ?? typedFigure(kept, indicator, wording);
  const shared = { name, 'aria-label': `${label}: ${words.value}`, ...wrong('value', id, faults) };
  if (valueType === 'date') return <input {...shared} type="date" value={value} />;
  if (valueType === 'boolean' || valueType === 'stage') {
    const options: readonly (readonly [string, string])[] =
      valueType === 'boolean'
        ? [
            ['yes', words.yes],
            ['no', words.no],
          ]
        : STAGES.map((stage) => [stage, words.stages[stage] ?? stage]);
    return (
      <select {...shared}>
        <option value="">{words.choose}</option>
        {options.map(([code, says]) => (
          <option key={code} value={code} selected={code === value}>
            {says}
          </option>
        ))}
      </select>
    );
  }
  return (
    <label class="figure-part">
      {valueType === 'ratio' && <span>{words.computed}</span>}
      <span class="figure-with-unit">
        <input {...shared} type="text" inputmode="decimal" maxLength={40} autocomplete="off" value={value} />
        <span class="figure-unit">{indicator.unit}</span>
      </span>
    </label>
  );
}

function wrong(field: string, id: string, faults: readonly FigureFaultWords[]) {
  const ofPart = ['numerator', 'denominator'];
  const about =
    faults.find((fault) => fault.field === field) ??
    (field === 'value' ? faults.find((fault) => !ofPart.includes(fault.field)) : undefined);
  return about ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-${about.field}` } as const) : {};
}
