import type { InstitutionDetail, InstitutionList, OrphanList } from '#contracts';
import type { Language } from '#messages';
import type { ReadInstitutions } from '#tracking';

import { inLanguage, institutionView } from './wording.js';

type Listed = Awaited<ReturnType<ReadInstitutions['list']>>[number];
type Reading = Awaited<ReturnType<ReadInstitutions['read']>>;
type Orphan = Awaited<ReturnType<ReadInstitutions['listOrphans']>>[number];

export function listedInstitutionView(
  institution: Listed,
  language: Language,
): InstitutionList['items'][number] {
  const { level, validFrom, validUntil, leads, supports } = institution;
  return { ...institutionView(institution, language), level, validFrom, validUntil, leads, supports };
}

export function institutionDetailView(
  { today, institution, items }: Reading,
  language: Language,
): InstitutionDetail {
  const { parent, successor, formerNames, transmissions } = institution;
  return {
    ...listedInstitutionView(institution, language),
    today,
    parent: parent && institutionView(parent, language),
    successor: successor && institutionView(successor, language),
    formerNames: formerNames.map((former) => ({ ...former, name: inLanguage(former.name, language) })),
    responsibilities: items.map(({ publicId, code, titles, role, startsOn, endsOn }) => ({
      id: publicId,
      code,
      title: titles[language] ?? titles['en'] ?? code,
      role,
      startsOn,
      endsOn,
    })),
    transmissions: transmissions.map((transmission) => ({ ...transmission })),
  };
}

export function orphanView(orphan: Orphan, language: Language): OrphanList['items'][number] {
  const { publicId, code, titles, reason, since, institution } = orphan;
  return {
    recommendation: { id: publicId, code, title: titles[language] ?? titles['en'] ?? code },
    reason,
    since,
    institution: institution && institutionView(institution, language),
  };
}
