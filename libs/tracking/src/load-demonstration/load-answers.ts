import type { Clock } from '#domain';
import { addDays, civilDayOf } from '#domain';
import type { AuditRepository, PeriodLockRepository, State, SubmissionRepository } from '#persistence';

import type { AskForInformation } from '../ask-for-information/ask-for-information.js';
import type { GiveEvidence } from '../give-evidence/give-evidence.js';
import type { MakeStatement } from '../make-statement/make-statement.js';
import type { Answering } from '../record-action/answering.js';
import type { RecordAction } from '../record-action/record-action.js';
import { takeStep } from '../submit/submission-rules.js';
import type { SubmissionActor } from '../submit/submission-rules.js';
import type { WriteSubmissions } from '../submit/write-submissions.js';
import type { DemonstrationFile } from './demonstration-file.js';
import { known } from './loading.js';
import type { DemonstrationPerson, Loading } from './loading.js';

type Action = DemonstrationFile['actions'][number];
type Request = DemonstrationFile['requests'][number];
type Statement = DemonstrationFile['statements'][number];
type Evidence = DemonstrationFile['evidence'][number];
type Answer = NonNullable<DemonstrationFile['recommendations'][number]['obligations'][number]['answer']>;

export interface AnsweringUseCases {
  readonly recordAction: RecordAction;
  readonly giveEvidence: GiveEvidence;
  readonly writeSubmissions: WriteSubmissions;
  readonly askForInformation: AskForInformation;
  readonly makeStatement: MakeStatement;
  readonly submissions: SubmissionRepository;
  readonly locks: PeriodLockRepository;
  readonly audit: AuditRepository;
}

/** What people of the demonstration do, prove and write: through the doors of any State, in the transaction that loads it. */
export class LoadAnswers {
  constructor(
    private readonly doors: AnsweringUseCases,
    private readonly clock: Clock,
  ) {}

  /** @param publicIds of recommendations, by their code */
  async load(loading: Loading, publicIds: ReadonlyMap<string, string>): Promise<void> {
    const { file, state, people } = loading;
    for (const action of file.actions)
      await this.loadAction(loading, known(publicIds, action.recommendation), action);
    for (const { by, recommendation, ...evidence } of file.evidence)
      await this.giveEvidence(loading, known(people, by), {
        ...evidence,
        recommendation: known(publicIds, recommendation),
        action: null,
      });
    for (const { recommendation, organisation, ...answer } of file.contributions)
      await this.write(state, people, answer, {
        obligation: null,
        recommendation: known(publicIds, recommendation),
        organisation,
      });
    for (const request of file.requests)
      await this.ask(loading, known(publicIds, request.recommendation), request);
    for (const statement of file.statements) await this.state(loading, publicIds, statement);
  }

  /** An institution's answer to what it owes. */
  answer({ state, people }: Loading, obligation: number, answer: Answer): Promise<void> {
    return this.write(state, people, answer, { obligation, recommendation: null, organisation: null });
  }

  private async loadAction(loading: Loading, recommendation: string, action: Action): Promise<void> {
    const { state, today, people } = loading;
    const person = known(people, action.by);
    const id = await this.doors.recordAction.plan(
      state,
      recommendation,
      {
        institution: person.institution ?? '',
        language: action.language,
        title: action.title,
        description: action.description,
        level: action.level,
        plannedStartOn: addDays(today, action.startsInDays),
        plannedEndOn: addDays(today, action.endsInDays),
        criteria: action.criteria,
        indicators: action.indicators,
        budgetLines: [],
      },
      answeringOf(person),
    );
    for (const evidence of action.evidence)
      await this.giveEvidence(loading, person, { ...evidence, recommendation, action: id });
    if (action.doneDaysAgo === null) return;
    const done = { doneOn: addDays(today, -action.doneDaysAgo), reason: action.title };
    await this.doors.recordAction.finish(state, id, done, answeringOf(person));
  }

  private async ask({ state, people }: Loading, recommendation: string, request: Request): Promise<void> {
    const { askForInformation } = this.doors;
    const { language, question, legalBasis, institution, answer } = request;
    // The ombudsperson has an institution too, and asks all others.
    const asker = { ...answeringOf(known(people, request.by)), ownInstitution: null };
    const wish = { language, question, legalBasis, institution, indicator: null, workingDays: null };
    const id = await askForInformation.ask(state, recommendation, wish, asker);
    const said = { text: answer.text, language, url: null };
    // Nobody gets a mail: the first mails of a demonstration are its reminders.
    await askForInformation.answer(state, id, said, answeringOf(known(people, answer.by)), false);
    if (!request.published) return;
    await askForInformation.publish(state, id, 'question', asker);
    await askForInformation.publish(state, id, 'answer', asker);
  }

  private async state(
    { state, today, people }: Loading,
    publicIds: ReadonlyMap<string, string>,
    { by, recommendations, language, daysAgo, versions, withdrawn }: Statement,
  ): Promise<void> {
    const { makeStatement } = this.doors;
    const person = known(people, by);
    const author = { ...answeringOf(person), ownInstitution: null, institution: person.institution };
    const other = language === 'en' ? 'es' : 'en';
    let statement: number | null = null;
    for (const { title, text, correction } of versions) {
      const wish = {
        ...{ language, title: title[language], text: text[language], correction },
        ...{ otherTitle: title[other], otherText: text[other] },
        datedOn: addDays(today, -daysAgo),
        recommendations: recommendations.map((code) => known(publicIds, code)),
      };
      const draft = await makeStatement.begin(state, wish, statement, author);
      statement = await makeStatement.publish(state, draft, 1, author);
    }
    if (statement !== null && withdrawn !== null)
      await makeStatement.withdraw(state, statement, withdrawn, author);
  }

  private async giveEvidence(
    { state, today }: Loading,
    person: DemonstrationPerson,
    { content, effective, ...evidence }: Omit<Evidence, 'by'> & { readonly action: number | null },
  ): Promise<void> {
    const wish = {
      institution: person.institution ?? '',
      action: evidence.action,
      language: evidence.language,
      title: evidence.title,
      effectiveOn: typeof effective === 'string' ? effective : addDays(today, -effective.daysAgo),
      expiresOn: null,
      published: evidence.published,
    };
    const { giveEvidence } = this.doors;
    if ('url' in content)
      await giveEvidence.giveLink(
        state,
        evidence.recommendation,
        { ...wish, url: content.url },
        answeringOf(person),
      );
    else {
      const bytes = new TextEncoder().encode(`${content.lines.join('\n')}\n`);
      const file = { name: content.name, bytes };
      await giveEvidence.giveFile(state, evidence.recommendation, { ...wish, file }, answeringOf(person));
    }
  }

  private async write(
    state: State,
    people: Loading['people'],
    { by, texts, handedIn }: Answer,
    about: Pick<Parameters<WriteSubmissions['begin']>[1], 'obligation' | 'recommendation' | 'organisation'>,
  ): Promise<void> {
    const author = actorOf(known(people, by));
    const draft = { texts, period: null, handIn: handedIn !== undefined };
    const id = await this.doors.writeSubmissions.begin(state, { ...about, ...draft }, author);
    if (handedIn?.decided)
      await this.decide(state, id, actorOf(known(people, handedIn.decided.by)), handedIn.decided);
  }

  /** As a reviewer does, but nobody gets a mail: the first mails of a demonstration are its reminders. */
  private async decide(
    state: State,
    id: number,
    by: SubmissionActor,
    { step, reason }: { readonly step: 'accept' | 'return'; readonly reason: string | null },
  ): Promise<void> {
    const { submissions, locks } = this.doors;
    const kept = await submissions.lockSubmission(state.id, id);
    if (!kept) return;
    const at = this.clock.now();
    await takeStep(this.doors, state.id, kept, { step, by, reason, on: civilDayOf(at, state.timeZone), at });
    if (step === 'accept' && kept.obligationId !== null) await locks.addLock(state.id, id, at);
  }
}

function answeringOf({ id, role, institution }: DemonstrationPerson): Answering {
  return { personId: id, role, ownInstitution: institution };
}

function actorOf({ id, role, institutionId }: DemonstrationPerson): SubmissionActor {
  const reader =
    role === 'secretariat'
      ? ({ kind: 'state', personId: id } as const)
      : role === 'focal_point' && institutionId !== null
        ? ({ kind: 'institution', institutionId } as const)
        : ({ kind: 'person', personId: id } as const);
  return { personId: id, role, reader };
}
