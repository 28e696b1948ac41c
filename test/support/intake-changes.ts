import { UnexpectedError, documentFactsOf, paragraphReadingOf } from '#domain';
import { writeFacts, writeParagraph } from '#tracking';
import type { State } from '#tracking';

import type { Change, Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

/** Concluding observations as short as they may be, under a symbol of their own. */
export function shortDocument(number: number): string {
  return `CRC/C/PER/CO/${number}

Committee on the Rights of the Child

Concluding observations on the report of Peru

1. The Committee considered the report of Peru and adopted the present concluding observations on 31 January 2025.

I. Data

7. The Committee is concerned at the lack of data.

8. The Committee recommends that the State party collect disaggregated data.
`;
}

/** Documents on their way in: uploaded, corrected, saved, discarded. */
export function intakeChanges(
  { tracking }: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  let made = 20;

  async function opened(): Promise<{ owner: Owner; id: number }> {
    const owner = await secretariat();
    made += 1;
    const file = { name: 'observations.txt', bytes: new TextEncoder().encode(shortDocument(made)) };
    const by = { personId: owner.personId, role: 'secretariat' } as const;
    return { owner, id: await tracking.takeInDocument.open(state, file, by) };
  }

  function change(
    { personId, cookie }: Owner,
    url: string,
    entry: Change['entry'],
    form: Change['form'] = () => ({}),
  ): Change {
    return { url, cookie, personId, form, entry: { actor: 'secretariat', ...entry } };
  }

  return {
    'POST /states/{iso3}/intakes': async () => {
      const owner = await secretariat();
      made += 1;
      const text = shortDocument(made);
      return {
        ...change(owner, '/states/PER/intakes?lang=en', {
          action: 'intake.opened',
          before: null,
          after: { key: `CRC/C/PER/CO/${made}`, recommendations: 1 },
        }),
        upload: { name: 'observations.txt', text },
      };
    },
    'POST /states/{iso3}/intakes/{id}/document': async () => {
      const { owner, id } = await opened();
      const { reading } = await tracking.readIntake.read(state, id);
      return change(
        owner,
        `/states/PER/intakes/${id}/document`,
        {
          action: 'reading.corrected',
          before: { place: 'document', adoptedOn: '2025-01-31' },
          after: { place: 'document', adoptedOn: '2025-01-30' },
          reason: 'As the session report says',
        },
        () => ({
          ...writeFacts(documentFactsOf(reading)),
          adoptedOn: '2025-01-30',
          reason: 'As the session report says',
        }),
      );
    },
    'POST /states/{iso3}/intakes/{id}/paragraphs/{number}': async () => {
      const { owner, id } = await opened();
      const { reading } = await tracking.readIntake.read(state, id);
      const read = paragraphReadingOf(reading, 8);
      if (read === null) throw new UnexpectedError('test.paragraph', 'The short document has a paragraph 8.');
      return change(
        owner,
        `/states/PER/intakes/${id}/paragraphs/8`,
        {
          action: 'reading.corrected',
          before: { place: 'paragraph.8', verb: 'recommends' },
          after: { place: 'paragraph.8', verb: 'urges' },
          reason: 'Read twice',
        },
        () => ({ ...writeParagraph(read), chapeau: '', verb: 'urges', reason: 'Read twice' }),
      );
    },
    'POST /states/{iso3}/intakes/{id}/save': async () => {
      const { owner, id } = await opened();
      return change(owner, `/states/PER/intakes/${id}/save`, {
        action: 'document.ingested',
        before: null,
        after: { intake: id, recommendations: 1 },
      });
    },
    'POST /states/{iso3}/intakes/{id}/discard': async () => {
      const { owner, id } = await opened();
      return change(owner, `/states/PER/intakes/${id}/discard`, {
        action: 'intake.discarded',
        before: { intake: id },
        after: null,
      });
    },
  };
}
