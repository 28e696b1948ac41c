import type { Clock } from '#domain';
import {
  AuditRepository,
  CaseSeriesRepository,
  DeflatorRepository,
  FigureImportRepository,
  FigureStageRepository,
  FigureUploadRepository,
  FigureVocabularyRepository,
  MoneyAndCaseRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { importedBudget } from '../import-figures/import-budget.js';
import { importedDeflator } from '../import-figures/import-deflator.js';
import { ImportFigures } from '../import-figures/import-figures.js';
import { importedObservations } from '../import-figures/import-observations.js';
import { importedProsecutions } from '../import-figures/import-prosecutions.js';
import { ReadImports } from '../import-figures/read-imports.js';
import { UndoImport } from '../import-figures/undo-import.js';
import { UploadFigures } from '../import-figures/upload-figures.js';

/** Files of figures, into the record and out of it again. */
export interface ImportUseCases {
  readonly importFigures: ImportFigures;
  readonly undoImport: UndoImport;
  readonly uploadFigures: UploadFigures;
  readonly readImports: ReadImports;
  readonly figureUploads: FigureUploadRepository;
}

export function composeImports(
  record: RecordDatabase,
  clock: Clock,
  dispatcher: JobDispatcher,
): ImportUseCases {
  const imports = new FigureImportRepository(record);
  const uploads = new FigureUploadRepository(record);
  const vocabulary = new FigureVocabularyRepository(record);
  const audit = new AuditRepository(record);
  const small = new MoneyAndCaseRepository(record);
  const importFigures = new ImportFigures(
    record,
    { imports, vocabulary, audit },
    {
      observations: importedObservations(new FigureStageRepository(record)),
      budget: importedBudget(small),
      deflator: importedDeflator(new DeflatorRepository(record)),
      prosecutions: importedProsecutions(small, new CaseSeriesRepository(record)),
    },
    clock,
  );
  return {
    importFigures,
    figureUploads: uploads,
    uploadFigures: new UploadFigures(record, { uploads, imports, audit }, importFigures, dispatcher, clock),
    readImports: new ReadImports(record, imports, uploads, vocabulary, clock),
    undoImport: new UndoImport(record, imports, audit, dispatcher, clock),
  };
}
