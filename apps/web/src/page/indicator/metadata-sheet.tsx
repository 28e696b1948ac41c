import type { IndicatorMetadata } from '#contracts';

import { Section } from '../../layout/section.js';
import { indicatorPath, pageUrl } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { periodWords } from '../definition/period-words.js';
import { isSecretariat } from '../institution/viewer-rights.js';

interface MetadataSheetProps {
  readonly metadata: IndicatorMetadata;
  readonly visit: Visit;
}

/** What the figures say and what they do not, in the order of the sheet of OHCHR (HR/PUB/12/5). */
export function MetadataSheet({ metadata, visit }: MetadataSheetProps) {
  const { wording, viewer, address } = visit;
  const { definition: words, indicator } = wording.say;
  const { sheet } = metadata;
  const iso3 = address.parameters['iso3'] ?? '';
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.sheet.definition, sheet['definition']],
    [words.sheet.rationale, sheet['rationale']],
    [words.sheet.method, sheet['method']],
    [words.sheet.source, sheet['source']],
    [words.askedOf, askedOf(metadata, wording)],
    [words.periodicity, periodWords(metadata.periodicityMonths, words.periods)],
    [indicator.required, metadata.requiredDimensions.map(({ name }) => name).join(', ')],
    // A direction says something only where there is somewhere to go.
    [words.form.direction, metadata.target ? words.directions[metadata.direction] : undefined],
    [words.figureKind, metadata.figureKind === null ? words.noKind : words.kinds[metadata.figureKind]],
    [words.sheet.limitations, sheet['limitations']],
  ];
  return (
    <Section title={words.form.sheetTitle}>
      <dl class="facts">
        {facts.map(([term, text]) =>
          text === undefined || text === '' ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      {isSecretariat(viewer, iso3) && (
        <p class="links">
          <a href={pageUrl(wording.language, `${indicatorPath(iso3, metadata.code)}/definition`)}>
            {words.edit}
          </a>
        </p>
      )}
    </Section>
  );
}

/** Who is asked to report it, the lead first; of one alone the head of the page tells. */
function askedOf({ reporters }: IndicatorMetadata, wording: Visit['wording']): string | undefined {
  const { asked } = wording.say.definition;
  if (reporters.length < 2 && !reporters.some(({ startsOn, endsOn }) => startsOn ?? endsOn)) return undefined;
  return reporters
    .map(({ name, startsOn, endsOn }, place) =>
      [
        place === 0 && reporters.length > 1 ? asked.lead(name) : name,
        startsOn === null ? '' : asked.from(wording.date(startsOn)),
        endsOn === null ? '' : asked.until(wording.date(endsOn)),
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join('; ');
}
