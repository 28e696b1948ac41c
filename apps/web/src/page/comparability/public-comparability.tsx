import type { IndicatorData } from '#contracts';

import { periodLabels } from '../../chart/model/period-label.js';
import { Section } from '../../layout/section.js';
import type { Wording } from '../../wording/wording.js';

interface PublicComparabilityProps {
  readonly data: IndicatorData;
  readonly wording: Wording;
}

/** What the secretariat says beside the published figures: whose counts, why sources differ, where the series breaks. */
export function PublicComparability({ data, wording }: PublicComparabilityProps) {
  const { comparisons, breaks } = data;
  if (comparisons.length === 0 && breaks.length === 0) return null;
  const words = wording.say.comparability.public;
  const nameOf = (code: string): string => data.sources.find((source) => source.code === code)?.name ?? code;
  const labels = periodLabels(
    comparisons.map(({ period }) => period),
    wording,
  );
  return (
    <Section title={words.title}>
      <ul class="plain-list said-list">
        {breaks.map(({ on, kind, source, reason, language }) => (
          <li key={`${on}${source ?? ''}`}>
            <p>
              <b>{breakWords({ on, kind, source: source === null ? null : nameOf(source) }, wording)}</b>
            </p>
            <p lang={language}>{reason}</p>
          </li>
        ))}
        {comparisons.flatMap(({ ofRecord, explanation }, place) => {
          const label = labels[place] ?? '';
          return [
            ofRecord && (
              <li key={`record ${label}`}>
                <p>
                  <b>{words.ofRecord(label, nameOf(ofRecord.source))}</b>
                </p>
                <p lang={ofRecord.language}>{ofRecord.reason}</p>
                <p class="note">{words.chosenOn(wording.date(ofRecord.on))}</p>
              </li>
            ),
            explanation && (
              <li key={`explanation ${label}`}>
                <p>
                  <b>{words.explained(label)}</b>
                </p>
                <p lang={explanation.language}>{explanation.text}</p>
                <p class="note">{words.chosenOn(wording.date(explanation.on))}</p>
              </li>
            ),
          ];
        })}
      </ul>
    </Section>
  );
}

export function breakWords(
  { on, kind, source }: { readonly on: string; readonly kind: string; readonly source: string | null },
  wording: Wording,
): string {
  const { breaks, public: words } = wording.say.comparability;
  const what = breaks.kinds[kind] ?? kind;
  const day = wording.date(on);
  return source === null ? words.broken(day, what) : words.brokenFor(day, what, source);
}
