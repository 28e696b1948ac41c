import type { escalationEn } from '../../en/screens/escalation.js';
import type { Translation } from '../../language.js';

/** Lo que llegó a la Defensoría porque nadie respondió. */
export const escalationEs: Translation<typeof escalationEn> = {
  title: 'Asuntos elevados a la Defensoría',
  lede: 'Asuntos que los pasos del Estado llevaron a la Defensoría porque nadie respondió: cuándo llegó cada uno, quién debe y qué se hizo antes.',
  open: (count) =>
    count === 0
      ? 'Ninguno espera respuesta.'
      : count === 1
        ? 'Uno de ellos sigue sin respuesta.'
        : `${count} de ellos siguen sin respuesta.`,
  link: (open) =>
    open === 0
      ? 'Asuntos elevados a la Defensoría'
      : `Asuntos elevados a la Defensoría, ${open} sin respuesta`,
  waiting: (open) =>
    open === 1
      ? '1 asunto le llegó y no tiene respuesta'
      : `${open} asuntos le llegaron y no tienen respuesta`,
  empty:
    'Todavía no ha llegado nada a la Defensoría. Lo que una institución deja sin respuesta va a su titular, después a la instancia coordinadora, y después aparece aquí.',
  emptyFiltered: 'Nada de esto es así. Elija menos filtros o vea toda la lista.',
  any: 'cualquiera',
  stands: 'Cómo está',
  standsAs: { open: 'sin respuesta aún', answered: 'respondido después', settled: 'resuelto' },
  told: 'Correo a la oficina',
  toldAs: {
    sent: 'enviado',
    waiting: 'aún en espera',
    in_doubt: 'en duda',
    refused: 'rechazado',
    none: 'no se avisó a nadie',
  },
  institution: 'Quién debe',
  what: 'Qué llegó',
  owes: 'Quién debe y desde cuándo',
  came: 'Llegó',
  since: (day) => `desde el ${day}`,
  due: (day) => `vencía el ${day}`,
  after: (days) => `tras ${days} ${days === 1 ? 'día hábil' : 'días hábiles'}`,
  before: 'Qué se hizo antes',
  steps: (count) => (count === 1 ? '1 paso' : `${count} pasos`),
  reminders: (count) => (count === 1 ? '1 aviso enviado' : `${count} avisos enviados`),
  noReminders: 'ningún aviso enviado',
  nothing: 'No consta nada anterior.',
  to: (who) => `a ${who}`,
  mail: (outcome, day) => (day === '' ? outcome : `${outcome}, ${day}`),
};
