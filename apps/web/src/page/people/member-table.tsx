import type { Members } from '#contracts';

import { Sought } from '../../form/sought.js';
import type { Visit } from '../../router/page.js';
import { MemberActions } from './member-actions.js';
import { MemberMail } from './member-mail.js';

interface TableProps {
  readonly people: Members;
  readonly visit: Visit;
}

export function MemberTable({ people, visit }: TableProps) {
  const { wording } = visit;
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
          <th scope="col">{words.signIn}</th>
          <th scope="col">{words.mail}</th>
          <th scope="col">
            <span class="line-words">{words.end}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.members.map((member) => (
          <tr key={member.membership} id={`member-${member.membership}`}>
            <td>
              <Sought text={member.name} words={people.sought} />
              <span class="second">
                <Sought text={member.email} words={people.sought} />
              </span>
              {!member.arrived && <span class="second">{words.notArrived}</span>}
            </td>
            <td data-label={words.role}>
              {roles[member.role] ?? member.role}
              {member.isHead && <span class="second">{wording.say.alert.head.is}</span>}
            </td>
            <td data-label={words.institution}>{member.institution?.shortName ?? ''}</td>
            <td class="day" data-label={words.since}>
              {wording.shortDate(member.since)}
            </td>
            <td class="day" data-label={words.signIn}>
              {member.lastSignInOn === null ? words.noSignIn : wording.shortDate(member.lastSignInOn)}
              <span class="second">{member.hasSecondFactor ? words.secondFactor : words.noSecondFactor}</span>
            </td>
            <td data-label={words.mail}>
              <MemberMail member={member} wording={wording} />
            </td>
            <td>
              <MemberActions member={member} iso3={people.state.iso3} visit={visit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
