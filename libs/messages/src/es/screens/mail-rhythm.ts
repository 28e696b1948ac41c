import type { mailRhythmEn } from '../../en/screens/mail-rhythm.js';
import type { Translation } from '../../language.js';

/** Con qué frecuencia recibe correo una persona. */
export const mailRhythmEs: Translation<typeof mailRhythmEn> = {
  documentTitle: 'Correo',
  title: (weekday, day) => `Su próximo correo: ${weekday} ${day}`,
  titleOfMany: (states) => `Usted recibe los correos de ${states} Estados`,
  titleOfNone: 'Usted no recibe recordatorios por correo',
  noneWhat:
    'Los recordatorios van a los puntos focales, al órgano coordinador y a la Defensoría. Ninguno de sus roles es uno de ellos.',
  nextOn: (weekday, day) => `El próximo correo es el del ${weekday} ${day}, si hay algo que decir.`,
  waiting: (count) =>
    count === 0
      ? 'Ningún recordatorio lo espera.'
      : count === 1
        ? 'Un recordatorio lo espera.'
        : `${count} recordatorios lo esperan.`,
  rhythm: 'Con qué frecuencia',
  rhythms: {
    daily: 'Cada día en que haya algo que decir',
    weekly: 'Una vez por semana',
    monthly: 'Una vez al mes, el primer día laborable',
  },
  weekday: 'Día del correo semanal',
  weekdayHint: 'Solo cuenta si el correo llega una vez por semana.',
  quiet: 'Días sin correo',
  quietLede: 'Debe quedar al menos un día de la semana.',
  closed: (state) => `Fines de semana y feriados de ${state}`,
  save: 'Guardar',
  onlyIf: 'Llega si ese día hay algo que decir.',
  never:
    'Un recordatorio no se puede desactivar. Por espaciados que sean los correos, no espera lo que vence en un plazo de 14 días o lleva hasta 30 días vencido, lo que se devolvió ni lo que otros dejaron sin respuesta. Un día sin correo no retrasa nada que venza ese día o antes del próximo correo.',
  done: { saved: 'Guardado. Desde ahora los correos llegan así.' },
  link: {
    documentTitle: 'Recibir menos',
    title: '¿Con qué frecuencia deben llegar los correos?',
    lede: (person, state) => `Para ${person}: recordatorios sobre ${state}.`,
    done: (weekday, day) => `Guardado. Su próximo correo: ${weekday} ${day}`,
    more: 'Inicie sesión para elegir el día de la semana y los días sin correo',
    expires: (date) => `Este enlace sirve hasta el ${date}.`,
  },
  waits: {
    weekly: (weekday, day) => `Espera el correo del ${weekday}, ${day}`,
    monthly: (weekday, day) => `Espera el correo mensual: ${weekday} ${day}`,
    quiet_day: (weekday, day) => `Espera a que pasen los días sin correo: ${weekday} ${day}`,
    next_day: (weekday, day) => `Surgió después del correo del día: sale el ${weekday} ${day}`,
  },
  problems: {
    'form.rhythm': 'Elija con qué frecuencia.',
    'mail_rhythm.no_mail': 'Usted no recibe correos sobre este Estado.',
    'mail_rhythm.weekday': 'Elija el día del correo semanal.',
    'mail_rhythm.weekday_quiet': 'El día del correo semanal es uno de los días sin correo. Elija otro.',
    'mail_rhythm.no_day': 'Debe quedar al menos un día de la semana para el correo.',
  },
};
