import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const API = '/api/v1/states/{iso3}';
const PAGES = '/states/{iso3}';
const TITLE = 'It is late';
const WISH = {
  language: 'en',
  title: TITLE,
  text: 'Nine years later.',
  otherTitle: null,
  otherText: null,
  datedOn: '2026-06-29',
  recommendations: ['opsc-1-8'],
  correction: null,
} as const;
/** The same as programs and as forms say it. */
const WRITTEN = {
  ...{ language: 'en', title: TITLE, text: WISH.text, datedOn: WISH.datedOn, recommendations: ['opsc-1-8'] },
  ...{ statement_title: TITLE, statement_text: WISH.text, dated_on: WISH.datedOn },
};
const entryOf = (action: string, before: unknown, after: unknown, reason: string | null = null) => ({
  ...{ actor: 'ombudsperson', action, before, after, reason },
});
const FIRST = { statementVersion: 1 };

/** How to write, publish, correct and withdraw a statement, through each route. */
export function statementChanges(ground: TrackingGround, ombudsperson: () => Promise<Owner>): Changes {
  const { makeStatement, states } = ground.tracking;
  const by = (owner: Owner) =>
    ({ personId: owner.personId, role: 'ombudsperson', ownInstitution: null, institution: null }) as const;
  const drafted = async (owner: Owner): Promise<number> =>
    makeStatement.begin(await states.getState('PER'), WISH, null, by(owner));
  const published = async (owner: Owner): Promise<number> =>
    makeStatement.publish(await states.getState('PER'), await drafted(owner), 1, by(owner));

  const acts: Readonly<Record<string, (owner: Owner) => Promise<Act>>> = {
    'statement-drafts': () =>
      Promise.resolve({
        path: 'statement-drafts',
        form: WRITTEN,
        entry: entryOf('statement.drafted', null, FIRST),
      }),
    'statement-drafts/{id}': async (owner) => ({
      path: `statement-drafts/${await drafted(owner)}`,
      form: { ...WRITTEN, writing: 1 },
      entry: entryOf('statement.redrafted', FIRST, FIRST),
    }),
    'statement-drafts/{id}/publish': async (owner) => ({
      path: `statement-drafts/${await drafted(owner)}/publish`,
      form: { writing: 1 },
      entry: entryOf('statement.published', null, { ...FIRST, title: TITLE }),
    }),
    'statement-drafts/{id}/discard': async (owner) => ({
      path: `statement-drafts/${await drafted(owner)}/discard`,
      form: {},
      entry: entryOf('statement.discarded', FIRST, null),
    }),
    'statements/{id}/withdraw': async (owner) => ({
      path: `statements/${await published(owner)}/withdraw`,
      form: { reason: 'It was wrong' },
      entry: entryOf('statement.withdrawn', { title: TITLE }, null, 'It was wrong'),
    }),
  };

  const change = (base: string, prepare: (owner: Owner) => Promise<Act>) => async (): Promise<Change> => {
    const owner = await ombudsperson();
    const { path, form, entry } = await prepare(owner);
    const { personId, cookie } = owner;
    return { url: `${base}/states/PER/${path}`, cookie, personId, form: () => form, entry };
  };

  return Object.fromEntries(
    Object.entries(acts).flatMap(([path, prepare]) => [
      [`POST ${API}/${path}`, change('/api/v1', prepare)],
      [`POST ${PAGES}/${path}`, change('', prepare)],
    ]),
  );
}

interface Act {
  readonly path: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly entry: Change['entry'];
}
