import type { Overview } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { timelineOf } from './timeline-places.js';
import type { TimelinePlace } from './timeline-places.js';

/** From the recommendations to the next report: solid is past, dotted is not certain yet. */
export function Timeline({ overview, wording }: { readonly overview: Overview; readonly wording: Wording }) {
  const { places, years } = timelineOf(overview, wording);
  const today = places.find(({ key }) => key === 'today')?.at ?? 50;
  return (
    <div class="timeline">
      <svg class="timeline-line" width="100%" height="118" aria-hidden="true">
        <line class="time-past" x1="0" x2={`${today}%`} y1="66" y2="66" />
        <line class="time-ahead" x1={`${today}%`} x2="100%" y1="66" y2="66" />
        {years.map(({ year, at }) => (
          <g key={year}>
            <line class="time-tick" x1={`${at}%`} x2={`${at}%`} y1="62" y2="70" />
            <text class="time-year" x={`${at}%`} y="90" text-anchor={anchorOf(at)}>
              {year}
            </text>
          </g>
        ))}
        {places.map((place) => (
          <PlaceOnLine key={place.key} place={place} anchor={anchorAmong(place, places)} />
        ))}
      </svg>
      <ol class="timeline-words">
        {places.map(({ key, label, detail }) => (
          <li key={key} class={`time-word time-word-${key}`}>
            <b>{label}</b>
            {` ${detail}`}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Anchor = 'start' | 'middle' | 'end';

function PlaceOnLine({ place, anchor }: { readonly place: TimelinePlace; readonly anchor: Anchor }) {
  const x = `${place.at}%`;
  const below = place.key === 'today';
  return (
    <g class={`time-place time-${place.key}`}>
      {place.key === 'today' ? (
        <svg x={x} y="66" class="mark-place">
          <rect x="-3.5" y="-12" width="7" height="24" />
        </svg>
      ) : (
        <>
          <line class="time-stem" x1={x} x2={x} y1="44" y2="60" />
          <svg x={x} y="66" class="mark-place">
            <circle r="6" />
          </svg>
        </>
      )}
      <text class="time-label" x={x} y={below ? 108 : 16} text-anchor={anchor}>
        {below ? `${place.label}, ${place.detail}` : place.label}
      </text>
      {!below && (
        <text class="time-detail" x={x} y="35" text-anchor={anchor}>
          {place.detail}
        </text>
      )}
    </g>
  );
}

/** As near as this, in percent of the line, the words of two places would lie on each other. */
const NEAR = 13;

/** Words turn away from the neighbour that is near. What stands below the line has nothing beside it. */
function anchorAmong({ key, at }: TimelinePlace, places: readonly TimelinePlace[]): Anchor {
  const above = places.filter((place) => place.key !== 'today').map((place) => place.at);
  if (key === 'today' || anchorOf(at) !== 'middle') return anchorOf(at);
  if (above.some((other) => other < at && at - other < NEAR)) return 'start';
  return above.some((other) => other > at && other - at < NEAR) ? 'end' : 'middle';
}

function anchorOf(at: number): Anchor {
  if (at < 6) return 'start';
  return at > 92 ? 'end' : 'middle';
}
