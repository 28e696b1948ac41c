import type { Translation } from '../../language.js';
import type { layoutEn } from '../../en/screens/layout.js';

/** Lo que rodea cada página. */
export const layoutEs: Translation<typeof layoutEn> = {
  skip: 'Ir al contenido',
  demonstration: 'Demostración',
  demonstrationShort: 'Demostración: estados y cifras inventados.',
  demonstrationStart: 'Demostración. Los estados, las fechas y las cifras con la marca',
  demonstrationMark: 'demostración',
  demonstrationEnd: (state) =>
    `son inventados para mostrar el diseño. Nada dicen de ninguna institución de ${state}.`,
  mailbox: 'Abrir el buzón',
  home: 'Vigía, página de inicio',
  menu: 'Menú',
  navigation: 'Principal',
  work: 'Trabajo',
  breadcrumbs: 'Usted está aquí',
  languages: 'Idioma',
  states: 'Estados',
  overview: 'Panorama',
  recommendations: 'Recomendaciones',
  indicators: 'Indicadores',
  budget: 'Presupuesto',
  prosecutions: 'Casos penales',
  docket: 'Expediente',
  audit: 'Auditoría',
  intake: 'Incorporar',
  watch: 'Guardia',
  people: 'Personas',
  signIn: 'Entrar',
  account: 'Su cuenta',
  signOut: 'Salir',
  about:
    'Vigía sigue lo que el Estado ha mostrado. No es un documento del Comité, y las palabras de estado son suyas propias.',
  howStatusesAreSet: 'Cómo se fijan los estados',
  openData: 'Datos abiertos, CC BY 4.0',
  accessibility: 'Accesibilidad',
  stateOfData: (date) => `Datos al ${date}`,
  printedFrom: (address) => `Impreso de ${address}`,
  description: 'Si el Estado cumple lo que le pidió un órgano de tratados de las Naciones Unidas.',
};
