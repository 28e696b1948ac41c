import type { CivilDate, Clock, Deadline } from '#domain';
import { UnexpectedError, UserError, addDays, civilDayOf } from '#domain';
import type {
  AuditRepository,
  DeadlineRepository,
  DeflatorRepository,
  DocumentRepository,
  FigureRepository,
  MoneyAndCaseRepository,
  InstitutionRepository,
  PeopleRepository,
  RecommendationRepository,
  RecordDatabase,
  State,
  StateRepository,
  TransmissionRepository,
} from '#persistence';

import type { RegisterDocument } from '../follow-cycles/register-document.js';
import type { IngestDocument } from '../ingest-document/ingest-document.js';
import type { DemonstrationFile } from './demonstration-file.js';
import { judgeDemonstration } from './judge-demonstration.js';
import type { JudgingUseCases } from './judge-demonstration.js';
import { LoadAnswers } from './load-answers.js';
import type { AnsweringUseCases } from './load-answers.js';
import { LoadIndicator, loadDeflators } from './load-indicator.js';
import { calendarYear, known, yearOf } from './loading.js';
import type { Loading } from './loading.js';

type Due = DemonstrationFile['document']['nextReport'];
type Recommendation = DemonstrationFile['recommendations'][number];

/**
 * The demonstration State goes through the same doors as any other: its document through the ingest, its figures as accepted observations.
 * All of it is one transaction; everything invented carries a source that says so.
 */
export class LoadDemonstration {
  private readonly answers: LoadAnswers;

  constructor(
    private readonly record: RecordDatabase,
    private readonly ingest: IngestDocument,
    private readonly registration: RegisterDocument,
    private readonly repositories: {
      readonly deadlines: DeadlineRepository;
      readonly deflators: DeflatorRepository;
      readonly states: StateRepository;
      readonly documents: DocumentRepository;
      readonly institutions: InstitutionRepository;
      readonly people: PeopleRepository;
      readonly recommendations: RecommendationRepository;
      readonly figures: FigureRepository;
      readonly moneyAndCases: MoneyAndCaseRepository;
      readonly transmissions: TransmissionRepository;
      readonly audit: AuditRepository;
    },
    private readonly judging: JudgingUseCases & AnsweringUseCases,
    private readonly clock: Clock,
  ) {
    this.answers = new LoadAnswers(judging, clock);
  }

  /** Answers the State; `loaded` is false when it was there already. A State that is followed in earnest is never made one. */
  async load(
    file: DemonstrationFile,
    document: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<{ readonly state: State; readonly loaded: boolean }> {
    const existing = await this.repositories.states.findState(file.state.iso3);
    if (existing && (!existing.demonstration || (await this.hasDocument(existing))))
      return { state: existing, loaded: false };
    const state = await this.repositories.states.saveState({ ...file.state, demonstration: true });
    if (!state.demonstration)
      throw new UserError(
        'conflict',
        'demonstration.state_is_real',
        `${state.iso3} is followed here in earnest; invented data is not mixed into it. Set VIGIA_DEMO=0.`,
      );

    await this.record.runState(state.id, async () => {
      const { documentId } = await this.ingest.ingest(state, document, { dryRun: false });
      if (documentId === null)
        throw new UnexpectedError('demonstration.document', 'The document was read but not saved.');
      const loading: Loading = {
        state,
        today: civilDayOf(this.clock.now(), state.timeZone),
        file,
        institutions: await this.saveInstitutions(state, file),
        people: new Map(),
        sources: await this.saveSources(state, file),
        indicators: new Map(),
        homes: new Set(),
        nextReportId: await this.dateNextReport(state, file, documentId),
      };
      await this.savePeople(loading);
      await this.repositories.documents.describeDocument(state.id, documentId, file.document.shortTitle);
      for (const record of file.laterDocuments)
        await this.registration.register(state, record, 'demonstration');
      await new LoadIndicator(this.repositories, this.clock).loadAll(loading);
      await loadDeflators(loading, this.repositories.deflators, this.clock.now());
      const ids = await this.repositories.documents.listRecommendationIds(state.id, documentId);
      for (const recommendation of file.recommendations) {
        const id = ids.get(recommendation.code);
        if (id === undefined)
          throw new UnexpectedError(
            'demonstration.recommendation',
            `The document has no recommendation ${recommendation.code}.`,
          );
        await this.saveRecommendation(loading, id, recommendation);
      }
      await this.saveTransmissions(loading, documentId, ids);
      await this.answers.load(
        loading,
        await this.repositories.recommendations.listPublicIds(state.id, documentId),
      );
      await this.repositories.figures.highlight(state.id, file.highlights);
      await this.repositories.audit.append(state.id, {
        personId: null,
        actor: 'demonstration',
        action: 'demonstration.loaded',
        subjectKind: 'state',
        subjectId: state.iso3,
        happenedAt: this.clock.now(),
      });
    });
    return { state, loaded: true };
  }

  /** Once its figures are published: what was said of the recommendations, and which count as implemented. Repeating it changes nothing. */
  judge(state: State, file: DemonstrationFile): Promise<void> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return judgeDemonstration(this.record, this.judging, state, today, file);
  }

  private hasDocument(state: State): Promise<boolean> {
    return this.record.runState(state.id, () => this.repositories.documents.hasDocuments(state.id));
  }

  private async saveInstitutions(state: State, file: DemonstrationFile): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const institution of file.institutions)
      ids.set(institution.code, await this.repositories.institutions.saveInstitution(state.id, institution));
    return ids;
  }

  private async saveSources(state: State, file: DemonstrationFile): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const source of file.sources)
      ids.set(source.code, await this.repositories.figures.saveSource(state.id, source));
    return ids;
  }

  private async saveTransmissions(
    { state, today, file, institutions }: Loading,
    documentId: number,
    recommendations: ReadonlyMap<string, number>,
  ): Promise<void> {
    for (const { institution, recipient, items, letter, sentDaysAgo, receivedDaysAgo } of file.transmissions)
      await this.repositories.transmissions.addTransmission(state.id, {
        institutionId: known(institutions, institution),
        documentId,
        recipientKind: recipient,
        sentOn: addDays(today, -sentDaysAgo),
        letter,
        receivedOn: receivedDaysAgo === null ? null : addDays(today, -receivedDaysAgo),
        items: items.map((code) => known(recommendations, code)),
        recordedBy: null,
        recordedAt: this.clock.now(),
      });
  }

  private async savePeople({ state, today, file, institutions, people }: Loading): Promise<void> {
    for (const person of file.people) {
      const personId = await this.repositories.people.savePerson({ ...person, demonstration: true });
      const institutionId = person.institution === undefined ? null : known(institutions, person.institution);
      people.set(person.email, {
        id: personId,
        role: person.role,
        institution: person.institution ?? null,
        institutionId,
      });
      await this.repositories.people.saveMembership(state.id, {
        personId,
        role: person.role,
        institutionId,
        startsOn: today,
      });
    }
  }

  private async saveRecommendation(
    loading: Loading,
    id: number,
    recommendation: Recommendation,
  ): Promise<void> {
    const { state, today, institutions, indicators, homes } = loading;
    await this.repositories.recommendations.describe(state.id, id, {
      title: recommendation.title,
      themeCode: recommendation.theme,
    });
    for (const body of recommendation.namedInText)
      await this.repositories.institutions.saveNamedInText(state.id, id, body);
    const bodies = [
      ...(recommendation.lead === null ? [] : [{ code: recommendation.lead, role: 'lead' as const }]),
      ...recommendation.support.map((code) => ({ code, role: 'support' as const })),
    ];
    for (const { code, role } of bodies)
      await this.repositories.institutions.saveResponsibility(state.id, {
        recommendationId: id,
        institutionId: known(institutions, code),
        role,
        startsOn: today,
      });
    for (const [position, link] of recommendation.indicators.entries()) {
      await this.repositories.figures.linkIndicator(state.id, {
        recommendationId: id,
        indicatorId: known(indicators, link.code),
        required: link.required,
        isHome: !homes.has(link.code),
        position,
      });
      homes.add(link.code);
    }
    for (const obligation of recommendation.obligations) await this.saveObligation(loading, id, obligation);
  }

  private async saveObligation(
    loading: Loading,
    recommendationId: number,
    obligation: Recommendation['obligations'][number],
  ): Promise<void> {
    const { state, today, institutions, indicators } = loading;
    const deadlineId =
      obligation.due.certainty === 'as_document'
        ? loading.nextReportId
        : await this.saveDeadline(loading, obligation.due, obligation.kind);
    const obligationId = await this.repositories.recommendations.saveObligation(state.id, {
      recommendationId,
      institutionId: obligation.institution === null ? null : known(institutions, obligation.institution),
      indicatorId: obligation.indicator === null ? null : known(indicators, obligation.indicator),
      kind: obligation.kind,
      title: obligation.title,
      required: obligation.required,
      period: obligation.period === null ? null : calendarYear(yearOf(loading, obligation.period)),
      deadlineId,
    });
    if (obligation.answer) await this.answers.answer(loading, obligationId, obligation.answer);
    if (!obligation.submission) return;
    const submittedOn = addDays(today, -obligation.submission.daysAgo);
    const { outcome, texts } = obligation.submission;
    const sent = outcome === 'accepted' ? 'accepted' : 'submitted';
    const id = await this.repositories.recommendations.saveSubmission(state.id, {
      obligationId,
      submittedOn,
      state: sent,
      decidedOn: outcome === 'accepted' ? submittedOn : null,
    });
    if (texts)
      await this.judging.submissions.setDraft(state.id, id, 1, { texts, organisation: null, period: null });
  }

  /** The date that the ingest derived, led through what it was to what it is, each step kept. */
  private async dateNextReport(state: State, file: DemonstrationFile, documentId: number): Promise<number> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const derived = await this.repositories.deadlines.listOfDocument(state.id, documentId);
    const id = derived.find(({ purpose }) => purpose === 'next_report')?.id;
    if (id === undefined)
      throw new UnexpectedError('demonstration.deadline', 'The document was given no date of a next report.');
    for (const due of [...file.document.earlierNextReports, file.document.nextReport])
      await this.repositories.deadlines.changeDeadline(state.id, id, {
        deadline: deadlineOf(due, today),
        basis: due.basis,
        origin: 'entered',
        ruleCode: null,
        reason: null,
        personId: null,
        actor: 'demonstration',
        changedAt: this.clock.now(),
      });
    return id;
  }

  private saveDeadline(loading: Loading, due: Due, purpose: string): Promise<number> {
    return this.repositories.recommendations.saveDeadline(loading.state.id, {
      documentId: null,
      purpose,
      deadline: deadlineOf(due, loading.today),
      timeZone: loading.state.timeZone,
      basis: due.basis,
      changedAt: this.clock.now(),
    });
  }
}

function deadlineOf(due: Due, today: CivilDate): Deadline {
  if (due.certainty === 'confirmed')
    return { certainty: 'confirmed', dueOn: addDays(today, due.inDays), basis: due.basis.en };
  if (due.certainty === 'estimated') return { certainty: 'estimated', year: due.year, basis: due.basis.en };
  return { certainty: 'awaiting_committee', basis: due.basis.en };
}
