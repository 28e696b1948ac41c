import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';
import type { peopleEn } from '../../en/screens/people.js';

const words = (value: number): string => numberInWords('es', value);
const feminine = (value: number): string => (value === 1 ? 'una' : words(value));
const masculine = (value: number): string => (value === 1 ? 'un' : words(value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Páginas para quienes responden y quienes vigilan. */
export const peopleEs: Translation<typeof peopleEn> = {
  roles: {
    public: 'público',
    contributor: 'sociedad civil',
    focal_point: 'punto focal',
    monitoring_body: 'órgano de supervisión',
    ombudsperson: 'defensoría',
    secretariat: 'secretaría',
    operator: 'operación del sistema',
  },
  /** Quién se entera de lo que nadie responde. */
  addressees: {
    owner: 'la institución requerida',
    head: 'quien dirige la institución',
    coordinating_body: 'el órgano coordinador',
    docket: 'la Defensoría',
  },
  escalations: {
    unanswered: 'nadie respondió',
    unanswered_late: 'nadie respondió, y su día ya había pasado cuando la vigilancia volvió a mirar',
    nobody_there: 'en este nivel no hay nadie: se avisó enseguida al siguiente',
    unreachable: 'el correo no llega a quien está en este nivel: se avisó enseguida al siguiente',
    asked_already: 'quien está en este nivel es quien ya fue requerido',
    nobody_before: 'en el nivel anterior no había a quién avisar',
  },
  docket: {
    documentTitle: 'Expediente',
    title: (overdue, unreached) => {
      const late =
        overdue === 0
          ? 'Nada está vencido.'
          : `${capital(masculine(overdue))} ${overdue === 1 ? 'asunto está vencido' : 'asuntos están vencidos'}.`;
      const mail =
        unreached === 0
          ? ''
          : unreached === 1
            ? ' En un caso nadie recibió el aviso.'
            : ` En ${words(unreached)} casos nadie recibió el aviso.`;
      return late + mail;
    },
    titleOwn: (overdue) =>
      overdue === 0
        ? 'Usted no debe nada vencido.'
        : `Usted debe ${feminine(overdue)} ${overdue === 1 ? 'respuesta vencida' : 'respuestas vencidas'}.`,
    ages: ['hasta 30 días', '31 a 90', '91 a 180', '181 a 365', 'más de un año'],
    agesLabel: 'Asuntos vencidos por antigüedad',
    glance: {
      label: 'De un vistazo',
      overdue: (count) => (count === 1 ? 'asunto vencido' : 'asuntos vencidos'),
      oldest: (code) => `días: el más antiguo, párrafo ${code}`,
      unreached: 'de ellos sin un aviso que llegara a alguien',
      today: 'Le espera hoy',
      nothing: 'Nada. Ningún pedido está vencido y no hay respuestas sin leer.',
      lateRequests: (count) =>
        count === 1
          ? '1 pedido formal sin respuesta a tiempo'
          : `${count} pedidos formales sin respuesta a tiempo`,
      answers: (count) =>
        count === 1
          ? '1 respuesta por leer, y por cerrar o volver a pedir'
          : `${count} respuestas por leer, y por cerrar o volver a pedir`,
    },
    shows: {
      label: 'Mostrar',
      all: 'Todo',
      unreached: 'Problema de correo',
      nobody: 'Sin responsable',
      request: 'Con pedido en curso',
      none: 'Nada de lo pendiente es así.',
      whole: 'Ver todo lo pendiente',
    },
    moreOverdue: (count) => (count === 1 ? '1 más está vencido' : `${count} más están vencidos`),
    comesDue: (count) => (count === 1 ? '1 vence pronto' : `${count} vencen pronto`),
    elsewhere: 'Otras listas y ajustes',
    days: 'Días',
    ahead: (days) => `en ${days}`,
    paragraph: 'Párr.',
    owed: 'Qué se debe',
    owner: 'Responsable',
    reminder: 'Último aviso',
    answer: 'Respuesta',
    request: 'Pedido de información',
    noOwner: 'Nadie responde por ello',
    noFocalPoint: 'Sin punto focal',
    neverSent: 'Ninguno enviado',
    attempts: (attempts) => (attempts === 1 ? '1 intento' : `${attempts} intentos`),
    outcomes: {
      pending: 'Por enviar',
      accepted: 'Entregado',
      temporary: 'Demorado',
      permanent: 'Rechazado por el servidor de correo',
      returned: 'Devuelto',
      in_doubt: 'En duda',
      superseded: 'Sustituido por otro más nuevo',
      dead: 'Abandonado',
      not_sent: 'No enviado',
    },
    alertStates: {
      open: 'sin respuesta aún',
      acknowledged: 'con acuse de recibo',
      snoozed: 'aplazado',
      resolved: 'resuelto',
    },
    empty:
      'Nada está vencido y nada vence pronto. Cuando pase una fecha confirmada sin respuesta, aparecerá aquí.',
    mailWaiting: (count) =>
      count === 1 ? 'Un correo espera su envío.' : `${capital(words(count))} correos esperan su envío.`,
    relayDown:
      'No se puede llegar al servidor de correo. Ningún aviso sale hasta que se pueda; nada se pierde.',
    onlyOwn: (institution) => `Se muestra solo lo que debe ${institution}.`,
  },
  signIn: {
    documentTitle: 'Entrar',
    title: (name) => `Entrar como ${name}`,
    lede: 'Este enlace sirve una sola vez. Nada ocurre hasta que usted pulse el botón.',
    as: 'Usted será',
    role: (role, institution, state) =>
      `${capital(role)}${institution === null ? '' : `, ${institution}`}${state === '' ? '' : ` (${state})`}`,
    button: 'Entrar',
    gone: 'Este enlace de entrada ya no sirve',
    goneWhy:
      'Ya se usó, o su plazo terminó. En la página de entrada puede pedir uno para una contraseña nueva.',
  },
  answer: {
    documentTitle: 'Responder a un aviso',
    title: (code) => `La recomendación ${code} espera su respuesta`,
    doneWhat: 'Gracias por avisar. Lo que se debe sigue abierto hasta que se envíe.',
    alreadyDone: 'Este aviso ya fue respondido.',
    settled: 'Este asunto está resuelto. Nada espera aquí por usted.',
    asked: (name, institution) =>
      institution === null ? `Se pregunta a ${name}` : `Se pregunta a ${name}, ${institution}`,
    reason: 'Motivo o mensaje (opcional)',
    reasonHint:
      'Lo pueden leer el órgano coordinador y la Defensoría. No escriba nombres de niñas, niños ni adolescentes.',
    personalData: (found: readonly string[]) =>
      `El mensaje no se guardó. Omita lo que señale a una persona${found.length === 0 ? '' : `: ${found.join(', ')}`}. Diga qué se hizo, no de quién se trata.`,
    personalDataKinds: {
      child_name: 'el nombre o las iniciales de una niña, un niño o adolescente',
      identity_document: 'el número de un documento de identidad',
      date_of_birth: 'una fecha de nacimiento',
      email: 'una dirección de correo',
      phone: 'un número de teléfono',
      case_number: 'el número de un expediente',
    },
    button: 'Acusar recibo',
    expires: (date) => `Este enlace sirve hasta el ${date}.`,
    read: 'Leer la recomendación',
    gone: 'Este enlace ya no sirve',
    goneWhy: 'Su plazo terminó, o se alteró en el camino. El correo más nuevo trae un enlace que sirve.',
  },
};
