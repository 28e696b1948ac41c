import type { submissionEn } from '../../en/screens/submission.js';
import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const problems = {
  'form.text': 'Escriba algo, con 2000 caracteres como máximo (un comentario: 1000).',
  'form.text_en': 'El texto en inglés pasa de 10 000 caracteres.',
  'form.text_es': 'El texto en español pasa de 10 000 caracteres.',
  'form.organisation': 'El nombre de la organización pasa de 200 caracteres.',
  'form.email': 'Esto no es una dirección de correo. También puede dejarla en blanco.',
  'form.period': 'Indique el primer y el último día del período, o ninguno.',
  'form.period_from': 'El primer día del período no es un día.',
  'form.period_to': 'El último día del período no es un día.',
  'form.version': 'El formulario no estaba completo. Abra la página de nuevo.',
  'form.opened': 'El formulario no estaba completo. Abra la página de nuevo.',
  'submission.unknown': 'No existe tal envío, o no le corresponde a usted leerlo.',
  'submission.not_yours': 'Solo su autor, o un punto focal de su institución, puede escribir en él.',
  'submission.stale':
    'Alguien cambió este envío después de que usted lo abriera. El historial, más abajo, dice qué cambió: léalo y decida de nuevo. No se guardó nada.',
  'submission.not_now': 'Esto no se puede hacer en el estado en que está ahora el envío. No se cambió nada.',
  'submission.own':
    'Usted intervino en este envío. Decide sobre él otra persona de la secretaría. No se cambió nada.',
  'submission.reason': 'Diga qué falta o qué está mal, para que se pueda corregir.',
  'submission.no_text': 'Escriba algo en al menos un idioma, o una cifra donde se pide, antes de entregarlo.',
  'submission.figures':
    'Las cifras no se pueden entregar así. Junto a cada una está lo que hay que corregir.',
  'submission.figures_unwanted': 'Aquí no se pide ninguna cifra.',
  'submission.figures_period': 'Indique el primer y el último día del tiempo al que se refieren las cifras.',
  'submission.figures_outdated':
    'Después de la entrega se aceptó otra cifra para el mismo período. Devuélvalo, para que su autor diga qué cambió.',
  'link.used': 'Este enlace ya se usó. Lo que usted envió espera la revisión.',
  'submission.organisation':
    'Indique el nombre de la organización con el que se publica, nunca el de una persona.',
  'submission.period': 'El último día del período es anterior al primero.',
  'submission.period_locked':
    'Este período fue aceptado y está cerrado. Si hay algo que corregir, pida a la secretaría que lo reabra.',
  'submission.open_already': 'Ya hay un envío abierto para esto. Continúe con ese.',
  'submission.obligation_unknown': 'Su institución no debe nada con ese número. Elija de la lista.',
  'submission.recommendation_unknown': 'No existe tal recomendación.',
  'submission.not_locked': 'El período no está cerrado: no hay nada que reabrir.',
  'submission.personal_data':
    'El texto contiene algo que señala a una persona: el nombre de un niño o una niña, un número de documento, una dirección, un teléfono o un número de expediente. Quítelo; no se guardó nada. Si el texto ya no está en el formulario, vuelva a la página anterior: su navegador lo conserva.',
  'contribution.robot':
    'Se rellenó un campo que las personas no ven. Déjelo en blanco y envíe de nuevo el formulario.',
  'contribution.form_expired':
    'El formulario estuvo abierto demasiado tiempo. Lo que escribió sigue ahí: envíelo de nuevo.',
  'contribution.too_fast': 'Fue más rápido de lo que nadie escribe. Espere unos segundos y envíelo de nuevo.',
  'contribution.too_many':
    'Desde su red, o para este buzón, llegaron varios textos en un día. Escriba de nuevo mañana.',
} as Record<string, string>;

export const submissionEs: Translation<typeof submissionEn> = {
  problems,
  states: {
    draft: 'Borrador',
    submitted: 'A la espera de revisión',
    accepted: 'Aceptado',
    returned: 'Devuelto',
    withdrawn: 'Retirado',
  },
  contributionStates: { accepted: 'Publicado', returned: 'No publicado' },
  authors: {
    institution: 'Institución',
    civil_society: 'Sociedad civil',
    monitoring_body: 'Institución de derechos humanos u órgano de vigilancia',
    public: 'Público en general',
  },
  by: (kind, organisation) =>
    organisation === null ? kind : `${organisation} (${kind.charAt(0).toLowerCase()}${kind.slice(1)})`,
  revision: (revision) => `Versión ${revision}`,
  period: (from, to) => `${from} a ${to}`,
  late: (days) => (days === 1 ? '1 día después del vencimiento' : `${days} días después del vencimiento`),
  locked: 'Cerrado',
  lockedWhat:
    'Este período fue aceptado. No admite nada más hasta que la secretaría lo reabra, con un motivo.',
  all: 'Todos',
  next: 'Página siguiente',
  item: 'Sobre',
  author: 'Autor',
  state: 'Estado',
  sent: 'Entregado',
  list: {
    documentTitle: 'Envíos',
    title: 'Lo que usted ha enviado',
    titleOfState: 'Lo que se ha enviado',
    lede: 'Un borrador es solo suyo. Una vez entregado, espera la revisión: el plazo queda detenido hasta que se decida.',
    empty: 'Todavía no se ha enviado nada.',
    emptyContributor: 'Usted aún no ha escrito nada. Abra una recomendación y elija «Aportes».',
    nothingFound: 'Ningún envío cumple todo esto.',
    owed: 'Lo que usted puede responder',
    owedWhat: 'Elija a qué responde. Para cada cosa hay una sola respuesta abierta a la vez.',
    due: 'Vence',
    answer: 'Responder',
    answerLabel: (title) => `Responder: ${title}`,
    goOn: 'Continuar',
    open: 'Abrir',
    see: 'Ver lo aceptado',
    noObligationFound: 'Nada de lo que aquí se debe contiene estas palabras.',
    noObligation: 'Su institución no debe nada que se pueda responder aquí.',
    none: 'sin fecha',
  },
  write: {
    documentTitle: 'Escribir una respuesta',
    titleOfContribution: 'Escribir un aporte',
    lede: 'Diga qué se hizo en el período y qué cambió con ello. Escriba en inglés, en español o en ambos.',
    ledeOfFigures:
      'Envíe las cifras del período y diga en pocas palabras qué hay detrás: en español, en inglés o en ambos. Lo que todavía no conozca puede quedar en blanco.',
    ledeOfContribution:
      'Diga lo que sabe de cómo se cumple esta recomendación. Se publica con el nombre de su organización, después de una revisión.',
    personal:
      'Sin nombres de niños o niñas, números de documento o de expediente, direcciones ni teléfonos: un texto que los contenga se rechaza.',
    textEn: 'Texto en inglés',
    textEs: 'Texto en español',
    organisation: 'Organización',
    organisationHint: 'Se publica junto al texto. Nunca el nombre de una persona.',
    periodFrom: 'Primer día del período',
    periodTo: 'Último día del período',
    periodHint: 'De qué tiempo trata el texto.',
    save: 'Guardar el borrador',
    handIn: 'Entregarlo',
    unknown: 'No hay nada con ese número que usted pueda responder.',
    back: 'A sus envíos',
    seeAccepted: 'Ver lo que se aceptó',
  },
  attachments: {
    title: 'Pruebas que lo acompañan',
    aside:
      'Las leen la institución y la secretaría; son públicas cuando se acepta la respuesta, si así se marcaron.',
    none: 'Todavía no se ha adjuntado nada. Adjunte archivos y enlaces antes de entregarlo.',
  },
  detail: {
    crumb: (id) => `Envío ${id}`,
    answers: 'Responde a',
    contributes: 'Aporte',
    recommendation: (code) => `Recomendación ${code}`,
    institution: 'Institución',
    about: 'Período',
    due: 'Vence',
    sent: 'Entregado',
    decided: 'Decidido',
    returnedBecause: 'Devuelto porque',
    textIn: { en: 'Texto en inglés', es: 'Texto en español' },
    noText: 'Todavía no se ha escrito nada.',
    cameWithoutText: 'Se entregó sin texto.',
    earlier: (revision) => `Como estaba en la versión ${revision}`,
    edit: 'Seguir escribiendo',
    withdraw: 'Retirar el borrador',
    withdrawWhat: 'Un borrador retirado queda en el historial y no se puede abrir de nuevo.',
    reopen: 'Abrirlo de nuevo',
    reopenWhat: 'El texto se copia en una nueva versión, que usted cambia y entrega otra vez.',
    decide: 'Decidir',
    accept: 'Aceptar',
    acceptWhat: 'Desde entonces el período queda cerrado.',
    acceptFiguresWhat:
      'Las cifras quedan registradas como aceptadas, junto a lo que había antes, y se publican. Desde entonces el período queda cerrado.',
    confirmTitle: (figures: number) =>
      figures === 1 ? '¿Aceptar esta cifra?' : `¿Aceptar estas ${figures} cifras?`,
    confirmRecord: (added: number, revised: number) =>
      `Están en la tabla de arriba: nuevas, ${added}; en lugar de lo registrado, ${revised}.`,
    confirmPublished: 'Se publican de inmediato. No se puede deshacer: mírelas antes de aceptar.',
    confirmLocked:
      'El período queda cerrado y se avisará por correo a quien las envió. Un error se corrige reabriendo el período con una corrección.',
    confirmAccept: 'Aceptar y publicar',
    notYet: 'Todavía no',
    publish: 'Publicar',
    publishWhat: 'Desde entonces el texto está en la página de la recomendación, a la vista de todos.',
    return: 'Devolverlo',
    doNotPublish: 'No publicar',
    takeDown: 'Dejar de publicarlo',
    takeDownWhat: 'El texto deja de mostrarse. El historial guarda el motivo.',
    reason: 'Motivo',
    reasonHint: 'Lo lee quien lo escribió. Nada que señale a una persona.',
    ownHand:
      'Usted intervino en este envío, así que decide sobre él otra persona de la secretaría (cuatro ojos).',
    unlock: 'Reabrir el período',
    unlockWhat:
      'La institución podrá enviar una corrección. Lo aceptado sigue valiendo hasta que se acepte también esta.',
    comments: 'Comentarios',
    noComments: 'Nadie ha escrito un comentario.',
    comment: 'Comentario',
    commentHint: 'Lo leen la institución autora y quienes revisan. Nada que señale a una persona.',
    commentButton: 'Escribir el comentario',
    history: 'Historial',
    when: 'Cuándo',
    who: 'Quién',
    what: 'Qué',
    why: 'Por qué',
    somebody: 'Nadie con nombre',
    steps: {
      begin: 'Empezó un borrador',
      edit: 'Cambió el borrador',
      submit: 'Lo entregó',
      accept: 'Lo aceptó',
      return: 'Lo devolvió',
      reopen: 'Lo abrió de nuevo',
      withdraw: 'Lo retiró',
      take_down: 'Dejó de publicarlo',
      undo_submit: 'Deshizo la entrega',
      undo_withdraw: 'Deshizo el retiro',
      undo_accept: 'Deshizo la aceptación',
      undo_return: 'Deshizo la devolución',
      undo_take_down: 'Deshizo que dejara de publicarse',
    },
    done: {
      given: 'La prueba ha quedado adjunta.',
      saved: 'El borrador se guardó. Todavía no está entregado.',
      submitted: 'Está entregado y espera la revisión.',
      submit: 'Está entregado y espera la revisión.',
      reopen: 'Está abierto de nuevo: cámbielo y entréguelo.',
      withdraw: 'El borrador fue retirado.',
      accept: 'Fue aceptado. Se avisará por correo a quien lo envió.',
      return: 'Fue devuelto. Se avisará por correo a quien lo envió.',
      take_down: 'Ya no está publicado.',
      commented: 'El comentario quedó escrito.',
      unlocked: 'El período está reabierto: se puede enviar una corrección.',
    },
  },
  reviews: {
    documentTitle: 'Revisiones',
    title: (waiting) =>
      waiting === 0
        ? 'Nada espera revisión'
        : waiting === 1
          ? 'Un envío espera revisión'
          : capital(`${numberInWords('es', waiting)} envíos esperan revisión`),
    lede: 'Lo que más espera va primero. Mientras espera, no está vencido para quien lo envió.',
    empty: 'Todo lo entregado está decidido.',
    nothingFound: 'Nada de lo que espera cumple todo esto.',
    days: 'Días',
    text: 'Texto',
  },
  held: {
    title: (count) =>
      count === 1
        ? 'Las cifras de un periodo están retenidas'
        : `Las cifras de ${count} periodos están retenidas`,
    lede: 'Estos recuentos de personas fueron aceptados y aún no están publicados. Hasta entonces todos leen las cifras anteriores, o ninguna, para que de la diferencia no se pueda deducir nada de una niña o un niño.',
    figure: 'Cifras',
    since: 'Desde',
    why: 'Qué esperan',
    fewRecords: (records) =>
      `${records === 1 ? 'Cambió un registro' : `Cambiaron ${numberInWords('es', records)} registros`}. Se publican al menos diez juntos: entregue los siguientes cuando se conozcan.`,
    yearNotOver: (records, publishedOn) =>
      `${records === 0 ? 'Un desglose nuevo se publicará' : `${records} registros cambiados se publicarán`} un año después de la última publicación, que fue el ${publishedOn}.`,
    reasons: {
      year_not_over: 'Se publican un año después de la última publicación.',
      breakdown_gone:
        'Un total, un desglose o una parte que está publicada no se volvió a entregar, o no cabe en su total. Entréguela con las demás. Si solo falta un desglose o una parte, lo demás se publica un año después de la última publicación, con diez registros cambiados o más.',
      everybody_changed:
        'El indicador que contaba a todas las personas del registro no se volvió a entregar. Entréguelo con los demás.',
      overlaps_published:
        'Ya están publicados periodos más cortos que caen en este. Su total se publica como la suma de ellos en cuanto lo completen; otra cuenta de las mismas niñas y niños revelaría algo de algunos.',
      published_in_other_cube:
        'Sus cifras están publicadas junto con otros indicadores que los que ahora nombra. Devuelva al indicador el registro que tenía.',
      failed: 'La publicación falló. Quien opera esta instalación encuentra el motivo en su registro.',
    },
    more: (count) => (count === 1 ? 'Hay otro periodo retenido.' : `Hay otros ${count} periodos retenidos.`),
  },
  contributions: {
    documentTitle: 'Aportes',
    link: 'Aportes de la sociedad civil y del público',
    title: (code) => `Aportes a la recomendación ${code}`,
    lede: 'Lo que organizaciones, órganos de vigilancia y personas del público escribieron sobre ella. Todo se leyó antes de publicarse; nada de ello es palabra del Estado ni del Comité.',
    published: 'Publicado',
    publishedOn: (on) => `Publicado el ${on}`,
    empty: 'Todavía no se ha publicado nada.',
    write: 'Escribir un aporte',
    writeSignedIn: 'Escribir en nombre de su organización',
    own: 'Sus aportes',
    what: 'Cualquiera puede escribir, sin cuenta. Una persona lo lee antes de publicarlo. Aparece con el nombre de su organización, si lo indica, y nunca con el suyo.',
    text: 'Lo que sabe al respecto',
    textHint:
      '2000 caracteres como máximo. Sin nombres de niños o niñas, números de documento o de expediente, direcciones ni teléfonos: un texto que los contenga se rechaza.',
    language: 'Idioma del texto',
    languages: { en: 'inglés', es: 'español' },
    organisation: 'Organización',
    organisationHint: 'Optativo. Sin ella aparece como del público en general.',
    email: 'Su dirección de correo',
    emailHint:
      'Optativo. Le avisamos de que llegó y de si se publicó. La dirección se borra con esa respuesta, a más tardar a los 180 días, y no se muestra nunca.',
    trap: 'Deje este campo en blanco',
    button: 'Enviarlo a revisión',
    done: { contributed: 'Gracias. Ha llegado y se lee antes de publicarse.' },
  },
};
