import type { FigureSheetView, FigureView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { groupName, rowName, rowPlace } from './figure-group.js';
import { figureWords, numberWords, timeWords } from './figure-words.js';

interface FigureTableProps {
  readonly sheet: FigureSheetView;
  readonly wording: Wording;
}

type Row = FigureSheetView['rows'][number];

/** What was handed in beside what is on record, which breakdowns came, and what does not add up. */
export function FigureTable({ sheet, wording }: FigureTableProps) {
  const words = wording.say.figure;
  const rows = sheet.rows.filter(({ handedIn }) => handedIn !== null);
  if (rows.length === 0) return <p class="note">{words.none}</p>;
  const { indicator, period } = sheet;
  const reasons = new Set(rows.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  const labelOf = (key: string): string => {
    const row = sheet.rows.find((one) => one.key === key);
    return row ? rowPlace(row, sheet, wording) : key;
  };
  const placeOf = ({ key, dimension }: FigureSheetView['departures'][number]): string => {
    const named = sheet.dimensions.find(({ code }) => code === dimension)?.name;
    return named === undefined ? labelOf(key) : `${labelOf(key)} (${named})`;
  };
  return (
    <>
      <p class="figure-intro">
        <b>{indicator.name}</b>
        {period !== null && ` ${words.about(indicator.unit, timeWords(period, wording))}`}
        {sheet.source !== null && ` ${words.source(sheet.source)}`}
      </p>
      <table class="list stacked figure-table">
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" class="number">
              {words.acceptedColumn}
            </th>
            <th scope="col" class="number">
              {words.handedIn}
            </th>
            <th scope="col" class="number">
              {words.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {rowName(row, sheet, wording)}
                {row.group !== null && <span class="second">{groupOf(row, sheet, wording)}</span>}
                {row.dimension !== null && (
                  <span class="second">
                    {sheet.dimensions.find(({ code }) => code === row.dimension)?.name}
                  </span>
                )}
              </th>
              <td class="number" data-label={words.acceptedColumn}>
                {beforeWords(row, sheet, wording)}
              </td>
              <td class="number figure-new" data-label={words.handedIn}>
                {row.handedIn && figureWords(row.handedIn, indicator, wording)}
              </td>
              <td class="number" data-label={words.change}>
                {changeWords(row, sheet, wording)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {[...reasons].map((reason) => (
        <p key={reason} class="figure-said">
          {words.changedBecause(reason)}
        </p>
      ))}
      {sheet.departures.length > 0 && (
        <>
          <h3 class="figure-head">{words.overridden}</h3>
          <ul class="plain-list">
            {sheet.departures.map((departure) => (
              <li key={`${departure.key}:${departure.dimension}:${departure.rule}`}>
                {words.at(
                  placeOf(departure),
                  words.departures[departure.rule](
                    numberWords(departure.parts, wording),
                    numberWords(departure.total, wording),
                  ),
                )}
                {departure.reason !== null && (
                  <span class="second">{words.overriddenBecause(departure.reason)}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {sheet.dimensions.length > 0 && <Received sheet={sheet} wording={wording} />}
    </>
  );
}

function groupOf({ group }: Row, sheet: FigureSheetView, wording: Wording): string {
  const found = sheet.groups.find(({ key }) => key === group);
  return found === undefined ? '' : groupName(found, sheet, wording);
}

function Received({ sheet, wording }: FigureTableProps) {
  const words = wording.say.figure;
  const came = sheet.dimensions.filter(({ received }) => received > 0);
  return (
    <>
      <h3 class="figure-head">
        {words.received}
        <span class="figure-filled">{words.receivedRate(came.length, sheet.dimensions.length)}</span>
      </h3>
      <dl class="facts">
        {sheet.dimensions.map(({ code, name, received, categories }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>
              {received === 0
                ? words.notCame
                : received < categories
                  ? words.partly(received, categories)
                  : words.came}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function beforeWords({ accepted, earlier }: Row, { indicator }: FigureSheetView, wording: Wording): string {
  const words = wording.say.figure;
  if (accepted !== null) return figureWords(accepted, indicator, wording);
  return earlier === null
    ? words.nothingYet
    : words.earlier(figureWords(earlier, indicator, wording), timeWords(earlier.period, wording));
}

/** Against what was accepted for the same time, or else for the time before. */
function changeWords(
  { handedIn, accepted, earlier }: Row,
  { indicator, shape }: FigureSheetView,
  wording: Wording,
): string {
  const words = wording.say.figure;
  // Another cohort counts other cases, and another year has another budget: nothing changed from the one to the other.
  const before: FigureView | null = accepted ?? (shape === 'cells' ? earlier : null);
  if (handedIn === null) return '';
  if (before === null) return words.isNew;
  if (handedIn.state !== 'reported' || before.state !== 'reported')
    return handedIn.state === before.state && handedIn.value === before.value
      ? words.asBefore
      : words.revised;
  const change = (handedIn.value ?? 0) - (before.value ?? 0);
  if (change !== 0 && ['boolean', 'date', 'stage'].includes(indicator.valueType)) return words.revised;
  if (change === 0) return handedIn.provisional === before.provisional ? words.asBefore : words.revised;
  return `${change > 0 ? '+' : '−'}${numberWords(Math.abs(change), wording)}`;
}
