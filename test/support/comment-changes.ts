import type { State } from '#tracking';

import type { Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

/** How to write a comment, to change it and to withdraw it, by the forms of the page. */
export function commentChanges(
  ground: TrackingGround,
  state: State,
  somebody: () => Promise<Pick<Owner, 'personId' | 'cookie'>>,
): Changes {
  const PAGES = `/states/${state.iso3}/comments`;
  const actor = 'ombudsperson';

  async function key(): Promise<string> {
    const [row] = await ground.rows<{ id: string }>(
      state.id,
      'SELECT public_id AS id FROM recommendation WHERE state_id = $1 ORDER BY id LIMIT 1',
      [state.id],
    );
    return row?.id ?? '';
  }

  async function withComment(): Promise<{ personId: number; cookie: string; id: number; about: string }> {
    const { personId, cookie } = await somebody();
    const about = { kind: 'recommendation', key: await key() } as const;
    const by = { personId, role: actor, institution: null, onlyOf: null } as const;
    const wish = { about, answers: null, text: 'What is missing?', language: 'en' };
    return {
      personId,
      cookie,
      id: await ground.tracking.comments.write(state, wish, by),
      about: `recommendation:${about.key}`,
    };
  }

  return {
    'POST /states/{iso3}/comments': async () => {
      const { personId, cookie } = await somebody();
      const about = `recommendation:${await key()}`;
      return {
        url: PAGES,
        cookie,
        personId,
        form: () => ({ about, text: 'What is missing?' }),
        // The number is given by the record.
        entry: { actor, action: 'comment.written', before: null, after: {} },
      };
    },
    'POST /states/{iso3}/comments/{id}': async () => {
      const { personId, cookie, id, about } = await withComment();
      return {
        url: `${PAGES}/${id}`,
        cookie,
        personId,
        form: () => ({ about, text: 'What is missing of 2025?' }),
        entry: { actor, action: 'comment.edited', before: null, after: { comment: id } },
      };
    },
    'POST /states/{iso3}/comments/{id}/withdraw': async () => {
      const { personId, cookie, id, about } = await withComment();
      return {
        url: `${PAGES}/${id}/withdraw`,
        cookie,
        personId,
        form: () => ({ about, reason: 'It was answered' }),
        entry: {
          actor,
          action: 'comment.withdrawn',
          before: { comment: id },
          after: null,
          reason: 'It was answered',
        },
      };
    },
  };
}
