import type { PublishedRequests, PublishedRequestView, RecommendationDetail } from '#contracts';

import { Section } from '../../layout/section.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface RequestsProps {
  readonly requests: PublishedRequests;
  /** Recommendation about which the viewer can ask; null: none. */
  readonly ask: Pick<RecommendationDetail, 'state' | 'id'> | null;
  readonly wording: Wording;
}

/** What the ombudsperson asked about a recommendation and published; for the ombudsperson, the way to ask. */
export function RequestsSection({ requests, ask, wording }: RequestsProps) {
  if (requests.items.length === 0 && ask === null) return null;
  return (
    <Section title={wording.say.informationRequest.open.title}>
      {requests.items.map((request) => (
        <OneRequest key={request.id} request={request} wording={wording} />
      ))}
      {ask !== null && (
        <p class="links">
          <a href={pageUrl(wording.language, `${recommendationPath(ask.state.iso3, ask.id)}/ask`)}>
            {wording.say.informationRequest.ask.button}
          </a>
          <a href={pageUrl(wording.language, statePath(ask.state.iso3, '/information-requests'))}>
            {wording.say.informationRequest.list.link}
          </a>
        </p>
      )}
    </Section>
  );
}

function OneRequest({
  request,
  wording,
}: {
  readonly request: PublishedRequestView;
  readonly wording: Wording;
}) {
  const words = wording.say.informationRequest;
  const { institution, sentOn, dueOn, answer, answeredOn, withdrawnOn } = request;
  const overdue = request.state === 'overdue';
  return (
    <div class="request-open" id={`request-${request.id}`}>
      <h3>{words.open.asked(institution.name, wording.date(sentOn))}</h3>
      <blockquote class="request-said" lang={request.language}>
        {request.question}
      </blockquote>
      <p class="note">{words.page.legalBasis(request.legalBasis)}</p>
      {answer !== null ? (
        <>
          <h4>{`${words.page.answer}, ${wording.date(answeredOn ?? sentOn)}`}</h4>
          <blockquote class="request-said" lang={answer.language}>
            {answer.text}
          </blockquote>
          {answer.url !== null && (
            <p>
              <a href={answer.url} rel="nofollow noreferrer">
                {`${words.page.more}: ${answer.url}`}
              </a>
            </p>
          )}
        </>
      ) : (
        <p class={overdue ? 'late-words' : undefined}>
          {withdrawnOn !== null
            ? words.page.withdrawn(wording.date(withdrawnOn), request.withdrawnReason ?? '')
            : answeredOn !== null
              ? words.open.answerKept(wording.date(answeredOn))
              : overdue
                ? words.open.overdue(wording.date(dueOn))
                : request.state === 'asked_again'
                  ? words.states.asked_again
                  : words.open.waiting(wording.date(dueOn))}
        </p>
      )}
    </div>
  );
}
