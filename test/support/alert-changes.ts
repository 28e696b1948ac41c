import type { Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

/** How to answer a reminder from its page or by the API, and how to decide on "not mine". */
export function alertChanges(
  ground: TrackingGround,
  people: Readonly<Record<'focalPoint' | 'secretariat', () => Promise<Owner>>>,
  openReminder: () => Promise<number>,
): Changes {
  const acknowledged = (base: string, last: string) => async () => {
    const { personId, cookie } = await people.focalPoint();
    return {
      url: `${base}/states/PER/alerts/${await openReminder()}${last}`,
      cookie,
      personId,
      form: () => ({ answer: 'acknowledge', reason: 'It is on its way' }),
      entry: {
        actor: 'focal_point',
        action: 'alert.acknowledged',
        before: { state: 'open' },
        after: { state: 'acknowledged' },
        reason: 'It is on its way',
      },
    };
  };
  const sentBack = (base: string) => async () => {
    const owner = await people.focalPoint();
    const { personId, cookie } = await people.secretariat();
    const alert = await openReminder();
    const state = await ground.tracking.states.getState('PER');
    await ground.tracking.answerAlert.disown(state, alert, 'The police keep it', {
      personId: owner.personId,
      actor: 'focal_point',
      institution: 'MIMP',
    });
    return {
      url: `${base}/states/PER/alerts/${alert}/disclaimer`,
      cookie,
      personId,
      form: () => ({ decision: 'sent_back', reason: 'Decree 12 names you' }),
      entry: {
        actor: 'secretariat',
        action: 'disclaimer.decided',
        before: null,
        after: { decision: 'sent_back' },
        reason: 'Decree 12 names you',
      },
    };
  };
  return {
    'POST /states/{iso3}/alerts/{id}': acknowledged('', ''),
    'POST /api/v1/states/{iso3}/alerts/{id}/answers': acknowledged('/api/v1', '/answers'),
    'POST /states/{iso3}/alerts/{id}/disclaimer': sentBack(''),
    'POST /api/v1/states/{iso3}/alerts/{id}/disclaimer': sentBack('/api/v1'),
  };
}
