import type { KnownDimension } from './reading-context.js';
import { namesOfMonthColumn } from './month-names.js';
import { plainName } from './plain-name.js';

/** Columns of what was executed in, or up to, one month: January to December. */
export const MONTH_FIELDS = [
  ...(['executed_1', 'executed_2', 'executed_3', 'executed_4', 'executed_5', 'executed_6'] as const),
  ...(['executed_7', 'executed_8', 'executed_9', 'executed_10', 'executed_11', 'executed_12'] as const),
];
/** What a column can be, dimensions apart. */
export const FIELDS = {
  indicator: ['indicator', 'indicator code', 'indicador', 'codigo de indicador', 'codigo del indicador'],
  source: ['source', 'source code', 'fuente', 'codigo de fuente'],
  period: ['period', 'periodo', 'reference period', 'periodo de referencia', 'time period'],
  year: ['year', 'ano', 'anio', 'fiscal year', 'ano fiscal', 'anio fiscal', 'ano eje', 'ejercicio'],
  start: ['start', 'from', 'period start', 'start on', 'inicio', 'desde', 'inicio del periodo'],
  end: ['end', 'to', 'period end', 'end on', 'fin', 'hasta', 'fin del periodo'],
  value: ['value', 'valor', 'txtvalue', 'obs value', 'cantidad'],
  state: ['state', 'value state', 'estado', 'estado del valor'],
  provisional: ['provisional', 'provisional mark'],
  numerator: ['numerator', 'numerador'],
  denominator: ['denominator', 'denominador'],
  reason: ['reason', 'revision reason', 'reason of revision', 'motivo', 'motivo de la revision'],
  country: ['iso3 code', 'iso3'],
  dimension_name: [],
  category_name: [],
  unit: [],
  multiplier: [],
  status: ['obs status', 'observation status'],
  purpose: ['purpose', 'finalidad', 'finalidad del gasto', 'categoria presupuestal'],
  institution: ['institution', 'institucion', 'entidad', 'pliego', 'unidad ejecutora'],
  level: ['level', 'level of government', 'nivel', 'nivel de gobierno'],
  phase: ['phase', 'budget phase', 'fase', 'fase del presupuesto'],
  amount: ['amount', 'monto', 'importe'],
  currency: ['currency', 'moneda'],
  approved: ['approved', 'pia', 'aprobado', 'presupuesto institucional de apertura', 'monto pia'],
  revised: ['revised', 'pim', 'modificado', 'presupuesto institucional modificado', 'monto pim'],
  executed: [
    ...['executed', 'devengado', 'ejecutado', 'ejecucion', 'monto devengado', 'executed to date'],
    ...['devengado acumulado', 'ejecucion acumulada', 'devengado a la fecha', 'executed cumulative'],
    ...['devengado mensual', 'devengado del mes', 'ejecucion mensual', 'executed in the month'],
  ],
  executed_1: namesOfMonthColumn(1),
  executed_2: namesOfMonthColumn(2),
  executed_3: namesOfMonthColumn(3),
  executed_4: namesOfMonthColumn(4),
  executed_5: namesOfMonthColumn(5),
  executed_6: namesOfMonthColumn(6),
  executed_7: namesOfMonthColumn(7),
  executed_8: namesOfMonthColumn(8),
  executed_9: namesOfMonthColumn(9),
  executed_10: namesOfMonthColumn(10),
  executed_11: namesOfMonthColumn(11),
  executed_12: namesOfMonthColumn(12),
  share: ['share', 'attributable share', 'parte atribuible', 'porcentaje atribuible'],
  month: ['month', 'mes', 'mes eje'],
  price_index: ['price index', 'deflator', 'index', 'deflactor', 'indice', 'indice de precios', 'ipc', 'cpi'],
  base_year: ['base year', 'ano base', 'anio base'],
  through: ['through', 'through on', 'through day', 'hasta el dia', 'fecha de corte', 'fecha corte'],
  offence: ['offence', 'delito', 'offense'],
  cohort_rule: ['cohort rule', 'cohort', 'regla de cohorte', 'cohorte'],
  cohort_year: ['cohort year', 'ano de cohorte', 'anio de cohorte'],
  stage: ['stage', 'etapa', 'stage of the case', 'etapa del caso'],
  region: ['region', 'department', 'departamento', 'distrito fiscal', 'region o departamento'],
  facet: ['facet', 'kind of case', 'clase de casos', 'clase de caso'],
  since: ['since', 'since stage', 'desde la etapa', 'etapa inicial'],
  cases: ['cases', 'casos', 'number of cases', 'numero de casos'],
} as const;
export type Field = keyof typeof FIELDS;

export type ColumnUse =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'dimension'; readonly dimension: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' };

export const IGNORED: ColumnUse = { kind: 'ignored' };
const UNKNOWN: ColumnUse = { kind: 'unknown' };

/** Names of columns, accents and case forgiven: first those of the fields that this kind of file has, then those of the dimensions. */
export class ColumnNames {
  private readonly uses = new Map<string, ColumnUse>();

  constructor(
    fields: readonly Field[],
    dimensions: readonly KnownDimension[],
    ignored: readonly string[] = [],
  ) {
    for (const name of ignored) this.uses.set(plainName(name), IGNORED);
    for (const { code, name } of dimensions)
      for (const text of [code, name.en, name.es])
        this.uses.set(plainName(text), { kind: 'dimension', dimension: code });
    for (const field of fields)
      for (const name of [field, ...FIELDS[field]]) this.uses.set(plainName(name), { kind: 'field', field });
  }

  useOf(header: string): ColumnUse {
    // A column that nobody named holds nothing that anybody looks for; its cells are still looked at for personal data.
    return header.trim() === '' ? IGNORED : (this.uses.get(plainName(header)) ?? UNKNOWN);
  }
}

export const fieldUse = (field: Field): ColumnUse => ({ kind: 'field', field });
