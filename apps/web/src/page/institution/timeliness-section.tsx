import type { Timeliness } from '#contracts';

import { Section } from '../../layout/section.js';
import { apiUrl, institutionPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface TimelinessSectionProps {
  readonly timeliness: Timeliness;
  readonly iso3: string;
  readonly code: string;
  readonly wording: Wording;
}

const COUNTS = ['onTime', 'late', 'outstanding', 'open'] as const;

/** How much of what it owed came on time, late or not at all, by year, with the method. */
export function TimelinessSection({ timeliness, iso3, code, wording }: TimelinessSectionProps) {
  const words = wording.say.deadlines.timeliness;
  if (timeliness.years.length === 0)
    return (
      <Section title={words.title}>
        <p>{words.none}</p>
      </Section>
    );
  return (
    <Section
      title={words.title}
      aside={
        <a href={apiUrl(wording.language, `${institutionPath(iso3, code)}/timeliness.csv`)} download>
          {words.csv}
        </a>
      }
    >
      <table class="list stacked">
        <caption class="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col" class="number">
                {words[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeliness.years.map((of) => (
            <tr key={of.year}>
              <th scope="row">{of.year}</th>
              {COUNTS.map((name) => (
                <td key={name} class="number" data-label={words[name]}>
                  {wording.number(of[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{words.method}</p>
    </Section>
  );
}
