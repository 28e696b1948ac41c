import type { State } from '#tracking';

import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';
import { figureImportChanges } from './figure-import-changes.js';
import { addTwoCycles } from './cycle-changes.js';
import { annotationId, exported, uhriRow } from './uhri-rows.js';

/** Files that come in: exports of the Universal Human Rights Index, and files of figures. */
export function uhriChanges(
  ground: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  const { tracking } = ground;
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
    ...figureImportChanges(ground, state, secretariat),
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
    'POST /states/{iso3}/uhri-annotations/{id}/links': async () => {
      made += 1;
      const id = annotationId(10_000 + made);
      const { earlier, address } = await addTwoCycles(ground, state, `index-${made}`);
      await ground.record.runState(state.id, async (sql) => {
        const [document] = await sql.rows<{ symbol: string; paragraph: number }>(
          `SELECT d.symbol, r.paragraph_id AS paragraph FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
           WHERE r.state_id = $1 AND r.id = $2`,
          [state.id, earlier],
        );
        await sql.execute(
          `INSERT INTO paragraph_text (state_id, paragraph_id, language, text, items) VALUES ($1, $2, 'en', 'Collect data.', '[]')`,
          [state.id, document!.paragraph],
        );
        await sql.execute(
          `INSERT INTO uhri_annotation (state_id, annotation_id, language, symbol, body, kind, paragraph, text, countries, regions, themes, affected_persons,
             sdgs, recommending_states, recommending_regions, imported_at, changed_at, vector)
           VALUES ($1, $2, 'en', $3, 'CAT', 'recommendation', '8', 'Collect data.', '{Peru}', '{}', '{}', '{}', '{}', '{}', '{}', now(), now(), '')`,
          [state.id, id, document!.symbol],
        );
      });
      return change(
        await secretariat(),
        `/states/PER/uhri-annotations/${id}/links`,
        { action: 'uhri_link.confirmed', before: null, after: { annotation: id }, reason: null },
        () => ({ recommendations: address(earlier), verdict: 'confirmed' }),
      );
    },
  };
}
