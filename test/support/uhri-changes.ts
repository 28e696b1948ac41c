import type { State } from '#tracking';

import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';
import { exported, uhriRow } from './uhri-rows.js';

/** Exports of the Universal Human Rights Index: uploaded, saved, discarded. */
export function uhriChanges(
  { tracking }: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  let made = 0;

  async function opened(): Promise<{ owner: Owner; id: number; seen: string }> {
    const owner = await secretariat();
    made += 1;
    const file = { name: 'export.json', language: 'en' as const, bytes: exported([uhriRow(made)]) };
    const id = await tracking.importUhri.open(state, file, { personId: owner.personId, role: 'secretariat' });
    const { seen } = await tracking.readUhri.read(state, id, { change: null, after: null, limit: 1 });
    return { owner, id, seen: seen ?? '' };
  }

  const change = (
    { personId, cookie }: Owner,
    url: string,
    entry: Change['entry'],
    form: Change['form'] = () => ({}),
  ): Change => ({ url, cookie, personId, form, entry: { actor: 'secretariat', ...entry } });

  return {
    'POST /states/{iso3}/imports/uhri': async () => ({
      ...change(await secretariat(), '/states/PER/imports/uhri?lang=en', {
        action: 'uhri.opened',
        before: null,
        after: { language: 'en' },
      }),
      upload: { name: 'export.json', text: JSON.stringify([uhriRow(900)]), fields: { language: 'en' } },
    }),
    'POST /states/{iso3}/imports/uhri/{id}/save': async () => {
      const { owner, id, seen } = await opened();
      return change(
        owner,
        `/states/PER/imports/uhri/${id}/save`,
        { action: 'uhri.saved', before: null, after: { language: 'en', newAnnotations: 1 } },
        () => ({ seen }),
      );
    },
    'POST /states/{iso3}/imports/uhri/{id}/discard': async () => {
      const { owner, id } = await opened();
      return change(owner, `/states/PER/imports/uhri/${id}/discard`, {
        action: 'uhri.discarded',
        before: { language: 'en' },
        after: null,
      });
    },
  };
}
