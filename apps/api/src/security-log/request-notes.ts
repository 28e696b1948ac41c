import type { FastifyRequest } from 'fastify';

import type { SecurityEvent, SecurityNotes } from '#identity';

import { refusalOf } from './refusal.js';

const notes = new WeakMap<FastifyRequest, SecurityNotes>();

export function takeNotes(request: FastifyRequest, of: SecurityNotes): void {
  notes.set(request, of);
}

export function notesOf(request: FastifyRequest): SecurityNotes | undefined {
  return notes.get(request);
}

/** Notes on a request what matters for security; it is kept once the request was answered. */
export function noteEvent(request: FastifyRequest, event: SecurityEvent): void {
  notes.get(request)?.add(event);
}

/** The same for an error that was caught, by whoever caught it: a filter, or a form that says it in words. */
export function noteProblem(request: FastifyRequest, error: unknown): void {
  const taken = notes.get(request);
  const refusal = taken && refusalOf(error, request);
  if (!refusal) return;
  // The limit says why the guess was refused without being looked at; it is no second event.
  const limited = taken.events.some(({ event }) => event === 'rate_limit.refused');
  if (limited && GUESSES.has(refusal.event)) return;
  taken.add(refusal);
}

const GUESSES: ReadonlySet<string> = new Set([
  'rate_limit.refused',
  'sign_in.failed',
  'second_factor.refused',
  'password.refused',
]);
