import type { State } from '#tracking';

import type { Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

/** How to save a view of one's own, to rename it and to remove it, by the forms of the pages. */
export function savedViewChanges(
  ground: TrackingGround,
  state: State,
  somebody: () => Promise<Pick<Owner, 'personId' | 'cookie'>>,
): Changes {
  const { savedViews } = ground.tracking;
  const actor = 'account';
  const PAGES = `/states/${state.iso3}/saved-views`;

  async function withView(): Promise<{ personId: number; cookie: string; id: number }> {
    const { personId, cookie } = await somebody();
    const id = await savedViews.save(state, personId, { name: 'Late', address: '/states/PER/alerts' });
    return { personId, cookie, id };
  }

  return {
    'POST /states/{iso3}/saved-views': async () => {
      const { personId, cookie } = await somebody();
      return {
        url: PAGES,
        cookie,
        personId,
        form: () => ({ name: 'Late', address: '/en/states/PER/alerts?rule=deadline' }),
        // The number is given by the record.
        entry: { actor, action: 'saved_view.saved', before: null, after: {} },
      };
    },
    'POST /states/{iso3}/saved-views/{id}': async () => {
      const { personId, cookie, id } = await withView();
      return {
        url: `${PAGES}/${id}`,
        cookie,
        personId,
        form: () => ({ name: 'Later' }),
        entry: { actor, action: 'saved_view.renamed', before: null, after: { savedView: id } },
      };
    },
    'POST /states/{iso3}/saved-views/{id}/remove': async () => {
      const { personId, cookie, id } = await withView();
      return {
        url: `${PAGES}/${id}/remove`,
        cookie,
        personId,
        form: () => ({}),
        entry: { actor, action: 'saved_view.removed', before: { savedView: id }, after: null },
      };
    },
  };
}
