import type { Overview } from '#contracts';
import { statusWord } from '#messages';

import { pageUrl, recommendationPath, statePath } from '../router/address.js';
import { STATUS_ORDER } from '../status/item-status.js';
import { Mark } from '../status/mark.js';
import type { Wording } from '../wording/wording.js';
import { GroupTable, MOST_LINES } from './group-table.js';
import { SoundingLine } from './sounding-line.js';
import { BedAndLevels, TurnedLevels } from './levels.js';

interface SoundingChartProps {
  readonly overview: Overview;
  readonly wording: Wording;
}

/** One hanging line per recommendation, in paragraph order; depth is status. An ordered list of links, drawn. */
export function SoundingChart({ overview, wording }: SoundingChartProps) {
  if (overview.total > MOST_LINES) return <GroupTable overview={overview} wording={wording} />;
  const { say, language } = wording;
  const clusters = say.overview.clusters as Readonly<Record<string, string>>;
  const daysLate = new Map(overview.overdue.map((item) => [item.id, item.daysLate]));
  const listOf = (status: string): string =>
    pageUrl(language, statePath(overview.state.iso3, '/recommendations'), {
      status,
      document: overview.document.slug,
    });
  return (
    <div class="sounding">
      <ul class="sounding-levels">
        {STATUS_ORDER.map((status) => (
          <li key={status} class={`level level-${status}`}>
            <a class={`status tone-${status}`} href={listOf(status)}>
              <Mark status={status} size={17} />
              <span class="status-word">{statusWord(language, status)}</span>
            </a>
            <b class="level-count">{wording.number(overview.byStatus[status])}</b>
          </li>
        ))}
      </ul>
      <p class="sounding-how-turned">{say.overview.soundingHowTurned}</p>
      <div class="turned-head" aria-hidden="true">
        {STATUS_ORDER.map((status) => (
          <span key={status} class="turned-column">
            <Mark status={status} size={16} />
            <b>{overview.byStatus[status]}</b>
          </span>
        ))}
      </div>
      <ol class="sounding-groups">
        {overview.clusters.map((cluster) => (
          <li key={cluster.code} class="sounding-group">
            <h3 class="sounding-heading">{clusters[cluster.code] ?? cluster.code}</h3>
            <div class="sounding-room">
              <BedAndLevels />
              <TurnedLevels />
              <ol class="sounding-lines">
                {cluster.items.map((item) => (
                  <SoundingLine
                    key={item.id}
                    item={item}
                    href={pageUrl(language, recommendationPath(overview.state.iso3, item.id))}
                    daysLate={daysLate.get(item.id) ?? null}
                    wording={wording}
                  />
                ))}
              </ol>
            </div>
          </li>
        ))}
      </ol>
      <p class="sounding-how">{say.overview.soundingHow}</p>
    </div>
  );
}
