import type { FigureSheetView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { groupName } from './figure-group.js';
import { FigureRow } from './figure-row.js';
import type { FigureFaultWords } from './figure-words.js';

interface FigureGroupsProps {
  readonly sheet: FigureSheetView;
  readonly idOf: (key: string) => string;
  readonly faults: readonly FigureFaultWords[];
  readonly typed: URLSearchParams;
  readonly wording: Wording;
}

/** Cohorts of cases with their stages, or budget lines with their months: the first stands open, the others are folded. */
export function FigureGroups({ sheet, idOf, faults, typed, wording }: FigureGroupsProps) {
  const words = wording.say.figure;
  if (sheet.shape === 'cells') return null;
  if (sheet.groups.length === 0) return <p class="note">{words.grouped.periodFirst}</p>;
  return (
    <>
      <p class="field-hint">{words.grouped[sheet.shape]}</p>
      {sheet.groups.map((group, place) => {
        const rows = sheet.rows.filter((row) => row.group === group.key);
        const keys = new Set(rows.map(({ key }) => key));
        const told = rows.filter(({ handedIn }) => handedIn !== null).length;
        const typedHere = [...typed.keys()].some((name) => keys.has(name.slice(name.indexOf(':') + 1)));
        const open = place === 0 || told > 0 || typedHere || faults.some(({ key }) => keys.has(key));
        return (
          <details key={group.key} class="figure-dimension figure-group" open={open}>
            <summary>
              {groupName(group, sheet, wording)}
              <span class="figure-filled">{words.filled(told, rows.length)}</span>
            </summary>
            {rows.map((row) => (
              <FigureRow
                key={row.key}
                row={row}
                sheet={sheet}
                id={idOf(row.key)}
                faults={faults.filter(({ key }) => key === row.key)}
                typed={typed}
                wording={wording}
              />
            ))}
          </details>
        );
      })}
      {sheet.groupsLeftOut > 0 && (
        <p class="note">{words.grouped.leftOut[sheet.shape](sheet.groupsLeftOut)}</p>
      )}
    </>
  );
}
