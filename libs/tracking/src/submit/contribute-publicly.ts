import type { Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type { ContributionLimit, OpenedForms } from '#identity';
import type {
  AuditRepository,
  ContributionContactRepository,
  KeptSubmission,
  RecordDatabase,
  State,
  SubmissionLanguage,
  SubmissionRepository,
} from '#persistence';

import { refusePersonalData, takeStep } from './submission-rules.js';
import type { TellDecision } from './tell-decision.js';

/** Nobody reads the page and writes something faster. */
const SHORTEST_MS = 4_000;
const ANYBODY = { personId: null, role: 'public', reader: null } as const;

export interface PublicContribution {
  /** Public id of the recommendation. */
  readonly recommendation: string;
  readonly text: string;
  readonly language: SubmissionLanguage;
  /** Null: a member of the public. */
  readonly organisation: string | null;
  /** Only for the answer. */
  readonly email: string | null;
  /** A field that people do not see: programs fill it in. */
  readonly website: string;
  /** When the form was opened, as it was signed then. */
  readonly opened: string;
}

/**
 * What anybody writes on the page of a recommendation. Nothing of it is seen before a reviewer has read it. Against abuse: a
 * field that only programs fill in, a shortest time, and a limit by network and by mailbox; no third party is asked.
 */
export class ContributePublicly {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly submissions: SubmissionRepository;
      readonly contacts: ContributionContactRepository;
      readonly audit: AuditRepository;
    },
    private readonly guards: { readonly forms: OpenedForms; readonly limit: ContributionLimit },
    private readonly tell: TellDecision,
    private readonly clock: Clock,
  ) {}

  /** What a form carries that is shown now. */
  openForm(state: State, recommendation: string): string {
    return this.guards.forms.open(formOf(state, recommendation));
  }

  /**
   * @param address from where it came.
   * @throws UserError `contribution.robot`, `.form_expired`, `.too_fast`, `.too_many`, `submission.personal_data` or
   * `submission.recommendation_unknown`.
   */
  async contribute(state: State, wish: PublicContribution, address: string): Promise<void> {
    this.refuseProgram(state, wish);
    refusePersonalData({ text: wish.text, organisation: wish.organisation });
    if (!(await this.guards.limit.mayWrite(address, wish.email)))
      throw new UserError(
        'conflict',
        'contribution.too_many',
        'Several texts came from your network, or for this mailbox, within a day. Write again tomorrow.',
      );
    const kept = await this.save(state, wish);
    if (wish.email !== null)
      await this.tell.confirmReceipt(state, kept, { email: wish.email, language: wish.language });
  }

  private save(state: State, wish: PublicContribution): Promise<KeptSubmission> {
    return this.record.runState(state.id, async () => {
      const { submissions } = this.rows;
      const recommendation = await submissions.findRecommendation(state.id, wish.recommendation);
      if (!recommendation) throw unknownRecommendation(wish.recommendation);
      const id = await submissions.addSubmission(state.id, {
        obligationId: null,
        recommendationId: recommendation.id,
        authorKind: 'public',
        personId: null,
        organisation: wish.organisation,
        period: null,
      });
      await submissions.setDraft(state.id, id, 1, {
        texts: { [wish.language]: wish.text },
        organisation: wish.organisation,
        period: null,
      });
      const at = this.clock.now();
      const on = civilDayOf(at, state.timeZone);
      // Nobody can come back to a draft here: beginning is a line of the history, handing in is what is audited.
      await this.take(state, id, { step: 'begin', on, at, audited: false });
      const kept = await this.take(state, id, { step: 'submit', on, at });
      const { email, language } = wish;
      if (email !== null) await this.rows.contacts.addContact(state.id, id, { email, language, at });
      return kept;
    });
  }

  private async take(
    state: State,
    id: number,
    taken: Omit<Parameters<typeof takeStep>[3], 'by' | 'reason'>,
  ): Promise<KeptSubmission> {
    const kept = await this.rows.submissions.lockSubmission(state.id, id);
    if (!kept) throw unknownRecommendation('');
    await takeStep(this.rows, state.id, kept, { ...taken, by: ANYBODY, reason: null });
    return kept;
  }

  private refuseProgram(state: State, wish: PublicContribution): void {
    if (wish.website !== '')
      throw new UserError(
        'invalid_input',
        'contribution.robot',
        'website: leave this field empty; it is there for programs that fill in everything.',
      );
    const openFor = this.guards.forms.openFor(formOf(state, wish.recommendation), wish.opened);
    if (openFor === null)
      throw new UserError(
        'invalid_input',
        'contribution.form_expired',
        'opened: expected what the form was given today. Open the page again and send it from there.',
      );
    if (openFor < SHORTEST_MS)
      throw new UserError(
        'invalid_input',
        'contribution.too_fast',
        'opened: that was faster than anybody writes. Wait a few seconds and send it again.',
      );
  }
}

const formOf = ({ iso3 }: State, recommendation: string): string => `${iso3}/${recommendation}`;

const unknownRecommendation = (id: string): UserError =>
  new UserError(
    'not_found',
    'submission.recommendation_unknown',
    `recommendation: none is followed under "${id}".`,
  );
