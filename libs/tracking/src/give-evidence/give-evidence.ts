import type { CivilDate, Clock } from '#domain';
import { UserError } from '#domain';
import { EVIDENCE_ENDINGS, evidenceMediaTypeOf } from '#ingest';
import { sha256 } from '#persistence';
import type {
  ActionRepository,
  AuditRepository,
  EvidenceFileRepository,
  EvidenceRepository,
  InstitutionChangeRepository,
  NewEvidence,
  RecordDatabase,
  State,
  SubmissionRepository,
} from '#persistence';

import { actsFor, refusePersonalData, requireInstitution, todayOf } from '../record-action/answering.js';
import type { Answering } from '../record-action/answering.js';

export interface EvidenceWish {
  /** Code of who gives it. */
  readonly institution: string;
  /** Number of the action that it proves; null: it stands behind the recommendation itself. */
  readonly action: number | null;
  /** Number of the draft that it comes with: nobody else reads it before that is accepted. */
  readonly submission?: number | null;
  readonly language: string;
  readonly title: string;
  readonly effectiveOn: CivilDate;
  readonly expiresOn: CivilDate | null;
  readonly published: boolean;
}

export interface EvidenceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Evidence comes in as a file or a link, and is withdrawn with a reason. */
export class GiveEvidence {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly evidence: EvidenceRepository;
      readonly files: EvidenceFileRepository;
      readonly actions: ActionRepository;
      readonly submissions: SubmissionRepository;
      readonly institutions: InstitutionChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `evidence.recommendation_unknown`, `.institution_unknown`, `.not_yours`, `.action_unknown`,
   *   `.submission_unknown`, `.expiry`,
   *   `.link` or `.personal_data`.
   */
  giveLink(
    state: State,
    recommendation: string,
    wish: EvidenceWish & { readonly url: string },
    by: Answering,
  ): Promise<number> {
    return this.record.runState(state.id, async () => {
      const url = checkedLink(wish.url);
      return this.add(state, recommendation, wish, by, () => Promise.resolve({ kind: 'link', url }));
    });
  }

  /** @throws UserError as `giveLink`, and `evidence.file_kind` or `.same_file`. */
  giveFile(
    state: State,
    recommendation: string,
    wish: EvidenceWish & { readonly file: EvidenceFile },
    by: Answering,
  ): Promise<number> {
    const { name, bytes } = wish.file;
    const mediaType = evidenceMediaTypeOf(name, bytes);
    if (mediaType === null)
      throw new UserError(
        'invalid_input',
        'evidence.file_kind',
        `file: expected one of ${EVIDENCE_ENDINGS.join(', ')}, whose content is what its ending says, without macros; text in UTF-8.`,
      );
    refusePersonalData('evidence.personal_data', { file: name });
    const digest = sha256(bytes);
    return this.record.runState(state.id, () =>
      this.add(state, recommendation, wish, by, async (recommendationId) => {
        const { evidence, files } = this.rows;
        const same = await evidence.findSameFile(state.id, recommendationId, digest);
        if (same)
          throw new UserError(
            'conflict',
            'evidence.same_file',
            `file: the same bytes stand behind this recommendation already, as evidence ${same.id}.`,
            { details: { evidence: same.id } },
          );
        const file = { sha256: digest, sizeBytes: bytes.length, mediaType };
        const fileId = await files.saveFile(state.id, file, bytes, this.clock.now());
        return { kind: 'file', fileId, fileName: name };
      }),
    );
  }

  /** It stands behind nothing from now on; the bytes stay with the record. @throws UserError `evidence.unknown`, `.not_yours`, `.withdrawn` or `.personal_data`. */
  withdraw(state: State, id: number, { reason }: { readonly reason: string }, by: Answering): Promise<void> {
    return this.record.runState(state.id, async () => {
      const { evidence, audit } = this.rows;
      const old = await evidence.lockEvidence(state.id, id);
      if (!old) throw new UserError('not_found', 'evidence.unknown', 'There is no such evidence.');
      if (!actsFor(by, old.institution.code))
        throw new UserError('forbidden', 'evidence.not_yours', `This was given by ${old.institution.code}.`);
      if (old.withdrawnOn !== null)
        throw new UserError('conflict', 'evidence.withdrawn', 'This evidence was withdrawn already.');
      refusePersonalData('evidence.personal_data', { reason });
      await evidence.withdraw(state.id, id, { on: todayOf(this.clock, state), reason });
      const told = { evidence: id, title: old.title, institution: old.institution.code };
      await audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'evidence.withdrawn',
        subjectKind: 'recommendation',
        subjectId: old.recommendation,
        before: told,
        after: told,
        reason,
        happenedAt: this.clock.now(),
      });
    });
  }

  private async add(
    state: State,
    recommendation: string,
    wish: EvidenceWish,
    by: Answering,
    content: (recommendationId: number) => Promise<NewEvidence['content']>,
  ): Promise<number> {
    const { evidence, institutions, audit } = this.rows;
    refusePersonalData('evidence.personal_data', { title: wish.title });
    if (wish.expiresOn !== null && wish.expiresOn < wish.effectiveOn)
      throw new UserError(
        'invalid_input',
        'evidence.expiry',
        'expiresOn: expected the day from which it holds, or a later one.',
      );
    const found = await institutions.findRecommendation(state.id, recommendation);
    if (!found)
      throw new UserError(
        'not_found',
        'evidence.recommendation_unknown',
        `No recommendation "${recommendation}" is followed for ${state.iso3}.`,
      );
    const institution = requireInstitution(
      'evidence',
      await institutions.lockInstitution(state.id, wish.institution),
      by,
      wish.institution,
    );
    await this.refuseForeignAction(state, found.id, wish.action);
    const submission = wish.submission ?? null;
    await this.refuseForeignSubmission(state, found.id, institution.id, submission);
    const given = await content(found.id);
    const at = this.clock.now();
    const id = await evidence.addEvidence(state.id, {
      ...wish,
      actionId: wish.action,
      submissionId: submission,
      recommendationId: found.id,
      institutionId: institution.id,
      content: given,
      recordedBy: by.personId,
      recordedAt: at,
    });
    await audit.append(state.id, {
      personId: by.personId,
      actor: by.role,
      action: 'evidence.added',
      subjectKind: 'recommendation',
      subjectId: recommendation,
      before: null,
      after: {
        evidence: id,
        action: wish.action,
        submission,
        evidenceKind: given.kind,
        title: wish.title,
        institution: wish.institution,
        effectiveOn: wish.effectiveOn,
        expiresOn: wish.expiresOn,
        visibility: wish.published ? 'public' : 'private',
      },
      happenedAt: at,
    });
    return id;
  }

  private async refuseForeignSubmission(
    state: State,
    recommendationId: number,
    institutionId: number,
    id: number | null,
  ): Promise<void> {
    if (id === null) return;
    const kept = await this.rows.submissions.lockSubmission(state.id, id);
    const own = kept?.recommendationId === recommendationId && kept.institutionId === institutionId;
    if (own && kept.state === 'draft') return;
    throw new UserError(
      'invalid_input',
      'evidence.submission_unknown',
      'submission: expected a draft of that institution for this recommendation; what was handed in is complete.',
    );
  }

  private async refuseForeignAction(
    state: State,
    recommendationId: number,
    id: number | null,
  ): Promise<void> {
    if (id === null) return;
    const action = await this.rows.actions.lockAction(state.id, id);
    if (action?.recommendationId === recommendationId && action.cancelledOn === null) return;
    throw new UserError(
      'invalid_input',
      'evidence.action_unknown',
      'action: expected an action for this recommendation that was not cancelled.',
    );
  }
}

/** As browsers and the check of links understand it. A name or password in an address would be published with it. */
function checkedLink(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  const fits =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  if (fits && url.hostname !== '') return url.href;
  throw new UserError(
    'invalid_input',
    'evidence.link',
    'url: expected an address that begins with http:// or https://, without a name or password in it.',
  );
}
