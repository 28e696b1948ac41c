import type { FastifyRequest } from 'fastify';

const FIELD = 'List-Unsubscribe';
const VALUE = 'One-Click';

/** Whether a mail program asks for less with one click: in either of the two forms that RFC 8058 (3.2) names. */
export async function oneClickOf(request: FastifyRequest): Promise<boolean> {
  if (!request.isMultipart())
    return (request.body as Readonly<Record<string, unknown>> | null | undefined)?.[FIELD] === VALUE;
  for await (const part of request.parts()) {
    if (part.type === 'file') return false;
    if (part.fieldname === FIELD) return part.value === VALUE;
  }
  return false;
}
