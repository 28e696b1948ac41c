import { named, type Named } from './named.js';

/** Committees that consider reports of States parties. */
export const MECHANISMS: readonly Named[] = [
  named('CRC', 'Committee on the Rights of the Child', 'Comité de los Derechos del Niño'),
  named(
    'CEDAW',
    'Committee on the Elimination of Discrimination against Women',
    'Comité para la Eliminación de la Discriminación contra la Mujer',
  ),
  named('CCPR', 'Human Rights Committee', 'Comité de Derechos Humanos'),
  named(
    'CESCR',
    'Committee on Economic, Social and Cultural Rights',
    'Comité de Derechos Económicos, Sociales y Culturales',
  ),
  named('CAT', 'Committee against Torture', 'Comité contra la Tortura'),
  named(
    'CERD',
    'Committee on the Elimination of Racial Discrimination',
    'Comité para la Eliminación de la Discriminación Racial',
  ),
  named(
    'CMW',
    'Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families',
    'Comité de Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares',
  ),
  named(
    'CRPD',
    'Committee on the Rights of Persons with Disabilities',
    'Comité sobre los Derechos de las Personas con Discapacidad',
  ),
  named('CED', 'Committee on Enforced Disappearances', 'Comité contra la Desaparición Forzada'),
];

export interface Instrument extends Named {
  readonly mechanismCode: string;
  /** After its first report a State reports on it within those on this treaty, and the article that says so. */
  readonly reportedWithin: { readonly code: string; readonly article: string } | null;
}

function instrument(mechanismCode: string, code: string, en: string, es: string): Instrument {
  return { mechanismCode, reportedWithin: null, ...named(code, en, es) };
}

function protocol(within: string, article: string, of: Instrument): Instrument {
  return { ...of, reportedWithin: { code: within, article } };
}

/** Treaties under which States report, with the committee that considers the reports. */
export const INSTRUMENTS: readonly Instrument[] = [
  instrument('CRC', 'CRC', 'Convention on the Rights of the Child', 'Convención sobre los Derechos del Niño'),
  protocol(
    'CRC',
    '12(2)',
    instrument(
      'CRC',
      'CRC-OP-SC',
      'Optional Protocol on the sale of children, child prostitution and child pornography',
      'Protocolo Facultativo relativo a la venta de niños, la prostitución infantil y la utilización de niños en la pornografía',
    ),
  ),
  protocol(
    'CRC',
    '8(2)',
    instrument(
      'CRC',
      'CRC-OP-AC',
      'Optional Protocol on the involvement of children in armed conflict',
      'Protocolo Facultativo relativo a la participación de niños en los conflictos armados',
    ),
  ),
  instrument(
    'CEDAW',
    'CEDAW',
    'Convention on the Elimination of All Forms of Discrimination against Women',
    'Convención sobre la Eliminación de Todas las Formas de Discriminación contra la Mujer',
  ),
  instrument(
    'CCPR',
    'CCPR',
    'International Covenant on Civil and Political Rights',
    'Pacto Internacional de Derechos Civiles y Políticos',
  ),
  instrument(
    'CESCR',
    'CESCR',
    'International Covenant on Economic, Social and Cultural Rights',
    'Pacto Internacional de Derechos Económicos, Sociales y Culturales',
  ),
  instrument(
    'CAT',
    'CAT',
    'Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment',
    'Convención contra la Tortura y Otros Tratos o Penas Crueles, Inhumanos o Degradantes',
  ),
  instrument(
    'CERD',
    'CERD',
    'International Convention on the Elimination of All Forms of Racial Discrimination',
    'Convención Internacional sobre la Eliminación de Todas las Formas de Discriminación Racial',
  ),
  instrument(
    'CMW',
    'CMW',
    'International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families',
    'Convención Internacional sobre la Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares',
  ),
  instrument(
    'CRPD',
    'CRPD',
    'Convention on the Rights of Persons with Disabilities',
    'Convención sobre los Derechos de las Personas con Discapacidad',
  ),
  instrument(
    'CED',
    'CED',
    'International Convention for the Protection of All Persons from Enforced Disappearance',
    'Convención Internacional para la Protección de Todas las Personas contra las Desapariciones Forzadas',
  ),
];
