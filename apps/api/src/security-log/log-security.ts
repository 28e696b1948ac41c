import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { SecurityNotes } from '#identity';
import type { SecurityLog } from '#identity';

import { notesOf, takeNotes } from './request-notes.js';

/**
 * Keeps what requests noted, after they were answered: one line of the log and one row each. A page asks the API within its own
 * request, and what that refuses is the page's.
 */
export function logSecurity(app: NestFastifyApplication, security: SecurityLog): void {
  const logger = new Logger('security');
  const server = app.getHttpAdapter().getInstance();
  security.reportTo((error) => logger.error(error));

  const outer = new WeakSet<object>();

  server.addHook('onRequest', (request, _reply, done) => {
    const notes = security.current();
    if (!notes) outer.add(request);
    takeNotes(request, notes ?? new SecurityNotes(request.ip));
    done();
  });
  // After the body was read, whose own events know nothing of the request.
  server.addHook('preHandler', (request, _reply, done) => {
    const notes = notesOf(request);
    if (notes) security.within(notes, done);
    else done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    done();
    const notes = notesOf(request);
    if (!notes || !outer.has(request)) return;
    for (const line of security.keep(notes, notes.events.splice(0))) logger.log(line);
  });
  server.addHook('onClose', () => security.settled());
}
