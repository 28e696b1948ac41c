import { UserError } from '#domain';
import type { InformationRequest } from '#persistence';

/** What its state follows from. */
export function standing(request: InformationRequest) {
  return {
    dueOn: request.dueOn,
    answeredOn: request.answeredOn,
    closedOn: request.closedOn,
    withdrawnOn: request.withdrawnOn,
    askedAgain: request.later !== null,
    questionPublished: request.questionPublishedOn !== null,
    answerPublished: request.answerPublishedOn !== null,
  };
}

export function unknownRequest(): UserError {
  return new UserError('not_found', 'information_request.unknown', 'There is no such information request.');
}
