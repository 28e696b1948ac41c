import type { WatchedState } from '../factories/watched-state.js';
import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const BY = '/api/v1/states/PER';
const AS = '/api/v1/states/{iso3}';
const NAME = { en: 'Places in shelters', es: 'Plazas en acogida' };
const UNIT = { en: 'places', es: 'plazas' };
const FORM = {
  name_en: NAME.en,
  name_es: NAME.es,
  unit_en: UNIT.en,
  unit_es: UNIT.es,
  track: 'data',
  class: 'process',
  value_type: 'count',
  figure_kind: 'plain',
  direction: 'increase',
  periodicity: '12',
  required_for: 'opsc-1-8',
  recommendation: 'opsc-1-8',
};
const WISH = {
  name: NAME,
  unit: UNIT,
  track: 'data',
  class: 'process',
  valueType: 'count',
  figureKind: 'plain',
  direction: 'increase',
  periodicityMonths: 12,
  requiredFor: ['opsc-1-8'],
} as const;
const AFTER = {
  name: NAME,
  unit: UNIT,
  population: null,
  track: 'data',
  indicatorClass: 'process',
  valueType: 'count',
  ratioPer: null,
  figureKind: 'plain',
  direction: 'increase',
  periodicityMonths: 12,
  baseline: null,
  target: null,
  dimensions: [],
  institution: null,
  reporters: [],
  requiredPurposes: [],
  countsVictims: false,
  requiredFor: ['opsc-1-8'],
  usefulFor: [],
  sheet: {},
};
const reason = 'Decree 2-2026';

/** How to set indicators, and take them from the library, through each route. */
export function indicatorChanges(
  ground: TrackingGround,
  peru: WatchedState,
  secretariat: () => Promise<Owner>,
): Changes {
  let made = 0;

  async function added(): Promise<string> {
    made += 1;
    const { personId } = await secretariat();
    await ground.tracking.defineIndicator.add(
      peru.state,
      `OWN-${made}`,
      {
        ...WISH,
        population: null,
        ratioPer: null,
        baseline: null,
        target: null,
        requiredDimensions: [],
        sheet: {},
        institution: null,
        reporters: [],
        usefulFor: [],
      },
      { personId, role: 'secretariat' },
    );
    return `OWN-${made}`;
  }

  /** One more proposal each time: the same choice again changes nothing. */
  async function proposed(): Promise<string> {
    const { planned } = await ground.tracking.loadLibrary.proposals(peru.state, 'opsc-1-8');
    return planned.find(({ step }) => step === 'create')!.indicator.code;
  }

  const send = async (
    url: string,
    form: Readonly<Record<string, unknown>>,
    entry: Change['entry'],
  ): Promise<Change> => {
    const { personId, cookie } = await secretariat();
    return {
      url,
      cookie,
      personId,
      form: () => form,
      entry: { actor: 'secretariat', before: null, ...entry },
    };
  };
  const code = (): string => `NEW-${(made += 1)}`;
  const changed = {
    action: 'indicator.changed',
    before: { figureKind: 'plain' },
    after: { figureKind: null },
    reason,
  };
  const loaded = (one: string) => ({
    action: 'indicator.loaded',
    after: { newIndicators: [one], indicators: [] },
  });
  return {
    [`POST ${AS}/indicators`]: () =>
      send(`${BY}/indicators`, { ...WISH, code: code() }, { action: 'indicator.added', after: AFTER }),
    'POST /states/{iso3}/indicators': () =>
      send('/states/PER/indicators', { ...FORM, code: code() }, { action: 'indicator.added', after: AFTER }),
    [`POST ${AS}/indicators/{code}`]: async () =>
      send(`${BY}/indicators/${await added()}`, { ...WISH, figureKind: null, reason }, changed),
    'POST /states/{iso3}/indicators/{code}': async () =>
      send(`/states/PER/indicators/${await added()}`, { ...FORM, figure_kind: '', reason }, changed),
    [`POST ${AS}/recommendations/{id}/library`]: async () => {
      const one = await proposed();
      return send(`${BY}/recommendations/opsc-1-8/library`, { indicators: [one] }, loaded(one));
    },
    'POST /states/{iso3}/recommendations/{id}/library': async () => {
      const one = await proposed();
      return send('/states/PER/recommendations/opsc-1-8/library', { indicators: one }, loaded(one));
    },
  };
}
