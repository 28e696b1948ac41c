import type { Instant } from '#domain';
import { UserError } from '#domain';
import type {
  AnswerableObligation,
  RecordDatabase,
  SubmissionReadingRepository,
  SubmissionRepository,
  SubmissionTexts,
} from '#persistence';

import type { FigureHandIn } from '../submit/figure-faults.js';
import { periodOf } from '../submit/submission-figures.js';
import type { FigureSheet, SubmissionFigures } from '../submit/submission-figures.js';
import type { SubmissionActor } from '../submit/submission-rules.js';
import type { WriteSubmissions } from '../submit/write-submissions.js';
import { LINK_FOR_MS } from './link-time.js';
import type { AnswerReading, ReadAnswer } from './read-answer.js';

/** `begun`: a draft of the institution; `waits`: sent by somebody else, or before this link was made. */
export type LinkStanding = 'open' | 'used' | 'begun' | 'waits' | 'accepted' | 'locked';

export interface FigureLinkReading {
  readonly answer: AnswerReading;
  readonly obligation: AnswerableObligation;
  readonly standing: LinkStanding;
  /** To be filled in; where the link was used, as it was sent. */
  readonly figures: FigureSheet | null;
  readonly sent: { readonly on: string; readonly texts: SubmissionTexts } | null;
}

/** Sending the figure of one obligation by the link of a reminder, without a password: once, and never more than the item. */
export class SubmitByLink {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly submissions: SubmissionRepository;
      readonly reading: SubmissionReadingRepository;
      readonly figures: SubmissionFigures;
    },
    private readonly answers: ReadAnswer,
    private readonly writing: WriteSubmissions,
  ) {}

  /** @throws UserError `link.invalid`, `.expired`, `.not_yours` or `alert.unknown`. */
  async read(token: string): Promise<FigureLinkReading> {
    const answer = await this.answers.read(token, 'submit_figure');
    const { state, institutionId, personId } = answer;
    return this.record.runState(state.id, async () => {
      const obligation = await this.obligationOf(answer);
      const used = await this.rows.submissions.findSentByMail(state.id, {
        obligationId: obligation.id,
        personId,
        since: madeAt(answer),
      });
      const written = used && { submissionId: used.id, revision: used.revision };
      const figures = await this.rows.figures.read(state.id, {
        obligationId: obligation.id,
        period: periodOf(obligation),
        written,
      });
      const own = { kind: 'institution', institutionId: institutionId ?? 0 } as const;
      const sent = used && (await this.rows.reading.find(state.id, own, used.id));
      return {
        answer,
        obligation,
        standing: used ? 'used' : standingOf(obligation, await this.isAccepted(state.id, obligation.id)),
        figures,
        sent: sent && { on: sent.submittedOn ?? '', texts: sent.texts },
      };
    });
  }

  /**
   * Hands it in, in the name of the link's person. What was returned goes on as its next revision.
   * @throws UserError what `read` throws, `link.used`, and what handing in throws.
   */
  async submit(
    token: string,
    { texts, figures }: { readonly texts: SubmissionTexts; readonly figures: FigureHandIn | null },
  ): Promise<void> {
    const answer = await this.answers.read(token, 'submit_figure');
    const { state, personId, institutionId } = answer;
    const by: SubmissionActor = {
      personId,
      role: 'focal_point',
      reader: { kind: 'institution', institutionId: institutionId ?? 0 },
      byMail: true,
    };
    await this.record.runState(state.id, async () => {
      const { submissions } = this.rows;
      const obligation = await this.obligationOf(answer);
      // Two presses of the button come one after another.
      await submissions.lockObligation(state.id, obligation.id);
      const question = { obligationId: obligation.id, personId, since: madeAt(answer) };
      if (await submissions.findSentByMail(state.id, question))
        throw new UserError(
          'conflict',
          'link.used',
          'This link has been used already: what was sent by it waits for the review, or was decided on.',
        );
      const draft = { texts, figures, organisation: null, period: null, handIn: true };
      const { openId, openState } = obligation;
      if (openId === null || openState !== 'returned') {
        await this.writing.begin(state, { ...draft, obligation: obligation.id, recommendation: null }, by);
        return;
      }
      const version = async (): Promise<number> =>
        (await submissions.lockSubmission(state.id, openId))?.version ?? 0;
      await this.writing.step(state, openId, { step: 'reopen', version: await version() }, by);
      await this.writing.edit(state, openId, { ...draft, version: await version() }, by);
    });
  }

  /** As it stands now: handed over since the mail was written, it is no longer this person's. */
  private async obligationOf({ state, alert, institutionId }: AnswerReading): Promise<AnswerableObligation> {
    const { kind, id } = alert.subject;
    const [obligation] =
      kind === 'obligation' && institutionId !== null
        ? await this.rows.reading.listObligations(state.id, institutionId, {
            only: id,
            after: null,
            limit: 1,
          })
        : [];
    if (obligation) return obligation;
    throw new UserError(
      'forbidden',
      'link.not_yours',
      'Somebody else answers for this item now; this link no longer serves.',
    );
  }

  private async isAccepted(stateId: number, obligationId: number): Promise<boolean> {
    return (await this.rows.submissions.findAccepted(stateId, obligationId)) !== null;
  }
}

const madeAt = ({ expiresAt }: AnswerReading): Instant => expiresAt - LINK_FOR_MS;

function standingOf({ openState, lockedBy }: AnswerableObligation, accepted: boolean): LinkStanding {
  if (openState === 'draft') return 'begun';
  if (openState === 'submitted') return 'waits';
  if (lockedBy === null) return 'open';
  return accepted ? 'accepted' : 'locked';
}
