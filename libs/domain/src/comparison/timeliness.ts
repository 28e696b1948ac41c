/** What became of something that was due by a confirmed day that has come. Each is exactly one of these. */
export const DUE_OUTCOMES = ['on_time', 'late', 'missing'] as const;
export type DueOutcome = (typeof DUE_OUTCOMES)[number];

/** How many of each; together they are all that was due. */
export type Timeliness = Readonly<Record<DueOutcome, number>>;

export function dueOf({ on_time, late, missing }: Timeliness): number {
  return on_time + late + missing;
}

/** Share that came by its day, of all that was due; null where nothing was. */
export function onTimeShare(timeliness: Timeliness): number | null {
  const due = dueOf(timeliness);
  return due === 0 ? null : timeliness.on_time / due;
}
