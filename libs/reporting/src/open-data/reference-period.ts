const DAY_MS = 86_400_000;

/**
 * A reference period as SDMX writes it: a year, half, quarter or month by its name, anything else as its first day and length
 * (SDMX 3.0 Technical Notes, time formats).
 */
export function timePeriodOf({
  startOn,
  endOn,
}: {
  readonly startOn: string;
  readonly endOn: string;
}): string {
  const [year, month] = [Number(startOn.slice(0, 4)), Number(startOn.slice(5, 7))];
  const months = wholeMonths(startOn, endOn);
  if (months === 12 && month === 1) return startOn.slice(0, 4);
  if (months === 6 && month % 6 === 1) return `${year}-S${(month + 5) / 6}`;
  if (months === 3 && month % 3 === 1) return `${year}-Q${(month + 2) / 3}`;
  if (months === 1) return startOn.slice(0, 7);
  return `${startOn}/P${(Date.parse(endOn) - Date.parse(startOn)) / DAY_MS + 1}D`;
}

/** Number of calendar months that the period covers from its first to its last day; null where it does not cover them whole. */
function wholeMonths(startOn: string, endOn: string): number | null {
  if (!startOn.endsWith('-01')) return null;
  const [endYear, endMonth] = [Number(endOn.slice(0, 4)), Number(endOn.slice(5, 7))];
  const lastDay = new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate();
  if (Number(endOn.slice(8)) !== lastDay) return null;
  return (endYear - Number(startOn.slice(0, 4))) * 12 + endMonth - Number(startOn.slice(5, 7)) + 1;
}
