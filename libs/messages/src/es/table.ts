import type { tableEn } from '../en/table.js';
import type { Translation } from '../language.js';

/** Lo que dice el lector de tablas cuando un archivo no es una que pueda leer. */
export const tableEs: Translation<typeof tableEn> = {
  refusals: {
    empty: () =>
      'El archivo está vacío. Se espera una tabla con un encabezado de columnas y una fila por cifra.',
    binary: () =>
      'El archivo contiene bytes que ningún texto tiene. Se espera un archivo CSV o un libro de Excel (.xlsx): guárdelo de nuevo así.',
    encoding: () =>
      'El archivo empieza como texto UTF-8 y luego contiene bytes que no lo son. Guárdelo de nuevo como CSV con codificación UTF-8.',
    no_columns: () =>
      'El archivo no tiene columnas: ni coma, ni punto y coma, ni tabulador divide sus filas en celdas. Guárdelo de nuevo como CSV.',
    quote_open: ({ row }) =>
      `Las comillas que se abren en la fila ${row} nunca se cierran. Ciérrelas, o guarde el archivo de nuevo como CSV.`,
    row_too_long: ({ row }) =>
      `La fila ${row} tiene más de 1 000 000 de caracteres. Se espera una fila por cifra: busque un fin de línea que falte o comillas sin cerrar.`,
    too_many_columns: ({ row }) =>
      `La fila ${row} tiene más de 2000 columnas. Se espera una tabla con una columna por dimensión.`,
    workbook_too_big: () =>
      'El libro es demasiado grande para la memoria. Guarde la hoja como CSV (UTF-8): un CSV se lee sea cual sea su tamaño.',
    workbook_damaged: () =>
      'El libro está dañado, o no es un archivo .xlsx completo. Guárdelo de nuevo como .xlsx, o como CSV (UTF-8).',
    workbook_locked: () =>
      'Este es un archivo de Excel anterior a 2007, o con contraseña. Guárdelo de nuevo como .xlsx sin contraseña, o como CSV (UTF-8).',
    no_sheet: ({ name }) =>
      `No hay una hoja "${name}" en este archivo. Indique el nombre de una de sus hojas.`,
  },
};
