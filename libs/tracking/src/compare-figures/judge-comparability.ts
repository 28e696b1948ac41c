import type {
  AuditAction,
  AuditedFields,
  BreakKind,
  CivilDate,
  Clock,
  Judgement,
  ReferencePeriod,
  Role,
} from '#domain';
import { UserError, civilDayOf, isCivilDate, numbersIn } from '#domain';
import type {
  AuditRepository,
  ComparabilityRepository,
  JudgedIndicator,
  JudgementOnRecord,
  RecordDatabase,
  State,
} from '#persistence';
import { findPersonalData } from '#ingest';

interface Said {
  readonly text: string;
  /** In which it was written. */
  readonly language: 'en' | 'es' | 'fr';
}

export type JudgementWish = Said &
  (
    | { readonly judgement: 'explanation'; readonly period: ReferencePeriod }
    /** Source null: none is of record any more. */
    | { readonly judgement: 'of_record'; readonly period: ReferencePeriod; readonly source: string | null }
    /** Source null: every source. */
    | {
        readonly judgement: 'break';
        readonly on: CivilDate;
        readonly kind: BreakKind;
        readonly source: string | null;
      }
    | { readonly judgement: 'break_lifted'; readonly on: CivilDate; readonly source: string | null }
  );

const ACTIONS = {
  explanation: 'figure.explained',
  of_record: 'figure.record_chosen',
  break: 'series.broken',
  break_lifted: 'series.break_lifted',
} as const satisfies Record<Judgement, AuditAction>;

/** Of what was said before: more of one indicator is not looked through. */
const MOST_SAID = 1_000;
const HIDING = new Set(['person_count', 'derived_rate']);

/**
 * The secretariat says why sources differ, whose figure counts, and where a series breaks. What was said stays; a later one takes
 * its place.
 */
export class JudgeComparability {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly comparability: ComparabilityRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `indicator.unknown`, `comparability.personal_data`, `.hidden_number`, `.period`, `.source_unknown`, `.no_figure`,
   * `.day`, `.not_chosen`, `.no_break` or `.break_stands`.
   */
  async judge(
    state: State,
    code: string,
    wish: JudgementWish,
    by: { readonly personId: number | null; readonly role: Role },
  ): Promise<number> {
    refusePersonalData(wish.text);
    const place = placeOf(wish);
    return this.record.runState(state.id, async () => {
      const { comparability } = this.rows;
      const indicator = await comparability.findIndicator(state.id, code, true);
      if (!indicator) throw unknownIndicator(state, code);
      const sourceId = place.source === null ? null : await comparability.findSource(state.id, place.source);
      if (place.source !== null && sourceId === null)
        throw new UserError(
          'invalid_input',
          'comparability.source_unknown',
          `source: expected the code of a source that reports this indicator, got "${place.source}".`,
        );
      const at = this.clock.now();
      const said = {
        indicatorId: indicator.id,
        judgement: wish.judgement,
        period: place.period,
        sourceId,
        breakOn: place.breakOn,
        breakKind: wish.judgement === 'break' ? wish.kind : null,
        text: wish.text,
        language: wish.language,
        personId: by.personId,
        recordedAt: at,
      };
      if (!(await comparability.hasFigure(state.id, said)))
        throw new UserError(
          'invalid_input',
          'comparability.no_figure',
          place.period === null
            ? 'source: expected a source that has a figure of this indicator on record.'
            : `period: expected one that is on record${place.source === null ? '' : ' from this source'}, got ${place.period.startOn} to ${place.period.endOn}.`,
        );
      this.refuseDay(state, place.breakOn);
      await this.refuseHidden(state, indicator, said);
      const before = standingAt(
        await comparability.listJudgements(state.id, indicator.id, MOST_SAID),
        wish,
        place,
      );
      refuseNothing(wish, before);
      const id = await comparability.add(state.id, said);
      await this.rows.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: ACTIONS[wish.judgement],
        subjectKind: 'indicator',
        subjectId: indicator.code,
        before: before && audited(before),
        after: {
          ...(place.period === null ? {} : { period: periodText(place.period) }),
          ...(wish.judgement === 'explanation' ? {} : { source: place.source }),
          ...(place.breakOn === null ? {} : { breakOn: place.breakOn }),
          ...(wish.judgement === 'break' ? { breakKind: wish.kind } : {}),
          language: wish.language,
        },
        reason: wish.text,
        happenedAt: at,
      });
      return id;
    });
  }

  private refuseDay(state: State, on: CivilDate | null): void {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    if (on === null || (isCivilDate(on) && on <= today)) return;
    throw new UserError(
      'invalid_input',
      'comparability.day',
      `on: expected a day until today (${today}), got ${on}.`,
    );
  }

  /** It is read by everybody beside the published figures. */
  private async refuseHidden(
    state: State,
    indicator: JudgedIndicator,
    said: { readonly indicatorId: number; readonly period: ReferencePeriod | null; readonly text: string },
  ): Promise<void> {
    if (!HIDING.has(indicator.figureKind ?? '')) return;
    const hidden = await this.rows.comparability.listHidden(state.id, said, numbersIn(said.text));
    if (hidden.length === 0) return;
    throw new UserError(
      'invalid_input',
      'comparability.hidden_number',
      'text: write the numbers as they are published, or none: one of them is an accepted figure that is not shown to the public. Nothing was saved.',
    );
  }
}

interface Place {
  readonly period: ReferencePeriod | null;
  readonly source: string | null;
  readonly breakOn: CivilDate | null;
}

function placeOf(wish: JudgementWish): Place {
  switch (wish.judgement) {
    case 'explanation':
      return { period: orderly(wish.period), source: null, breakOn: null };
    case 'of_record':
      return { period: orderly(wish.period), source: wish.source, breakOn: null };
    case 'break':
    case 'break_lifted':
      return { period: null, source: wish.source, breakOn: wish.on };
  }
}

function orderly(period: ReferencePeriod): ReferencePeriod {
  if (period.startOn <= period.endOn) return period;
  throw new UserError(
    'invalid_input',
    'comparability.period',
    'period: expected its first day before its last.',
  );
}

/** What stands for the same period, or the same day and source; null where nothing does. */
function standingAt(
  said: readonly JudgementOnRecord[],
  wish: JudgementWish,
  { period, source, breakOn }: Place,
): JudgementOnRecord | null {
  return (
    said.find(
      (one) =>
        one.standing &&
        one.judgement === (wish.judgement === 'break_lifted' ? 'break' : wish.judgement) &&
        one.periodStartOn === (period?.startOn ?? null) &&
        one.periodEndOn === (period?.endOn ?? null) &&
        one.breakOn === breakOn &&
        (breakOn === null || one.source === source),
    ) ?? null
  );
}

function refuseNothing(wish: JudgementWish, before: JudgementOnRecord | null): void {
  if (wish.judgement === 'break_lifted' && before === null)
    throw new UserError(
      'conflict',
      'comparability.no_break',
      'on: no break stands on that day for that source.',
    );
  if (wish.judgement === 'of_record' && wish.source === null && before === null)
    throw new UserError(
      'conflict',
      'comparability.not_chosen',
      'source: no figure of record is chosen for that period, so none can be taken back.',
    );
}

function audited(said: JudgementOnRecord): AuditedFields {
  return {
    ...(said.periodStartOn !== null && said.periodEndOn !== null
      ? { period: periodText({ startOn: said.periodStartOn, endOn: said.periodEndOn }) }
      : {}),
    ...(said.judgement === 'explanation' ? {} : { source: said.source }),
    ...(said.breakOn === null ? {} : { breakOn: said.breakOn }),
    ...(said.breakKind === null ? {} : { breakKind: said.breakKind }),
  };
}

const periodText = ({ startOn, endOn }: ReferencePeriod): string => `${startOn}/${endOn}`;

/** What is said here cannot be taken out again, and is read by everybody. The words are in no message and no log. */
function refusePersonalData(text: string): void {
  const kinds = findPersonalData(text);
  if (kinds.length === 0) return;
  throw new UserError(
    'invalid_input',
    'comparability.personal_data',
    `text: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
    { details: { field: 'text', kinds } },
  );
}

export function unknownIndicator(state: State, code: string): UserError {
  return new UserError(
    'not_found',
    'indicator.unknown',
    `No indicator "${code}" is followed for ${state.iso3}.`,
  );
}
