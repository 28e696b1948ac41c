import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { indicatorEn } from '../../en/screens/indicator.js';

const words = (value: number): string => (value === 1 ? 'uno' : numberInWords('es', value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** La lista de indicadores, y el explorador de uno. */
export const indicatorEs: Translation<typeof indicatorEn> = {
  documentTitle: 'Indicadores',
  listTitle: (total, never) =>
    total === 0
      ? 'Aún no se ha fijado ningún indicador'
      : never === 0
        ? `${capital(words(total))} indicadores, y cada uno tiene una cifra`
        : `${capital(words(total))} indicadores; de ${words(never)} nunca se informó`,
  name: 'Indicador',
  class: 'Clase',
  newest: 'Cifra más nueva',
  responsible: 'Quién informa',
  target: 'Meta',
  classes: { structural: 'Estructural', process: 'De proceso', outcome: 'De resultado' },
  tracks: { data: 'Datos desglosados', budget: 'Líneas de presupuesto', prosecutions: 'Casos penales' },
  targetBy: (value, date) => `${value} al ${date}`,
  noTarget: 'sin fijar',
  never: 'nunca se informó',
  byPhase: 'por fase',
  byStage: 'por etapa',
  nobody: 'nadie',
  compareBy: 'Comparar por',
  nothing: 'Nada',
  noDataFor: 'sin datos',
  leftOut: 'No se tiene en cuenta en lo que sigue.',
  blank: (percent) => `${percent} en blanco`,
  groups: 'En un solo gráfico',
  groupsHint: 'De dos a cuatro grupos; sin marcar ninguno: todos.',
  oneGroup: 'Un solo grupo no se compara con nada. Marque otro.',
  tooManyGroups: 'Más de cuatro líneas no se distinguen. Se muestran las cuatro primeras.',
  andBy: 'Y además por',
  drawnAs: 'Dibujado como',
  asUsual: 'Líneas o barras',
  asSmall: 'Un gráfico pequeño por grupo',
  asStacked: 'Partes del total',
  asMatrix: 'Una tabla de recuadros',
  show: 'Mostrar',
  total: 'Total',
  period: 'Periodo',
  answersTo: 'A qué responde',
  about: 'Sobre este indicador',
  unit: 'Unidad',
  population: 'A quién se cuenta',
  kind: 'Tipo de cifra',
  kinds: {
    person_count: 'Recuento de personas, protegido antes de publicarse',
    derived_rate: 'Tasa de dos cifras publicadas',
    plain: 'Tal como se aceptó: no cuenta personas',
    citation: 'Cita: tal como la publicó su fuente',
  },
  protection: 'Cómo protegen estas cifras a niñas, niños y adolescentes',
  standIn:
    'Antes de publicar, el registro se sustituye por uno equivalente formado por grupos de cinco niñas, niños o adolescentes, construido para que cada total quede lo más cerca posible del real; todos los gráficos, tablas, archivos y mensajes se suman a partir de él, de modo que siempre coinciden, cada cifra es múltiplo de cinco y difiere de la verdadera en 4 como máximo (ninguna o una característica) o en 9 (dos características). Toda cifra menor de diez, incluido el cero, se imprime «<10».',
  revised:
    'Un período publicado se revisa a lo sumo una vez al año, con diez registros modificados o más; desde entonces, una cifra por una característica puede diferir hasta en 7.',
  required: 'Desgloses pedidos',
  progress: 'Avance',
  progressClasses: {
    target_achieved: 'Meta alcanzada',
    on_track: 'En curso',
    moderate: 'Moderado',
    limited: 'Limitado',
    deteriorating: 'En retroceso',
    no_data: 'Sin datos',
  },
  progressGone: (percent) => `${percent} del camino previsto`,
  progressMethod: (expected) =>
    `En línea recta desde la línea de base hasta la meta, la cifra más reciente estaría en ${expected}. En curso: al menos tres cuartas partes de ese camino; moderado: al menos la mitad; limitado: menos; en retroceso: se aleja de la meta.`,
  baseline: 'Línea de base',
  valueOn: (value, date) => `${value} al ${date}`,
  asTable: 'Las mismas cifras en una tabla',
  licence: 'Datos abiertos, CC BY 4.0',
  json: 'JSON',
  jsonStat: 'JSON-stat',
  sdmxCsv: 'SDMX-CSV',
  metadata: 'Metadatos',
  notPublished: 'Este indicador no tiene declarada su clase de cifra, así que nada de él se publica.',
  neverReported: 'Nunca se ha publicado una cifra de este indicador.',
  owedBy: (institution) => `Informa: ${institution}.`,
  yes: 'sí',
  no: 'no',
};
