import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { deskEn } from '../../en/screens/desk.js';

const feminine = (value: number): string => (value === 1 ? 'una' : numberInWords('es', value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** La mesa de quien responde por una institución. */
export const deskEs: Translation<typeof deskEn> = {
  documentTitle: 'Mi mesa',
  title: (owed, late, more) => {
    if (owed === 0) return 'Usted no debe nada por ahora.';
    const first = `Usted debe ${more ? 'más de ' : ''}${feminine(owed)}.`;
    if (late === 0) return `${first} ${owed === 1 ? 'No está vencida.' : 'Ninguna está vencida.'}`;
    return owed === 1
      ? `${first} Está vencida.`
      : `${first} ${capital(feminine(late))} ${late === 1 ? 'está vencida' : 'están vencidas'}.`;
  },
  late: 'Vencidas',
  returned: 'Devueltas a usted',
  ahead: 'Por vencer',
  undated: 'Sin fecha fijada',
  waiting: 'En espera de revisión',
  daysLate: (days) => (days === 1 ? '1 día de retraso' : `${days} días de retraso`),
  inDays: (days) => (days === 0 ? 'hoy' : days === 1 ? 'mañana' : `en ${days} días`),
  due: (date) => `vence el ${date}`,
  waitingFor: (days) =>
    days === 0 ? 'enviada hoy' : days === 1 ? 'enviada ayer' : `enviada hace ${days} días`,
  draft: 'borrador comenzado',
  because: (reason) => `«${reason}»`,
  noReason: 'no se escribió un motivo',
  answer: 'Responder',
  goOn: 'Continuar',
  mend: 'Corregir',
  see: 'Ver',
  about: (button, title) => `${button}: ${title}`,
  empty:
    'No debe nada y nada está en espera. Cuando se acerque una fecha aparecerá aquí, y le llegará un recordatorio por correo.',
  reminders: 'Recordatorios por responder',
  noReminders: 'Ningún recordatorio espera respuesta.',
  acknowledge: 'Acusar recibo',
  otherAnswers: 'Posponer, o no nos corresponde',
  moreReminders: (count) => `${count} más`,
  allReminders: 'Todos los recordatorios',
  more: 'Además',
  submissions: 'Todo lo que usted envió',
  handOver: 'Pasar el relevo a un colega',
  importFigures: 'Incorporar un archivo de cifras',
  rhythm: 'Cada cuánto llega el correo',
  calendar: 'Las fechas en su calendario',
  actions: 'Medidas y evidencias',
  docket: 'Lo vencido, por antigüedad',
};
