import { STATUS_ORDER } from '../status/item-status.js';
import { BED, DEPTH, depthOf, reachOf } from './depth.js';

/** The water lines behind the hanging lines, and the hatched bed. */
export function BedAndLevels() {
  return (
    <svg class="levels" width="100%" height={DEPTH} aria-hidden="true">
      {STATUS_ORDER.filter((status) => status !== 'no_data').map((status) => (
        <line key={status} class="level-line" x1="0" x2="100%" y1={depthOf(status)} y2={depthOf(status)} />
      ))}
      <rect class="bed" x="0" width="100%" y={BED.from} height={BED.height - 10} />
    </svg>
  );
}

/** The same, turned by 90° for phones. */
export function TurnedLevels() {
  return (
    <svg class="turned-levels" width="100%" height="100%" aria-hidden="true">
      {STATUS_ORDER.filter((status) => status !== 'no_data').map((status) => (
        <line key={status} class="level-line" x1={reachOf(status)} x2={reachOf(status)} y1="0" y2="100%" />
      ))}
      <rect class="bed" x="83%" width="17%" y="0" height="100%" />
    </svg>
  );
}
