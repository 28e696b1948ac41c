import type { FastifyReply } from 'fastify';

import { OperationalError, UserError } from '#domain';

import { noteProblem } from '../security-log/request-notes.js';

/** Leads on after a form; what its sender can mend comes back to `page` as a code that the page puts into words. */
export async function leadOn(reply: FastifyReply, page: string, act: () => Promise<string>): Promise<void> {
  try {
    void reply.header('location', await act());
  } catch (error) {
    if (!(error instanceof UserError || error instanceof OperationalError)) throw error;
    noteProblem(reply.request, error);
    void reply.header('location', `${page}?problem=${encodeURIComponent(error.code)}`);
  }
}
