import type { Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

/** How to hand something in by the link of a reminder. */
export function figureLinkChanges(
  ground: TrackingGround,
  focalPoint: number,
  openReminder: () => Promise<number>,
): Changes {
  return {
    'POST /figure/{token}': async () => {
      const alertId = await openReminder();
      const token = ground.tracking.signedLinks.sign({
        purpose: 'submit_figure',
        state: 'PER',
        personId: focalPoint,
        alertId,
        expiresAt: ground.clock.now() + 35 * 86_400_000,
      });
      return {
        url: `/figure/${token}`,
        form: () => ({ text: 'It was done in four regions' }),
        personId: focalPoint,
        entry: {
          actor: 'mail_link',
          action: 'submission.submitted',
          before: { submissionState: 'draft' },
          after: {
            authorKind: 'institution',
            recommendation: 'opsc-1-8',
            institution: 'MIMP',
            submissionState: 'submitted',
            revision: 1,
          },
        },
      };
    },
  };
}
