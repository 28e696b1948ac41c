/** Rooms whose faults harm somebody: at least 85 of 100 changes to their code have to turn one of their own tests red. */
const ROOMS = {
  dates: ['libs/domain/src/calendar', 'libs/domain/src/deadline'],
  ledger: ['libs/domain/src/notice', 'libs/domain/src/alert'],
  figures: [
    'libs/domain/src/indicator',
    'libs/domain/src/prosecution',
    'libs/domain/src/budget',
    'libs/domain/src/submission',
  ],
  disclosure: ['libs/domain/src/disclosure'],
  permissions: ['libs/identity/src/permission'],
};

/** The room that ROOM names; dates where it names none. */
export function namedRoom() {
  const name = process.env.ROOM ?? 'dates';
  const folders = ROOMS[name];
  if (folders === undefined)
    throw new Error(`ROOM has to be one of ${Object.keys(ROOMS).join(', ')}; it is "${name}".`);
  return { name, folders };
}
