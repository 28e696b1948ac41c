/** A number like those of the Index, by which a row is found again. */
export function annotationId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A row as the spreadsheet of the Index prints it, misspellings included; the words are made up. */
export function uhriRow(
  number: number,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    Text: `Data collection ${number}.The Committee recommends that the State party collect disaggregated data of kind ${number}.`,
    'Countries Concerned': '- Peru',
    'Reccomending Body': '- CRC-OP-SC',
    'Document Symbol': 'CRC/C/OPSC/PER/CO/1',
    Themes: '- Statistics & indicators\n- Rights of the child',
    'Affected Persons': '- Children',
    Sdgs: '- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\n- 16.2 - End abuse of children',
    'Document Publication Date': 42_430,
    'UPR Reccomending States': '',
    'UPR Position': '',
    Type: '- Recommendations',
    'OHCHR Annotation Id': annotationId(number),
    'UPR Session': '',
    'Regions Concerned': '- Latin America and the Caribbean',
    'Recommending Regions': '',
    'Date of publication on UHRI': 46_125.4996282407,
    ...changes,
  };
}

/** The rows as the pieces of a file. */
export async function* exported(
  rows: readonly unknown[],
  write: (rows: readonly unknown[]) => string = (all) => JSON.stringify(all),
): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(write(rows));
  for (let at = 0; at < bytes.length; at += 65_536)
    yield await Promise.resolve(bytes.subarray(at, at + 65_536));
}
