import type { Clock } from '#domain';
import {
  AuditRepository,
  CaseSeriesRepository,
  FigureImportRepository,
  FigureRepository,
  FigureStageRepository,
  FigureVocabularyRepository,
  MoneyAndCaseRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { importedBudget } from '../import-figures/import-budget.js';
import { ImportFigures } from '../import-figures/import-figures.js';
import { importedObservations } from '../import-figures/import-observations.js';
import { importedProsecutions } from '../import-figures/import-prosecutions.js';
import { UndoImport } from '../import-figures/undo-import.js';

/** Files of figures, into the record and out of it again. */
export interface ImportUseCases {
  readonly importFigures: ImportFigures;
  readonly undoImport: UndoImport;
}

export function composeImports(record: RecordDatabase, clock: Clock): ImportUseCases {
  const imports = new FigureImportRepository(record);
  const audit = new AuditRepository(record);
  const small = new MoneyAndCaseRepository(record);
  return {
    importFigures: new ImportFigures(
      record,
      { imports, vocabulary: new FigureVocabularyRepository(record), audit },
      {
        observations: importedObservations(new FigureStageRepository(record)),
        budget: importedBudget(small),
        prosecutions: importedProsecutions(
          small,
          new CaseSeriesRepository(record),
          new FigureRepository(record),
        ),
      },
      clock,
    ),
    undoImport: new UndoImport(record, imports, audit, clock),
  };
}
