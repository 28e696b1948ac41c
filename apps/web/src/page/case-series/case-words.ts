import type { CaseSeriesList } from '#contracts';

import type { Wording } from '../../wording/wording.js';

export type CaseSeriesItem = CaseSeriesList['items'][number];
export type CaseCountView = CaseSeriesItem['archived'];

/** `Trafficking for exploitation, complaints made in 2021`, with the region where there is one. */
export function headingOf(item: CaseSeriesItem, { say }: Wording): string {
  const { offences, cohorts } = say.chart.prosecutions;
  const heading = say.caseSeries.heading(
    offences[item.offence] ?? item.offence,
    cohorts[item.cohortRule](item.cohortYear),
  );
  return item.region === null ? heading : `${item.region.name}: ${heading}`;
}

export function stageName(stage: CaseCountView['stage'], { say }: Wording): string {
  return stage === 'archived' ? say.caseSeries.archived : say.chart.prosecutions.stages[stage];
}

/** The number, its bound, or why there is none. */
export function countText({ state, cases }: CaseCountView, { say, number }: Wording): string {
  if (cases === null) return say.caseSeries.states[state] ?? state;
  return state === 'below_threshold' ? say.caseSeries.below(number(cases)) : number(cases);
}

export function shareText({ share }: CaseCountView['ofComplaints'], { percent, say }: Wording): string {
  return share === null ? say.caseSeries.noShare : percent(share * 100, 1);
}

/** What the counts say, where both ends are known; null where nobody can say it. */
export function sentenceOf({ stages, archived }: CaseSeriesItem, wording: Wording): string | null {
  const { caseSeries } = wording.say;
  const complaints = stages.find(({ stage }) => stage === 'complaint');
  const convicted = stages.find(({ stage }) => stage === 'conviction');
  const said = [];
  if (complaints && convicted && convicted.ofComplaints.share !== null)
    said.push(
      caseSeries.sentence(
        countText(complaints, wording),
        countText(convicted, wording),
        shareText(convicted.ofComplaints, wording),
      ),
    );
  if (archived.ofComplaints.share !== null)
    said.push(
      caseSeries.sentenceArchived(countText(archived, wording), shareText(archived.ofComplaints, wording)),
    );
  else if (complaints?.state === 'reported' && archived.state === 'never') said.push(caseSeries.archivedNone);
  return said.length === 0 ? null : said.join(' ');
}
