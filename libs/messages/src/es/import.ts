import type { importEn } from '../en/import.js';
import type { Translation } from '../language.js';

/** Lo que dice la importación de cifras sobre un archivo, y sobre cada fila que no puede admitir. */
export const importEs: Translation<typeof importEn> = {
  refusals: {
    moved: () =>
      'El registro cambió desde que se leyó este archivo. Léalo de nuevo y mírelo antes de guardarlo.',
    given_up: (given) =>
      `La lectura de este archivo se inició ${given} veces y nunca terminó. No se guardó nada. Vuelva a leerlo más abajo; si se interrumpe otra vez, divídalo en archivos menores y avise a quien opera esta instalación.`,
    no_header: () =>
      'Ninguna de las primeras 50 filas encabeza una tabla de este tipo. Para cifras de indicadores se espera una columna con el valor y otra con el periodo o el año; indique qué son las columnas.',
    map_unknown: (given) =>
      `"${given}" no es un campo, ni una dimensión, ni "ignore". docs/imports.md enumera los campos.`,
    option_indicator: (given) =>
      `Este Estado no tiene un indicador "${given}". Indique el código de uno, como lo muestra su página.`,
    option_source: (given) =>
      `Este Estado no tiene una fuente "${given}". Indique el código de una registrada.`,
    option_codes: (given) => `"${given}" no es un sistema de códigos. Indique inei, reniec o iso.`,
    option_map: (given) => `"${given}" no dice nada. Escriba --map "Columna=campo".`,
    no_indicator: () => 'El archivo no tiene una columna de indicadores. Indique de cuál son sus filas.',
    no_source: () => 'El archivo no tiene una columna de fuentes. Indique de dónde son sus cifras.',
    no_cohort_rule: () =>
      'Nada dice por qué año se cuentan los casos. Indique year_of_event, year_of_complaint o year_of_decision.',
    no_month_meaning: () =>
      'El archivo da montos ejecutados por mes y no dice cómo. Indique si un mes contiene lo ejecutado desde enero (cumulative) o solo ese mes (of_month).',
    no_base_year: () =>
      'El archivo no tiene una columna de año base. Indique a precios de qué año está el índice.',
    no_currency: () =>
      'El archivo no tiene una columna de moneda. Indique de cuál trata, con tres letras de ISO 4217.',
    nothing: () => 'Ninguna fila del archivo contiene una cifra de las pedidas. No se guardó nada.',
    override_unreasoned: () => 'Una excepción necesita un motivo de al menos diez caracteres.',
    too_many_rows: () =>
      'El archivo tiene más de 100 000 filas. Los presupuestos y los procesos se envían en archivos menores: divídalo por año.',
    personal_data: (given) =>
      `${given} contiene lo que parecen datos personales. Aquí no se guarda el nombre, el documento ni el contacto de nadie; dígalo sin ellos.`,
  },
  expected: {
    'import.column_unknown': 'un campo o una dimensión; indique qué es, o que se omite',
    'import.column_twice': 'una sola columna por campo y por dimensión',
    'import.indicator_missing': 'el código de un indicador',
    'import.indicator_unknown': 'el código o el nombre de un indicador de este Estado',
    'import.indicator_of_other_track': 'un indicador del tipo del que trata este archivo',
    'import.source_missing': 'el código de una fuente',
    'import.source_unknown': 'el código o el nombre de una fuente registrada',
    'import.institution_unknown': 'el código o el nombre de una institución de este Estado',
    'import.category_unknown':
      'una categoría de la dimensión por su código o nombre; indique qué significa el texto',
    'import.category_not_valid': 'una categoría vigente algún día del periodo',
    'import.codes_ambiguous':
      'un código que diga su sistema: INEI y RENIEC difieren aquí; indique cuál usa el archivo',
    'import.period_missing': 'un periodo: 2024, 2024-03, 2024-T1, 2024-S1, o un primer y un último día',
    'import.period_unreadable': '2024, 2024-03, 2024-T1, 2024-S1, o días como AAAA-MM-DD',
    'import.period_reversed': 'un último día que no sea anterior al primero',
    'import.state_unknown': 'reported, below_threshold, missing o not_applicable',
    'import.mark_unknown': 'una marca conocida: sí o no, o un multiplicador como Units o Thousands',
    'import.number_ambiguous':
      'un número que se lea de una sola manera: indique si el signo decimal es el punto o la coma',
    'import.personal_data': 'ningún dato personal; la fila se rechaza y su texto no se repite aquí',
    'import.row_longer': 'ninguna celda después de la última columna del encabezado',
    'import.repeated':
      'una fila por indicador, fuente, periodo y desglose; otra fila del archivo dice lo mismo',
    'import.revision_unreasoned':
      'un motivo, porque hay otra cifra registrada: una columna "motivo", o un motivo para todo el archivo',
    'import.part_above_whole':
      'una parte que no sea mayor que su total; si es correcta, exceptúe la regla con un motivo',
    'import.several_indicators': 'filas de un solo indicador; indique cuáles son',
    'import.filter_unknown':
      'un cuadro que esta línea no restrinja. Expórtelo sin ese filtro, o asigne la línea a «ignore» si todo el dinero está en él.',
    'import.purpose_unknown':
      'el código o el nombre de una finalidad del gasto, o un indicador con una sola línea presupuestal',
    'import.level_unknown': 'nacional, regional o local',
    'import.phase_unknown': 'aprobado (PIA), modificado (PIM) o ejecutado (devengado)',
    'import.currency_unknown': 'tres letras de ISO 4217; si la línea consta ya, su propia moneda',
    'import.month_unreadable': 'un mes: del 1 al 12, o su nombre',
    'import.month_missing':
      'todos los meses desde enero, porque los montos de cada mes se suman; el mes nombrado no está ni en el archivo ni en el registro',
    'import.share_unreadable': 'una parte mayor que 0 y no mayor que 1, o un porcentaje',
    'import.share_differs': 'la parte de la línea tal como consta',
    'import.index_unreadable': 'un índice de precios: un número mayor que 0',
    'import.offence_unknown': 'el código o el nombre de un delito',
    'import.cohort_rule_missing': 'la regla por la que se cuenta el año',
    'import.cohort_rule_unknown': 'year_of_event, year_of_complaint o year_of_decision',
    'import.stage_unknown': 'el código o el nombre de una etapa del caso',
    'import.region_unknown': 'el código o el nombre de un departamento, o una celda vacía para todo el país',
    'import.facet_unknown': 'main, official, legal_person o extraterritorial',
    'import.since_not_earlier': 'una etapa del caso anterior a la de la columna "stage"',
    'import.days_expected':
      'un número entero de días, porque la fila nombra una etapa desde la que se cuentan',
    'import.regions_above_country':
      'regiones que no sumen más que todo el país; si están bien, indique --override "motivo"',
    'import.stage_above_earlier':
      'un número que no sea mayor que el de una etapa anterior de la misma cohorte; si es correcto, exceptúe la regla con un motivo',
    'import.executed_above_budget':
      'un monto ejecutado que no sea mayor que el modificado; si es correcto, exceptúe la regla con un motivo',
    'figure.value_missing': 'un valor, o el estado missing o not_applicable',
    'figure.value_unwanted': 'una celda vacía, porque el estado dice que no hay valor',
    'figure.not_a_number': 'un número',
    'figure.not_a_count': 'un número entero',
    'figure.negative': 'un número que no sea negativo',
    'figure.too_large': 'un número menor',
    'figure.not_yes_or_no': 'sí o no',
    'figure.not_a_day': 'un día como AAAA-MM-DD',
    'figure.not_a_stage': 'none, bill, committee, passed o in_force',
    'figure.bound_unwanted': 'ningún límite como "<5": este indicador no es un número',
    'figure.ratio_half': 'tanto el numerador como el denominador',
    'figure.ratio_zero': 'un denominador que no sea cero',
    'figure.ratio_disagrees': 'la proporción que dan el numerador y el denominador',
  },
};
