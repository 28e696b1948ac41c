import { UnexpectedError } from '#domain';
import type { JobHandlers } from '#queue';
import type { Tracking } from '#tracking';

/**
 * What each job of the catalogue does. Every one may run twice, or on two machines: the claims in the database decide.
 * @param stopping aborted when the process is asked to end: a delivery ends with the mails in flight, others find the rest waiting
 */
export function jobHandlers(tracking: Tracking, worker: string, stopping: AbortSignal): JobHandlers {
  return {
    'sweep.run': async ({ state: iso3, on, again = false }) => {
      const state = await tracking.states.getState(iso3);
      // After the day's sweep only what changed since. Whoever changed a figure has published it.
      if (!again) {
        const { outcome, counts } = await tracking.followChanges.follow(state, on);
        if (counts.noticesWritten > 0) await tracking.passOnMail.afterNotices(state);
        if (outcome !== 'not_swept') return;
      }
      await tracking.reviewDeadlines.review(state);
      // Statuses are public: they are decided on published figures, so these come first. How complete they are is a figure too.
      await tracking.recordCompleteness.run(state.id);
      await tracking.publishFigures.publish(state.id);
      const { counts } = await tracking.runSweep.run(state, { on, worker, again });
      await tracking.tick.tick();
      // Everything was put right by now; this is for the log, and for the list of failed jobs.
      if (counts.missed > 0)
        throw new UnexpectedError(
          'sweep.missed',
          `The sweep of ${iso3} on ${on} found ${counts.missed} recommendations with another answer of which nothing was known to have changed.`,
        );
    },
    'figures.publish': async ({ state: iso3 }) => {
      const state = await tracking.states.getState(iso3);
      await tracking.recordCompleteness.run(state.id);
      const { failed } = await tracking.publishFigures.publish(state.id);
      // All others are published by now; this is for the log, and for the list of failed jobs.
      if (failed.length > 0)
        throw new UnexpectedError(
          'figures.not_published',
          `${failed.length} periods of counts could not be published; their former form stays: ${failed
            .map(({ cube, sourceCode, periodEndOn }) => `${cube} (${sourceCode}, ${periodEndOn})`)
            .join(', ')}.`,
        );
    },
    'figures.import': async ({ state: iso3, upload }) => {
      await tracking.uploadFigures.work(await tracking.states.getState(iso3), upload);
    },
    'digest.close': async ({ state: iso3 }) => {
      const state = await tracking.states.getState(iso3);
      await tracking.passOnMail.closeDay(state);
    },
    'retention.apply': async () => {
      await tracking.applyRetention.apply();
    },
    'mail.deliver': async ({ state: iso3 }) => {
      const state = await tracking.states.getState(iso3);
      await tracking.deliverMessages.deliver(state.id, stopping);
    },
    'access.mail': async (wish, attempt) => {
      await tracking.sendAccessMail.send(wish, attempt);
    },
    'links.check': async ({ state: iso3 }) => {
      await tracking.checkLinks.check(await tracking.states.getState(iso3));
    },
    'news.tell': async ({ state: iso3 }) => {
      await tracking.tellFollowers.tell(await tracking.states.getState(iso3));
      await tracking.tick.tick();
    },
    'audit.mail': async () => {
      await tracking.mailAuditHeads.sendDue();
    },
  };
}
