import type { AuditedFields, CivilDate, Clock, RequestEvent, RequestRefusal } from '#domain';
import { REPLY_BOUNDS, UserError, replyClock, requestRefusal } from '#domain';
import type {
  AuditRepository,
  InformationRequest,
  InformationRequestRepository,
  InstitutionChangeRepository,
  RecordDatabase,
  State,
} from '#persistence';

import { actsFor, refusePersonalData, todayOf } from '../record-action/answering.js';
import type { Answering } from '../record-action/answering.js';
import type { ReplyRules } from './reply-rules.js';
import type { RequestMails } from './request-mails.js';
import { standing, unknownRequest } from './request-standing.js';

/** What is asked, in the language in which it is asked. */
export interface QuestionWish {
  readonly question: string;
  readonly language: 'en' | 'es' | 'fr';
  readonly legalBasis: string;
  /** Working days for the answer; null: as the State has set. */
  readonly workingDays: number | null;
}

export interface RequestWish extends QuestionWish {
  /** Code. */
  readonly institution: string;
  /** Code of an indicator of the recommendation; null: about the recommendation itself. */
  readonly indicator: string | null;
}

export interface RequestAnswer {
  readonly text: string;
  readonly language: 'en' | 'es' | 'fr';
  readonly url: string | null;
}

const REFUSED: Readonly<Record<RequestRefusal, string>> = {
  withdrawn: 'This request was withdrawn.',
  closed: 'This request was closed.',
  asked_again: 'This request was asked again: what follows is said to the later one.',
  answered: 'This request was answered already.',
  not_answered: 'There is no answer to this request yet.',
  published: 'This is public already.',
  confidential: 'Publish the question first: nobody reads an answer without it.',
};

const AUDITED = {
  answered: 'information_request.answered',
  closed: 'information_request.closed',
  withdrawn: 'information_request.withdrawn',
  question_published: 'information_request.published',
  answer_published: 'information_request.published',
} as const satisfies Record<RequestEvent, string>;

/**
 * Formal information requests: the ombudsperson asks, the institution answers, and the watch reminds it. What is written here is
 * never changed, so nothing that points at a person gets in; questions and answers are confidential until the ombudsperson
 * publishes them, and the audit holds neither.
 */
export class AskForInformation {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly requests: InformationRequestRepository;
      readonly institutions: InstitutionChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly replies: ReplyRules,
    private readonly mails: RequestMails,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `information_request.recommendation_unknown`, `.institution_unknown`, `.institution_ended`, `.indicator_unknown`,
   * `.working_days` or `.personal_data`.
   */
  ask(state: State, recommendation: string, wish: RequestWish, by: Answering): Promise<number> {
    return this.record.runState(state.id, async () => {
      const item = await this.rows.institutions.findRecommendation(state.id, recommendation);
      if (!item)
        throw new UserError(
          'not_found',
          'information_request.recommendation_unknown',
          `No recommendation "${recommendation}" is followed for ${state.iso3}.`,
        );
      const institution = await this.institutionOf(state, wish.institution);
      const indicatorId = await this.indicatorOf(state, item.id, wish.indicator);
      return this.send(state, wish, by, {
        recommendationId: item.id,
        publicId: recommendation,
        institution,
        indicatorId,
        earlier: null,
      });
    });
  }

  /**
   * The same matter once more, to the same institution; the earlier request no longer waits for an answer.
   * @throws UserError `information_request.unknown`, `.asked_again`, `.withdrawn`, `.institution_ended`, `.working_days` or `.personal_data`.
   */
  askAgain(state: State, id: number, wish: QuestionWish, by: Answering): Promise<number> {
    return this.record.runState(state.id, async () => {
      const earlier = await this.lock(state, id, by);
      this.refuse('asked_again', earlier, state);
      return this.send(state, wish, by, {
        recommendationId: earlier.recommendationId,
        publicId: earlier.recommendation.publicId,
        institution: await this.institutionOf(state, earlier.institution.code),
        indicatorId: earlier.indicatorId,
        earlier: id,
      });
    });
  }

  /**
   * @param tells false: the office that asked gets no mail
   * @throws UserError `information_request.unknown`, `.answered`, `.closed`, `.withdrawn`, `.asked_again` or `.personal_data`.
   */
  async answer(state: State, id: number, answer: RequestAnswer, by: Answering, tells = true): Promise<void> {
    refusePersonalData('information_request.personal_data', { answer: answer.text, url: answer.url ?? '' });
    await this.record.runState(state.id, async () => {
      const request = await this.happen(state, id, 'answered', answer, by);
      const told = { on: todayOf(this.clock, state), at: this.clock.now() };
      if (tells) await this.mails.tellAnswered(state, request, told);
    });
  }

  /** @throws UserError `information_request.unknown`, `.not_answered`, `.closed`, `.withdrawn`, `.asked_again` or `.personal_data`. */
  async close(state: State, id: number, reason: string | null, by: Answering): Promise<void> {
    refusePersonalData('information_request.personal_data', { reason: reason ?? '' });
    await this.happen(state, id, 'closed', { text: reason, language: null, url: null }, by);
  }

  /** @throws UserError `information_request.unknown`, `.answered`, `.closed`, `.withdrawn`, `.asked_again` or `.personal_data`. */
  async withdraw(state: State, id: number, reason: string, by: Answering): Promise<void> {
    refusePersonalData('information_request.personal_data', { reason });
    await this.happen(state, id, 'withdrawn', { text: reason, language: null, url: null }, by);
  }

  /** @throws UserError `information_request.unknown`, `.published`, `.confidential`, `.not_answered` or `.withdrawn`. */
  async publish(state: State, id: number, part: 'question' | 'answer', by: Answering): Promise<void> {
    await this.happen(state, id, `${part}_published`, { text: null, language: null, url: null }, by);
  }

  private async send(
    state: State,
    wish: QuestionWish,
    by: Answering,
    about: {
      readonly recommendationId: number;
      readonly publicId: string;
      readonly institution: { readonly id: number; readonly code: string };
      readonly indicatorId: number | null;
      readonly earlier: number | null;
    },
  ): Promise<number> {
    refusePersonalData('information_request.personal_data', {
      question: wish.question,
      legalBasis: wish.legalBasis,
    });
    const { calendar, workingDays: usual } = await this.replies.of(state);
    const workingDays = wish.workingDays ?? usual;
    if (workingDays < REPLY_BOUNDS.from || workingDays > REPLY_BOUNDS.to)
      throw new UserError(
        'invalid_input',
        'information_request.working_days',
        `workingDays: expected ${REPLY_BOUNDS.from} to ${REPLY_BOUNDS.to}.`,
      );
    const sentOn = todayOf(this.clock, state);
    const counted = replyClock(sentOn, workingDays, calendar);
    const id = await this.rows.requests.addRequest(state.id, {
      ...counted,
      recommendationId: about.recommendationId,
      indicatorId: about.indicatorId,
      institutionId: about.institution.id,
      question: wish.question,
      language: wish.language,
      legalBasis: wish.legalBasis,
      sentOn,
      earlier: about.earlier,
      personId: by.personId,
      at: this.clock.now(),
    });
    await this.append(state, about.publicId, by, {
      action: about.earlier === null ? 'information_request.sent' : 'information_request.asked_again',
      before: about.earlier === null ? null : { request: about.earlier },
      after: { request: id, institution: about.institution.code, dueOn: counted.dueOn },
    });
    return id;
  }

  private happen(
    state: State,
    id: number,
    kind: RequestEvent,
    said: { readonly text: string | null; readonly language: string | null; readonly url: string | null },
    by: Answering,
  ): Promise<InformationRequest> {
    return this.record.runState(state.id, async () => {
      const found = await this.lock(state, id, by);
      const today = this.refuse(kind, found, state);
      await this.rows.requests.addEvent(state.id, {
        ...said,
        requestId: id,
        kind,
        on: today,
        personId: by.personId,
        at: this.clock.now(),
      });
      const part = kind === 'question_published' ? 'question' : kind === 'answer_published' ? 'answer' : null;
      await this.append(state, found.recommendation.publicId, by, {
        action: AUDITED[kind],
        before: { request: id },
        after: {
          request: id,
          institution: found.institution.code,
          ...(part === null ? {} : { requestPart: part }),
        },
      });
      return found;
    });
  }

  /** Another institution's is as good as absent. */
  private async lock(state: State, id: number, by: Answering): Promise<InformationRequest> {
    const found = await this.rows.requests.lockRequest(state.id, id);
    if (found && actsFor(by, found.institution.code)) return found;
    throw unknownRequest();
  }

  private refuse(kind: RequestEvent | 'asked_again', found: InformationRequest, state: State): CivilDate {
    const today = todayOf(this.clock, state);
    const refusal = requestRefusal(kind, standing(found), today);
    if (refusal === null) return today;
    throw new UserError('conflict', `information_request.${refusal}`, REFUSED[refusal]);
  }

  private async institutionOf(state: State, code: string): Promise<{ id: number; code: string }> {
    const found = await this.rows.institutions.lockInstitution(state.id, code);
    if (!found)
      throw new UserError(
        'invalid_input',
        'information_request.institution_unknown',
        `institution: the State has no institution "${code}".`,
      );
    if (found.validUntil !== null && found.validUntil < todayOf(this.clock, state))
      throw new UserError(
        'conflict',
        'information_request.institution_ended',
        `institution: "${code}" ended on ${found.validUntil}; ask whoever came after it.`,
      );
    return found;
  }

  private async indicatorOf(state: State, itemId: number, code: string | null): Promise<number | null> {
    if (code === null) return null;
    const found = await this.rows.requests.findIndicator(state.id, itemId, code);
    if (found !== null) return found;
    throw new UserError(
      'invalid_input',
      'information_request.indicator_unknown',
      `indicator: "${code}" is none of this recommendation.`,
    );
  }

  private append(
    state: State,
    publicId: string,
    by: Answering,
    entry: {
      readonly action:
        (typeof AUDITED)[RequestEvent] | 'information_request.sent' | 'information_request.asked_again';
      readonly before: AuditedFields | null;
      readonly after: AuditedFields;
    },
  ): Promise<void> {
    return this.rows.audit.append(state.id, {
      ...entry,
      personId: by.personId,
      actor: by.role,
      subjectKind: 'recommendation',
      subjectId: publicId,
      happenedAt: this.clock.now(),
    });
  }
}
