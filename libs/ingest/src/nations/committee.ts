/** A treaty body, what it is called, and the treaty that it watches. */
export interface Committee {
  readonly mechanism: string;
  /** Beginning of its document symbols. */
  readonly symbolPrefix: string;
  /** Its name in English, Spanish (both spellings in use) and French. */
  readonly name: RegExp;
  /** What the text calls its treaty when it speaks of no other. */
  readonly treaty: 'convention' | 'covenant';
}

export const COMMITTEES: readonly Committee[] = [
  {
    mechanism: 'CRC',
    symbolPrefix: 'CRC/',
    name: /Committee on the Rights of the Child|Comité de los Derechos del Niño|Comité des droits de l.enfant/i,
    treaty: 'convention',
  },
  {
    mechanism: 'CEDAW',
    symbolPrefix: 'CEDAW/',
    name: /Committee on the Elimination of Discrimination against Women|Comité para la Eliminación de la Discriminación contra la Mujer|Comité pour l.élimination de la discrimination à l.égard des femmes/i,
    treaty: 'convention',
  },
  {
    mechanism: 'CCPR',
    symbolPrefix: 'CCPR/',
    name: /\bHuman Rights Committee|Comité de Derechos Humanos|Comité des droits de l.homme/i,
    treaty: 'covenant',
  },
  {
    mechanism: 'CESCR',
    symbolPrefix: 'E/C.12/',
    name: /Committee on Economic, Social and Cultural Rights|Comité de Derechos Económicos, Sociales y Culturales|Comité des droits économiques, sociaux et culturels/i,
    treaty: 'covenant',
  },
  {
    mechanism: 'CAT',
    symbolPrefix: 'CAT/',
    name: /Committee against Torture|Comité contra la Tortura|Comité contre la torture/i,
    treaty: 'convention',
  },
  {
    mechanism: 'CERD',
    symbolPrefix: 'CERD/',
    name: /Committee on the Elimination of Racial Discrimination|Comité para la Eliminación de la Discriminación Racial|Comité pour l.élimination de la discrimination raciale/i,
    treaty: 'convention',
  },
  {
    mechanism: 'CMW',
    symbolPrefix: 'CMW/',
    name: /Committee on the Protection of the Rights of All Migrant Workers|Comité de Protección de los Derechos de Todos los Trabajadores Migratorios|Comité pour la protection des droits de tous les travailleurs migrants/i,
    treaty: 'convention',
  },
  {
    mechanism: 'CRPD',
    symbolPrefix: 'CRPD/',
    name: /Committee on the Rights of Persons with Disabilities|Comité sobre los Derechos de las Personas con Discapacidad|Comité des droits des personnes handicapées/i,
    treaty: 'convention',
  },
  {
    mechanism: 'CED',
    symbolPrefix: 'CED/',
    name: /Committee on Enforced Disappearances|Comité contra la Desaparición Forzada|Comité des disparitions forcées/i,
    treaty: 'convention',
  },
];

/** Optional protocols with a reporting procedure of their own, by the segment of their symbols. */
export const REPORTING_PROTOCOLS: readonly {
  readonly segment: string;
  readonly instrument: string;
  readonly name: RegExp;
}[] = [
  {
    segment: '/OPSC/',
    instrument: 'CRC-OP-SC',
    name: /sale of children, child prostitution|venta de niños, la prostitución infantil|vente d.enfants, la prostitution des enfants/i,
  },
  {
    segment: '/OPAC/',
    instrument: 'CRC-OP-AC',
    name: /involvement of children in armed conflict|participación de (?:los )?niños en (?:los )?conflictos armados|implication d.enfants dans les conflits armés/i,
  },
];

export function committeeOfSymbol(symbol: string): Committee | null {
  return COMMITTEES.find((committee) => symbol.startsWith(committee.symbolPrefix)) ?? null;
}

export function committeeNamedIn(text: string): Committee | null {
  return COMMITTEES.find((committee) => committee.name.test(text)) ?? null;
}

/** The treaty, or the protocol with reports of its own, that a document is about. */
export function instrumentOf(committee: Committee, symbol: string | null, title: string): string {
  const protocol = REPORTING_PROTOCOLS.find((one) => symbol?.includes(one.segment) ?? one.name.test(title));
  return protocol?.instrument ?? committee.mechanism;
}
