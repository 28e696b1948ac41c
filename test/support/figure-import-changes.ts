import type { State } from '#tracking';

import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const OPTIONS = {
  ...{ sheet: null, indicator: null, indicatorText: null, source: null, decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null },
};
const REASON = 'It was the file of another year.';

/** Files of figures: uploaded, read again, saved, discarded, imported and undone. */
export function figureImportChanges(
  ground: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  const { uploadFigures } = ground.tracking;
  let year = 1900;

  /** A figure of another year for every file, so that each changes something. */
  async function file(): Promise<string> {
    await ground.record.runState(state.id, async (sql) => {
      await sql.execute(
        `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, required_dimensions)
         SELECT $1, 'files', 'data', 'outcome', '{"en":"Files","es":"Archivos"}', '{"en":"files","es":"archivos"}', 'count', 'plain', '{}'
         WHERE NOT EXISTS (SELECT FROM indicator WHERE state_id = $1 AND code = 'files')`,
        [state.id],
      );
      await sql.execute(
        `INSERT INTO source (state_id, code, name) SELECT $1, 'files', '{"en":"Files","es":"Archivos"}'
         WHERE NOT EXISTS (SELECT FROM source WHERE state_id = $1 AND code = 'files')`,
        [state.id],
      );
    });
    year += 1;
    return `indicator,source,year,value\nfiles,files,${year},3\n`;
  }

  async function opened(): Promise<{ owner: Owner; at: string }> {
    const owner = await secretariat();
    const id = await uploadFigures.open(
      state,
      { kind: 'observations', name: 'figures.csv', bytes: Buffer.from(await file()) },
      { options: OPTIONS, override: null },
      { personId: owner.personId, actor: 'secretariat' },
    );
    return { owner, at: `/states/PER/imports/figures/uploads/${id}` };
  }

  async function imported(): Promise<{ owner: Owner; at: string }> {
    const owner = await secretariat();
    const { id } = await uploadFigures.importAtOnce(
      state,
      { name: 'figures.csv', bytes: Buffer.from(await file()) },
      { kind: 'observations', dryRun: false, options: OPTIONS, override: null },
      { personId: owner.personId, actor: 'secretariat' },
    );
    return { owner, at: `/states/PER/imports/figures/${id}` };
  }

  const change = (
    { personId, cookie }: Owner,
    url: string,
    entry: Change['entry'],
    form: Record<string, unknown> = {},
  ): Change => ({ url, cookie, personId, form: () => form, entry: { actor: 'secretariat', ...entry } });

  const told = { importKind: 'observations' };
  const saved = { action: 'figures.imported', before: null, after: { ...told, addedFigures: 1 } };
  const undone = {
    action: 'figures.undone',
    before: { ...told, addedFigures: 1 },
    after: null,
    reason: REASON,
  };
  const sent = async (
    url: string,
    entry: Change['entry'],
    fields: Record<string, string>,
  ): Promise<Change> => ({
    ...change(await secretariat(), url, entry),
    upload: { name: 'figures.csv', text: await file(), fields: { kind: 'observations', ...fields } },
  });

  return {
    'POST /api/v1/states/{iso3}/imports/figures': () =>
      sent('/api/v1/states/PER/imports/figures', saved, { options: '{}' }),
    'POST /states/{iso3}/imports/figures': () =>
      sent(
        '/states/PER/imports/figures?lang=en',
        { action: 'figures.uploaded', before: null, after: told },
        { indicator: '', source: '' },
      ),
    'POST /states/{iso3}/imports/figures/uploads/{id}/settings': async () => {
      const { owner, at } = await opened();
      return change(owner, `${at}/settings`, { action: 'figures.read_again', before: null, after: told });
    },
    'POST /states/{iso3}/imports/figures/uploads/{id}/save': async () => {
      const { owner, at } = await opened();
      return change(owner, `${at}/save`, saved, { seen: '1.0.0' });
    },
    'POST /states/{iso3}/imports/figures/uploads/{id}/discard': async () => {
      const { owner, at } = await opened();
      return change(owner, `${at}/discard`, { action: 'figures.discarded', before: told, after: null });
    },
    'POST /api/v1/states/{iso3}/imports/figures/{id}/undo': async () => {
      const { owner, at } = await imported();
      return change(owner, `/api/v1${at}/undo`, undone, { reason: REASON });
    },
    'POST /states/{iso3}/imports/figures/{id}/undo': async () => {
      const { owner, at } = await imported();
      return change(owner, `${at}/undo`, undone, { reason: REASON });
    },
  };
}
