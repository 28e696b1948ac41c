import type { CivilDate, Clock, Round } from '#domain';
import { DATE_QUESTION, DAYS_TO_ASK_COMMITTEE, addDays, addMonths, roundsToMake } from '#domain';
import type {
  Bilingual,
  DutyOnRecord,
  RecommendationRepository,
  RecordDatabase,
  RecurrenceRepository,
  State,
} from '#persistence';

const MONTHS_BETWEEN_QUESTIONS = 12;

const QUESTION: { readonly title: Bilingual; readonly basis: Bilingual } = {
  title: {
    en: 'Has the Committee set the date of the next report?',
    es: '¿Fijó el Comité la fecha del próximo informe?',
  },
  basis: {
    en: 'Asked once a year while the Committee has not set the date',
    es: 'Se pregunta una vez al año mientras el Comité no fije la fecha',
  },
};

/** Makes what is owed again: the next round of each duty that recurs, and the yearly question after a date that only a committee can set. */
export class MakeRounds {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly recurrences: RecurrenceRepository;
      readonly recommendations: RecommendationRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** Everything that should be there on that day. Answers how many obligations are new; a second time the same day: none. */
  make(state: State, on: CivilDate): Promise<number> {
    return this.record.runState(state.id, async () => {
      let made = 0;
      for (const duty of await this.rows.recurrences.listDuties(state.id, true))
        for (const round of roundsToMake(duty, { lastDueOn: duty.lastDueOn, since: duty.since, today: on })) {
          await this.makeRound(state, duty, round);
          made += 1;
        }
      return made + (await this.askForDates(state, on));
    });
  }

  private async makeRound(state: State, duty: DutyOnRecord, round: Round): Promise<void> {
    const obligationId = await this.owe(
      state,
      { ...duty, period: round.period },
      { dueOn: round.dueOn, basis: basisOf(duty) },
    );
    await this.rows.recurrences.addRound(state.id, duty.id, round.dueOn, obligationId);
  }

  /** Nobody is reminded of a date that is not set; once a year the secretariat is asked whether it has been. */
  private async askForDates(state: State, on: CivilDate): Promise<number> {
    const asked = addMonths(addDays(on, DAYS_TO_ASK_COMMITTEE), -MONTHS_BETWEEN_QUESTIONS);
    const awaiting = await this.rows.recurrences.listAwaiting(state.id, asked);
    for (const { recommendationId } of awaiting)
      await this.owe(
        state,
        {
          recommendationId,
          institutionId: null,
          indicatorId: null,
          kind: DATE_QUESTION,
          title: QUESTION.title,
          required: false,
          period: null,
        },
        { dueOn: addDays(on, DAYS_TO_ASK_COMMITTEE), basis: QUESTION.basis },
      );
    return awaiting.length;
  }

  private async owe(
    state: State,
    owed: Omit<Parameters<RecommendationRepository['saveObligation']>[1], 'deadlineId'>,
    { dueOn, basis }: { readonly dueOn: CivilDate; readonly basis: Bilingual },
  ): Promise<number> {
    const { recommendations, recurrences } = this.rows;
    const deadlineId = await recommendations.saveDeadline(state.id, {
      documentId: null,
      purpose: owed.kind,
      deadline: { certainty: 'confirmed', dueOn, basis: basis.en },
      timeZone: state.timeZone,
      basis,
      changedAt: this.clock.now(),
      actor: 'rule',
    });
    const id = await recommendations.saveObligation(state.id, { ...owed, deadlineId });
    await recurrences.lookAgain(state.id, owed.recommendationId);
    return id;
  }
}

function basisOf({ everyMonths }: DutyOnRecord): Bilingual {
  const years = everyMonths % 12 === 0 ? everyMonths / 12 : null;
  if (years === 1)
    return {
      en: 'Comes again every year, as the secretariat has set',
      es: 'Se repite cada año, según lo fijó la secretaría',
    };
  if (years !== null)
    return {
      en: `Comes again every ${years} years, as the secretariat has set`,
      es: `Se repite cada ${years} años, según lo fijó la secretaría`,
    };
  return {
    en: `Comes again every ${everyMonths === 1 ? 'month' : `${everyMonths} months`}, as the secretariat has set`,
    es: `Se repite cada ${everyMonths === 1 ? 'mes' : `${everyMonths} meses`}, según lo fijó la secretaría`,
  };
}
