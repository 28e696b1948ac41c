import { fork } from 'node:child_process';
import { once } from 'node:events';

import { createTransport } from 'nodemailer';

import { composeTracking } from '#tracking';
import { MAIL_CONNECTIONS, SmtpMailer } from '#mail';

import { inPairs } from '../pairs.mjs';

const MESSAGES = 1_000;

/** Claim, send and record of 1,000 mails from the ledger, against nodemailer's own pool with as many connections to the same sink. */
export async function mailRow({ tracking, record, clock, analyse }) {
  const sink = fork('test/bench/sink-process.mjs');
  const [{ port }] = await once(sink, 'message');
  const url = `smtp://127.0.0.1:${port}`;
  const state = await tracking.states.saveState({
    iso3: 'XBM',
    name: { en: 'Mail', es: 'Correo' },
    timeZone: 'America/Lima',
    demonstration: true,
  });
  const people = await record.runShared((sql) =>
    sql.rows(
      `INSERT INTO person (name, email, language, demonstration) SELECT 'P', 'p' || i || '@bench.example', 'en', true FROM generate_series(1, ${MESSAGES}) i RETURNING id`,
    ),
  );
  const html = `<p>${'Four kilobytes of a reminder. '.repeat(140)}</p>`;
  const text = 'A reminder. '.repeat(80);
  const mailer = new SmtpMailer({ url });
  const { deliverMessages } = composeTracking({
    record,
    clock,
    mailer,
    dispatcher: {
      dispatch: () => Promise.resolve(),
      counts: () => Promise.resolve({}),
      close: () => Promise.resolve(),
    },
    settings: {
      publicUrl: 'http://127.0.0.1',
      mailFrom: 'vigia@bench.example',
      sessionSecret: 'x'.repeat(32),
      worker: 'bench',
      closeAtOnce: true,
    },
  });
  let round = 0;
  const fill = () =>
    record.runState(state.id, async (sql) => {
      round += 1;
      await sql.execute(
        `INSERT INTO message (state_id, person_id, civil_on, message_id_header, subject, body, next_attempt_at, created_at)
         SELECT $1, id, current_date - $2::int, '<' || id || '.' || $2::int || '@bench>', 'Reminder', $3, now() - interval '1 hour', now() FROM person WHERE id = ANY($4)`,
        [
          state.id,
          round,
          JSON.stringify({ text, html, headers: {}, attachments: [] }),
          people.map((person) => person.id),
        ],
      );
    });
  const ledger = async () => {
    const tally = await deliverMessages.deliver(state.id);
    if (tally.accepted !== MESSAGES) throw new Error(`delivered ${tally.accepted} of ${MESSAGES}`);
  };
  const pool = createTransport({ url, pool: true, maxConnections: MAIL_CONNECTIONS, maxMessages: Infinity });
  const bare = () =>
    Promise.all(
      people.map((person) =>
        pool.sendMail({
          from: 'vigia@bench.example',
          to: `p${person.id}@bench.example`,
          subject: 'Reminder',
          text,
          html,
        }),
      ),
    );
  for (let index = 0; index < 16; index += 1) await fill();
  // Every round takes the mails that are due: only one round's are.
  await record.runState(state.id, (sql) =>
    sql.execute(`UPDATE message SET next_attempt_at = now() + interval '1 day' WHERE state_id = $1`, [
      state.id,
    ]),
  );
  await analyse();
  let due = 0;
  const makeDue = async () => {
    due += 1;
    await record.runState(state.id, (sql) =>
      sql.execute(
        `UPDATE message SET next_attempt_at = now() - interval '1 hour' WHERE state_id = $1 AND civil_on = current_date - $2::int`,
        [state.id, due],
      ),
    );
  };
  const { product, floor } = await inPairs(ledger, bare, { before: makeDue });
  pool.close();
  await mailer.close();
  sink.disconnect();
  await tracking.states.removeDemonstration(state.id);
  await record.runShared((sql) => sql.execute(`DELETE FROM person WHERE email LIKE '%@bench.example'`));
  return [
    {
      what: 'deliver 1,000 mails from the ledger',
      figure: `${((MESSAGES / product) * 1000).toFixed(0)} /s`,
      against: `bare nodemailer pool, ${MAIL_CONNECTIONS} connections`,
      limit: `${((MESSAGES / floor) * 1000).toFixed(0)} /s`,
      ratio: floor / product,
    },
  ];
}
