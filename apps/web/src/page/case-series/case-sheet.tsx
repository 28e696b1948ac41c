import { ChartIsland } from '../../chart/island/chart-island.js';
import type { FunnelModel } from '../../chart/model/chart-model.js';
import type { Wording } from '../../wording/wording.js';
import { countText, headingOf, sentenceOf, shareText, stageName } from './case-words.js';
import type { CaseCountView, CaseSeriesItem } from './case-words.js';

interface SheetProps {
  readonly item: CaseSeriesItem;
  readonly wording: Wording;
}

/** One cohort: what it says in words, its figures, and last the funnel, which says the same once more. */
export function CaseSheet({ item, wording }: SheetProps) {
  const say = wording.say.caseSeries;
  const heading = headingOf(item, wording);
  const sentence = sentenceOf(item, wording);
  const told = item.stages.filter(({ state }) => state !== 'not_applicable');
  const never = told.filter(({ state }) => state === 'never').map(({ stage }) => say.counts[stage] ?? stage);
  const about = [
    `${item.indicator.name}.`,
    item.institution === null ? '' : say.reportedBy(item.institution),
    item.demonstration ? say.demonstration : '',
  ];
  return (
    <section class="case-sheet">
      <h2>{heading}</h2>
      {sentence !== null && <p>{sentence}</p>}
      {told.length === 0 ? (
        <p>{wording.say.chart.prosecutions.notCountableWhy}</p>
      ) : (
        <div class="case-figures">
          <CountTable item={item} heading={heading} wording={wording} />
          {told.some(({ cases }) => cases !== null) && (
            <ChartIsland model={funnelOf(item, heading, wording)} height="small" wording={wording} />
          )}
        </div>
      )}
      {never.length > 0 && <p>{say.neverReported(never.join(', '))}</p>}
      <p class="note">{about.filter((words) => words !== '').join(' ')}</p>
    </section>
  );
}

function CountTable({ item, heading, wording }: SheetProps & { readonly heading: string }) {
  const say = wording.say.caseSeries;
  const timed = item.stages.some(({ medians }) => medians.length > 0);
  return (
    <table class="list stacked case-counts">
      <caption class="unseen">{say.caption(heading)}</caption>
      <thead>
        <tr>
          <th scope="col">{say.stage}</th>
          <th scope="col" class="number">
            {say.cases}
          </th>
          <th scope="col" class="number">
            {say.share}
          </th>
          <th scope="col" class="number">
            {say.ofPrevious}
          </th>
          {timed && <th scope="col">{say.days}</th>}
        </tr>
      </thead>
      <tbody>
        {rowsOf(item).map((count) => (
          <CountRow key={count.stage} count={count} timed={timed} wording={wording} />
        ))}
      </tbody>
    </table>
  );
}

/** What was never reported is named below, all at once. */
function rowsOf({ stages, archived }: CaseSeriesItem): CaseCountView[] {
  return [...stages, archived].filter(({ state, medians }) => state !== 'never' || medians.length > 0);
}

interface RowProps {
  readonly count: CaseCountView;
  /** Whether the series has medians at all. */
  readonly timed: boolean;
  readonly wording: Wording;
}

function CountRow({ count, timed, wording }: RowProps) {
  const say = wording.say.caseSeries;
  const first = count.stage === 'complaint';
  return (
    <tr>
      <th scope="row">{stageName(count.stage, wording)}</th>
      <td class="number" data-label={say.cases}>
        {count.state === 'reported' ? (
          countText(count, wording)
        ) : (
          <span class="case-flag">{countText(count, wording)}</span>
        )}
        {count.provisional && <i class="provisional">{say.provisional}</i>}
      </td>
      <td class="number" data-label={say.share}>
        {first ? '' : <Share rate={count.ofComplaints} wording={wording} />}
      </td>
      <td class="number" data-label={say.ofPrevious}>
        {first || count.stage === 'archived' ? '' : <Share rate={count.ofPrevious} wording={wording} />}
      </td>
      {timed && (
        <td data-label={say.days}>
          {count.medians.map(({ since, days, explanation }) => (
            <span key={since} class="case-median">
              {days === null
                ? say.daysRefused(say.counts[since] ?? since, explanation ?? '')
                : say.daysSince(wording.number(days), say.counts[since] ?? since)}
            </span>
          ))}
        </td>
      )}
    </tr>
  );
}

function Share({
  rate,
  wording,
}: {
  readonly rate: CaseCountView['ofComplaints'];
  readonly wording: Wording;
}) {
  return rate.share === null ? (
    <span class="case-flag" title={rate.explanation ?? undefined}>
      {shareText(rate, wording)}
      <span class="unseen">{rate.explanation}</span>
    </span>
  ) : (
    <>{shareText(rate, wording)}</>
  );
}

/** Archived complaints are no stage: they stand in the table, and in no funnel. */
function funnelOf(item: CaseSeriesItem, heading: string, wording: Wording): FunnelModel {
  const told = item.stages.filter(({ cases }) => cases !== null);
  const labels = told.map(({ stage }) => stageName(stage, wording));
  const printed = told.map((count) => countText(count, wording));
  const values = told.map(({ state, cases }) => (state === 'reported' ? cases : null));
  return {
    kind: 'funnel',
    summary: `${heading}: ${labels.map((label, index) => `${label} ${printed[index]}`).join(', ')}`,
    readings: [
      { name: heading, points: labels.map((label, index) => ({ label, text: printed[index] ?? '' })) },
    ],
    labels,
    values,
    printed,
    most: Math.max(1, ...values.map((value) => value ?? 0)),
  };
}
