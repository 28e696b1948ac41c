import type { figureEn } from '../../en/screens/figure.js';
import { numberInWords } from '../../format/format.js';
import type { Translation } from '../../language.js';

export const figureEs: Translation<typeof figureEn> = {
  title: 'Cifras',
  about: (unit, period) => `En ${unit}, para ${period}.`,
  source: (name) => `Fuente: ${name}.`,
  counted: (population) => `A quién se cuenta: ${population}.`,
  definition: 'Definición y cifras hasta ahora',
  lastAccepted: (value, period) => `Último valor aceptado: ${value} (${period}).`,
  neverAccepted: 'Todavía no se ha aceptado ningún valor.',
  whole: 'Total',
  acceptedColumn: 'Aceptado hasta ahora',
  handedIn: 'Entregado',
  change: 'Cambio',
  group: 'Grupo',
  have: '¿Qué tiene usted?',
  value: 'Cifra',
  accepted: (value) => `Aceptado para este período: ${value}`,
  earlier: (value, period) => `${period}: ${value}`,
  nothingYet: 'nada todavía',
  states: {
    number: 'Una cifra',
    day: 'Un día',
    stage: 'Una etapa',
    answer: 'Una respuesta',
    provisional: 'Provisional',
    below_threshold: 'Menos de',
    missing: 'No se conoce',
    not_applicable: 'No procede',
  },
  choose: 'Elija',
  yes: 'Sí',
  no: 'No',
  stages: {
    none: 'ninguna',
    bill: 'proyecto de ley',
    committee: 'en comisión',
    passed: 'aprobada',
    in_force: 'en vigor',
  },
  numerator: 'Parte',
  denominator: 'De un total de',
  computed: 'O solo el resultado',
  fewerThan: (value) => `menos de ${value}`,
  parts: (value, numerator, denominator) => `${value} (${numerator} de ${denominator})`,
  provisionalValue: (value) => `${value}, provisional`,
  missing: 'no se conoce',
  notApplicable: 'no procede',
  perDimension: (name) => `Por ${name.toLowerCase()}`,
  filled: (told, of) => (told === 0 ? 'sin rellenar' : `${told} de ${of} con dato`),
  dimensionHint:
    'Deje en blanco lo que todavía no pueda enviar. «No se conoce» dice que nadie lo tiene: el público leerá «sin dato», nunca un cero.',
  severalHint: 'Una persona puede contarse en varios de estos grupos.',
  inFile: (name) => `${name}: no se pide aquí. Envíelo en un archivo.`,
  codes: 'Códigos en las líneas de abajo',
  codesUnsaid: 'Nombres, o códigos de un solo registro',
  lines: (name) => `${name}, uno por línea`,
  linesHint:
    'Escriba cada cifra detrás de su grupo, o pegue dos columnas de una hoja de cálculo. Las líneas sin cifra no se envían. «<5» es menos de cinco; «falta»: nadie lo tiene; «n. c.»: no corresponde; una «p» al final: provisional; «7/12»: parte y total.',
  reason: 'Motivo del cambio',
  reasonHint:
    'Solo donde una cifra difiere de otra ya aceptada. La cifra aceptada queda registrada junto a la nueva. Nada que señale a una persona.',
  departureReason: 'Por qué las cifras no suman',
  departureReasonHint:
    'Corrija las cifras o diga por qué valen de todos modos. Lo lee quien revisa. Nada que señale a una persona.',
  check: (count) =>
    count === 1
      ? 'Revise un punto antes de entregarlo'
      : `Revise ${numberInWords('es', count)} puntos antes de entregarlo`,
  keptTyped: 'Lo que escribió sigue en el formulario. No se ha entregado nada.',
  at: (place, problem) => `${place}: ${problem}`,
  problems: {
    'figure.value_missing':
      'Falta la cifra. Escríbala, o elija «No se conoce» o «No procede». El cero es una cifra: escriba 0.',
    'figure.value_unwanted': 'Usted eligió que no hay cifra, y escribió una. Quítela, o elija «Una cifra».',
    'figure.not_a_number': 'Esto no es un número. Escriba cifras, con coma para los decimales: 1234,5',
    'figure.not_a_count': 'Aquí se cuentan unidades enteras: escriba un número entero.',
    'figure.negative': 'No puede ser menor que cero.',
    'figure.too_large': 'Es mayor de lo que puede ser una cifra. Revise los dígitos.',
    'figure.not_yes_or_no': 'Elija sí o no.',
    'figure.not_a_day': 'Escriba el día como año, mes y día: 2026-11-26',
    'figure.not_a_stage': 'Elija una etapa: ninguna, proyecto de ley, en comisión, aprobada o en vigor.',
    'figure.bound_unwanted': '«Menos de» solo sirve para números. Elija un valor.',
    'figure.ratio_half': 'Indique la parte y el total del que procede, o ninguno de los dos.',
    'figure.ratio_zero': 'Nada puede ser parte de cero. Escriba el total, o elija «No procede».',
    'figure.ratio_disagrees':
      'No es lo que resulta de la parte y el total. Corrija uno de ellos, o déjelo en blanco.',
    'figure.category_unknown': 'No se pide tal grupo.',
    'figure.code_ambiguous':
      'Este código designa un lugar en un registro y otro en otro. Elija arriba de quién son los códigos.',
    'figure.repeated': 'Este grupo se indicó dos veces.',
    'figure.amount_only':
      'Un monto registrado es un número y es definitivo. Deje el campo vacío si no se conoce.',
    'figure.reason_missing': 'Difiere de lo aceptado. Diga por qué cambió.',
  },
  departures: {
    'parts.exceed_total': (parts, total) => `Los grupos suman ${parts}, más que el total de ${total}.`,
    'parts.below_total': (parts, total) =>
      `Todos los grupos tienen dato y suman ${parts}, menos que el total de ${total}.`,
    'stage.exceeds_earlier': (later, earlier) =>
      `${later} en esta etapa es más que ${earlier} en una etapa anterior de la misma cohorte.`,
    'part.exceeds_total': (part, total) => `${part} es más que el total de ${total}.`,
    'executed.exceeds_budget': (executed, budget) =>
      `Se ejecutó ${executed}, más que el presupuesto de ${budget}.`,
  },
  mend: 'Corrija una de las cifras, o diga más abajo por qué valen.',
  received: 'Desagregaciones pedidas',
  receivedRate: (received, asked) => `${received} de ${asked} recibidas`,
  came: 'recibida',
  partly: (told, of) => `${told} de ${of} grupos`,
  notCame: 'no recibida',
  overridden: 'No suma, con un motivo',
  overriddenBecause: (reason) => `Motivo indicado: ${reason}`,
  changedBecause: (reason) => `Motivo del cambio: ${reason}`,
  asBefore: 'como antes',
  isNew: 'nueva',
  revised: 'revisada',
  none: 'Se entregó sin cifras.',
  publicNever:
    'Lo ven solo su institución y quienes revisan. El público ve una cifra cuando ha sido aceptada y publicada.',
  grouped: {
    cases:
      'Cada cifra es de una cohorte: los casos de un año, seguidos hasta hoy. Deje vacío lo que no envía: queda como está registrado. 0 es una cifra. «No se conoce» dice que nadie la contó; «No procede», que no puede haberla.',
    budget:
      'Lo ejecutado cuenta desde enero hasta el día indicado. Deje vacío lo que no envía: queda como está registrado. 0 es un monto.',
    periodFirst:
      'Indique arriba de qué período se trata y guarde el borrador: aquí aparecerán los campos de ese año.',
    leftOut: {
      cases: (count) =>
        `${count === 1 ? 'Hay una cohorte más que no cabe' : `Hay ${count} cohortes más que no caben`} en este formulario. Entregue a la secretaría un archivo con todas: puede tener cualquier número.`,
      budget: (count) =>
        `${count === 1 ? 'Hay una línea más que no cabe' : `Hay ${count} líneas más que no caben`} en este formulario. Entregue a la secretaría un archivo con todas: puede tener cualquier número.`,
    },
    cohort: (offence, cohort) => `${offence}, ${cohort}`,
    inRegion: (region, cohort) => `${region}: ${cohort}`,
    apart: (facet, cohort) => `${facet}: ${cohort}`,
    budgetLine: (purpose, year) => `${purpose}, ${year}`,
    ofLevel: (level, line) => `${line}, nivel ${level.toLowerCase()}`,
    ofInstitution: (institution, line) => `${institution}: ${line}`,
    approved: 'Aprobado para el año',
    revised: (on) => `Presupuesto modificado al ${on}`,
    executed: (on) => `Ejecutado desde enero hasta el ${on}`,
  },
  link: {
    documentTitle: 'Enviar una cifra',
    lede: (name, institution) =>
      institution === null
        ? `Usted responde como ${name}. No hace falta contraseña: el enlace de su correo es solo suyo.`
        : `Usted responde como ${name}, por ${institution}. No hace falta contraseña: el enlace de su correo es solo suyo.`,
    textHint:
      'Optativo si envía una cifra. Sin nombres de niños o niñas, números de documento ni de expediente.',
    text: 'Qué se hizo, en sus palabras',
    button: 'Enviar a revisión',
    done: 'Gracias. Ha llegado y espera la revisión.',
    used: 'Este enlace ya se usó: abajo está lo que usted envió. No se puede enviar de nuevo desde aquí.',
    sentBy: (date) => `Enviado el ${date}.`,
    begun: 'Alguien de su institución empezó a responder a esto. Inicie sesión para continuar.',
    waits: 'Ya se envió una respuesta a esto y espera la revisión.',
    accepted: 'Ya se aceptó una respuesta a esto. Nada le espera aquí.',
    signIn: 'Iniciar sesión',
    expires: (date) => `Este enlace funciona hasta el ${date}, una vez.`,
  },
};
