import { civilDayOf } from '#domain';
import type { State } from '#tracking';

import type { Change, Changes } from './audited-changes.js';
import { calendarFeedChanges } from './calendar-feed-changes.js';
import { mailRhythmChanges } from './mail-rhythm-changes.js';
import { commentChanges } from './comment-changes.js';
import { savedViewChanges } from './saved-view-changes.js';
import { operationChanges } from './operation-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

/** What is done to somebody else through the people of a State, and what a member chooses of the mails. */
export function memberChanges(
  ground: TrackingGround,
  state: State,
  people: Readonly<
    Record<
      'secretariat' | 'operator' | 'member' | 'focalPoint' | 'withToken' | 'withApp',
      () => Promise<Owner>
    >
  >,
): Changes {
  async function change(
    by: Owner,
    member: Owner,
    what: string,
    entry: Change['entry'] & { readonly reason: string },
  ): Promise<Change> {
    const [membership] = await ground.rows<{ id: number }>(
      state.id,
      'SELECT id FROM membership WHERE state_id = $1 AND person_id = $2',
      [state.id, member.personId],
    );
    return {
      url: `/states/${state.iso3}/people/${membership?.id}/${what}`,
      cookie: by.cookie,
      personId: by.personId,
      form: () => ({ reason: entry.reason }),
      entry,
    };
  }

  return {
    ...calendarFeedChanges(ground, people.member),
    ...mailRhythmChanges(ground, people.member),
    ...savedViewChanges(ground, state, people.member),
    ...commentChanges(ground, state, people.member),
    ...operationChanges(ground, state, people.operator),
    'POST /states/{iso3}/people/{membership}/end': async () =>
      change(await people.secretariat(), await people.member(), 'end', {
        actor: 'secretariat',
        action: 'membership.ended',
        before: { role: 'ombudsperson', institution: null, startsOn: '2020-01-01' },
        after: { role: 'ombudsperson', endsOn: civilDayOf(ground.clock.now(), state.timeZone) },
        reason: 'Has left',
      }),
    'POST /states/{iso3}/people/{membership}/head': async () => {
      const headed = await change(await people.secretariat(), await people.focalPoint(), 'head', {
        actor: 'secretariat',
        action: 'membership.head_marked',
        before: { institution: 'MIMP', head: false },
        after: { institution: 'MIMP', head: true },
        reason: 'Appointed by decree',
      });
      return { ...headed, form: () => ({ reason: 'Appointed by decree', head: '1' }) };
    },
    'POST /states/{iso3}/people/{membership}/end-access': async () =>
      change(await people.secretariat(), await people.withToken(), 'end-access', {
        actor: 'secretariat',
        action: 'access.ended',
        before: null,
        after: { sessionsEnded: 1, tokensRevoked: 1, calendarsRevoked: 0 },
        reason: 'Has lost the laptop',
      }),
    'POST /states/{iso3}/people/{membership}/reset-factors': async () =>
      change(await people.operator(), await people.withApp(), 'reset-factors', {
        actor: 'operator',
        action: 'second_factor.reset',
        before: null,
        after: null,
        reason: 'Came to the desk with an identity card',
      }),
  };
}
