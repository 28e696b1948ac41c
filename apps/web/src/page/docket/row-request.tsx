import type { Docket, InformationRequestList } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { listQuery } from '../../form/list-search.js';
import { pageUrl, recommendationPath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { QuestionFields } from '../requests/question-fields.js';
import { ClockBasis, ReplyClock } from '../requests/reply-clock.js';
import { requestPath } from '../requests/requests-page.js';
import { requestOf } from './docket-count.js';

/** What the rows are narrowed to stays when a form is opened. */
const KEPT = ['show'] as const;

interface RowProps {
  readonly item: Docket['items'][number];
  /** Requests that wait for their answer. */
  readonly requests: InformationRequestList;
  readonly visit: Visit;
}

/** The request that runs about what is owed, or the way to write one: an address, which opens the form under the row. */
export function RowRequest({
  item,
  requests,
  asks,
  asking,
  visit: { wording, address },
}: RowProps & { readonly asks: boolean; readonly asking: boolean }) {
  const words = wording.say.informationRequest;
  const running = requestOf(item, requests);
  if (running)
    return (
      <>
        <ReplyClock request={running} wording={wording} />
        <a href={pageUrl(wording.language, requestPath(requests.state.iso3, running.id))}>
          {words.number(String(running.id))}
        </a>
      </>
    );
  if (asking) return <b>{words.ask.writing}</b>;
  if (!asks || item.institution === null || item.daysLate <= 0) return null;
  const form = pageUrl(wording.language, address.path, {
    ...listQuery(address.query, KEPT),
    ask: item.alert,
  });
  return (
    <a
      class="button"
      href={`${form}#row-${item.alert}`}
      aria-label={words.ask.label(`${wording.code(item.recommendation.code)} ${item.obligation}`)}
    >
      {words.ask.button}
    </a>
  );
}

const COLUMNS = 7;

/** The form of a request, under the row of what is late. */
export function AskRow({ item, requests, visit }: RowProps) {
  const { wording, address } = visit;
  const words = wording.say.informationRequest.ask;
  const { usual, state } = requests;
  if (item.institution === null) return null;
  return (
    <tr class="ask-row">
      <td colSpan={COLUMNS}>
        <div class="request-parts">
          <ActForm
            visit={visit}
            action={`${recommendationPath(state.iso3, item.recommendation.id)}/information-requests`}
            button={words.send}
          >
            <input type="hidden" name="on_docket" value={item.alert} />
            <input type="hidden" name="institution" value={item.institution.code} />
            <QuestionFields wording={wording} institution={item.institution.name} usual={usual} />
          </ActForm>
          <div>
            <p>
              <b>{words.due(wording.date(usual.dueOn))}</b>
            </p>
            <ClockBasis workingDays={usual.workingDays} closedDays={usual.closedDays} wording={wording} />
            <p class="note">{words.reminded}</p>
            <p>
              <a href={pageUrl(wording.language, address.path, listQuery(address.query, KEPT))}>
                {words.close}
              </a>
            </p>
          </div>
        </div>
      </td>
    </tr>
  );
}
