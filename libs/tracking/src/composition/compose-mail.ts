import type { Clock } from '#domain';
import { ReturnPaths } from '#mail';
import type { Mailer } from '#mail';
import {
  AuditRepository,
  MessageRepository,
  PeopleRepository,
  ReturnedMailRepository,
  StateRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { DeliverMessages } from '../send-notices/deliver-messages.js';
import { TakeReturnedMail } from '../take-returned-mail/take-returned-mail.js';

/** What leaves by the relay, and what it gives back. */
export interface MailUseCases {
  readonly deliverMessages: DeliverMessages;
  readonly takeReturnedMail: TakeReturnedMail;
}

export function composeMail(
  record: RecordDatabase,
  mailer: Mailer,
  clock: Clock,
  settings: {
    readonly mailFrom: string;
    readonly sessionSecret: string;
    readonly worker: string;
    readonly mailLeaseForMs?: number;
    readonly takesReturnedMail?: boolean;
  },
): MailUseCases {
  const messages = new MessageRepository(record);
  const people = new PeopleRepository(record);
  const paths = new ReturnPaths(settings.sessionSecret, settings.mailFrom);
  return {
    deliverMessages: new DeliverMessages(record, messages, people, mailer, clock, {
      from: settings.mailFrom,
      // Where nobody hands in what comes back, it has to reach a person: at the sender's own address.
      returnPaths: settings.takesReturnedMail ? paths : null,
      worker: settings.worker,
      leaseForMs: settings.mailLeaseForMs,
    }),
    takeReturnedMail: new TakeReturnedMail(
      record,
      {
        states: new StateRepository(record),
        returned: new ReturnedMailRepository(record),
        people,
        audit: new AuditRepository(record),
      },
      paths,
      clock,
    ),
  };
}
