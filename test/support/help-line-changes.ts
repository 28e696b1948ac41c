import type { State } from '#tracking';

import type { Change, Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

const FORM = {
  charge: 'free',
  web: '',
  name_en: '',
  hours_en: '',
  spoken_en: '',
  name_es: 'Línea',
  hours_es: 'A toda hora',
  spoken_es: 'español',
};

/** How to write a help line, change it, say that its number was called, move it and take it away. */
export function helpLineChanges(
  ground: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  const { keepHelpLines } = ground.tracking;
  const base = '/states/PER/help-lines';
  let made = 10;
  const numberOf = (): string => String((made += 1));
  const today = '2026-06-30';

  const fields = (telephone: string, helpLine?: number) => ({
    ...(helpLine === undefined ? {} : { helpLine }),
    telephone,
    freeOfCharge: true,
    webAddress: null,
    helpLineWording: ['es: Línea · A toda hora · español'],
  });

  async function line(owner: Owner, checked = false) {
    const telephone = numberOf();
    const wording = { language: 'es', name: 'Línea', hours: 'A toda hora', spoken: 'español' } as const;
    const content = { telephone, freeOfCharge: true, webAddress: null, wordings: [wording] };
    await keepHelpLines.write(state, null, content, owner);
    const kept = await keepHelpLines.list(state);
    const id = kept.find((one) => one.telephone === telephone)?.id ?? 0;
    if (checked) await keepHelpLines.check(state, id, 1, owner);
    return { id, telephone };
  }

  /** Few are kept at once: those of other changes go. */
  async function alone(owner: Owner): Promise<void> {
    for (const { id, replaces } of await keepHelpLines.list(state))
      if (replaces === null) await keepHelpLines.withdraw(state, id, owner);
  }

  const change = (
    { personId, cookie }: Owner,
    url: string,
    form: Readonly<Record<string, string>>,
    entry: Change['entry'],
  ): Change => ({ url, cookie, personId, form: () => form, entry: { actor: 'secretariat', ...entry } });

  return {
    'POST /states/{iso3}/help-lines': async () => {
      const owner = await secretariat();
      await alone(owner);
      const { id } = await line(owner);
      const telephone = numberOf();
      return change(
        owner,
        base,
        { ...FORM, telephone },
        { action: 'help_line.written', before: null, after: fields(telephone, id + 1) },
      );
    },
    'POST /states/{iso3}/help-lines/{line}': async () => {
      const owner = await secretariat();
      await alone(owner);
      const draft = await line(owner);
      const telephone = numberOf();
      return change(
        owner,
        `${base}/${draft.id}`,
        { ...FORM, telephone },
        {
          action: 'help_line.written',
          before: fields(draft.telephone, draft.id),
          after: fields(telephone, draft.id),
        },
      );
    },
    'POST /states/{iso3}/help-lines/{line}/check': async () => {
      const owner = await secretariat();
      await alone(owner);
      const draft = await line(owner);
      return change(
        owner,
        `${base}/${draft.id}/check`,
        { version: '1' },
        {
          action: 'help_line.checked',
          before: null,
          after: { ...fields(draft.telephone, draft.id), checkedOn: today },
        },
      );
    },
    'POST /states/{iso3}/help-lines/{line}/withdraw': async () => {
      const owner = await secretariat();
      await alone(owner);
      const shown = await line(owner, true);
      return change(
        owner,
        `${base}/${shown.id}/withdraw`,
        {},
        { action: 'help_line.withdrawn', before: fields(shown.telephone, shown.id), after: null },
      );
    },
    'POST /states/{iso3}/help-lines/{line}/up': async () => {
      const owner = await secretariat();
      await alone(owner);
      await line(owner, true);
      const second = await line(owner, true);
      return change(
        owner,
        `${base}/${second.id}/up`,
        {},
        {
          action: 'help_line.moved',
          before: { helpLine: second.id, order: 2 },
          after: { helpLine: second.id, order: 1 },
        },
      );
    },
  };
}
