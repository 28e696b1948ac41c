import type { comparisonEn } from '../../en/screens/comparison.js';
import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';

const words = (value: number): string => numberInWords('es', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** «Una entrega», «veintiuna»: las entregas son femeninas. */
const she = (value: number): string => (value === 1 ? 'una' : words(value));

/** La sala de quienes supervisan: instituciones, causas y ciclos de informes, lado a lado. */
export const comparisonEs: Translation<typeof comparisonEn> = {
  link: 'Supervisión',
  documentTitle: 'Supervisión',
  title: (due: number, missing: number, oldest: number | null) =>
    due === 0
      ? 'Todavía no ha vencido nada con fecha confirmada.'
      : missing === 0
        ? `Todo lo que vencía ha llegado: ${she(due)} de ${she(due)}.`
        : `${missing === 1 ? 'Falta' : 'Faltan'} ${she(missing)} de ${she(due)} entregas que vencían.${oldest === null ? '' : ` La más antigua lleva ${oldest} días de retraso.`}`,
  titleOfYear: (due: number, missing: number, year: number) =>
    due === 0
      ? `En ${year} no vencía nada con fecha confirmada.`
      : missing === 0
        ? `Todo lo que vencía en ${year} ha llegado: ${she(due)} de ${she(due)}.`
        : `De ${she(due)} entregas que vencían en ${year}, ${missing === 1 ? 'falta' : 'faltan'} ${she(missing)}.`,
  most: (names: string) => `Donde más falta: ${names}.`,
  lede: 'Qué dirigen las instituciones, qué llegó en su día, qué sigue abierto y por qué, y qué fue de las recomendaciones anteriores. Cada número lleva a la lista que hay detrás.',
  glance: 'De un vistazo',
  facts: {
    onTime: 'llegó a tiempo',
    missing: 'faltan',
    alerts: 'recordatorios sin resolver',
    implemented: 'de todas las recomendaciones está implementado',
    breakdowns: (year: number) => `de los desgloses pedidos llegó para ${year}`,
  },
  year: 'Vencía en',
  allYears: 'todos los años',
  institutions: {
    title: 'Las instituciones, lado a lado',
    caption:
      'Por institución: recomendaciones que dirige, lo que vencía y qué fue de ello, desgloses, recordatorios',
    institution: 'Institución',
    nobody: 'Nadie es responsable',
    all: 'Todas juntas',
    led: 'Dirige, por estado',
    due: 'Vencía',
    on_time: 'A tiempo',
    late: 'Tarde',
    missing: 'Falta',
    oldest: 'Más antigua, días de retraso',
    breakdowns: 'Desgloses recibidos',
    alerts: 'Recordatorios abiertos',
    of: (received: number, asked: number) => `${received} de ${asked}`,
    nothing: '–',
    sortBy: (column: string, falling: boolean) =>
      `${column}: ordenar, ${falling ? 'de mayor a menor' : 'de menor a mayor'}`,
    sortByName: (falling: boolean) => `Institución: ordenar de la ${falling ? 'Z a la A' : 'A a la Z'}`,
    howCounted:
      'Vencía: un día confirmado que ya pasó, de cifras e informes. A tiempo: enviado hasta ese día y no devuelto. Falta: nunca enviado, retirado o devuelto. Los desgloses son los de la página de vacíos de datos. Una recomendación que dirigen dos instituciones cuenta en cada una.',
    csv: 'Descargar esta tabla (CSV)',
    json: 'En JSON',
    empty: 'Ninguna institución dirige ni debe nada todavía. La secretaría anota quién es responsable.',
    counted: (count: number, column: string, who: string) => `${who}, ${column}: ${count}`,
  },
  chart: {
    title: (share: string, late: number) =>
      late === 0
        ? `El ${share} de lo que vencía llegó a tiempo`
        : `El ${share} de lo que vencía llegó a tiempo; ${she(late)} ${late === 1 ? 'llegó' : 'llegaron'} tarde`,
    unit: 'Entregas con día confirmado que ya pasó',
    onTime: 'a tiempo',
    late: 'tarde',
    missing: 'falta',
    source: 'Fuente: obligaciones y entregas registradas aquí.',
    only: (count: number) => `Las ${count} instituciones a las que más les vencía.`,
  },
  causes: {
    title: 'Recordatorios por causa',
    finding: (total: number, cause: string, count: number) =>
      `${total} sin resolver. Lo más frecuente: ${cause} (${count}).`,
    caption:
      'Recordatorios sin resolver, por la comprobación que los encontró, su gravedad y el tiempo que llevan abiertos',
    cause: 'Qué se encontró',
    total: 'Todos',
    severities: { critical: 'Crítico', warning: 'Advertencia', notice: 'Nota' },
    ages: {
      month: 'hasta 30 días',
      quarter: '31 a 90',
      half_year: '91 a 180',
      year: '181 a 365',
      older: 'más de un año',
    },
    oldest: 'El más antiguo',
    empty:
      'No hay recordatorios abiertos: todas las comprobaciones están conformes, o la vigilancia aún no ha mirado.',
    all: 'Todos los recordatorios',
    trend: (opened: number, resolved: number) =>
      `En los últimos doce meses ${opened === 1 ? 'empezó' : 'empezaron'} ${opened} y se ${resolved === 1 ? 'resolvió' : 'resolvieron'} ${resolved}`,
    trendUnit: 'Recordatorios por mes',
    opened: 'empezaron',
    resolved: 'resueltos',
    month: 'Mes',
    unwatched: 'aún sin vigilancia',
    since: (day: string) => `La vigilancia mira desde el ${day}; antes nadie contaba.`,
    never: 'La vigilancia aún no ha mirado.',
    source: 'Fuente: historia de los recordatorios que se guarda aquí.',
  },
  cycles: {
    title: 'Los ciclos de informes, lado a lado',
    caption:
      'Por documento: recomendaciones por estado, parte implementada y qué fue de ellas en el ciclo siguiente',
    document: 'Documento',
    items: 'Recomendaciones',
    statuses: 'Por estado hoy',
    implemented: 'Implementadas',
    became: 'Qué fue de ellas después',
    kinds: {
      repeated: 'repetida',
      narrowed: 'acotada',
      absorbed: 'absorbida',
      dropped: 'no retomada',
      implemented: 'implementada',
      undecided: 'nadie lo ha dicho aún',
    },
    open: 'El ciclo está abierto: no hay documento posterior.',
    noText: 'Texto aún no incorporado',
    empty: 'Todavía no se ha incorporado ningún documento: no hay ciclos que comparar.',
    number: (number: number) => `ciclo ${number}`,
    howCounted:
      'Los estados son los de hoy. Qué fue de cada recomendación lo dice una persona de la secretaría; las sugerencias no cuentan. La que pasó a dos cuenta en cada una.',
    list: {
      documentTitle: 'Qué fue de cada recomendación',
      title: (count: number, more: boolean) =>
        more
          ? `Más de ${count} recomendaciones`
          : `${capital(she(count))} ${count === 1 ? 'recomendación' : 'recomendaciones'}`,
      paragraph: 'Párr.',
      recommendation: 'Recomendación',
      status: 'Estado hoy',
      later: 'En ciclos posteriores',
      any: 'todos',
      document: 'Documento',
      empty: 'No hay recomendaciones de este tipo.',
      isNow: (status: string) => `ahora: ${status}`,
    },
  },
  due: {
    documentTitle: 'Lo que vencía',
    title: (count: number, more: boolean) =>
      more
        ? `Vencían más de ${count} entregas`
        : count === 1
          ? 'Vencía una entrega'
          : `Vencían ${she(count)} entregas`,
    lede: 'Lo que vencía en un día confirmado que ya pasó, y qué fue de ello.',
    only: (who: string) => `Solo: ${who}`,
    what: 'Qué se debe',
    owner: 'Responsable',
    dueOn: 'Vencía',
    sentOn: 'Enviado',
    outcome: 'Qué fue de ello',
    outcomes: { on_time: 'a tiempo', late: 'tarde', missing: 'falta' },
    any: 'todo',
    daysLate: (days: number) => `${days} ${days === 1 ? 'día' : 'días'} de retraso`,
    empty: 'No vencía nada de este tipo.',
  },
};
