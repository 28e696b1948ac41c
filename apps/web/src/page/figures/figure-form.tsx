import type { FigureSheetView } from '#contracts';

import { apiUrl, indicatorPath, pageUrl } from '../../router/address.js';
import { Mark } from '../../status/mark.js';
import type { Wording } from '../../wording/wording.js';
import { TextArea } from '../submissions/text-area.js';
import { rowPlace } from './figure-group.js';
import { FigureGroups } from './figure-groups.js';
import { FigureLines, linesId } from './figure-lines.js';
import { FigureRow } from './figure-row.js';
import { faultsIn, figureWords, timeWords } from './figure-words.js';

interface FigureFormProps {
  readonly sheet: FigureSheetView;
  /** Of the State; the definition is public. */
  readonly iso3: string;
  readonly typed: URLSearchParams;
  readonly wording: Wording;
}

/** The figures that are asked for: the total, and one folded table for each dimension. */
export function FigureForm({ sheet, iso3, typed, wording }: FigureFormProps) {
  const words = wording.say.figure;
  const faults = faultsIn(sheet, typed, wording);
  const idOf = (key: string): string => `figure-${sheet.rows.findIndex((row) => row.key === key)}`;
  const asked = sheet.dimensions.filter(({ inForm }) => inForm);
  const rowsOf = (dimension: string | null) =>
    sheet.rows
      .filter((row) => row.dimension === dimension)
      .map((row) => (
        <FigureRow
          key={row.key}
          row={row}
          sheet={sheet}
          id={idOf(row.key)}
          faults={faults.filter(({ key }) => key === row.key)}
          typed={typed}
          wording={wording}
        />
      ));
  const revises = sheet.rows.some(({ accepted }) => accepted !== null);
  const departs = faults.some(({ field }) => field === 'departureReason') || sheet.departures.length > 0;
  const kept = (name: string): string | undefined => typed.get(name) ?? undefined;
  return (
    <fieldset class="figures">
      <legend>{sheet.indicator.name}</legend>
      <About sheet={sheet} iso3={iso3} wording={wording} />
      <FigureCheck sheet={sheet} typed={typed} wording={wording} />
      {sheet.shape === 'cells' && rowsOf(null)}
      <FigureGroups sheet={sheet} idOf={idOf} faults={faults} typed={typed} wording={wording} />
      {asked.map((dimension) => {
        const rows = sheet.rows.filter((row) => row.dimension === dimension.code);
        const told = rows.filter(({ handedIn }) => handedIn !== null).length;
        const keys = new Set(rows.map(({ key }) => key));
        const open =
          faults.some((fault) => keys.has(fault.key) || fault.dimension === dimension.code) ||
          [...typed.keys()].some((name) => keys.has(afterMark(name)));
        return (
          <details key={dimension.code} class="figure-dimension" open={open}>
            <summary>
              {words.perDimension(dimension.name)}
              <span class="figure-filled">{words.filled(told, rows.length)}</span>
            </summary>
            <p class="field-hint">
              {words.dimensionHint}
              {dimension.inSeveral && ` ${words.severalHint}`}
            </p>
            {rowsOf(dimension.code)}
          </details>
        );
      })}
      {sheet.dimensions
        .filter(({ inForm }) => !inForm)
        .map((dimension) =>
          dimension.categories === 0 ? (
            <p key={dimension.code} class="note">
              {words.inFile(dimension.name)}
            </p>
          ) : (
            <FigureLines
              key={dimension.code}
              dimension={dimension}
              sheet={sheet}
              faults={faults.filter(({ key }) => key.startsWith(`${dimension.code}=`))}
              typed={typed}
              wording={wording}
            />
          ),
        )}
      {revises && (
        <TextArea
          name="figure_reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          longest={500}
          value={kept('figure_reason') ?? sheet.rows.find(({ reason }) => reason !== null)?.reason ?? ''}
        />
      )}
      {departs && (
        <TextArea
          name="departure_reason"
          label={words.departureReason}
          hint={words.departureReasonHint}
          rows={3}
          longest={500}
          value={
            kept('departure_reason') ?? sheet.departures.find(({ reason }) => reason !== null)?.reason ?? ''
          }
        />
      )}
      <p class="note">{words.publicNever}</p>
    </fieldset>
  );
}

const afterMark = (name: string): string => name.slice(name.indexOf(':') + 1);

function About({ sheet, iso3, wording }: Omit<FigureFormProps, 'typed'>) {
  const words = wording.say.figure;
  const { indicator, period, source } = sheet;
  const total = sheet.rows.find(({ key }) => key === '');
  const last = total?.accepted ?? total?.earlier ?? null;
  const time = total?.accepted ? period : (total?.earlier?.period ?? null);
  return (
    <p class="figure-intro">
      {period !== null && `${words.about(indicator.unit, timeWords(period, wording))} `}
      {indicator.population !== null && `${words.counted(indicator.population)} `}
      {source !== null && `${words.source(source)} `}
      {sheet.shape === 'cells' &&
        (last !== null && time !== null
          ? words.lastAccepted(figureWords(last, indicator, wording), timeWords(time, wording))
          : words.neverAccepted)}{' '}
      <a href={pageUrl(wording.language, indicatorPath(iso3, indicator.code))}>{words.definition}</a>{' '}
      <a href={apiUrl(wording.language, `${indicatorPath(iso3, indicator.code)}/template.csv`)} download>
        {wording.say.figureImport.template.link}
      </a>{' '}
      {wording.say.figureImport.template.waits}
    </p>
  );
}

/** Everything that has to be mended, each leading to its place. */
function FigureCheck({ sheet, typed, wording }: Omit<FigureFormProps, 'iso3'>) {
  const words = wording.say.figure;
  const faults = faultsIn(sheet, typed, wording);
  if (faults.length === 0) return null;
  return (
    <div class="failed figure-check" role="alert">
      <Mark status="error" size={17} />
      <div>
        <p>
          <b>{words.check(faults.length)}</b>
        </p>
        <ul>
          {faults.map(({ key, field, says, dimension }) => {
            const place = sheet.rows.findIndex((row) => row.key === key);
            const [ofDimension = '', ...category] = key.split('=');
            const lines = sheet.dimensions.find(({ code, inForm }) => code === ofDimension && !inForm);
            const row = sheet.rows[place];
            const label = row ? rowPlace(row, sheet, wording) : category.join('=');
            return (
              <li key={`${field}:${key}:${dimension}`}>
                <a href={lines ? `#${linesId(lines.code)}` : `#figure-${place}`}>{words.at(label, says)}</a>
              </li>
            );
          })}
        </ul>
        <p>{words.keptTyped}</p>
      </div>
    </div>
  );
}
