import type { CycleComparison } from '#contracts';

import { documentPath, pageUrl, statePath } from '../../router/address.js';
import { Section } from '../../layout/section.js';
import type { Visit } from '../../router/page.js';
import { StatusCounts } from './status-counts.js';

type Cycle = CycleComparison['cycles'][number];

export const BECAME = ['repeated', 'narrowed', 'absorbed', 'dropped', 'implemented', 'undecided'] as const;

interface SectionProps {
  readonly cycles: CycleComparison;
  readonly visit: Visit;
}

/** Documents beside each other: how far each has come, and what the next one made of it. */
export function CycleSection({ cycles, visit }: SectionProps) {
  const { wording } = visit;
  const words = wording.say.comparison.cycles;
  return (
    <Section title={words.title} id="cycles">
      {cycles.cycles.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <>
          <div class="table-room" role="region" aria-label={words.caption} tabIndex={0}>
            <table class="list stacked compared">
              <caption>{words.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.document}</th>
                  <th scope="col" class="number">
                    {words.items}
                  </th>
                  <th scope="col">{words.statuses}</th>
                  <th scope="col" class="number">
                    {words.implemented}
                  </th>
                  <th scope="col">{words.became}</th>
                </tr>
              </thead>
              <tbody>
                {cycles.cycles.map((cycle) => (
                  <CycleRow key={cycle.document} cycle={cycle} visit={visit} />
                ))}
              </tbody>
            </table>
          </div>
          <p class="note">{words.howCounted}</p>
        </>
      )}
    </Section>
  );
}

function CycleRow({ cycle, visit }: { readonly cycle: Cycle; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.comparison.cycles;
  const iso3 = address.parameters['iso3'] ?? '';
  const items = (query: Readonly<Record<string, string>>): string =>
    pageUrl(wording.language, statePath(iso3, '/monitoring/cycles'), { document: cycle.document, ...query });
  return (
    <tr>
      <th scope="row">
        <a href={pageUrl(wording.language, documentPath(iso3, cycle.document))}>{cycle.shortTitle}</a>
        <span class="second">
          {[
            cycle.symbol ?? '',
            words.number(cycle.number),
            cycle.adoptedOn === null ? '' : wording.shortDate(cycle.adoptedOn),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      </th>
      <td class="number" data-label={words.items}>
        {cycle.items === 0 ? (
          <span class="nothing">{words.noText}</span>
        ) : (
          <a href={items({})}>{wording.number(cycle.items)}</a>
        )}
      </td>
      <td data-label={words.statuses}>
        <StatusCounts counts={cycle.statuses} href={(status) => items({ status })} wording={wording} />
      </td>
      <td class="number" data-label={words.implemented}>
        {cycle.implementedPercent === null ? (
          <span class="nothing">{wording.say.comparison.institutions.nothing}</span>
        ) : (
          <a href={items({ status: 'implemented' })}>{wording.percent(cycle.implementedPercent)}</a>
        )}
      </td>
      <td data-label={words.became}>
        {!cycle.continued ? (
          <span class="nothing">{words.open}</span>
        ) : (
          <ul class="became">
            {BECAME.filter((became) => cycle.became[became] > 0).map((became) => (
              <li key={became}>
                <a href={items({ became })}>
                  {`${wording.number(cycle.became[became])} ${words.kinds[became]}`}
                </a>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
