import type { AuditAction, AuditedFields, Clock } from '#domain';
import { MOST_HELP_LINES, UserError, civilDayOf } from '#domain';
import type {
  AuditRepository,
  HelpLine,
  HelpLineContent,
  HelpLineRepository,
  PublicHelpLine,
  RecordDatabase,
  State,
} from '#persistence';

import { refusePersonalData } from '../submit/submission-rules.js';

/** Who of the secretariat acts. */
interface Keeper {
  readonly personId: number;
}

interface Change extends Keeper {
  readonly line: number;
  readonly before: AuditedFields | null;
  readonly after: AuditedFields | null;
}

/**
 * Whom children of a State can call. A wrong number harms, so that nothing is shown before a person says to have called it, and what
 * is shown stands until its successor was called too.
 */
export class KeepHelpLines {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly lines: HelpLineRepository; readonly audit: AuditRepository },
    private readonly clock: Clock,
  ) {}

  /** What children are shown, in its order. */
  listPublic(state: State): Promise<readonly PublicHelpLine[]> {
    return this.rows.lines.listPublic(state.id);
  }

  /** Drafts and what is shown. */
  list(state: State): Promise<readonly HelpLine[]> {
    return this.record.runState(state.id, () => this.rows.lines.list(state.id));
  }

  /**
   * Writes a draft: of a new line, or of a change of `line`.
   * @throws UserError `submission.personal_data`, `help_line.gone` or `help_line.too_many`
   */
  async write(state: State, line: number | null, content: HelpLineContent, by: Keeper): Promise<void> {
    for (const { name, hours, spoken } of content.wordings) refusePersonalData({ name, hours, spoken });
    await this.record.runState(state.id, async () => {
      const { lines } = this.rows;
      const kept = await this.keptOf(state);
      const changed = line === null ? null : found(kept, line);
      const draft =
        changed?.state === 'shown' ? kept.find(({ replaces }) => replaces === changed.id) : changed;
      const wish = { ...content, personId: by.personId, at: this.clock.now() };
      if (draft) {
        if (same(draft, content)) return;
        await lines.rewrite(state.id, draft.id, wish);
      } else if (kept.length >= MOST_HELP_LINES)
        throw new UserError(
          'conflict',
          'help_line.too_many',
          `At most ${MOST_HELP_LINES} lines and drafts are kept: withdraw one first.`,
        );
      const id =
        draft?.id ??
        (await lines.add(state.id, {
          ...wish,
          replaces: changed?.id ?? null,
          place: changed?.place ?? null,
        }));
      const former = draft ?? changed;
      await this.audit(state, 'help_line.written', {
        ...by,
        line: id,
        before: former ? fieldsOf(former) : null,
        after: fieldsOf(content),
      });
    });
  }

  /**
   * A person called the number and found everything as it is written: shown from then on, or shown a further year.
   * @param version of what was read
   * @throws UserError `help_line.gone` or `help_line.changed`
   */
  async check(state: State, line: number, version: number, by: Keeper): Promise<void> {
    await this.record.runState(state.id, async () => {
      const kept = await this.keptOf(state);
      const read = found(kept, line);
      if (read.version !== version)
        throw new UserError(
          'conflict',
          'help_line.changed',
          'version: somebody changed it meanwhile; read it again.',
        );
      const on = civilDayOf(this.clock.now(), state.timeZone);
      await this.rows.lines.show(state.id, { ...by, id: read.id, replaces: read.replaces, on });
      const former = read.state === 'shown' ? read : kept.find(({ id }) => id === read.replaces);
      await this.audit(state, 'help_line.checked', {
        ...by,
        line,
        before: former ? { ...fieldsOf(former), checkedOn: former.checkedOn } : null,
        after: { ...fieldsOf(read), checkedOn: on },
      });
    });
  }

  /** Shown no more, or a draft no more. @throws UserError `help_line.gone` */
  async withdraw(state: State, line: number, by: Keeper): Promise<void> {
    await this.record.runState(state.id, async () => {
      const read = found(await this.keptOf(state), line);
      await this.rows.lines.withdraw(state.id, line);
      await this.audit(state, 'help_line.withdrawn', { ...by, line, before: fieldsOf(read), after: null });
    });
  }

  /** Before the one above it; the first stays where it is. @throws UserError `help_line.gone` */
  async moveUp(state: State, line: number, by: Keeper): Promise<void> {
    await this.record.runState(state.id, async () => {
      const ordered = (await this.keptOf(state)).filter((one) => one.state === 'shown');
      const at = ordered.indexOf(found(ordered, line));
      if (at === 0) return;
      const ids = ordered.map(({ id }) => id);
      ids.splice(at - 1, 0, ...ids.splice(at, 1));
      await this.rows.lines.order(state.id, ids);
      await this.audit(state, 'help_line.moved', {
        ...by,
        line,
        before: { order: at + 1 },
        after: { order: at },
      });
    });
  }

  private async keptOf(state: State): Promise<readonly HelpLine[]> {
    await this.rows.lines.lock(state.id);
    return this.rows.lines.list(state.id);
  }

  private async audit(
    state: State,
    action: Extract<AuditAction, `help_line.${string}`>,
    { line, before, after, personId }: Change,
  ): Promise<void> {
    await this.rows.audit.append(state.id, {
      personId,
      before: before && { helpLine: line, ...before },
      after: after && { helpLine: line, ...after },
      actor: 'secretariat',
      action,
      subjectKind: 'state',
      subjectId: state.iso3,
      happenedAt: this.clock.now(),
    });
  }
}

function found(kept: readonly HelpLine[], line: number): HelpLine {
  const one = kept.find(({ id }) => id === line);
  if (one) return one;
  throw new UserError(
    'not_found',
    'help_line.gone',
    'The line is there no more: somebody withdrew or replaced it.',
  );
}

function fieldsOf(content: HelpLineContent): AuditedFields {
  return {
    telephone: content.telephone,
    freeOfCharge: content.freeOfCharge,
    webAddress: content.webAddress,
    helpLineWording: wordingsOf(content),
  };
}

function wordingsOf({ wordings }: HelpLineContent): readonly string[] {
  return wordings.map(({ language, name, hours, spoken }) =>
    [`${language}: ${name}`, hours, spoken].filter((part) => part !== '').join(' · '),
  );
}

function same(left: HelpLineContent, right: HelpLineContent): boolean {
  return JSON.stringify(fieldsOf(left)) === JSON.stringify(fieldsOf(right));
}
