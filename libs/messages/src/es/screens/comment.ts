import type { commentEn } from '../../en/screens/comment.js';
import type { Translation } from '../../language.js';

/** Lo que se escriben entre sí quienes trabajan en el registro. */
export const commentEs: Translation<typeof commentEn> = {
  documentTitle: 'Comentarios',
  link: 'Comentarios',
  titleAll: 'Comentarios',
  titleOn: (what: string) => `Comentarios: ${what}`,
  lede: 'Los leen los órganos de supervisión, la Defensoría, la secretaría y los puntos focales de la institución responsable. Nunca son públicos, y no se envía correo sobre ellos.',
  kinds: {
    recommendation: 'Recomendación',
    indicator: 'Indicador',
    alert: 'Recordatorio, párrafo',
  },
  subject: (kind: string, code: string, title: string) => `${kind} ${code}: ${title}`,
  latest: 'Últimos comentarios',
  all: 'Todos los comentarios',
  empty: 'Nadie ha escrito aquí todavía.',
  emptyAll:
    'Nadie ha escrito un comentario todavía. Se escriben desde una recomendación, un indicador o un recordatorio: «Comentarios» en la parte superior.',
  notHere:
    'Aquí no hay nada que usted pueda comentar. Los puntos focales comentan lo que corresponde a su institución.',
  write: 'Escribir un comentario',
  text: 'Comentario',
  textHint:
    'Como máximo 4 000 letras. Sin nombres de personas ni nada que señale a una niña, niño o adolescente.',
  writeButton: 'Publicar el comentario',
  answer: 'Responder',
  answerTo: (who: string) => `Responder al comentario de ${who}`,
  answerButton: 'Publicar la respuesta',
  edit: 'Cambiar',
  editWhat: 'Durante media hora desde que se escribió. Lo que decía antes queda al lado.',
  editButton: 'Guardar',
  withdraw: 'Retirar',
  withdrawWhat: 'Su texto desaparece para siempre; queda que hubo un comentario y por qué se retiró.',
  reason: 'Por qué',
  withdrawButton: 'Retirar el comentario',
  own: 'usted',
  edited: (when: string) => `cambiado ${when}`,
  former: (count: number) => (count === 1 ? 'Lo que decía antes' : `Lo que decía antes (${count})`),
  withdrawn: (when: string, why: string) => `Retirado ${when}: «${why}»`,
  answers: 'Respuestas',
  done: {
    written: 'Publicado.',
    edited: 'Cambiado.',
    withdrawn: 'Retirado.',
  },
  problems: {
    'comment.text': 'Escriba de 1 a 4 000 letras.',
    'comment.personal_data': 'Quite lo que señale a una persona. No se guardó nada.',
    'comment.too_many': 'Ha escrito veinte comentarios en una hora. Espere un poco.',
    'comment.thread_full': 'Ya hay cincuenta respuestas. Escriba un comentario aparte.',
    'comment.unknown': 'Aquí no hay tal comentario.',
    'comment.unknown_subject': 'Aquí no hay nada así que usted pueda comentar.',
    'comment.not_editable': 'Pasó media hora. Retire el comentario y escriba otro.',
    'comment.not_yours':
      'Solo quien escribió un comentario, o la secretaría, puede retirarlo, y solo una vez.',
    'comment.reason': 'Diga por qué, con 1 a 500 letras.',
  },
};
