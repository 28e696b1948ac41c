import type { InvitationView } from '#contracts';
import { civilDayOf } from '#domain';
import type { MailAboutAccess, State } from '#tracking';

const BECAME: Readonly<Record<string, InvitationView['became']>> = {
  'access_mail.sent': 'sent',
  'access_mail.failed': 'failed',
  'access_mail.returned': 'returned',
};
const WHY: Readonly<Record<string, NonNullable<InvitationView['why']>>> = {
  'access_mail.permanent': 'permanent',
  'access_mail.temporary': 'temporary',
  'access_mail.in_doubt': 'in_doubt',
  'access_mail.address_unusable': 'address_unusable',
  'access_mail.refused': 'refused',
  'access_mail.given_up': 'given_up',
};

/** By the calendar of the State. */
export function invitationView(
  { event, reason, at }: MailAboutAccess,
  { timeZone }: State,
): InvitationView | null {
  const became = BECAME[event];
  if (became === undefined) return null;
  return { became, why: WHY[reason ?? ''] ?? null, on: civilDayOf(at, timeZone) };
}
