import type { followEn } from '../../en/screens/follow.js';
import type { Translation } from '../../language.js';

/** Cómo el público recibe por correo lo que se publica. */
export const followEs: Translation<typeof followEn> = {
  link: 'Seguir por correo',
  documentTitle: 'Seguir por correo',
  title: (topic) => `Seguir «${topic}» por correo`,
  lede: 'Como máximo un correo al día, con lo que se publicó al respecto desde el anterior. Si un día no hay novedades, no llega ninguno.',
  email: 'Dirección de correo',
  language: 'Idioma de los correos',
  languages: { en: 'English', es: 'Español' },
  trap: 'Deje este campo vacío',
  button: 'Enviar el correo que lo confirma',
  privacy:
    'Primero un correo pide a esta dirección que confirme; hasta entonces no llega nada más, y a los siete días sin respuesta la dirección se borra. No se usa para nada más, no se muestra a nadie y se borra cuando usted deja de seguir.',
  feed: 'Sin dirección: el canal (Atom)',
  asked:
    'Si esta dirección puede recibir correo, en unos minutos le llegará uno. Ábralo y confirme. Si no llega nada, mire entre el correo no deseado o vuelva a pedirlo mañana.',
  back: 'Volver a la página',
  confirm: {
    documentTitle: 'Confirmar',
    title: (topic) => `¿Seguir «${topic}» por correo?`,
    lede: (state) =>
      `Con este botón la dirección que recibió el correo lo sigue en ${state}: como máximo un correo al día.`,
    button: 'Confirmar',
    done: (topic) => `Sigue «${topic}» por correo`,
    doneWhat:
      'El próximo correo llega al día siguiente de que se publique algo al respecto. Cada correo lleva un enlace para dejar de seguir.',
    unknown: 'algo que ya no consta',
    see: 'Ver la página',
  },
  end: {
    documentTitle: 'Dejar de seguir por correo',
    title: (count, state) =>
      count === 1
        ? `Esta dirección sigue una cosa en ${state}`
        : `Esta dirección sigue ${count} cosas en ${state}`,
    stop: 'Dejar de seguir',
    stopNamed: (topic) => `Dejar de seguir ${topic}`,
    all: 'Dejar de seguir todo y borrar la dirección',
    doneSome: 'Eso terminó. Lo demás continúa.',
    doneTitle: 'Ya no se envía nada',
    done: (state) =>
      `Esta dirección no sigue nada en ${state}. Se borró con todo lo que se guardaba de ella.`,
  },
  gone: 'Este enlace ya no sirve',
  goneWhy:
    'Está cortado, es demasiado antiguo, o aquello para lo que era ha terminado. Abra el correo más reciente, o vuelva a pedirlo en la página de lo que quiere seguir.',
  problems: {
    'subscription.too_many':
      'Hoy se pidió mucho desde su red. Vuelva a pedirlo mañana o use el canal: no necesita dirección.',
    'subscription.topic_unknown':
      'No hay nada de ese nombre que seguir. Vuelva a su página y pídalo desde allí.',
  },
};
