import type { FastifyReply } from 'fastify';

/** The text as a file of that name. */
export function asDownload(
  reply: FastifyReply,
  name: string,
  text: string,
  type = 'text/csv; charset=utf-8',
): string {
  void reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name.replace(/[^\w.()-]/g, '_')}"`);
  return text;
}
