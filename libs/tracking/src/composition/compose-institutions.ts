import type { Clock } from '#domain';
import {
  AuditRepository,
  HandOverRepository,
  InstitutionChangeRepository,
  InstitutionReadingRepository,
  InstitutionRepository,
  MemberRepository,
  MessageRepository,
  PeopleRepository,
  TransmissionRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import type { InvitePerson } from '../admit-person/invite-person.js';
import { CarryOutHandOvers } from '../hand-over/carry-out-hand-overs.js';
import { HandOverFocalPoint } from '../hand-over/hand-over.js';
import { AssignResponsibility } from '../manage-institutions/assign-responsibility.js';
import { ChangeInstitutions } from '../manage-institutions/change-institutions.js';
import { ReadInstitutions } from '../manage-institutions/read-institutions.js';
import { RecordTransmission } from '../transmit/record-transmission.js';

/** Institutions, who answers for what, hand-overs and transmissions. */
export interface InstitutionUseCases {
  readonly readInstitutions: ReadInstitutions;
  readonly changeInstitutions: ChangeInstitutions;
  readonly assignResponsibility: AssignResponsibility;
  readonly carryOutHandOvers: CarryOutHandOvers;
  readonly handOverFocalPoint: HandOverFocalPoint;
  readonly recordTransmission: RecordTransmission;
}

export function composeInstitutions(
  record: RecordDatabase,
  clock: Clock,
  settings: { readonly publicUrl: string },
  invitePerson: InvitePerson,
): InstitutionUseCases {
  const changes = new InstitutionChangeRepository(record);
  const handOvers = new HandOverRepository(record);
  const transmissions = new TransmissionRepository(record);
  const people = new PeopleRepository(record);
  const audit = new AuditRepository(record);
  const carryOutHandOvers = new CarryOutHandOvers(
    record,
    {
      handOvers,
      messages: new MessageRepository(record),
      people,
      institutions: new InstitutionRepository(record),
    },
    clock,
    settings,
  );
  return {
    readInstitutions: new ReadInstitutions(
      record,
      { reading: new InstitutionReadingRepository(record), changes, handOvers, transmissions },
      clock,
    ),
    changeInstitutions: new ChangeInstitutions(record, changes, audit, clock),
    assignResponsibility: new AssignResponsibility(record, changes, audit, clock),
    carryOutHandOvers,
    handOverFocalPoint: new HandOverFocalPoint(
      record,
      { handOvers, members: new MemberRepository(record), people, audit },
      invitePerson,
      carryOutHandOvers,
      clock,
    ),
    recordTransmission: new RecordTransmission(
      record,
      { transmissions, institutions: changes, audit },
      clock,
    ),
  };
}
