import type { mailEn } from '../en/mail.js';
import { formatDate, numberInWords } from '../format/format.js';
import type { Translation } from '../language.js';
import { peopleEs } from './screens/people.js';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Before a masculine noun "uno" loses its ending: un envío. */
const beforeNoun = (count: number): string => (count === 1 ? 'un' : numberInWords('es', count));
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} y ${parts.at(-1) ?? ''}`;

export const mailEs: Translation<typeof mailEn> = {
  digest: {
    subject: (overdue, due, conditions) =>
      listed([
        ...(overdue > 0 ? [`${overdue} ${plural(overdue, 'envío vencido', 'envíos vencidos')}`] : []),
        ...(due > 0 ? [`${due} por vencer`] : []),
        ...(conditions > 0 ? [`${conditions} por revisar`] : []),
      ]),
    preheader: (oldest, nextDueOn) =>
      nextDueOn === null
        ? `Primero: ${oldest}`
        : `Primero: ${oldest}. Próximo vencimiento: ${formatDate('es', nextDueOn)}`,
    title: (who, owed, overdue, conditions) => {
      if (owed === 0)
        return `${who}: ${beforeNoun(conditions)} ${plural(conditions, 'punto', 'puntos')} por revisar`;
      const debt = `${who} debe ${beforeNoun(owed)} ${plural(owed, 'envío', 'envíos')}`;
      if (overdue === 0) return `${debt}. ${owed === 1 ? 'No está vencido.' : 'Ninguno está vencido.'}`;
      if (overdue === owed) return `${debt}. ${plural(owed, 'Está vencido.', 'Todos están vencidos.')}`;
      return `${debt}. ${capital(numberInWords('es', overdue))} ${plural(overdue, 'está vencido', 'están vencidos')}.`;
    },
    you: 'Su institución',
    lede: (on) => `Resumen del ${formatDate('es', on)}.`,
    overdue: (count) => `${plural(count, 'Vencido', 'Vencidos')}: ${count}`,
    due: (dueOn, count) => `${plural(count, 'Vence', 'Vencen')} el ${formatDate('es', dueOn)}: ${count}`,
    dueToday: (count) => `${plural(count, 'Vence', 'Vencen')} hoy: ${count}`,
    conditions: (count) => `Por revisar: ${count}`,
    paragraph: (code) => `Párr. ${code}`,
    late: 'Este recordatorio llega con retraso: su día ya pasó.',
    sendFigure: 'Enviar la cifra',
    acknowledge: 'Responder',
    escalated: (days: number) =>
      `Nadie ha respondido en ${days} ${plural(days, 'día hábil', 'días hábiles')}: por eso se le avisa.`,
    openAlert: 'Ver a quién se avisó',
    folded: (overdue, due, conditions) =>
      `No se enumeran aquí: ${listed([
        ...(overdue > 0 ? [`${overdue} ${plural(overdue, 'vencido', 'vencidos')}`] : []),
        ...(due > 0 ? [`${due} por vencer`] : []),
        ...(conditions > 0 ? [`${conditions} por revisar`] : []),
      ])}.`,
    desk: 'Abrir mi lista',
    nextReport: {
      confirmed: (dueOn) => `Próximo informe al Comité: ${formatDate('es', dueOn)}. Fecha confirmada.`,
      estimatedDay: (dueOn) =>
        `Próximo informe al Comité: hacia el ${formatDate('es', dueOn)}. Estimación; el Comité no ha fijado la fecha.`,
      estimatedYear: (year) =>
        `Próximo informe al Comité: hacia ${year}. Estimación; el Comité no ha fijado la fecha.`,
      awaiting: 'Próximo informe al Comité: fecha por fijar. El Comité la comunicará.',
    },
    attached: 'Las próximas fechas van adjuntas en un calendario (vigia.ics).',
    privacy: 'No responda a este correo con datos de niñas, niños o adolescentes.',
    demonstration:
      'Demostración: las fechas, los responsables y las cifras son inventados. No dicen nada de ninguna institución.',
    less: 'Recibir menos',
  },
  access: {
    roles: peopleEs.roles,
    appointed: (by, role, institution, state) =>
      `${by ?? 'Quien opera Vigía'} le ha registrado con el papel de ${role}${institution === null ? '' : `, ${institution}`}, para ${state}. Vigía sigue lo que el Estado ha mostrado de lo que le pidió un órgano de tratados.`,
    unexpected:
      'Si usted no esperaba este correo, elimínelo y avise a la secretaría. Nadie necesita su contraseña.',
    invitation: {
      subject: (state) => `Su entrada a Vigía: ${state}`,
      title: (state) => `Le invitan a Vigía para ${state}`,
      button: 'Elegir una contraseña',
      valid: (until) => `El enlace sirve una sola vez, hasta el ${formatDate('es', until)}.`,
    },
    new_role: {
      subject: (state) => `Un papel más en Vigía: ${state}`,
      title: (state) => `Usted tiene un papel más en Vigía, para ${state}`,
      button: 'Entrar',
    },
    recovery: {
      subject: 'Una contraseña nueva para Vigía',
      title: 'Elija una contraseña nueva',
      lede: 'Alguien, esperamos que usted, pidió una contraseña nueva para esta dirección.',
      button: 'Elegir una contraseña nueva',
      valid: 'El enlace sirve una sola vez, durante una hora. El segundo factor se pedirá como siempre.',
      unexpected: 'Si no fue usted, elimine este correo: su contraseña sigue igual.',
    },
    access_ended: {
      subject: 'Se cerraron todas sus sesiones en Vigía',
      title: 'Se cerraron sus sesiones y se revocaron sus llaves de API',
      lede: (by, role, state, on) =>
        `${by} (${role}, ${state}) cerró todas sus sesiones y revocó todas sus llaves de API el ${formatDate('es', on)}. Sus papeles y su contraseña siguen igual.`,
      button: 'Entrar',
      closing: [
        'Si usted no sabe por qué, pregunte antes de volver a entrar. Si otra persona puede conocer su contraseña, elija una nueva con «Perdí mi contraseña» en la página de entrada.',
        'Los programas que trabajaban con una llave suya necesitan una nueva.',
      ],
    },
    factors_reset: {
      subject: 'Se quitó su segundo factor en Vigía',
      title: 'Se quitaron sus segundos factores',
      lede: (by, role, state, on) =>
        `${by} (${role}, ${state}) quitó su aplicación de códigos, sus llaves de acceso y sus códigos de recuperación el ${formatDate('es', on)}, y cerró todas sus sesiones. Su contraseña sigue igual.`,
      button: 'Entrar',
      closing: [
        'Entre con su contraseña y añada un segundo factor en la página de su cuenta.',
        'Si usted no lo pidió, avise enseguida a quien opera Vigía y elija una contraseña nueva con «Perdí mi contraseña» en la página de entrada.',
      ],
    },
  },
  subscription: {
    subject: (state) => `Confirme: novedades sobre ${state} por correo`,
    title: (topic) => `¿Quiere seguir «${topic}» por correo?`,
    lede: (state) =>
      `Alguien pidió en las páginas públicas de Vigía que esta dirección reciba lo que se publique al respecto en ${state}: como máximo un correo al día.`,
    button: 'Abrir la página que lo confirma',
    ignore: (days) =>
      `Si no fue usted, no haga nada: no llega ningún otro correo y la dirección se borra a los ${days} días.`,
  },
  news: {
    subject: (state, count) =>
      `${state}: ${count} ${plural(count, 'cambio publicado', 'cambios publicados')}`,
    title: (state, count) =>
      `${count === 1 ? 'Se publicó un cambio' : `Se publicaron ${numberInWords('es', count)} cambios`} sobre lo que usted sigue en ${state}`,
    lede: 'Todo lo de este correo es público y está en las páginas enlazadas.',
    more: (count) => `${count} más en la página`,
    why: 'Recibe este correo porque esta dirección se confirmó en las páginas públicas de Vigía. No se usa para nada más y se borra cuando usted deja de seguir.',
    end: 'Dejar de seguir, o elegir qué seguir',
  },
  handOver: {
    new: {
      subject: (institution) => `Usted responde ahora por ${institution}`,
      title: (institution) => `Usted responde ahora por ${institution}`,
      lede: (other, institution, from) =>
        `Desde el ${formatDate('es', from)} usted es punto focal de ${institution}, en lugar de ${other}. Lo pendiente se le pedirá a usted.`,
      list: (count, more) => `Lo que pasó a usted${more ? ` (los primeros ${count})` : ''}:`,
      next: 'Los recordatorios que recibió su antecesor no se repiten. El próximo le llegará a usted.',
    },
    former: {
      subject: (institution) => `Usted ha entregado el cargo: ${institution}`,
      title: (institution) => `Otra persona responde ahora por ${institution}`,
      lede: (other, institution, from) =>
        `Desde el ${formatDate('es', from)} ${other} es punto focal de ${institution} en su lugar. Usted ya no recibirá recordatorios.`,
      list: (count, more) => `Lo que se entregó${more ? ` (los primeros ${count})` : ''}:`,
      next: 'Si no es correcto, avise a la secretaría. Los enlaces de correos anteriores ya no sirven.',
    },
    note: 'Nota',
    nothing: 'No hay nada pendiente en este momento.',
    snoozed: (until) => `Pospuesto hasta el ${formatDate('es', until)}.`,
    button: 'Abrir Vigía',
  },
  /** Qué fue de lo que se envió. */
  requestAnswered: {
    subject: (institution, request) => `Respondido el pedido ${request}: ${institution}`,
    title: (institution) => `Respondió: ${institution}`,
    about: (request, code, about) => `Pedido ${request}, recomendación ${code}: ${about}`,
    inTime: 'La respuesta llegó a tiempo.',
    late: 'La respuesta llegó fuera de plazo.',
    next: 'Es confidencial y está solo en Vigía. Léala y después cierre el pedido, vuelva a pedir, o publique la pregunta y la respuesta.',
    button: 'Leer la respuesta',
  },
  submission: {
    about: (code: string, about: string) => `Recomendación ${code}: ${about}`,
    reason: 'Motivo',
    button: 'Abrirlo en Vigía',
    address: 'Su dirección se guardó solo para esta respuesta.',
    accepted: {
      subject: (code: string) => `Aceptado: lo que envió para ${code}`,
      title: 'Lo que usted envió fue aceptado',
      next: 'El período queda cerrado. La secretaría puede reabrirlo si hay algo que corregir.',
    },
    returned: {
      subject: (code: string) => `Devuelto: lo que envió para ${code}`,
      title: 'Lo que usted envió fue devuelto',
      next: 'Lo que se debía queda de nuevo abierto hasta que entregue una nueva versión. Ábralo, corríjalo y entréguelo.',
    },
    author_commented: {
      subject: (code: string) => `Nuevo comentario sobre un envío para ${code}`,
      title: 'Quien presentó un envío lo ha comentado',
      next: 'Lo que dice consta solo en Vigía. Usted recibe un correo así al día por cada persona que comenta.',
    },
    reviewer_commented: {
      subject: (code: string) => `Nuevo comentario sobre lo que envió para ${code}`,
      title: 'Alguien que revisa lo que usted envió lo ha comentado',
      next: 'Lo que dice consta solo en Vigía. Usted recibe un correo así al día por cada persona que comenta.',
    },
    received: {
      subject: (code: string) => `Recibido: su aporte a ${code}`,
      title: 'Su aporte ha llegado',
      next: 'Alguien lo lee antes de que se publique. Le avisaremos una vez del resultado; después se borra su dirección.',
    },
    published: {
      subject: (code: string) => `Publicado: su aporte a ${code}`,
      title: 'Su aporte fue publicado',
      next: 'Está en la página de la recomendación. Su dirección ha sido borrada.',
    },
    not_published: {
      subject: (code: string) => `No publicado: su aporte a ${code}`,
      title: 'Su aporte no fue publicado',
      next: 'Puede escribir de nuevo. Su dirección ha sido borrada.',
    },
  },
  incident: {
    stands: (what: string) => `Está detenida: ${what}`,
    moves: (what: string) => `Vuelve a funcionar: ${what}`,
    parts: {
      scheduler: () => 'la planificación',
      sweep: (state: string | null) => `la revisión de ${state ?? ''}`,
      digest: (state: string | null) => `la redacción de los correos de ${state ?? ''}`,
      relay: (state: string | null) => `la entrega de correos de ${state ?? ''}`,
    },
    since: (at: string) => `Desde ${at}. Mientras tanto no se avisa a nadie de lo que vence.`,
    lasted: (from: string, until: string) =>
      `Estuvo detenida desde ${from} hasta ${until}. Lo que venció mientras tanto se está recuperando.`,
    advice: {
      scheduler:
        'Ningún proceso ha preguntado qué vence. Compruebe si hay uno en marcha y si llega a la base de datos y a la cola.',
      sweep:
        'El día de este Estado, o lo que cambió en él, no se ha revisado. Vea los trabajos fallidos y el registro de los procesos.',
      digest:
        'Pasó la hora del correo del día y los correos no están escritos. Vea los trabajos fallidos y el registro de los procesos.',
      relay:
        'Los correos que deben salir no salen. Compruebe si el servidor de correo los acepta y si algún proceso los entrega.',
    },
  },
  auditHeads: {
    subject: (on) => `Cierres de auditoría del ${formatDate('es', on)}`,
    title: (on) => `Dónde terminó la auditoría de cada Estado el ${formatDate('es', on)}`,
    keep: 'Guarde este correo donde nadie que administre la base de datos pueda cambiarlo. No contiene datos de ninguna persona.',
    check:
      'Cada línea es Estado, posición y SHA-256. «vigia verify --head LÍNEA» dice si algo anterior se cambió desde entonces.',
    none: 'Ningún Estado se sigue todavía.',
  },
  calendar: {
    summary: (code, title) => `${title}, párr. ${code}`,
  },
  mailbox: {
    title: 'Buzón',
    lede: 'Correos de la demostración. Ninguno salió de este equipo.',
    empty: 'Aún no ha llegado ningún correo. Los primeros recordatorios llegan cuando se ha revisado el día.',
    to: 'Para',
    subject: 'Asunto',
    sentAt: 'Enviado',
    copies: (count) => `${count} copias`,
    noSubject: 'Sin asunto',
    back: 'Todos los correos',
    text: 'Versión en texto',
    headers: 'Encabezados',
    body: 'El correo tal como se ve',
    dashboard: 'Tablero',
  },
};
