import type { Change, Changes, Owner } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const DAILY = { mailRhythm: 'daily', mailWeekday: null, quietDays: [] };

/** How to choose how often mails come: in the account, by the link of a mail, and with the one click of a mail program. */
export function mailRhythmChanges(
  ground: TrackingGround,
  somebody: () => Promise<Pick<Owner, 'personId' | 'cookie'>>,
): Changes {
  const byLink =
    (urlOf: (token: string) => string, form: Readonly<Record<string, string>>, after: object) =>
    async (): Promise<Change> => {
      const { personId } = await somebody();
      const token = ground.tracking.signedLinks.sign({
        purpose: 'choose_rhythm',
        state: 'PER',
        personId,
        alertId: null,
        expiresAt: ground.clock.now() + 35 * 86_400_000,
      });
      return {
        url: urlOf(token),
        form: () => form,
        personId,
        entry: { actor: 'mail_link', action: 'mail_rhythm.chosen', before: DAILY, after },
      };
    };
  return {
    'POST /account/mail': async () => {
      const { personId, cookie } = await somebody();
      return {
        url: '/account/mail',
        cookie,
        personId,
        form: () => ({ state: 'PER', rhythm: 'weekly', weekday: '4', quiet: ['7', 'closed'] }),
        entry: {
          actor: 'account',
          action: 'mail_rhythm.chosen',
          before: DAILY,
          after: { mailRhythm: 'weekly', mailWeekday: '4', quietDays: ['7', 'closed'] },
        },
      };
    },
    'POST /mail-rhythm/{token}': byLink(
      (token) => `/mail-rhythm/${token}`,
      { rhythm: 'monthly' },
      { mailRhythm: 'monthly', mailWeekday: null, quietDays: [] },
    ),
    'POST /{lang}/mail-rhythm/{token}': byLink(
      (token) => `/es/mail-rhythm/${token}`,
      { 'List-Unsubscribe': 'One-Click' },
      { mailRhythm: 'weekly', mailWeekday: '1', quietDays: [] },
    ),
  };
}
