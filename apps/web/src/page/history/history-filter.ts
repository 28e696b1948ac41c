import type { Address } from '../../router/address.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Which entries the address asks for; empty where it does not say. */
interface HistoryFilter extends Readonly<Record<string, string>> {
  readonly subject: string;
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly q: string;
}

/** What the reader chose, as it stands in the address. */
export function chosenFilter({ query }: Pick<Address, 'query'>): HistoryFilter {
  const of = (name: string): string => (query.get(name) ?? '').trim();
  return { subject: of('subject'), who: of('who'), from: of('from'), to: of('to'), q: of('q') };
}

/** What can be asked for of that: days that are none, or the wrong way round, are left out. */
export function usableFilter(chosen: HistoryFilter): HistoryFilter {
  return areDaysUsable(chosen) ? chosen : { ...chosen, from: '', to: '' };
}

export function areDaysUsable({ from, to }: HistoryFilter): boolean {
  return [from, to].every((day) => day === '' || isDay(day)) && (from === '' || to === '' || from <= to);
}

export function isFiltered(filter: HistoryFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** A browser without a field for days sends whatever was typed. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
