import type { Members } from '#contracts';

import { Done } from '../../form/form-done.js';
import { DoneOrUndo, actedOn } from '../../form/undo-form.js';
import { Failed, FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { InviteForm } from './invite-form.js';
import { NotReached } from './member-mail.js';
import { MemberTable } from './member-table.js';

/** As many as the API gives at once. */
const PAGE_SIZE = 200;

/** Who works for a State here: for the secretariat and the operator, who appoint them. */
export const peoplePage: Page<{ people: Members }> = {
  load: ({ language, parameters, query }) => ({
    people: apiUrl(language, statePath(parameters['iso3'] ?? '', '/people'), {
      ...listQuery(query),
      limit: PAGE_SIZE,
    }),
  }),
  show: ({ people }, visit) => {
    const { wording, address, viewer } = visit;
    const words = wording.say.account.people;
    const invited = words.invited[address.query.get('invited') ?? ''];
    const left = address.query.get('invited') === 'queued';
    return {
      documentTitle: words.documentTitle,
      current: 'people',
      crumbs: [
        { label: people.state.name, path: statePath(people.state.iso3) },
        { label: wording.say.layout.people },
      ],
      today: people.today,
      body: (
        <>
          <h1>{words.title(new Set(people.members.map(({ email }) => email)).size, people.state.name)}</h1>
          <p class="lede">{words.lede}</p>
          <InstitutionLinks iso3={people.state.iso3} viewer={viewer} wording={wording} />
          {invited !== undefined && (left ? <Done>{invited}</Done> : <Failed>{invited}</Failed>)}
          {address.query.get('ended') === '1' && <Done>{words.ended}</Done>}
          <AccessDone visit={visit} />
          <FormProblem address={address} wording={wording} />
          <NotReached people={people} wording={wording} />
          <ListSearch visit={visit} />
          {people.members.length === 0 && askedOf(address) !== '' ? (
            <NothingFound visit={visit} />
          ) : (
            <MemberTable people={people} visit={visit} />
          )}
          <NextPage visit={visit} cursor={people.nextCursor} />
          <Section id="invite" title={words.invite} aside={words.inviteWhat}>
            <InviteForm people={people} visit={visit} />
          </Section>
        </>
      ),
    };
  },
};

/** What became of somebody's access, and whether the mail about it has left. */
function AccessDone({ visit }: { readonly visit: Visit }) {
  const { address, wording } = visit;
  const { done, toldOf } = wording.say.account.people;
  const key = address.query.get('done') ?? '';
  const mail = address.query.get('mail') ?? '';
  if (mail === '' || !Object.hasOwn(done, key))
    return (
      <DoneOrUndo
        visit={visit}
        words={done}
        undoable={['head_marked', 'head_unmarked']}
        of={{ kind: 'membership', id: actedOn(address) }}
      />
    );
  const told = Object.hasOwn(toldOf, mail) ? (toldOf[mail] ?? '') : '';
  return (
    <>
      <Done>{mail === 'queued' ? `${done[key]} ${told}` : (done[key] ?? '')}</Done>
      {mail === 'not_queued' && told !== '' && <Failed>{told}</Failed>}
    </>
  );
}
