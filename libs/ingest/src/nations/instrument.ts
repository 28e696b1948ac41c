/** Treaties by their full names, as the text cites articles of them. Longer names come before those they contain. */
export const NAMED_INSTRUMENTS: readonly { readonly instrument: string; readonly name: RegExp }[] = [
  {
    instrument: 'CRC',
    name: /^(?:Convention on the Rights of the Child|Convención sobre los Derechos del Niño|Convention relative aux droits de l.enfant)/i,
  },
  {
    instrument: 'CEDAW',
    name: /^(?:Convention on the Elimination of All Forms of Discrimination against Women|Convención sobre la Eliminación de Todas las Formas de Discriminación contra la Mujer|Convention sur l.élimination de toutes les formes de discrimination à l.égard des femmes)/i,
  },
  {
    instrument: 'CAT',
    name: /^(?:Convention against Torture|Convención contra la Tortura|Convention contre la torture)/i,
  },
  {
    instrument: 'CERD',
    name: /^(?:International )?(?:Convention on the Elimination of All Forms of Racial Discrimination|Convención Internacional sobre la Eliminación de Todas las Formas de Discriminación Racial|Convention internationale sur l.élimination de toutes les formes de discrimination raciale)/i,
  },
  {
    instrument: 'CRPD',
    name: /^(?:Convention on the Rights of Persons with Disabilities|Convención sobre los Derechos de las Personas con Discapacidad|Convention relative aux droits des personnes handicapées)/i,
  },
  {
    instrument: 'CCPR',
    name: /^(?:International Covenant on Civil and Political Rights|Pacto Internacional de Derechos Civiles y Políticos|Pacte international relatif aux droits civils et politiques)/i,
  },
  {
    instrument: 'CESCR',
    name: /^(?:International Covenant on Economic, Social and Cultural Rights|Pacto Internacional de Derechos Económicos, Sociales y Culturales|Pacte international relatif aux droits économiques, sociaux et culturels)/i,
  },
  {
    instrument: 'CMW',
    name: /^(?:International Convention on the Protection of the Rights of All Migrant Workers|Convención Internacional sobre la protección de los derechos de todos los trabajadores migratorios|Convention internationale sur la protection des droits de tous les travailleurs migrants)/i,
  },
  {
    instrument: 'CED',
    name: /^(?:International Convention for the Protection of All Persons from Enforced Disappearance|Convención Internacional para la Protección de Todas las Personas contra las Desapariciones Forzadas|Convention internationale pour la protection de toutes les personnes contre les disparitions forcées)/i,
  },
];
