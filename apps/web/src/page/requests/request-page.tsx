import type { InformationRequestDetail, InformationRequestView } from '#contracts';

import { DoneOrUndo } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { ClockBasis, ReplyClock } from './reply-clock.js';
import { RequestForms } from './request-forms.js';
import { requestPath } from './requests-page.js';

/** One request: what was asked, how the clock stands, the answer, all that happened, and what comes next. */
export const requestPage: Page<{ detail: InformationRequestDetail }> = {
  load: ({ language, parameters }) => ({
    detail: apiUrl(
      language,
      statePath(
        parameters['iso3'] ?? '',
        `/information-requests/${encodeURIComponent(parameters['id'] ?? '')}`,
      ),
    ),
  }),
  show: ({ detail }, visit) => {
    const { wording } = visit;
    const words = wording.say.informationRequest;
    const { iso3, name } = detail.state;
    return {
      documentTitle: words.number(String(detail.request.id)),
      current: 'requests',
      crumbs: [
        { label: name, path: statePath(iso3) },
        { label: words.title, path: statePath(iso3, '/information-requests') },
        { label: words.number(String(detail.request.id)) },
      ],
      today: detail.today,
      body: <Body detail={detail} visit={visit} />,
    };
  },
};

function Body({ detail, visit }: { readonly detail: InformationRequestDetail; readonly visit: Visit }) {
  const { wording, address } = visit;
  const { request, state } = detail;
  const words = wording.say.informationRequest;
  return (
    <article>
      <p class="overline">{`${words.number(String(request.id))}, ${wording.date(request.sentOn)}`}</p>
      <h1>{words.page.title(request.institution.name, wording.code(request.recommendation.code))}</h1>
      <p class="lede">
        <a href={pageUrl(wording.language, recommendationPath(state.iso3, request.recommendation.id))}>
          {request.recommendation.title}
        </a>
      </p>
      <DoneOrUndo
        visit={visit}
        words={words.forms.done}
        undoable={['answered', 'closed', 'withdrawn']}
        of={{ kind: 'information_request', id: request.id }}
      />
      <FormProblem address={address} wording={wording} />
      <div class="request-parts">
        <div>
          <Said request={request} wording={wording} />
          <RequestForms detail={detail} visit={visit} />
        </div>
        <div>
          <section class="desk-part">
            <h2>{words.list.clock}</h2>
            <p>
              <ReplyClock request={request} wording={wording} />
            </p>
            <p>
              <b>{words.ask.due(wording.date(request.dueOn))}</b>
            </p>
            <ClockBasis workingDays={request.workingDays} closedDays={request.closedDays} wording={wording} />
            <p class="note">{words.page.legalBasis(request.legalBasis)}</p>
            {request.indicator && <p class="note">{words.page.about(request.indicator.name)}</p>}
            <p class="note">
              {request.questionPublishedOn === null
                ? words.page.confidential
                : words.page.questionOpen(wording.date(request.questionPublishedOn))}
              {request.answerPublishedOn !== null &&
                ` ${words.page.answerOpen(wording.date(request.answerPublishedOn))}`}
            </p>
          </section>
          <History request={request} today={detail.today} wording={wording} />
        </div>
      </div>
      {detail.chain.length > 1 && <Chain detail={detail} wording={wording} />}
    </article>
  );
}

interface PartProps {
  readonly request: InformationRequestView;
  readonly wording: Wording;
}

function Said({ request, wording }: PartProps) {
  const words = wording.say.informationRequest.page;
  const { answer, withdrawnOn, withdrawnReason, closedOn, closedReason } = request;
  return (
    <>
      <Section title={words.question}>
        <blockquote class="request-said" lang={request.language}>
          {request.question}
        </blockquote>
      </Section>
      <Section title={words.answer}>
        {answer === null ? (
          <p>
            {withdrawnOn === null
              ? words.noAnswer
              : words.withdrawn(wording.date(withdrawnOn), withdrawnReason ?? '')}
          </p>
        ) : (
          <>
            <blockquote class="request-said" lang={answer.language}>
              {answer.text}
            </blockquote>
            {answer.url !== null && (
              <p>
                <a href={answer.url} rel="nofollow noreferrer">
                  {`${words.more}: ${answer.url}`}
                </a>
              </p>
            )}
          </>
        )}
        {closedOn !== null && <p class="note">{words.closed(wording.date(closedOn), closedReason)}</p>}
      </Section>
    </>
  );
}

/** In the order of their days. What is still to come is the last day for the answer. */
function History({ request, today, wording }: PartProps & { readonly today: string }) {
  const words = wording.say.informationRequest.page;
  const dated: readonly (readonly [keyof typeof words.events, string | null])[] = [
    ['sent', request.sentOn],
    ['due', request.dueOn],
    ['answered', request.answeredOn],
    ['question_published', request.questionPublishedOn],
    ['answer_published', request.answerPublishedOn],
    ['closed', request.closedOn],
    ['withdrawn', request.withdrawnOn],
  ];
  const events = dated
    .flatMap(([kind, on]) => (on === null ? [] : [{ kind, on }]))
    .sort((left, right) => left.on.localeCompare(right.on));
  return (
    <section class="desk-part">
      <h2>{words.history}</h2>
      <ol class="request-history">
        {events.map(({ kind, on }) => (
          <li key={kind} class={on > today ? 'request-ahead' : undefined}>
            <b>{wording.date(on)}</b>
            <span class="second">{words.events[kind]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Chain({
  detail: { chain, request, state },
  wording,
}: {
  readonly detail: InformationRequestDetail;
  readonly wording: Wording;
}) {
  const words = wording.say.informationRequest;
  return (
    <Section title={words.page.chain}>
      <ol class="request-history">
        {chain.map((one) => (
          <li key={one.id}>
            {one.id === request.id ? (
              <b>{`${words.number(String(one.id))} (${words.page.thisOne})`}</b>
            ) : (
              <a href={pageUrl(wording.language, requestPath(state.iso3, one.id))}>
                {words.number(String(one.id))}
              </a>
            )}
            <span class="second">
              {`${one.earlier === null ? words.page.events.sent : words.page.events.asked_again}, ${wording.date(one.sentOn)}: ${words.states[one.state]}`}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
