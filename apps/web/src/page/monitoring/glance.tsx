import type { AlertCauses, CycleComparison, InstitutionComparison } from '#contracts';

import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface GlanceProps {
  readonly comparison: InstitutionComparison;
  readonly causes: AlertCauses;
  readonly cycles: CycleComparison;
  readonly visit: Visit;
}

/** The four or five numbers that a reader came for, each with the list behind it. */
export function Glance({ comparison, causes, cycles, visit }: GlanceProps) {
  const { wording } = visit;
  const words = wording.say.comparison;
  const { all, year, state, breakdownYear } = comparison;
  const to = (path: string, query: Readonly<Record<string, string | number | null>> = {}): string =>
    pageUrl(wording.language, statePath(state.iso3, path), query);
  const items = cycles.cycles.reduce((total, cycle) => total + cycle.items, 0);
  const implemented = cycles.cycles.reduce((total, cycle) => total + cycle.statuses.implemented, 0);
  const facts = [
    ...(all.onTimePercent === null
      ? []
      : [
          {
            number: wording.percent(all.onTimePercent),
            what: words.facts.onTime,
            href: to('/monitoring/due', { outcome: 'on_time', year }),
          },
          {
            number: wording.number(all.missing),
            what: words.facts.missing,
            href: to('/monitoring/due', { outcome: 'missing', year }),
          },
        ]),
    { number: wording.number(causes.total), what: words.facts.alerts, href: to('/alerts') },
    ...(all.breakdowns === null || all.breakdowns.percent === null || breakdownYear === null
      ? []
      : [
          {
            number: wording.percent(all.breakdowns.percent),
            what: words.facts.breakdowns(breakdownYear),
            href: to('/data-gaps', { year: breakdownYear }),
          },
        ]),
    ...(items === 0
      ? []
      : [
          {
            number: wording.percent((100 * implemented) / items),
            what: words.facts.implemented,
            href: to('/recommendations', { status: 'implemented' }),
          },
        ]),
  ];
  return (
    <ul class="glance" aria-label={words.glance}>
      {facts.map(({ number, what, href }) => (
        <li key={what}>
          <a href={href}>
            <b>{number}</b>
            {` ${what}`}
          </a>
        </li>
      ))}
    </ul>
  );
}
