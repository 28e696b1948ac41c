import type { ParsedDocument, ReadingCorrection } from '#domain';
import { correctReading } from '#ingest';
import type { CorrectedReading } from '#ingest';
import type { KeptCorrection } from '#persistence';

/** The reading of a document with every correction that people have left for it, in whatever language they had it before them. */
export function followCorrections(
  parsed: ParsedDocument,
  kept: readonly Pick<KeptCorrection, 'correction' | 'language'>[],
): CorrectedReading {
  return correctReading(
    parsed,
    kept.map(({ correction, language }) =>
      language === parsed.language ? correction : inOwnWords(correction, parsed),
    ),
  );
}

/** Symbols and dates hold in every language; titles and statements are each language's own. */
function inOwnWords(correction: ReadingCorrection, parsed: ParsedDocument): ReadingCorrection {
  if (correction.place !== 'document') return correction;
  const { dueOn } = correction.reading.nextReport;
  return {
    place: 'document',
    reading: {
      ...correction.reading,
      title: parsed.title,
      nextReport: { dueOn, statement: parsed.nextReport.statement },
    },
  };
}
