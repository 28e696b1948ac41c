import type { FastifyReply } from 'fastify';

import { OperationalError, UserError } from '#domain';

import { noteProblem } from '../security-log/request-notes.js';

/**
 * Does what a form asked and goes where the work says. What the person can mend goes back to the form's page, which says it in
 * words: whoever sends a form reads pages, not problem documents.
 */
export async function answerForm(
  reply: FastifyReply,
  page: string,
  work: () => Promise<string>,
): Promise<void> {
  void reply.header('cache-control', 'no-store').header('location', await locationOf(reply, page, work));
}

async function locationOf(reply: FastifyReply, page: string, work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof OperationalError)) throw error;
    noteProblem(reply.request, error);
    return `${page}?problem=${encodeURIComponent(error.code)}`;
  }
}
