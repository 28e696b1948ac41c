import type { AlertDetail } from '#contracts';

type Notice = AlertDetail['notices'][number];

/** Lines beside each other that are shown, or that are folded into one. */
export interface NoticeRun {
  readonly folded: boolean;
  readonly notices: readonly Notice[];
}

/** As many can be read at a glance. */
const MOST_SKIPPED_SHOWN = 3;

/** In their order, with skipped ones folded where more than three stand beside each other: after an outage there are dozens. */
export function noticeRuns(notices: readonly Notice[]): NoticeRun[] {
  const runs: { skipped: boolean; notices: Notice[] }[] = [];
  for (const notice of notices) {
    const last = runs.at(-1);
    if (last?.skipped === !notice.sent) last.notices.push(notice);
    else runs.push({ skipped: !notice.sent, notices: [notice] });
  }
  return runs.map(({ skipped, notices: own }) => ({
    folded: skipped && own.length > MOST_SKIPPED_SHOWN,
    notices: own,
  }));
}
