import type { Members } from '#contracts';

import { Done } from '../../form/form-done.js';
import { Failed, FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { InviteForm } from './invite-form.js';

type Member = Members['members'][number];

/** Who works for a State here: for the secretariat and the operator, who appoint them. */
export const peoplePage: Page<{ people: Members }> = {
  load: ({ language, parameters }) => ({
    people: apiUrl(language, statePath(parameters['iso3'] ?? '', '/people')),
  }),
  show: ({ people }, { wording, address, viewer, typedInto }) => {
    const words = wording.say.account.people;
    const invited = words.invited[address.query.get('invited') ?? ''];
    const left = address.query.get('invited') === 'accepted';
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
          <FormProblem address={address} wording={wording} />
          <MemberTable people={people} wording={wording} typedInto={typedInto} />
          <Section title={words.invite} aside={words.inviteWhat}>
            <InviteForm people={people} wording={wording} typedInto={typedInto} />
          </Section>
        </>
      ),
    };
  },
};

interface TableProps {
  readonly people: Members;
  readonly wording: Wording;
  readonly typedInto: Visit['typedInto'];
}

function MemberTable({ people, wording, typedInto }: TableProps) {
  const words = wording.say.account.people;
  const { roles } = wording.say.people;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.institution}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.mail}</th>
          <th scope="col">
            <span class="line-words">{words.end}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.members.map((member) => (
          <tr key={member.membership}>
            <td>
              {member.name}
              <span class="second">{member.email}</span>
              {!member.arrived && <span class="second">{words.notArrived}</span>}
            </td>
            <td data-label={words.role}>{roles[member.role] ?? member.role}</td>
            <td data-label={words.institution}>{member.institution?.shortName ?? ''}</td>
            <td class="day" data-label={words.since}>
              {wording.shortDate(member.since)}
            </td>
            <td data-label={words.mail}>
              {member.reachable ? words.reachable : <b class="late-words">{words.unreachable}</b>}
            </td>
            <td>
              {member.mayEnd && (
                <EndForm member={member} people={people} wording={wording} typedInto={typedInto} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface EndProps extends TableProps {
  readonly member: Member;
}

function EndForm({ member, people, wording, typedInto }: EndProps) {
  const words = wording.say.account.people;
  const action = `/states/${encodeURIComponent(people.state.iso3)}/people/${member.membership}/end`;
  const reason = typedInto(action).get('reason');
  return (
    <details class="change" open={reason !== null}>
      <summary aria-label={words.endLabel(member.name)}>{words.end}</summary>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <label class="field">
          <span class="field-label">{words.reason}</span>
          <span class="field-hint">{words.endWhat}</span>
          <textarea name="reason" rows={2} maxLength={500} required value={reason ?? undefined} />
        </label>
        <button class="button" type="submit">
          {words.endButton}
        </button>
      </form>
    </details>
  );
}
