import { expect } from '@jest/globals';

import type { WatchedState } from '../factories/watched-state.js';
import type { Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const ON = '2026-06-30';
const BY = '/api/v1/states/PER';
const AS = '/api/v1/states/{iso3}';
const NAME = { en: 'Office', es: 'Oficina' };
const reason = 'Decree 1-2026';

/** How to change something about institutions, responsibilities, focal points and transmissions. */
export function institutionChanges(
  ground: TrackingGround,
  peru: WatchedState,
  secretariat: () => Promise<Owner>,
  ministry: number,
): Changes {
  const { tracking } = ground;
  let made = 0;

  async function institution(): Promise<string> {
    made += 1;
    await peru.addInstitution(`OF${made}`, []);
    return `OF${made}`;
  }

  async function post(
    url: string,
    form: Readonly<Record<string, unknown>>,
    entry: Readonly<Record<string, unknown>> & { readonly action: string },
  ) {
    const { personId, cookie } = await secretariat();
    return {
      url: `${BY}${url}`,
      cookie,
      personId,
      form: () => form,
      entry: { actor: 'secretariat', before: null, ...entry },
    };
  }

  async function assigned(): Promise<{ id: number; code: string }> {
    const code = await institution();
    const { personId } = await secretariat();
    const id = await tracking.assignResponsibility.assign(
      peru.state,
      {
        recommendation: 'opsc-1-8',
        basis: 'now_responsible',
        institution: code,
        role: 'support',
        namedAs: null,
        from: ON,
        reason,
      },
      { personId, role: 'secretariat' },
    );
    return { id, code };
  }

  const letter = async () => {
    made += 1;
    return {
      institution: await institution(),
      recipientKind: 'ministry' as const,
      document: 'opsc-1',
      items: ['8'],
      sentOn: '2026-06-01',
      letter: `OF. ${made}-2026`,
      receivedOn: null,
    };
  };

  return {
    [`POST ${AS}/institutions`]: () => {
      made += 1;
      return post(
        '/institutions',
        { code: `NEW${made}`, name: NAME, level: 'regional' },
        { action: 'institution.added', after: { name: NAME, level: 'regional', parent: null } },
      );
    },
    [`POST ${AS}/institutions/{code}/name`]: async () => {
      const code = await institution();
      return post(
        `/institutions/${code}/name`,
        { name: NAME, from: '2026-06-01', reason },
        {
          action: 'institution.renamed',
          before: { name: { en: code, es: code } },
          after: { name: NAME, startsOn: '2026-06-01' },
          reason,
        },
      );
    },
    [`POST ${AS}/institutions/{code}/place`]: async () =>
      post(
        `/institutions/${await institution()}/place`,
        { level: 'local', parent: 'MIMP', reason },
        {
          action: 'institution.placed',
          before: { level: 'national' },
          after: { level: 'local', parent: 'MIMP' },
          reason,
        },
      ),
    [`POST ${AS}/institutions/{code}/end`]: async () =>
      post(
        `/institutions/${await institution()}/end`,
        { lastDay: '2026-06-29', successor: 'MIMP', reason },
        {
          action: 'institution.ended',
          before: { endsOn: null },
          after: { endsOn: '2026-06-29', successor: 'MIMP', startsOn: ON },
          reason,
        },
      ),
    [`POST ${AS}/responsibilities`]: async () => {
      const code = await institution();
      return post(
        '/responsibilities',
        { recommendation: 'opsc-1-8', institution: code, role: 'support', from: ON, reason },
        {
          action: 'responsibility.assigned',
          after: {
            institution: code,
            role: 'support',
            basis: 'now_responsible',
            namedAs: null,
            startsOn: ON,
          },
          reason,
        },
      );
    },
    [`POST ${AS}/responsibilities/{id}/change`]: async () => {
      const { id, code } = await assigned();
      return post(
        `/responsibilities/${id}/change`,
        { role: 'lead', from: ON, reason },
        {
          action: 'responsibility.changed',
          before: { institution: code, role: 'support' },
          after: { institution: code, role: 'lead', startsOn: ON },
          reason,
        },
      );
    },
    [`POST ${AS}/responsibilities/{id}/end`]: async () => {
      const { id, code } = await assigned();
      return post(
        `/responsibilities/${id}/end`,
        { lastDay: ON, reason },
        {
          action: 'responsibility.ended',
          before: { institution: code, role: 'support', endsOn: null },
          after: { institution: code, role: 'support', endsOn: ON },
          reason,
        },
      );
    },
    [`POST ${AS}/hand-overs`]: async () => {
      made += 1;
      const former = await peru.addPerson(`former${made}@per.example`, 'focal_point', ministry);
      const [term] = await ground.rows<{ id: number }>(
        peru.state.id,
        'SELECT max(id) AS id FROM focal_point WHERE state_id = $1',
        [peru.state.id],
      );
      return post(
        '/hand-overs',
        {
          focalPoint: term?.id,
          to: { name: 'Next', email: `next${made}@per.example`, language: 'es' },
          from: ON,
          note: reason,
        },
        {
          action: 'focal_point.handed_over',
          before: { focalPoint: former, institution: 'MIMP' },
          after: expect.objectContaining({ institution: 'MIMP', startsOn: ON }),
          reason,
        },
      );
    },
    [`POST ${AS}/transmissions`]: async () => {
      const { institution: code, letter: number, ...rest } = await letter();
      return post(
        '/transmissions',
        { institution: code, letter: number, ...rest },
        {
          action: 'transmission.recorded',
          after: {
            institution: code,
            document: 'opsc-1',
            items: ['8'],
            letter: number,
            sentOn: '2026-06-01',
            receivedOn: null,
          },
        },
      );
    },
    [`POST ${AS}/transmissions/{id}/receipt`]: async () => {
      const { personId } = await secretariat();
      const sent = await letter();
      const id = await tracking.recordTransmission.send(peru.state, sent, { personId, role: 'secretariat' });
      return post(
        `/transmissions/${id}/receipt`,
        { receivedOn: ON },
        {
          action: 'transmission.received',
          before: { institution: sent.institution, receivedOn: null },
          after: { institution: sent.institution, receivedOn: ON },
        },
      );
    },
  };
}
