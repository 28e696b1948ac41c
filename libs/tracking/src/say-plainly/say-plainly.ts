import type { AuditAction, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type { AuditRepository, PlainText, PlainTextRepository, RecordDatabase, State } from '#persistence';

import { refusePersonalData } from '../submit/submission-rules.js';

/** Who of the secretariat acts. */
interface Writer {
  readonly personId: number;
}

type Language = PlainText['language'];

/**
 * What a recommendation asks, in plain words. It is written by a person, shown to nobody while it is a draft, and public once a
 * person who has it before their eyes confirms it. It never takes the place of the official text.
 */
export class SayPlainly {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly texts: PlainTextRepository; readonly audit: AuditRepository },
    private readonly clock: Clock,
  ) {}

  /** Drafts and what stands. @throws UserError `plain_text.recommendation_unknown` */
  list(state: State, publicId: string): Promise<readonly PlainText[]> {
    return this.record.runState(state.id, async () =>
      this.rows.texts.list(state.id, await this.recommendation(state, publicId)),
    );
  }

  /** Takes the place of the draft in that language. @throws UserError `submission.personal_data` or `plain_text.*` */
  async write(
    state: State,
    publicId: string,
    { language, text }: { readonly language: Language; readonly text: string },
    by: Writer,
  ): Promise<void> {
    refusePersonalData({ text });
    await this.record.runState(state.id, async () => {
      const { texts } = this.rows;
      const id = await this.recommendation(state, publicId);
      const draft = await this.find(state, id, language, 'draft');
      if (draft?.text === text) return;
      const { personId } = by;
      await texts.saveDraft(state.id, id, { language, text, personId, at: this.clock.now() });
      await this.audit(state, publicId, 'plain_text.written', {
        personId,
        before: draft ? { language, plainText: draft.text } : null,
        after: { language, plainText: text },
      });
    });
  }

  /**
   * @param version of the draft that was read
   * @throws UserError `plain_text.changed` where the draft is another by now, or is there no more.
   */
  async confirm(
    state: State,
    publicId: string,
    { language, version }: { readonly language: Language; readonly version: number },
    { personId }: Writer,
  ): Promise<void> {
    await this.record.runState(state.id, async () => {
      const id = await this.recommendation(state, publicId);
      const draft = await this.find(state, id, language, 'draft');
      if (draft?.version !== version)
        throw new UserError(
          'conflict',
          'plain_text.changed',
          'version: expected that of the draft as it stands; somebody changed it. Read it again, then confirm.',
        );
      const standing = await this.find(state, id, language, 'confirmed');
      const on = civilDayOf(this.clock.now(), state.timeZone);
      await this.rows.texts.confirm(state.id, id, { id: draft.id, language, personId, on });
      await this.audit(state, publicId, 'plain_text.confirmed', {
        personId,
        before: standing ? { language, plainText: standing.text } : null,
        after: { language, plainText: draft.text },
      });
    });
  }

  /** It is public no more. @throws UserError `plain_text.none` */
  async withdraw(state: State, publicId: string, language: Language, { personId }: Writer): Promise<void> {
    await this.record.runState(state.id, async () => {
      const id = await this.recommendation(state, publicId);
      const standing = await this.find(state, id, language, 'confirmed');
      if (!standing)
        throw new UserError('conflict', 'plain_text.none', 'language: nothing is public in it any more.');
      await this.rows.texts.withdraw(state.id, standing.id);
      await this.audit(state, publicId, 'plain_text.withdrawn', {
        personId,
        before: { language, plainText: standing.text },
        after: null,
      });
    });
  }

  private async find(
    state: State,
    id: number,
    language: Language,
    wanted: PlainText['state'],
  ): Promise<PlainText | undefined> {
    const found = await this.rows.texts.list(state.id, id);
    return found.find((one) => one.language === language && one.state === wanted);
  }

  private async recommendation(state: State, publicId: string): Promise<number> {
    const found = await this.rows.texts.findRecommendation(state.id, publicId);
    if (found) return found.id;
    throw new UserError(
      'not_found',
      'plain_text.recommendation_unknown',
      `No recommendation "${publicId}" is followed for ${state.iso3}.`,
    );
  }

  private async audit(
    state: State,
    publicId: string,
    action: Extract<AuditAction, `plain_text.${string}`>,
    change: {
      readonly personId: number;
      readonly before: { readonly language: Language; readonly plainText: string } | null;
      readonly after: { readonly language: Language; readonly plainText: string } | null;
    },
  ): Promise<void> {
    await this.rows.audit.append(state.id, {
      ...change,
      actor: 'secretariat',
      action,
      subjectKind: 'recommendation',
      subjectId: publicId,
      happenedAt: this.clock.now(),
    });
  }
}
