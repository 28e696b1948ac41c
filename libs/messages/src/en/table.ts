interface Facts {
  readonly row?: number;
  readonly name?: string;
}

/** What the reader of tables says when a file is none that it can read. */
export const tableEn = {
  refusals: {
    empty: (_: Facts) =>
      'The file is empty. A table with a head of columns and a row for each figure is expected.',
    binary: (_: Facts) =>
      'The file holds bytes that no text has. A CSV file or an Excel workbook (.xlsx) is expected: save it again as one of them.',
    encoding: (_: Facts) =>
      'The file begins as UTF-8 text and then holds bytes that are none. Save it again as CSV with the encoding UTF-8.',
    no_columns: (_: Facts) =>
      'The file has no columns: no comma, semicolon or tab cuts its rows into cells. Save it again as CSV.',
    quote_open: ({ row }: Facts) =>
      `A quotation mark that is opened in row ${row} is never closed. Close it, or save the file again as CSV.`,
    row_too_long: ({ row }: Facts) =>
      `Row ${row} has more than 1,000,000 characters. A row for each figure is expected: look for a missing line end or a quotation mark that is not closed.`,
    too_many_columns: ({ row }: Facts) =>
      `Row ${row} has more than 2,000 columns. A table with a column for each dimension is expected.`,
    workbook_too_big: (_: Facts) =>
      'The workbook is too big to be held in memory. Save the sheet as CSV (UTF-8): a CSV file of any size is read.',
    workbook_damaged: (_: Facts) =>
      'The workbook is damaged, or not a whole .xlsx file. Save it again as .xlsx, or as CSV (UTF-8).',
    workbook_locked: (_: Facts) =>
      'This is an Excel file of before 2007, or one under a password. Save it again as .xlsx without a password, or as CSV (UTF-8).',
    no_sheet: ({ name }: Facts) =>
      `There is no sheet "${name}" in this file. Give the name of one of its sheets.`,
  },
};
