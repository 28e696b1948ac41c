import type { IndicatorData } from '#contracts';

import { pairPartners } from '../../chart/model/pair.js';
import { areParts } from '../../chart/model/selected-set.js';
import type { Selection } from '../../chart/model/selection.js';
import { hasTotals, publishedDimensions, seriesOf } from '../../chart/model/series.js';
import { blankPercent } from '../../chart/model/untold.js';
import { pageUrl } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface BreakdownFormProps {
  readonly data: IndicatorData;
  readonly selection: Selection;
  readonly visit: Visit;
}

/** What to compare, and how. A breakdown that was asked for and never came keeps its place, and says so. */
export function BreakdownForm({ data, selection, visit }: BreakdownFormProps) {
  const { wording, address } = visit;
  const words = wording.say.indicator;
  const published = publishedDimensions(data);
  const missing = data.requiredDimensions.filter(
    ({ code }) => !published.some((dimension) => dimension.code === code),
  );
  return (
    <form class="breakdowns" method="get" autocomplete="off" action={pageUrl(wording.language, address.path)}>
      <fieldset>
        <legend>{words.compareBy}</legend>
        {hasTotals(data) && (
          <Choice name="by" value="" label={words.nothing} checked={selection.by === null} />
        )}
        {published.map(({ code, name }) => (
          <Choice
            key={code}
            name="by"
            value={code}
            label={name}
            checked={code === selection.by}
            {...blankNote(data, code, visit)}
          />
        ))}
        {missing.map(({ code, name }) => (
          <Choice key={code} name="by" value={code} label={name} checked={false} off note={words.noDataFor} />
        ))}
      </fieldset>
      {selection.by !== null && <Details data={data} selection={selection} by={selection.by} visit={visit} />}
      {published.length > 0 && (
        <button class="button" type="submit">
          {words.show}
        </button>
      )}
    </form>
  );
}

/** Groups, a second breakdown and the way of drawing: of the breakdown that is shown. */
function Details({ data, selection, by, visit }: BreakdownFormProps & { readonly by: string }) {
  const { wording } = visit;
  const words = wording.say.indicator;
  const categories = data.dimensions.find(({ code }) => code === by)?.categories ?? [];
  const partners = pairPartners(data, by);
  const ways = waysOf(data, selection, visit);
  return (
    <>
      {categories.length > 2 && (
        <fieldset>
          <legend>{words.groups}</legend>
          <p class="note">
            {selection.tooMany
              ? words.tooManyGroups
              : selection.groups.length === 1
                ? words.oneGroup
                : words.groupsHint}
          </p>
          {categories.map(({ code, name }) => (
            <Choice
              key={code}
              kind="checkbox"
              name="group"
              value={code}
              label={name}
              checked={selection.groups.includes(code)}
            />
          ))}
        </fieldset>
      )}
      {partners.length > 0 && (
        <fieldset>
          <legend>{words.andBy}</legend>
          <Choice name="and" value="" label={words.nothing} checked={selection.and === null} />
          {partners.map(({ code, name }) => (
            <Choice key={code} name="and" value={code} label={name} checked={code === selection.and} />
          ))}
        </fieldset>
      )}
      {ways.length > 1 && (
        <fieldset>
          <legend>{words.drawnAs}</legend>
          {ways.map(([value, label]) => (
            <Choice
              key={value}
              name="as"
              value={value}
              label={label}
              checked={value === (selection.as ?? '')}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Ways of drawing that say something true of these figures. */
function waysOf(
  data: IndicatorData,
  { by, and }: Selection,
  { wording }: Visit,
): [value: string, label: string][] {
  const words = wording.say.indicator;
  if (and !== null)
    return [
      ['', words.asSmall],
      ['matrix', words.asMatrix],
    ];
  return areParts(data, seriesOf(data, by, wording), wording)
    ? [
        ['', words.asUsual],
        ['stacked', words.asStacked],
      ]
    : [['', words.asUsual]];
}

/** Of a breakdown that came in part: how much of it did not, over all its groups and every period that was reported. */
function blankNote(data: IndicatorData, code: string, { wording }: Visit): { readonly note?: string } {
  const dimension = data.dimensions.find((one) => one.code === code);
  const periods = new Set(data.cells.map(({ period }) => period.endOn));
  const received = new Set(
    data.cells
      .filter(({ categories, flag }) => code in categories && flag !== 'missing')
      .map(({ categories, period }) => `${categories[code] ?? ''} ${period.endOn}`),
  );
  const groups = dimension?.tiles?.length ?? dimension?.categories.length ?? 0;
  const blank = blankPercent(groups, periods.size, received.size);
  return blank === 0 ? {} : { note: wording.say.indicator.blank(wording.percent(blank)) };
}

interface ChoiceProps {
  readonly kind?: 'radio' | 'checkbox';
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  readonly off?: boolean;
  readonly note?: string;
}

function Choice({ kind = 'radio', name, value, label, checked, off = false, note }: ChoiceProps) {
  return (
    <label class={off ? 'radio radio-off' : 'radio'}>
      <input type={kind} name={name} value={value} checked={checked} disabled={off} />
      <span>{label}</span>
      {note !== undefined && <span class="radio-note">{note}</span>}
    </label>
  );
}
