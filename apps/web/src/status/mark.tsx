import type { ItemStatus } from './item-status.js';

interface MarkProps {
  readonly status: ItemStatus | 'error';
  readonly size: number;
}

/** The shape of a status. Always beside its word, so hidden from those who listen. */
export function Mark({ status, size }: MarkProps) {
  return (
    <svg class={`mark tone-${status}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#mark-${status}`} />
    </svg>
  );
}

/** All shapes once, at the start of a page; `Mark` refers to them. */
export function MarkSprite() {
  return (
    <svg class="sprite" width="0" height="0" aria-hidden="true">
      <symbol id="mark-implemented" viewBox="0 0 16 16">
        <rect class="mark-fill" x="1" y="1" width="14" height="14" rx="1" />
        <path class="mark-hole-line" d="M4.2 8.2 7 11l5-5.6" />
      </symbol>
      <symbol id="mark-on_track" viewBox="0 0 16 16">
        <circle class="mark-fill" cx="8" cy="8" r="7.2" />
      </symbol>
      <symbol id="mark-awaiting_review" viewBox="0 0 16 16">
        <circle class="mark-ring" cx="8" cy="8" r="6.6" />
        <path class="mark-fill" d="M8 1.4a6.6 6.6 0 0 0 0 13.2z" />
      </symbol>
      <symbol id="mark-at_risk" viewBox="0 0 16 16">
        <path class="mark-fill" d="M8 .8 15.8 15H.2z" />
      </symbol>
      <symbol id="mark-overdue" viewBox="0 0 16 16">
        <path class="mark-fill" d="M8-.3 16.3 8 8 16.3-.3 8z" />
        <path class="mark-hole-line" d="M8 4v4.3l2.7 1.6" />
      </symbol>
      <symbol id="mark-no_data" viewBox="0 0 16 16">
        <circle class="mark-ring mark-dashed" cx="8" cy="8" r="6.6" />
      </symbol>
      <symbol id="mark-error" viewBox="0 0 16 16">
        <path class="mark-fill" d="M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.100V4.900z" />
        <path class="mark-hole-line" d="M8 4v4.600M8 11.200v.4" />
      </symbol>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch-line" x1="0" y1="0" x2="0" y2="7" />
      </pattern>
    </svg>
  );
}
