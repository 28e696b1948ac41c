import type { CivilDate, Clock, Role } from '#domain';
import { UserError, civilDayOf } from '#domain';
import { findPersonalData } from '#ingest';
import type { KeptInstitution, State } from '#persistence';

/** Who records an action or gives evidence, and for whom they may. */
export interface Answering {
  readonly personId: number | null;
  readonly role: Role;
  /** Code of the only institution that they act for; null: for any of the State. */
  readonly ownInstitution: string | null;
}

/** Actions and evidence are public or may become so, and the histories are append-only: nothing that points at a person gets in. */
export function refusePersonalData(code: string, fields: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(fields)) {
    const kinds = findPersonalData(text);
    if (kinds.length === 0) continue;
    throw new UserError(
      'invalid_input',
      code,
      `${field}: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
      { details: { field, kinds } },
    );
  }
}

/** Another's is as good as absent where one acts for one's own institution only. */
export function actsFor(by: Answering, institution: string): boolean {
  return by.ownInstitution === null || by.ownInstitution === institution;
}

/** @throws UserError `PREFIX.institution_unknown` or `.not_yours`. */
export function requireInstitution(
  prefix: 'action' | 'evidence',
  found: KeptInstitution | null,
  by: Answering,
  code: string,
): KeptInstitution {
  if (!actsFor(by, code))
    throw new UserError(
      'forbidden',
      `${prefix}.not_yours`,
      `institution: you act for ${by.ownInstitution ?? ''} only.`,
    );
  if (found) return found;
  throw new UserError(
    'invalid_input',
    `${prefix}.institution_unknown`,
    `institution: the State has no institution "${code}".`,
  );
}

export function todayOf(clock: Clock, state: State): CivilDate {
  return civilDayOf(clock.now(), state.timeZone);
}
