import type { InformationRequestList } from '#contracts';

import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { ReplyClock } from '../requests/reply-clock.js';
import { answersFor } from '../requests/request-rights.js';
import { requestPath } from '../requests/requests-page.js';

interface DeskRequestsProps {
  readonly requests: InformationRequestList;
  readonly visit: Visit;
}

/** What the ombudsperson asks and waits for, the shortest clock first. */
export function DeskRequests({ requests: { state, items }, visit }: DeskRequestsProps) {
  const { wording, viewer } = visit;
  const words = wording.say.informationRequest;
  const owed = items
    .filter(({ institution }) => answersFor(viewer, state.iso3, institution.code))
    .sort((left, right) => left.dueOn.localeCompare(right.dueOn) || left.id - right.id);
  if (owed.length === 0) return null;
  return (
    <section class="desk-part" aria-labelledby="desk-requests">
      <h2 id="desk-requests">
        {words.desk.title} <span class="desk-count">{wording.number(owed.length)}</span>
      </h2>
      <ul class="desk-list">
        {owed.map((request) => {
          const page = pageUrl(wording.language, requestPath(state.iso3, request.id));
          return (
            <li key={request.id} class="desk-row" data-row>
              <div>
                <a href={page} lang={request.language}>
                  {request.question}
                </a>
                <p class="note">
                  {`${words.number(String(request.id))} · ${wording.code(request.recommendation.code)} ${request.recommendation.title}`}
                </p>
              </div>
              <div class="desk-when">
                <ReplyClock request={request} wording={wording} />
              </div>
              <a
                class="button button-main"
                href={`${page}#answer`}
                aria-label={words.desk.label(words.number(String(request.id)))}
              >
                {words.desk.answer}
              </a>
            </li>
          );
        })}
      </ul>
      <p class="links">
        <a href={pageUrl(wording.language, statePath(state.iso3, '/information-requests'))}>
          {words.desk.all}
        </a>
      </p>
    </section>
  );
}
