import type { Account } from '#contracts';

import { Field } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { AccountLinks } from './account-links.js';
import { deviceName } from './device-name.js';

/** Who I am here, where I am signed in, and my password. */
export const accountPage: Page<{ account: Account }> = {
  load: ({ language }) => ({ account: apiUrl(language, '/account') }),
  show: ({ account }, { wording, address }) => {
    const words = wording.say.account.account;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>{words.title(account.sessions.length)}</h1>
          <AccountLinks wording={wording} here="/account" />
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <Who account={account} wording={wording} />
          <Section title={words.sessions}>
            <SessionTable account={account} wording={wording} />
          </Section>
          <Section title={words.password}>
            <PasswordForm account={account} wording={wording} />
          </Section>
        </>
      ),
    };
  },
};

interface PartProps {
  readonly account: Account;
  readonly wording: Wording;
}

function Who({ account, wording }: PartProps) {
  const words = wording.say.account.account;
  const { roles } = wording.say.people;
  return (
    <dl class="facts">
      <div>
        <dt>{words.name}</dt>
        <dd>{account.name}</dd>
      </div>
      <div>
        <dt>{words.email}</dt>
        <dd>{account.email}</dd>
      </div>
      <div>
        <dt>{words.roles}</dt>
        <dd>
          <ul class="plain-list">
            {account.roles.map(({ state, role, institution }) => (
              <li key={`${state.iso3} ${role} ${institution?.code ?? ''}`}>
                {words.role(roles[role] ?? role, institution?.name ?? null, state.name)}
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}

function SessionTable({ account, wording }: PartProps) {
  const words = wording.say.account.account;
  const moment = ({ on, at }: Account['sessions'][number]['opened']): string =>
    words.moment(wording.shortDate(on), at);
  return (
    <>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.opened}</th>
            <th scope="col">{words.lastSeen}</th>
            <th scope="col">
              <span class="line-words">{words.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {account.sessions.map((session) => {
            const device = deviceName(session.device) ?? words.unknownDevice;
            return (
              <tr key={session.id}>
                <td title={session.device}>
                  {device}
                  {session.current && <b>{` (${words.here})`}</b>}
                </td>
                <td data-label={words.opened}>{moment(session.opened)}</td>
                <td data-label={words.lastSeen}>{moment(session.lastSeen)}</td>
                <td>
                  {!session.current && (
                    <form method="post" action={`/account/sessions/${session.id}/end`}>
                      <input type="hidden" name="lang" value={wording.language} />
                      <button class="plain-button" type="submit" aria-label={words.endLabel(device)}>
                        {words.end}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {account.sessions.length > 1 && (
        <form class="act" method="post" action="/account/sessions/end-others">
          <input type="hidden" name="lang" value={wording.language} />
          <button class="button" type="submit">
            {words.endOthers}
          </button>
        </form>
      )}
    </>
  );
}

function PasswordForm({ account, wording }: PartProps) {
  const words = wording.say.account.account;
  if (!account.hasPassword)
    return (
      <>
        <p>{words.none}</p>
        <p class="links">
          <a href={pageUrl(wording.language, '/recover')}>{wording.say.account.recover.documentTitle}</a>
        </p>
      </>
    );
  return (
    <form class="act" method="post" action="/account/password">
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="username" value={account.email} autocomplete="username" />
      <Field name="current" type="password" label={words.current} autocomplete="current-password" />
      <Field
        name="password"
        type="password"
        label={words.next}
        hint={wording.say.account.setPassword.hint}
        autocomplete="new-password"
      />
      <button class="button button-main" type="submit">
        {words.change}
      </button>
      <p class="note">{words.changeWhat}</p>
    </form>
  );
}
