import type { Clock } from '#domain';
import { UhriAnnotationRepository, UhriImportRepository } from '#persistence';
import type { AuditRepository, RecordDatabase } from '#persistence';

import { DecideUhriLink } from '../import-uhri/decide-uhri-link.js';
import { ImportUhri } from '../import-uhri/import-uhri.js';
import { ReadUhri } from '../import-uhri/read-uhri.js';
import { StageExport } from '../import-uhri/stage-export.js';

/** What the Universal Human Rights Index has, beside our own record. */
export interface UhriUseCases {
  readonly importUhri: ImportUhri;
  readonly readUhri: ReadUhri;
  readonly decideUhriLink: DecideUhriLink;
  readonly uhriAnnotations: UhriAnnotationRepository;
  readonly uhriImports: UhriImportRepository;
}

export function composeUhri(record: RecordDatabase, audit: AuditRepository, clock: Clock): UhriUseCases {
  const imports = new UhriImportRepository(record);
  const annotations = new UhriAnnotationRepository(record);
  const staging = new StageExport(record, imports, clock);
  return {
    uhriAnnotations: annotations,
    uhriImports: imports,
    decideUhriLink: new DecideUhriLink(record, annotations, audit, clock),
    importUhri: new ImportUhri(record, imports, staging, audit, clock),
    readUhri: new ReadUhri(record, imports, annotations, staging, clock),
  };
}
