import type { deadlinesEn } from '../../en/screens/deadlines.js';
import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const some = (count: number): string => capital(count === 1 ? 'un' : numberInWords('es', count));

/** Todo lo que vence, por fecha. */
export const deadlinesEs: Translation<typeof deadlinesEn> = {
  documentTitle: 'Plazos',
  link: 'Todos los plazos',
  title: (overdue, next) =>
    `${overdue === 0 ? 'No hay nada vencido' : `${some(overdue)} ${overdue === 1 ? 'plazo está vencido' : 'plazos están vencidos'}`}. ${next === null ? 'No queda ninguna fecha confirmada.' : `El próximo es el ${next}.`}`,
  titleNothing: 'No vence nada',
  nothing:
    'Aún no consta ninguna fecha de este Estado. Las fechas de un documento aparecen aquí cuando se incorpora, y lo que deben las instituciones cuando la secretaría lo pide.',
  lede: 'Qué vence, quién lo debe y cuán segura es la fecha. Solo una fecha confirmada se cuenta por días o puede vencer; una estimación es un año; algunas fechas solo las puede fijar el Comité.',
  when: 'Cuáles',
  coming: (count) => `Por venir (${count})`,
  overdue: (count) => `Vencidos (${count})`,
  past: (count) => `Pasados (${count})`,
  all: 'Todos',
  kind: 'Clase',
  kinds: {
    data_submission: 'Cifras',
    report: 'Informe de una institución',
    follow_up: 'Seguimiento al Comité',
    next_report: 'Informe al Comité',
  },
  institution: 'Quién lo debe',
  any: 'Todos',
  clear: 'Mostrar todo',
  estimatedYear: (year) => `Hacia ${year}, estimación`,
  notSet: 'Fecha que ha de fijar el Comité',
  what: 'Qué',
  who: 'Quién lo debe',
  due: 'Vence',
  outcome: 'Qué llegó',
  state: 'El Estado',
  nobody: 'Nadie todavía',
  item: (code) => `Recomendación ${code}`,
  period: (from, to) => `por ${from} – ${to}`,
  optional: 'no obligatorio',
  outcomes: {
    open: 'aún no vence',
    undated: 'sin fecha que pueda vencer',
    overdue: 'no llegó nada',
    not_sent: 'no llegó nada; no era obligatorio',
    not_recorded: 'no consta aquí',
    on_time: 'a tiempo',
    late: 'con retraso',
    sent: 'llegó',
  },
  cameOn: (day) => `llegó el ${day}`,
  daysAfter: (days) => (days === 1 ? '1 día de retraso' : `${days} días de retraso`),
  empty: {
    coming: 'No queda nada por venir que responda a esta elección.',
    overdue: 'No hay nada vencido que responda a esta elección.',
    past: 'No hay nada pasado que responda a esta elección.',
    all: 'Ninguna fecha responde a esta elección.',
  },
  timeliness: {
    title: 'A tiempo, con retraso, pendiente',
    method:
      'Lo que se le exigía en una fecha confirmada, por el año de esa fecha. Cuenta el día en que se entregó lo que está en pie; lo que se devolvió y no se volvió a enviar cuenta como pendiente. Las fechas estimadas no hacen vencer nada y no se cuentan.',
    none: 'Aún no se le ha exigido nada en una fecha confirmada.',
    year: 'Vencía en',
    onTime: 'A tiempo',
    late: 'Con retraso',
    outstanding: 'Pendiente',
    open: 'Aún no vence',
    csv: 'Descargar CSV',
    caption: 'Lo que llegó a tiempo, con retraso o no llegó, por año',
  },
  next: 'Más fechas',
  notRecorded:
    'Aquí no consta si un seguimiento llegó al Comité; véanse el documento y las páginas del propio Comité.',
};
