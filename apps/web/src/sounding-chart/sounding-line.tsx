import type { Overview } from '#contracts';
import { statusWord } from '#messages';

import type { Wording } from '../wording/wording.js';
import { DEPTH, depthOf, reachOf, shortCode } from './depth.js';

interface SoundingLineProps {
  readonly item: Overview['clusters'][number]['items'][number];
  readonly href: string;
  readonly daysLate: number | null;
  readonly wording: Wording;
}

/** One recommendation: hung from above on a wide page, lying on a phone. */
export function SoundingLine({ item, href, daysLate, wording }: SoundingLineProps) {
  const code = wording.code(item.code);
  const state =
    daysLate === null ? statusWord(wording.language, item.status) : wording.say.overview.overdueBy(daysLate);
  const depth = depthOf(item.status);
  const reach = reachOf(item.status);
  return (
    <li class="sounding-line">
      <a class={`sounding-link tone-${item.status}`} href={href}>
        <span class={`line-code role-${item.role}`} aria-hidden="true">
          {shortCode(item.code)}
        </span>
        <svg class="drop" width="100%" height={DEPTH} aria-hidden="true">
          <line class={`rope rope-${item.status}`} x1="50%" x2="50%" y1="0" y2={depth} />
          <svg class="mark-place" x="50%" y={depth}>
            <use href={`#mark-${item.status}`} x="-8.5" y="-8.5" width="17" height="17" />
          </svg>
        </svg>
        <svg class="reach" width="100%" height="36" aria-hidden="true">
          <line class={`rope rope-${item.status}`} x1="0" x2={reach} y1="18" y2="18" />
          <svg class="mark-place" x={reach} y="18">
            <use href={`#mark-${item.status}`} x="-8" y="-8" width="16" height="16" />
          </svg>
        </svg>
        <span class="line-words">{`${code}, ${item.title}, ${statusWord(wording.language, item.status)}`}</span>
        <span class="readout" aria-hidden="true">
          <b>{code}</b>
          {` ${item.title}: ${state}`}
        </span>
      </a>
    </li>
  );
}
