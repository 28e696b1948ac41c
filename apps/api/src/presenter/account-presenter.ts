import type { Account, PasswordLink, SignInOptions } from '#contracts';
import { civilTimeOf } from '#domain';
import type { Instant } from '#domain';
import type { AccountOwner, Visitor } from '#identity';
import type { Language } from '#messages';
import type { AccountReading, DemonstrationPlace, State } from '#tracking';

import { inLanguage, institutionView } from './wording.js';

type HeldRole = Account['roles'][number];

export function signInOptionsView(places: readonly DemonstrationPlace[], language: Language): SignInOptions {
  return {
    demonstration: places.map(({ state, role, name }) => ({
      state: { iso3: state.iso3, name: inLanguage(state.name, language) },
      role: role as HeldRole['role'],
      name,
    })),
  };
}

export function passwordLinkView(
  visitor: Visitor,
  purpose: string,
  states: readonly State[],
  language: Language,
): PasswordLink {
  return {
    name: visitor.name ?? '',
    purpose: purpose === 'invitation' ? 'invitation' : 'recovery',
    roles: rolesView(visitor, states, language),
  };
}

export function accountView(owner: AccountOwner, reading: AccountReading, language: Language): Account {
  const home = reading.states.find(({ iso3 }) => iso3 === owner.state);
  const moment = (instant: Instant): Account['sessions'][number]['opened'] => {
    const { on, minuteOfDay } = civilTimeOf(instant, home?.timeZone ?? 'UTC');
    const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
    return { on, at: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
  };
  return {
    name: reading.name,
    email: reading.email,
    language: reading.language,
    roles: rolesView(owner, reading.states, language),
    hasPassword: reading.hasPassword,
    secondFactors: [...reading.secondFactors],
    sessions: reading.sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      opened: moment(createdAt),
      lastSeen: moment(lastSeenAt),
      current: id === owner.recognition.sessionId,
    })),
  };
}

function rolesView(visitor: Visitor, states: readonly State[], language: Language): HeldRole[] {
  return visitor.memberships.map(({ state: iso3, role, institution }) => {
    const state = states.find((candidate) => candidate.iso3 === iso3);
    return {
      state: { iso3, name: state ? inLanguage(state.name, language) : iso3 },
      role: role as HeldRole['role'],
      institution: institution ? institutionView(institution, language) : null,
    };
  });
}
