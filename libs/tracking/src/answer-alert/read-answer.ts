import type { CivilDate, Clock, Instant } from '#domain';
import { UserError, addresseesOf, civilDayOf, findingEvidence, latestSnoozeEnd } from '#domain';
import type { LinkPurpose, SignedLinks } from '#identity';
import type {
  AlertRepository,
  Institution,
  InstitutionRepository,
  PeopleRepository,
  RecommendationRepository,
  RecordDatabase,
  State,
  StateRepository,
  StoredAlert,
} from '#persistence';

import type { AlertAnswerer } from './answer-alert.js';
import { recipientsFor } from '../run-sweep/routing.js';

export interface AnswerReading {
  readonly state: State;
  readonly alert: StoredAlert;
  /** Evidence with day counters as of today. */
  readonly evidence: Record<string, string | number | string[] | null>;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly institution: Institution | null;
  readonly personId: number;
  readonly personName: string;
  /** Whom the person answers for; null: for the State. */
  readonly institutionId: number | null;
  readonly expiresAt: Instant;
  readonly today: CivilDate;
  /** The confirmed day that no snooze passes; null: none. */
  readonly legalDate: CivilDate | null;
  /** The last day to which it can be put off; null: not at all. */
  readonly latestSnooze: CivilDate | null;
  /** Its institution said that it is not its own, and nobody has decided on that. */
  readonly disowned: boolean;
  readonly answerer: AlertAnswerer;
  readonly expiresOn: CivilDate;
}

/** What the holder of a signed link may see: the one reminder it was made for. */
export class ReadAnswer {
  constructor(
    private readonly record: RecordDatabase,
    private readonly links: SignedLinks,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly alerts: AlertRepository;
      readonly institutions: InstitutionRepository;
      readonly people: PeopleRepository;
      readonly recommendations: RecommendationRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** @throws UserError when the link is altered or expired, when its item is gone, or when its person no longer answers for it. */
  async read(token: string, purpose: LinkPurpose = 'answer_alert'): Promise<AnswerReading> {
    const now = this.clock.now();
    const claims = this.links.read(token, now, purpose);
    const { states, alerts, institutions, people, recommendations } = this.repositories;
    const state = await states.getState(claims.state);
    return this.record.runState(state.id, async () => {
      const alert = claims.alertId === null ? null : await alerts.findAlert(state.id, claims.alertId);
      const person = await people.findPerson(claims.personId);
      const recommendation = alert && (await recommendations.findLabel(state.id, alert.recommendationId));
      if (!alert || !person || !recommendation)
        throw new UserError(
          'not_found',
          'alert.unknown',
          'This reminder is no longer kept; open the item itself to see where it stands.',
        );
      const today = civilDayOf(now, state.timeZone);
      const everybody = await people.listRecipients(state.id, today);
      // Whoever heads the institution was told of it because nobody there had answered.
      const recipients = [...recipientsFor(alert, everybody), ...addresseesOf('head', alert, everybody)];
      const recipient = recipients.find(({ personId }) => personId === person.id);
      if (!recipient)
        throw new UserError(
          'forbidden',
          'link.not_yours',
          'Somebody else answers for this item now; this link no longer serves.',
        );
      const known = await institutions.listInstitutions(state.id);
      const legalDate = await alerts.findLegalDate(state.id, alert, today);
      return {
        today,
        legalDate,
        latestSnooze: latestSnoozeEnd(legalDate, today),
        disowned: await alerts.isDisowned(state.id, alert),
        answerer: {
          personId: person.id,
          actor: 'mail_link' as const,
          // The secretariat answers for all, also where its people sit in an institution.
          institution:
            recipient.role === 'focal_point' && recipient.institutionId !== null
              ? (known.get(recipient.institutionId)?.code ?? null)
              : null,
        },
        state,
        alert,
        evidence: findingEvidence(alert, today),
        ...recommendation,
        institution: alert.institutionId === null ? null : (known.get(alert.institutionId) ?? null),
        personId: person.id,
        personName: person.name,
        institutionId: recipient.institutionId,
        expiresAt: claims.expiresAt,
        expiresOn: civilDayOf(claims.expiresAt, state.timeZone),
      };
    });
  }
}
