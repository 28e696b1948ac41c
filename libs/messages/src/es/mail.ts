import type { mailEn } from '../en/mail.js';
import { formatDate, numberInWords } from '../format/format.js';
import type { Translation } from '../language.js';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const feminine = (count: number): string => (count === 1 ? 'una' : numberInWords('es', count));
const masculine = (count: number): string => (count === 1 ? 'un' : numberInWords('es', count));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const mailEs: Translation<typeof mailEn> = {
  digest: {
    subject: (overdue, due, conditions) =>
      [
        overdue > 0 ? `${overdue} ${plural(overdue, 'envío vencido', 'envíos vencidos')}` : '',
        due > 0 ? `${due} por vencer` : '',
        conditions > 0 ? `${conditions} por revisar` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    preheader: (oldest) => `Primero: ${oldest}`,
    title: (who, owed, overdue) =>
      owed === 0
        ? `${who}: algo que revisar`
        : `${who} debe ${masculine(owed)} ${plural(owed, 'envío', 'envíos')}. ${
            overdue === 0
              ? 'Ninguno está vencido.'
              : `${capital(overdue === 1 ? 'uno' : feminine(overdue))} ${plural(overdue, 'está vencido', 'están vencidos')}.`
          }`,
    you: 'Su institución',
    lede: (on) => `Resumen del ${formatDate('es', on)}.`,
    overdue: (count) => `Vencidos: ${count}`,
    due: (dueOn, count) => `Vencen el ${formatDate('es', dueOn)}: ${count}`,
    conditions: (count) => `Además: ${count}`,
    paragraph: (code) => `Párr. ${code}`,
    late: 'Este recordatorio llega con retraso: en su día el sistema no funcionó.',
    acknowledge: 'Acusar recibo',
    desk: 'Abrir mi lista',
    nextReport: {
      confirmed: (dueOn) => `Próximo informe al Comité: ${formatDate('es', dueOn)}.`,
      estimated: (year) =>
        `Próximo informe al Comité: hacia ${year}. Es una estimación; el Comité aún no ha fijado la fecha.`,
      awaiting: 'Próximo informe al Comité: fecha no fijada. El Comité la comunicará.',
    },
    privacy:
      'No responda a este correo con datos de niñas, niños o adolescentes. Las fechas futuras van adjuntas en un calendario (vigia.ics).',
    demonstration:
      'Demostración: fechas, responsables y cifras son inventadas. No dicen nada de ninguna institución.',
    less: 'Recibir menos',
  },
  calendar: {
    summary: (code, title) => `${title} (párr. ${code})`,
  },
  mailbox: {
    title: 'Buzón',
    lede: 'Correos de la demostración. Nada de esto salió de esta máquina.',
    empty: 'Aún no ha llegado ningún correo. Los primeros recordatorios llegan cuando se ha revisado el día.',
    to: 'Para',
    subject: 'Asunto',
    sentAt: 'Enviado',
    copies: (count) => `${count} copias`,
    back: 'Todos los correos',
    text: 'Parte de texto',
    headers: 'Cabeceras',
    body: 'El correo tal como se ve',
    dashboard: 'Tablero',
    otherLanguage: 'English',
  },
};
