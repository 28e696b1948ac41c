import type { ComponentChildren } from 'preact';

import type { DutyView } from '#contracts';

import { DueDate } from '../../due/due-date.js';
import { dueCount } from '../../due/due-words.js';
import { Sought } from '../../form/sought.js';
import { documentPath, institutionPath, pageUrl, recommendationPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface DutyTableProps {
  /** Month or year that the table is of, and on what basis. */
  readonly title: string;
  readonly duties: readonly DutyView[];
  readonly sought: readonly string[];
  readonly iso3: string;
  readonly wording: Wording;
}

/** What is due in one month on one basis, who owes it, and what came. */
export function DutyTable({ title, duties, sought, iso3, wording }: DutyTableProps) {
  const words = wording.say.deadlines;
  return (
    <table class="list stacked duties">
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.id}>
            <td class="what">
              <What duty={duty} sought={sought} iso3={iso3} wording={wording} />
            </td>
            <td class="who" data-label={words.who}>
              <Debtor duty={duty} iso3={iso3} wording={wording} />
            </td>
            <td class="duty-due" data-label={words.due}>
              <DueDate due={duty.due} wording={wording} />
              <Countdown duty={duty} wording={wording} />
            </td>
            <td data-label={words.outcome}>
              <Outcome duty={duty} wording={wording} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type PartProps = Pick<DutyTableProps, 'iso3' | 'wording'> & { readonly duty: DutyView };

function What({ duty, sought, iso3, wording }: PartProps & Pick<DutyTableProps, 'sought'>) {
  const words = wording.say.deadlines;
  const { title, recommendation, document, paragraphs, period, required } = duty;
  const path = recommendation
    ? recommendationPath(iso3, recommendation.id)
    : documentPath(iso3, document.slug);
  const second = [
    recommendation ? words.item(wording.code(recommendation.code)) : document.title,
    paragraphs.length > 0 ? wording.say.cycle.forParagraphs(paragraphs.map(wording.code).join(', ')) : '',
    period ? words.period(wording.shortDate(period.startOn), wording.shortDate(period.endOn)) : '',
    required ? '' : words.optional,
  ].filter((part) => part !== '');
  return (
    <>
      <a href={pageUrl(wording.language, path)}>
        <Sought text={title} words={sought} />
      </a>
      <span class="second">{second.join(', ')}</span>
    </>
  );
}

function Debtor({ duty: { institution, recommendation }, iso3, wording }: PartProps) {
  const words = wording.say.deadlines;
  if (institution)
    return (
      <a href={pageUrl(wording.language, institutionPath(iso3, institution.code))}>{institution.shortName}</a>
    );
  return <>{recommendation === null ? words.state : words.nobody}</>;
}

/** Days are counted only towards what has not come: how late it is stands beside it. */
function Countdown({ duty: { due, outcome }, wording }: Omit<PartProps, 'iso3'>) {
  const said = outcome === 'open' ? dueCount(due, wording) : '';
  return said === '' ? null : <span class="second">{said}</span>;
}

function Outcome({ duty, wording }: Omit<PartProps, 'iso3'>) {
  const words = wording.say.deadlines;
  const { outcome, handedInOn, daysLate } = duty;
  const came = handedInOn === null ? null : words.cameOn(wording.shortDate(handedInOn));
  const said = words.outcomes[outcome] ?? outcome;
  const late = daysLate === null ? said : words.daysAfter(daysLate);
  switch (outcome) {
    case 'overdue':
      return <Said main={<b class="late-words">{late}</b>} more={said} />;
    case 'late':
      return <Said main={<b class="duty-late">{late}</b>} more={came} />;
    case 'on_time':
      return <Said main={<b>{said}</b>} more={came} />;
    case 'sent':
      return <Said main={came ?? said} more={null} />;
    default:
      return <Said main={said} more={null} />;
  }
}

function Said({ main, more }: { readonly main: ComponentChildren; readonly more: string | null }) {
  return (
    <>
      {main}
      {more !== null && <span class="second">{more}</span>}
    </>
  );
}
