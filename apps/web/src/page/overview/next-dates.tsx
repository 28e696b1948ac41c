import type { Overview } from '#contracts';

import { DueDate } from '../../due/due-date.js';
import { dueNote } from '../../due/due-words.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

/** What comes next, and how sure it is. */
export function NextDates({ overview, wording }: { readonly overview: Overview; readonly wording: Wording }) {
  const { say } = wording;
  const { nextReport, nextRound } = overview;
  return (
    <aside class="next-dates">
      {nextReport && (
        <div class="next-date">
          <h2>{say.overview.nextReport}</h2>
          <p class="next-day">
            <DueDate due={nextReport} wording={wording} />
          </p>
          <p>{dueNote(nextReport, wording)}</p>
        </div>
      )}
      <div class="next-date">
        <h2>{say.overview.nextRound}</h2>
        {nextRound ? (
          <>
            <p class="next-day">
              <DueDate due={nextRound.due} wording={wording} />
            </p>
            <p>{`${nextRound.title}. ${dueNote(nextRound.due, wording)}`}</p>
          </>
        ) : (
          <p>{say.overview.noRound}</p>
        )}
      </div>
      <p class="links">
        <a href={pageUrl(wording.language, statePath(overview.state.iso3, '/deadlines'))}>
          {say.deadlines.link}
        </a>
      </p>
    </aside>
  );
}
