import type { Cell } from '#contracts';

import type { Wording } from '../../wording/wording.js';

/** Why a group has no number: "numbered" where it has one. */
export type Standing = 'numbered' | 'below_ten' | 'never' | 'other';

type MaybeCell = Pick<Cell, 'value' | 'flag'> | null | undefined;

export function standingOf(cell: MaybeCell): Standing {
  if (typeof cell?.value === 'number') return 'numbered';
  if (!cell || cell.flag === 'missing') return 'never';
  return cell.flag === 'lt10' || cell.flag === 'below_bound' ? 'below_ten' : 'other';
}

/** The reason in words, for where there is room for words. */
export function untoldReason(cells: readonly MaybeCell[], { say }: Wording): string {
  const { untold } = say.chart;
  const newest = cells.findLast((cell) => cell && cell.flag !== 'missing');
  return newest?.flag ? (untold[newest.flag] ?? untold['missing']!) : untold['missing']!;
}

/** Share of the groups and periods of which nothing came, 0 to 100. What came and is not told did come. */
export function blankPercent(groups: number, periods: number, received: number): number {
  const asked = groups * periods;
  return asked === 0 ? 0 : Math.round(((asked - Math.min(asked, received)) / asked) * 100);
}
