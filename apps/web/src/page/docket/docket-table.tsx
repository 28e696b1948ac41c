import { Fragment } from 'preact';

import type { Docket, InformationRequestList } from '#contracts';

import { Sought } from '../../form/sought.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { asksFormally } from '../requests/request-rights.js';
import { LastReminder } from './last-reminder.js';
import { AskRow, RowRequest } from './row-request.js';

type Item = Docket['items'][number];

interface TableProps {
  readonly docket: Docket;
  readonly requests: InformationRequestList;
  readonly visit: Visit;
  /** Those of its items that stand in it. */
  readonly items: readonly Item[];
}

/** One row for each that is owed; on a phone a few short lines, whose words say what they are without their heads. */
export function DocketTable({ docket, requests, visit, items }: TableProps) {
  const { wording, address } = visit;
  const words = wording.say.people.docket;
  const asks = asksFormally(visit.viewer, docket.state.iso3);
  const asking = asks ? address.query.get('ask') : null;
  return (
    <table class="list stacked docket">
      <thead>
        <tr>
          <th scope="col">{words.days}</th>
          <th scope="col">{words.paragraph}</th>
          <th scope="col">{words.owed}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.reminder}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.request}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Fragment key={item.alert}>
            <tr id={`row-${item.alert}`}>
              <td class={item.daysLate > 0 ? 'days late' : 'days'}>
                {item.daysLate > 0 ? wording.number(item.daysLate) : words.ahead(-item.daysLate)}
              </td>
              <td class="code">{wording.code(item.recommendation.code)}</td>
              <Owed item={item} docket={docket} visit={visit} />
              <td class="owner">
                {item.institution ? (
                  <Sought text={item.institution.name} words={docket.sought} />
                ) : (
                  <b class="late-words">{words.noOwner}</b>
                )}
                {!item.hasFocalPoint && <b class="second late-words">{words.noFocalPoint}</b>}
              </td>
              <td class="reminder">
                <LastReminder
                  lastReminder={item.lastReminder}
                  decision={item.decision?.code ?? null}
                  wording={wording}
                />
              </td>
              <Answered item={item} docket={docket} visit={visit} />
              <td class="request">
                <RowRequest
                  item={item}
                  requests={requests}
                  asks={asks}
                  asking={asking === String(item.alert)}
                  visit={visit}
                />
              </td>
            </tr>
            {asking === String(item.alert) && <AskRow item={item} requests={requests} visit={visit} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly item: Item;
  readonly docket: Docket;
  readonly visit: Visit;
}

function Owed({ item, docket, visit: { wording } }: CellProps) {
  return (
    <td class="what">
      <a href={pageUrl(wording.language, recommendationPath(docket.state.iso3, item.recommendation.id))}>
        <Sought text={item.obligation} words={docket.sought} />
      </a>
      <span class="second">
        <span class="docket-title">
          <Sought text={item.recommendation.title} words={docket.sought} />
          {'. '}
        </span>
        {wording.say.due.due(wording.date(item.dueOn))}
      </span>
    </td>
  );
}

function Answered({ item, docket, visit: { wording } }: CellProps) {
  return (
    <td class="answer">
      <a href={pageUrl(wording.language, statePath(docket.state.iso3, `/alerts/${item.alert}`))} data-key="r">
        {wording.say.people.docket.alertStates[item.alertState]}
      </a>
      {item.snooze && (
        <span class="second">
          {wording.say.alert.snoozedBy(wording.date(item.snooze.until), item.snooze.by, item.snooze.because)}
        </span>
      )}
    </td>
  );
}
