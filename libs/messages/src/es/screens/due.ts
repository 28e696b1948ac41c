import type { Translation } from '../../language.js';
import type { dueEn } from '../../en/screens/due.js';

/** Fechas con su certeza. */
export const dueEs: Translation<typeof dueEn> = {
  about: (year) => `hacia ${year}`,
  notSet: 'sin fecha fijada',
  confirmed: 'Confirmada.',
  estimated: 'Estimación.',
  awaiting: 'A la espera del Comité.',
  inDays: (days) => (days === 1 ? 'Falta 1 día.' : `Faltan ${days} días.`),
  today: 'Hoy.',
  daysAgo: (days) => (days === 1 ? 'Hace 1 día.' : `Hace ${days} días.`),
  due: (date) => `Vence el ${date}`,
  daysLate: (days) => (days === 1 ? 'Vencido hace 1 día' : `Vencido hace ${days} días`),
  sent: 'Enviado',
};
