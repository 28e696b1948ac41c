import type { State } from '#tracking';

import type { Change, Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

/** How to write a recommendation in plain words, confirm them, and take them back. */
export function plainTextChanges(
  ground: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  const { sayPlainly } = ground.tracking;
  const item = 'opsc-1-8';
  const base = `/states/PER/recommendations/${item}/plain-texts`;
  let made = 0;
  const textOf = (nth: number): string => `Count the children (${nth}).`;

  async function draft(owner: Owner): Promise<{ readonly text: string; readonly version: number }> {
    const text = textOf((made += 1));
    await sayPlainly.write(state, item, { language: 'en', text }, owner);
    const found = await sayPlainly.list(state, item);
    return {
      text,
      version: found.find((one) => one.language === 'en' && one.state === 'draft')?.version ?? 0,
    };
  }

  /** What is there before the change. */
  async function before(language: 'en' | 'es', wanted: 'draft' | 'confirmed') {
    const found = (await sayPlainly.list(state, item)).find(
      (one) => one.language === language && one.state === wanted,
    );
    return found ? { language, plainText: found.text } : null;
  }

  const change = (
    { personId, cookie }: Owner,
    url: string,
    form: Readonly<Record<string, string>>,
    entry: Change['entry'],
  ): Change => ({ url, cookie, personId, form: () => form, entry: { actor: 'secretariat', ...entry } });

  return {
    'POST /states/{iso3}/recommendations/{id}/plain-texts': async () => {
      const text = textOf((made += 1));
      return change(
        await secretariat(),
        base,
        { language: 'es', text },
        {
          action: 'plain_text.written',
          before: await before('es', 'draft'),
          after: { language: 'es', plainText: text },
        },
      );
    },
    'POST /states/{iso3}/recommendations/{id}/plain-texts/confirm': async () => {
      const owner = await secretariat();
      const { text, version } = await draft(owner);
      return change(
        owner,
        `${base}/confirm`,
        { language: 'en', version: String(version) },
        {
          action: 'plain_text.confirmed',
          before: await before('en', 'confirmed'),
          after: { language: 'en', plainText: text },
        },
      );
    },
    'POST /states/{iso3}/recommendations/{id}/plain-texts/withdraw': async () => {
      const owner = await secretariat();
      const { text, version } = await draft(owner);
      await sayPlainly.confirm(state, item, { language: 'en', version }, owner);
      return change(
        owner,
        `${base}/withdraw`,
        { language: 'en' },
        {
          action: 'plain_text.withdrawn',
          before: { language: 'en', plainText: text },
          after: null,
        },
      );
    },
  };
}
