import { UserError, isKnownZone } from '#domain';
import { alphaTwoOf } from '#ingest';
import type { State, StateRepository } from '#persistence';

import type { AddState } from '../add-state/add-state.js';

/** Begins to follow a State party. Its names and, where it has only one, its time zone come from the locale data (CLDR). */
export class FollowState {
  constructor(
    private readonly states: StateRepository,
    private readonly addState: AddState,
  ) {}

  /**
   * The State, added if it was not followed yet; one that is followed stays as it is.
   * @throws UserError when the code names no State, or when it has several zones and none was given.
   */
  async follow(iso3: string, timeZone?: string): Promise<{ readonly state: State; readonly added: boolean }> {
    const existing = await this.states.findState(iso3);
    if (existing) return { state: existing, added: false };
    const iso2 = alphaTwoOf(iso3);
    if (iso2 === null)
      throw new UserError(
        'not_found',
        'state.unknown',
        `No State has the code "${iso3}"; give the three letters of ISO 3166-1, such as PER.`,
      );
    const state = await this.addState.add({
      iso3,
      name: { en: nameOf(iso2, 'en'), es: nameOf(iso2, 'es') },
      timeZone: zoneOf(iso3, iso2, timeZone),
    });
    return { state, added: true };
  }
}

/** ECMA-402 first had a property, then a method; Node 20 knows the first, later ones the second. */
interface LocaleWithZones extends Intl.Locale {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
}

function zonesOf(locale: LocaleWithZones): readonly string[] {
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

function nameOf(iso2: string, language: 'en' | 'es'): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(iso2) ?? iso2;
}

function zoneOf(iso3: string, iso2: string, wanted: string | undefined): string {
  if (wanted !== undefined) {
    if (isKnownZone(wanted)) return wanted;
    throw new UserError(
      'invalid_input',
      'state.time_zone',
      `"${wanted}" is no time zone; give a name of the IANA database, such as America/Lima.`,
    );
  }
  const zones = zonesOf(new Intl.Locale(`und-${iso2}`));
  const [only] = zones;
  if (only !== undefined && zones.length === 1) return only;
  throw new UserError(
    'invalid_input',
    'state.time_zone',
    `${iso3} has several time zones; say by which its deadlines count: --time-zone ${zones[0] ?? 'Area/City'}.`,
  );
}
