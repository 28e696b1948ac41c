import type { SuccessionList } from '#contracts';
import { civilDayOf } from '#domain';
import type { CivilDate, Role } from '#domain';
import type { Language } from '#messages';
import type { State, Succession, SuccessionSide } from '#tracking';

import { namedState } from './document-presenter.js';

type Item = SuccessionList['items'][number];

export function successionsView(
  state: State,
  { role, today }: { readonly role: Role; readonly today: CivilDate },
  successions: readonly Succession[],
  nextCursor: string | null,
  language: Language,
): Omit<SuccessionList, 'sought'> {
  return {
    state: namedState(state, language),
    today,
    mayDecide: role === 'secretariat',
    items: successions.map((succession) => itemView(succession, state, language)),
    nextCursor,
  };
}

function itemView(succession: Succession, state: State, language: Language): Item {
  const { likeness } = succession;
  return {
    id: succession.id,
    earlier: sideView(succession.earlier, language),
    later: succession.later ? sideView(succession.later, language) : null,
    laterDocument: succession.laterDocumentSlug,
    kind: succession.kind,
    state: succession.state,
    likeness: likeness && {
      ...likeness,
      sharedWords: [...likeness.sharedWords],
      sharedArticles: [...likeness.sharedArticles],
    },
    decidedBy: succession.personName,
    decidedOn: succession.decidedAt === null ? null : civilDayOf(succession.decidedAt, state.timeZone),
    reason: succession.reason,
  };
}

function sideView(side: SuccessionSide, language: Language): Item['earlier'] {
  return {
    id: side.publicId,
    code: side.code,
    document: side.documentSlug,
    title: side.titles[language] ?? side.titles['en'] ?? side.code,
    text: side.text,
    textLanguage: side.textLanguage,
  };
}
