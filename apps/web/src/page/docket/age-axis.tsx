import type { Docket } from '#contracts';

import { shortCode } from '../../sounding-chart/depth.js';
import type { Wording } from '../../wording/wording.js';
import { ageBands } from './docket-count.js';

/** How old what is overdue has grown: one mark per item. */
export function AgeAxis({ docket, wording }: { readonly docket: Docket; readonly wording: Wording }) {
  const words = wording.say.people.docket;
  return (
    <ol class="age-axis" aria-label={words.agesLabel}>
      {ageBands(docket).map(({ items }, index) => (
        <li key={words.ages[index]} class="age-band">
          <p class="age-name">
            <b>{wording.number(items.length)}</b>
            {` ${words.ages[index] ?? ''}`}
          </p>
          <svg class="age-ground" width="100%" height="44" aria-hidden="true">
            {items.map(({ item, at }) => (
              <svg key={item.alert} x={`${at}%`} y="22" class="mark-place tone-overdue">
                <use href="#mark-overdue" x="-9" y="-9" width="18" height="18" />
              </svg>
            ))}
          </svg>
          <p class="age-codes">
            {[...new Set(items.map(({ item }) => shortCode(item.recommendation.code)))].join(', ')}
          </p>
        </li>
      ))}
    </ol>
  );
}
