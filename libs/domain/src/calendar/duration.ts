import { UserError } from '../errors/app-error.js';
import { addDays, addMonths } from './civil-date.js';
import type { CivilDate } from './clock.js';

const SHAPE = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/**
 * The day that an ISO 8601 duration of whole years, months, weeks and days (`P1Y`, `P18M`) leads to. Years and months first,
 * together, clamped to the month's last day once: 29 February and one year is 28 February.
 * @throws UserError when the text is no such duration.
 */
export function addDuration(date: CivilDate, duration: string): CivilDate {
  const found = SHAPE.exec(duration);
  if (!found)
    throw new UserError(
      'invalid_input',
      'duration.invalid',
      `"${duration}" is not a duration of whole years, months, weeks and days; expected something like P1Y or P18M.`,
    );
  const [years, months, weeks, days] = found.slice(1).map((part) => Number(part ?? 0));
  return addDays(addMonths(date, (years ?? 0) * 12 + (months ?? 0)), (weeks ?? 0) * 7 + (days ?? 0));
}
