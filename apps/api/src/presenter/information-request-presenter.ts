import type {
  InformationRequestDetail,
  InformationRequestList,
  InformationRequestView,
  PublishedRequests,
  RequestChoices,
  UsualClock,
} from '#contracts';
import type { Language } from '#messages';
import type { ReadRequests, RequestReading, State } from '#tracking';

import { namedState } from './document-presenter.js';
import { inLanguage, institutionView } from './wording.js';

type Answered<K extends keyof ReadRequests> = ReadRequests[K] extends (...given: never[]) => Promise<infer T>
  ? T
  : never;

export function requestListView(
  state: State,
  { today, requests, usual, institutions }: Answered<'list'>,
  language: Language,
): Omit<InformationRequestList, 'nextCursor' | 'sought'> {
  return {
    state: namedState(state, language),
    today,
    items: requests.map((request) => requestView(request, language)),
    institutions: institutions.map((institution) => institutionView(institution, language)),
    usual: usualView(usual),
  };
}

export function requestDetailView(
  state: State,
  { today, request, chain, usual }: Answered<'read'>,
  language: Language,
): InformationRequestDetail {
  return {
    state: namedState(state, language),
    today,
    request: requestView(request, language),
    chain: chain.map((one) => requestView(one, language)),
    usual: usualView(usual),
  };
}

export function requestChoicesView(
  state: State,
  { today, item, institutions, indicators, usual }: Answered<'choices'>,
  language: Language,
): RequestChoices {
  return {
    state: namedState(state, language),
    today,
    recommendation: itemView(item, language),
    institutions: institutions.map((institution) => institutionView(institution, language)),
    indicators: indicators.map(({ code, name }) => ({ code, name: inLanguage(name, language) })),
    usual: usualView(usual),
  };
}

export function publishedRequestsView(
  { today, requests }: Answered<'listPublished'>,
  language: Language,
): PublishedRequests {
  return {
    today,
    items: requests.map((request) => ({
      ...commonView(request, language),
      publishedOn: request.publishedOn,
    })),
  };
}

function usualView({ workingDays, dueOn, leftOut }: Answered<'list'>['usual']): UsualClock {
  return { workingDays, dueOn, closedDays: [...leftOut] };
}

function requestView(request: RequestReading, language: Language): InformationRequestView {
  return {
    ...commonView(request, language),
    workingDaysLeft: request.workingDaysLeft,
    closedDays: [...request.closedDays],
    closedReason: request.closedReason,
    earlier: request.earlier,
    later: request.later,
    questionPublishedOn: request.questionPublishedOn,
    answerPublishedOn: request.answerPublishedOn,
  };
}

type Common = RequestReading | Answered<'listPublished'>['requests'][number];

function commonView(
  request: Common,
  language: Language,
): Omit<PublishedRequests['items'][number], 'publishedOn'> {
  const { indicator, answer } = request;
  return {
    id: request.id,
    recommendation: itemView(request.recommendation, language),
    indicator: indicator && { code: indicator.code, name: inLanguage(indicator.name, language) },
    institution: institutionView(request.institution, language),
    question: request.question,
    language: request.language,
    legalBasis: request.legalBasis,
    state: request.state,
    sentOn: request.sentOn,
    workingDays: request.workingDays,
    dueOn: request.dueOn,
    answeredOn: request.answeredOn,
    answer: answer && { ...answer },
    closedOn: request.closedOn,
    withdrawnOn: request.withdrawnOn,
    withdrawnReason: request.withdrawnReason,
  };
}

function itemView(
  { publicId, code, titles }: RequestReading['recommendation'],
  language: Language,
): InformationRequestView['recommendation'] {
  return { id: publicId, code, title: titles[language] ?? titles['en'] ?? code };
}
