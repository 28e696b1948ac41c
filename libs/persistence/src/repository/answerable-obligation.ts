import type { CivilDate, DeadlineCertainty, SubmissionState } from '#domain';

import type { PublicInstitution } from './page-of-recommendations.js';
import type { Bilingual } from './state-repository.js';

/** What an institution owes, with what it has sent for it and what is closed. */
export interface AnswerableObligation {
  readonly id: number;
  readonly title: Bilingual;
  readonly kind: string;
  readonly institutionId: number | null;
  readonly institution: PublicInstitution | null;
  readonly publicId: string;
  readonly code: string;
  readonly certainty: DeadlineCertainty;
  readonly dueOn: CivilDate | null;
  readonly dueYear: number | null;
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
  readonly openId: number | null;
  readonly openState: SubmissionState | null;
  /** The accepted submission behind whose lock its period lies. */
  readonly lockedBy: number | null;
}
