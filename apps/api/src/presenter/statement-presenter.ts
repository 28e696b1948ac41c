import type {
  StatementDetail,
  StatementDraftDetail,
  StatementDraftList,
  StatementDraftView,
  StatementList,
  StatementView,
} from '#contracts';
import { civilDayOf } from '#domain';
import type { Language } from '#messages';
import type { ReadStatements, State } from '#tracking';

import { namedState } from './document-presenter.js';
import { institutionView } from './wording.js';

type Answered<K extends keyof ReadStatements> = ReadStatements[K] extends (
  ...given: never[]
) => Promise<infer T>
  ? T
  : never;
type Published = Answered<'read'>['statement'];
type Draft = Answered<'readDraft'>['draft'];

export function statementListView(
  state: State,
  { today, statements }: Answered<'list'>,
  language: Language,
): Omit<StatementList, 'nextCursor' | 'sought'> {
  return {
    state: namedState(state, language),
    today,
    items: statements.map((statement) => statementView(statement, language)),
  };
}

export function statementDetailView(
  state: State,
  { today, statement, earlier }: Answered<'read'>,
  language: Language,
): StatementDetail {
  return {
    state: namedState(state, language),
    today,
    statement: statementView(statement, language),
    earlier: earlier.map((version) => statementView(version, language)),
  };
}

export function statementDraftListView(
  state: State,
  { today, drafts }: Answered<'listDrafts'>,
  language: Language,
): StatementDraftList {
  return {
    state: namedState(state, language),
    today,
    items: drafts.map((draft) => draftView(state, draft, language)),
  };
}

export function statementDraftView(
  state: State,
  { today, draft }: Answered<'readDraft'>,
  language: Language,
): StatementDraftDetail {
  return { state: namedState(state, language), today, draft: draftView(state, draft, language) };
}

function statementView(statement: Published, language: Language): StatementView {
  return {
    id: statement.id,
    ...versionView(statement, language),
    publishedOn: statement.publishedOn,
    withdrawnOn: statement.withdrawnOn,
    withdrawnReason: statement.withdrawnReason,
  };
}

function draftView(state: State, draft: Draft, language: Language): StatementDraftView {
  return {
    id: draft.id,
    statement: draft.statementId,
    ...versionView(draft, language),
    writing: draft.writing,
    writtenBy: draft.writtenBy,
    writtenOn: civilDayOf(draft.writtenAt, state.timeZone),
  };
}

function versionView({ texts, ...version }: Published | Draft, language: Language) {
  return {
    number: version.number,
    institution: version.institution && institutionView(version.institution, language),
    texts: [...texts].sort(
      (one, other) => Number(other.language === language) - Number(one.language === language),
    ),
    writtenIn: texts[0]?.language ?? language,
    datedOn: version.datedOn,
    correction: version.correction,
    recommendations: version.recommendations.map(({ publicId, code, titles }) => ({
      id: publicId,
      code,
      title: titles[language] ?? titles['en'] ?? code,
    })),
  };
}
