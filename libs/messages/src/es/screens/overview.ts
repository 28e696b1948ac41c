import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { overviewEn } from '../../en/screens/overview.js';

/** «Recomendación» es femenino: una, no uno. */
const feminine = (value: number): string => (value === 1 ? 'una' : numberInWords('es', value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** El panorama público de un Estado. */
export const overviewEs: Translation<typeof overviewEn> = {
  title: (years, total, implemented, overdue, noData) => {
    const since =
      years < 1
        ? ''
        : years === 1
          ? 'Un año después, '
          : `${capital(numberInWords('es', years))} años después, `;
    const done =
      total > 0 && implemented === total
        ? `las ${feminine(total)} recomendaciones están implementadas.`
        : implemented === 0
          ? `ninguna de ${feminine(total)} recomendaciones está implementada.`
          : `${feminine(implemented)} de ${feminine(total)} recomendaciones ${implemented === 1 ? 'está implementada' : 'están implementadas'}.`;
    const late =
      overdue === 0
        ? 'Ninguna está vencida'
        : `${capital(feminine(overdue))} ${overdue === 1 ? 'está vencida' : 'están vencidas'}`;
    const unknown =
      noData === 0
        ? overdue === 0
          ? ', y de todas hay datos.'
          : '.'
        : `${overdue === 0 ? ', pero' : ' y'} de ${feminine(noData)} no hay ningún dato.`;
    return `${capital(since + done)} ${late}${unknown}`;
  },
  lede: (adopted, committee, state) =>
    `El ${adopted}, el ${committee} dijo a ${state} qué hacer contra la venta y la explotación sexual de niñas, niños y adolescentes. Esta página muestra lo que el Estado ha mostrado desde entonces.`,
  ledeWithoutDate: (committee, state) =>
    `El ${committee} dijo a ${state} qué hacer. Esta página muestra lo que el Estado ha mostrado desde entonces.`,
  allRecommendations: (total) => `Las ${total} recomendaciones`,
  nextReport: 'Próximo informe al Comité',
  nextRound: 'Próxima fecha confirmada',
  noRound: 'Por ahora no hay ninguna fecha confirmada.',
  soundingTitle: (total) => `Las ${total} recomendaciones`,
  soundingHow:
    'Cada línea es una recomendación, colgada en su estado. Más hondo es más lejos de cumplirse; rayado, que nadie puede saberlo.',
  soundingHowTurned:
    'Cada línea es una recomendación. Más larga es más lejos de cumplirse; rayado, que nadie puede saberlo. Toque una línea para ver su página.',
  overdueBy: (days) => (days === 1 ? 'vencida hace 1 día' : `vencida hace ${days} días`),
  groups: {
    caption: (total) =>
      `${total} recomendaciones son demasiadas para dibujarlas una a una. Así se reparten los estados en cada grupo.`,
    group: 'Grupo',
    all: 'Todas',
  },
  clusters: {
    data: 'Datos',
    general_measures: 'Medidas generales',
    prevention: 'Prevención',
    prohibition: 'Prohibición y justicia',
    child_victims: 'Víctimas',
    follow_up: 'Seguimiento',
  },
  overdue: {
    title: 'Lo que está vencido',
    paragraph: 'Párr.',
    what: 'Qué, y quién lo debe',
    due: 'Vencía',
    daysLate: 'Días',
    more: (total) => `Las ${total} que están vencidas`,
    none: 'Nada está vencido. Ninguna fecha confirmada ha pasado sin respuesta.',
    nobody: 'Nadie responde por ello',
  },
  noData: {
    title: 'Lo que nadie le puede decir',
    paragraph: 'Párr.',
    what: 'Lo que pidió el Comité',
    who: 'Quién debe informar',
    more: (total) => `Las ${total} sin datos`,
    none: 'De cada recomendación hay al menos una cifra que sirve.',
    nobody: 'Nadie responde por ello',
  },
  meaning:
    'Vencida quiere decir que pasó una fecha confirmada y no se envió nada. Sin datos quiere decir que no hay ninguna cifra que sirva; no quiere decir que las cosas estén mal, ni bien.',
  figures: 'Lo que muestran las cifras',
  allIndicators: 'Todos los indicadores',
  timeline: {
    title: 'De las recomendaciones al próximo informe',
    milestones: {
      report_received: 'Llegó su informe',
      cycle_closed: 'Llegó el siguiente informe',
      next_review: 'Nuevo examen',
    },
    recommendations: 'Recomendaciones',
    today: 'Hoy',
    nextDate: 'Próxima fecha confirmada',
    nextReport: 'Próximo informe',
  },
  states: {
    documentTitle: 'Estados',
    title: (count) =>
      count === 0
        ? 'Aquí aún no se vigila ningún Estado'
        : count === 1
          ? 'Aquí se vigila un Estado'
          : `Aquí se vigilan ${numberInWords('es', count)} Estados`,
    empty:
      'Tres órdenes inician la vigilancia: la primera agrega un Estado, la segunda carga sus observaciones finales, la tercera invita a la primera persona e imprime el enlace para entrar.',
    commands: [
      'vigia state add --iso PER --name-en Peru --name-es Perú --time-zone America/Lima',
      'vigia ingest ARCHIVO --state PER',
      'vigia invite CORREO --name NOMBRE --state PER --role operator --language es',
    ],
    inContainers:
      'En los contenedores, «docker compose exec api node apps/cli/bin/vigia.js» va en lugar de «vigia».',
    emptyDemonstration: 'Para mirar primero, empiece con VIGIA_DEMO=1.',
  },
};
