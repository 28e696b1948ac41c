import type { AlertAge, CivilDate, Clock, EscalationStep, Recipient, WorkCalendar } from '#domain';
import {
  addWorkingDays,
  addresseesOf,
  civilDayOf,
  clockStart,
  findingEvidence,
  latestSnoozeEnd,
  openedBetween,
} from '#domain';
import type {
  AlertChangeRow,
  AlertHistoryRepository,
  AlertNarrowing,
  AlertNoticeRow,
  AlertRepository,
  AlertSearch,
  Disclaimer,
  DisclaimerRepository,
  Institution,
  InstitutionRepository,
  ListedAlert,
  RecordDatabase,
  State,
} from '#persistence';

import { unknownAlert } from '../answer-alert/answer-alert.js';
import { recipientsFor } from '../run-sweep/routing.js';
import type { SweepPages } from '../run-sweep/sweep-pages.js';

/** Entries of a history that one page shows; an alert that has more has been at it for years. */
const HISTORY = 200;

export interface AlertInList extends ListedAlert {
  readonly institution: Institution | null;
  readonly addressee: EscalationStep['addressee'];
}

export interface AlertListReading {
  readonly today: CivilDate;
  /** The institution that the list is narrowed to. */
  readonly only: Institution | null;
  readonly alerts: readonly AlertInList[];
}

/** A step, whom it is for today, and the day on which it comes if nobody answers. */
export interface StepReading extends EscalationStep {
  readonly on: CivilDate;
  readonly people: readonly { readonly name: string; readonly reachable: boolean }[];
}

export interface AlertReading extends AlertInList {
  readonly today: CivilDate;
  /** Evidence with day counters as of today. */
  readonly evidence: Record<string, string | number | string[] | null>;
  readonly steps: readonly StepReading[];
  readonly changes: readonly AlertChangeRow[];
  readonly notices: readonly AlertNoticeRow[];
  readonly disclaimers: readonly (Disclaimer & { readonly institution: string | null })[];
  readonly legalDate: CivilDate | null;
  readonly latestSnooze: CivilDate | null;
  /** Institutions to which it can be assigned. */
  readonly institutions: readonly Institution[];
}

/** Why somebody was told and why nobody was: from what was stored when it was decided. */
export class ReadAlerts {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly alerts: AlertRepository;
      readonly history: AlertHistoryRepository;
      readonly disclaimers: DisclaimerRepository;
      readonly institutions: InstitutionRepository;
    },
    private readonly pages: SweepPages,
    private readonly clock: Clock,
  ) {}

  list(
    state: State,
    asked: Omit<AlertSearch, 'institutionId' | 'docketStep' | 'narrowed'> & {
      readonly institution: string | null;
      readonly narrowed?: Pick<AlertNarrowing, 'institution' | 'rule' | 'severity'> & {
        readonly age?: AlertAge | undefined;
      };
    },
  ): Promise<AlertListReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => {
      const { steps } = await this.pages.rulesOf(state, today);
      const known = await this.rows.institutions.listInstitutions(state.id);
      const institutionId = idOf(known, asked.institution);
      const docket = steps.findIndex(({ addressee }) => addressee === 'docket');
      const docketStep = docket < 0 ? steps.length : docket;
      const { age, ...narrowed } = asked.narrowed ?? {};
      const opened = age === undefined ? { from: null, to: null } : openedBetween(age, today);
      const found = await this.rows.history.listListed(state.id, {
        ...asked,
        institutionId,
        docketStep,
        narrowed: { ...narrowed, openedFrom: opened.from, openedTo: opened.to },
      });
      const only = [...known.values()].find(({ code }) => code === narrowed.institution) ?? null;
      return { today, only, alerts: found.map((alert) => inList(alert, known, steps)) };
    });
  }

  /** @throws UserError `alert.unknown`, also where it is another institution's. */
  read(state: State, id: number, institution: string | null): Promise<AlertReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => {
      const { alerts, history, disclaimers, institutions } = this.rows;
      const known = await institutions.listInstitutions(state.id);
      const listed = await history.findListed(state.id, id);
      const alert = await alerts.findAlert(state.id, id);
      const own = idOf(known, institution);
      if (!listed || !alert || (own !== null && alert.institutionId !== own)) throw unknownAlert();
      const { steps, calendar, people } = await this.pages.rulesOf(state, today);
      const names = await history.listNames(people.map(({ personId }) => personId));
      const legalDate = await alerts.findLegalDate(state.id, alert, today);
      const said = await disclaimers.listDisclaimers(state.id, alert.recommendationId);
      return {
        ...inList(listed, known, steps),
        evidence: findingEvidence(alert, today),
        today,
        steps: steps.map((step) => ({
          ...step,
          on: dayOf(alert, step, calendar),
          people: peopleAt(step, alert, people).map(({ personId, reachable }) => ({
            name: names.get(personId) ?? '',
            reachable,
          })),
        })),
        changes: await history.listChanges(state.id, id, HISTORY),
        notices: await history.listNotices(state.id, id, HISTORY),
        disclaimers: said.map((one) => ({
          ...one,
          institution: known.get(one.institutionId)?.code ?? null,
        })),
        legalDate,
        latestSnooze: latestSnoozeEnd(legalDate, today),
        institutions: [...known.values()],
      };
    });
  }
}

/** Null: of all. One that the State does not have is nobody's. */
function idOf(known: ReadonlyMap<number, Institution>, code: string | null): number | null {
  if (code === null) return null;
  return [...known.values()].find((institution) => institution.code === code)?.id ?? 0;
}

function inList(
  alert: ListedAlert,
  known: ReadonlyMap<number, Institution>,
  steps: readonly EscalationStep[],
): AlertInList {
  return {
    ...alert,
    institution: alert.institutionId === null ? null : (known.get(alert.institutionId) ?? null),
    addressee: steps[alert.escalationStep]?.addressee ?? 'docket',
  };
}

function peopleAt(
  { addressee }: EscalationStep,
  alert: Pick<ListedAlert, 'institutionId'> & { readonly rule: Parameters<typeof recipientsFor>[0]['rule'] },
  people: readonly Recipient[],
): Recipient[] {
  return addressee === 'owner' ? recipientsFor(alert, people) : addresseesOf(addressee, alert, people);
}

function dayOf(
  alert: Parameters<typeof clockStart>[0],
  { workingDays }: EscalationStep,
  calendar: WorkCalendar,
): CivilDate {
  return addWorkingDays(clockStart(alert), workingDays, calendar);
}
