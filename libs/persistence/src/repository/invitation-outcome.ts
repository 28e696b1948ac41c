import type { Instant } from '#domain';

/** What became of the newest mail about the way in, as the log of security tells; it is kept there for a while only. */
export interface MailAboutAccess {
  /** `access_mail.sent`, `access_mail.failed` or `access_mail.returned`. */
  readonly event: string;
  readonly reason: string | null;
  readonly at: Instant;
}

/** Of `person p`: whether a password or a session tells that the person has come in. */
export const HAS_ARRIVED = `(p.password_hash IS NOT NULL OR EXISTS (SELECT FROM session s WHERE s.person_id = p.id))`;

/** Of `person p`, as a `MailAboutAccess`: null where nothing of it is known, and for whoever has arrived. */
export const INVITATION = `CASE WHEN NOT ${HAS_ARRIVED} THEN (
      SELECT jsonb_build_object('event', v.event, 'reason', v.reason, 'at', round(extract(epoch FROM v.happened_at) * 1000))
      FROM security_event v WHERE v.person_id = p.id AND v.event IN ('access_mail.sent', 'access_mail.failed', 'access_mail.returned')
      ORDER BY v.id DESC LIMIT 1) END`;
