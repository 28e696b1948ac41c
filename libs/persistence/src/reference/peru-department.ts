import type { Category } from './named.js';

/** Code of ISO 3166-2, name, ubigeo of INEI (the code of the category) and ubigeo of RENIEC: the two number the departments differently. */
const DEPARTMENTS: readonly (readonly [string, string, string, string])[] = [
  ['PE-AMA', 'Amazonas', '010000', '010000'],
  ['PE-ANC', 'Áncash', '020000', '020000'],
  ['PE-APU', 'Apurímac', '030000', '030000'],
  ['PE-ARE', 'Arequipa', '040000', '040000'],
  ['PE-AYA', 'Ayacucho', '050000', '050000'],
  ['PE-CAJ', 'Cajamarca', '060000', '060000'],
  ['PE-CAL', 'Callao', '070000', '240000'],
  ['PE-CUS', 'Cusco', '080000', '070000'],
  ['PE-HUV', 'Huancavelica', '090000', '080000'],
  ['PE-HUC', 'Huánuco', '100000', '090000'],
  ['PE-ICA', 'Ica', '110000', '100000'],
  ['PE-JUN', 'Junín', '120000', '110000'],
  ['PE-LAL', 'La Libertad', '130000', '120000'],
  ['PE-LAM', 'Lambayeque', '140000', '130000'],
  ['PE-LIM', 'Lima', '150000', '140000'],
  ['PE-LOR', 'Loreto', '160000', '150000'],
  ['PE-MDD', 'Madre de Dios', '170000', '160000'],
  ['PE-MOQ', 'Moquegua', '180000', '170000'],
  ['PE-PAS', 'Pasco', '190000', '180000'],
  ['PE-PIU', 'Piura', '200000', '190000'],
  ['PE-PUN', 'Puno', '210000', '200000'],
  ['PE-SAM', 'San Martín', '220000', '210000'],
  ['PE-TAC', 'Tacna', '230000', '220000'],
  ['PE-TUM', 'Tumbes', '240000', '230000'],
  ['PE-UCA', 'Ucayali', '250000', '250000'],
];

/** The 24 departments of Peru and the Constitutional Province of Callao. */
export const PERU_DEPARTMENTS: readonly Category[] = DEPARTMENTS.map(([iso, name, inei, reniec]) => ({
  code: inei,
  name: { en: name, es: name },
  codes: { inei, reniec, iso },
}));
