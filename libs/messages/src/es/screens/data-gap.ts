import type { dataGapEn } from '../../en/screens/data-gap.js';

/** Desgloses que se pidieron, y cuáles llegaron. */
export const dataGapEs: typeof dataGapEn = {
  documentTitle: 'Datos que faltan',
  title: (asked, missing, year) =>
    missing === 0
      ? `Los ${asked} desgloses que se piden llegaron para ${year}.`
      : `Se piden ${asked} desgloses. Para ${year} ${missing === 1 ? 'falta uno' : `faltan ${missing}`}.`,
  titleWithout: (asked) => `Se piden ${asked} desgloses. Nunca llegó ninguno.`,
  titleNothing: 'No se pide ningún desglose',
  nothing: 'Ningún indicador de este Estado tiene desgloses que se hayan pedido.',
  lede: (indicators) =>
    `Lo que el Comité pidió ver desglosado, por ${indicators === 1 ? 'un indicador' : `${indicators} indicadores`} y por dimensión, junto a lo que llegó.`,
  year: 'Año',
  paragraph: 'Párr.',
  indicator: 'Indicador',
  others: 'Otras',
  received: 'Recibidos',
  receivedOf: (received, asked) => `${received} de ${asked}`,
  all: 'Recibidos, todos los indicadores',
  byInstitution: 'Recibidos, según quién informa',
  nobodyReports: 'Nadie informa',
  caption: (year) => `Desgloses recibidos para ${year}, por indicador`,
  note: 'Lo que llegó, según las cifras aceptadas; aquí no consta ningún número. Un desglose cuyas celdas no se muestran, porque dirían demasiado de pocas niñas y niños, ha llegado y cuenta como recibido; el que no procede no se pide.',
  series: 'Recibidos a lo largo de los años',
  seriesNote:
    'El año en que un indicador no tiene ninguna cifra cuenta como aquel en que faltan todos sus desgloses. La comprobación de desgloses lee la misma cifra para el periodo más reciente.',
  seriesCaption: 'Desgloses recibidos, de los que se piden, por año',
  percent: 'Proporción',
  seriesCsv: 'Por indicador y año (CSV)',
  seriesJson: 'Por indicador y año (JSON)',
  states: {
    received: 'Informado',
    zero: 'Cero, informado',
    hidden: 'Informado, no se muestra',
    missing: 'Falta',
    not_applicable: 'No procede',
  },
  marks: { received: '✓', zero: '0', not_applicable: 'n. p.' },
  key: 'Qué dicen las celdas',
  never: (dimension) => `Nadie informa de: ${dimension.toLowerCase()}`,
  neverWhy: (asked) =>
    asked === 1
      ? 'Se pide para un indicador, y no lo tiene.'
      : `Se pide para ${asked} indicadores, y ninguno lo tiene.`,
};
